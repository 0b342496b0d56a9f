// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report
import Tables
import Wording

/// Holds the table of a sweep against its cases, page by page: neither is held whole.
///
/// The table is in one of the languages; which one, its messages say. It is held against all of them,
/// and the one that it differs from least is told.
struct SweepTableCheck {
  private struct Edition {
    let language: Language
    var writer: CSVWriter
    var isSame = true
    /// Lines that differ by more than rounding; only the first ones are kept.
    var differing = 0
    var findings: [Finding] = []
  }

  private let table: SweepTable
  private let path: String
  private var written: FileLines
  private var editions: [Edition]
  private var line = 0

  /// Begins with the head of the table.
  ///
  /// - Parameters:
  ///   - path: The table as it was written.
  ///   - table: The table, with room for every case.
  /// - Throws: Findings where it cannot be read.
  init(_ path: String, _ table: SweepTable) throws(Findings) {
    self.table = table
    self.path = path
    written = try FileLines(path)
    editions = Language.allCases.map { Edition(language: $0, writer: table.writer()) }
    try compare()
  }

  /// Goes on with some cases.
  ///
  /// - Throws: Findings where the table cannot be read, or a number is not finite.
  mutating func take(_ page: [SweptCase]) throws(Findings) {
    for place in editions.indices {
      for one in page {
        try table.append(one, to: &editions[place].writer, language: editions[place].language)
      }
    }
    try compare()
  }

  /// What does not hold; none, and `true`, where the table is what the cases make it.
  ///
  /// - Throws: Findings where the table cannot be read.
  mutating func end() throws(Findings) -> (isSame: Bool, findings: [Finding]) {
    while let more = try written.next() {
      line += 1
      for place in editions.indices { tell(place, Self.text(more), "") }
    }
    if editions.contains(where: \.isSame) { return (true, []) }
    let nearest = editions.min { $0.differing < $1.differing }
    return (false, nearest?.findings ?? [])
  }

  /// Holds what every edition has written since against as many lines of the table.
  private mutating func compare() throws(Findings) {
    let pieces = editions.indices.map { place in
      editions[place].writer.takeBytes().split(
        separator: 0x0A, omittingEmptySubsequences: false
      ).dropLast()
    }
    for number in 0..<(pieces.first?.count ?? 0) {
      line += 1
      let next = try written.next()
      for place in editions.indices {
        let anew = pieces[place][number]
        if let next, next.last == 0x0A, next.dropLast().elementsEqual(anew) { continue }
        tell(place, next.map(Self.text) ?? "", String(decoding: anew, as: UTF8.self))
      }
    }
  }

  private mutating func tell(_ place: Int, _ old: String, _ new: String) {
    editions[place].isSame = false
    guard !FigureComparison.isSame(old[...], new[...], .machine) else { return }
    editions[place].differing += 1
    guard editions[place].findings.count < Verification.told else { return }
    editions[place].findings.append(
      Finding(
        "verify.lineDiffers", .error, at: SourcePosition(file: path, line: line),
        ["written": old, "value": new]))
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 0x0A ? line.dropLast() : line, as: UTF8.self)
  }
}

/// Lines of a file, read piece by piece.
private struct FileLines {
  private let stream: ByteStream
  private var piece: [UInt8] = []
  /// Where the next line begins.
  private var start = 0

  init(_ path: String) throws(Findings) {
    stream = try ByteStream(path: path, limit: .max)
  }

  /// The next line with what ends it; `nil` at the end.
  mutating func next() throws(Findings) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = piece[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return piece[start...end]
      }
      guard let more = try stream.next() else {
        defer { start = piece.count }
        return start < piece.count ? piece[start...] : nil
      }
      searched = piece.count - start
      piece = Array(piece[start...]) + more
      start = 0
    }
  }
}
