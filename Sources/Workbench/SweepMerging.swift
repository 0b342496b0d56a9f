// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
public import Report
import RunStore
public import Wording

/// Results of shares of a sweep, to be put together.
public struct MergeRequest: Sendable {
  /// The results of the shares; of each, the table or the file of SQLite.
  public var parts: [String]
  /// The results together: a name that ends in `.csv` or `.sqlite`; both files are written.
  public var out: String
  /// Whether earlier results at the place are replaced.
  public var replaces: Bool
  /// Language of the messages in the table.
  public var language: Language

  /// Creates a request.
  public init(
    parts: [String], out: String, replaces: Bool = false, language: Language = .french
  ) {
    self.parts = parts
    self.out = out
    self.replaces = replaces
    self.language = language
  }
}

extension Workbench {
  /// Puts the results of shares of one sweep together.
  ///
  /// Cases may be missing: the result can be gone on with by the sweep as a whole.
  ///
  /// - Parameters:
  ///   - request: Which results, and where they go.
  ///   - width: Columns of the screen.
  /// - Returns: Everything about the cases.
  /// - Throws: `Findings` where a part is missing, damaged or of another sweep, where two hold the
  ///   same case, or where the results cannot be written; nothing is written then.
  public func mergeSweeps(
    _ request: MergeRequest, width: Int = Screen.standardWidth
  ) throws(Findings) -> SweepResult {
    let place = SweepPlace(request.out)
    let parts = request.parts.map { SweepPlace($0).store }
    if parts.contains(place.store) {
      throw Findings(
        Finding("sweep.mergeOntoPart", .error, at: SourcePosition(file: place.store)))
    }
    let standing = try place.check(replacing: request.replaces)
    if standing != .free, !request.replaces {
      throw Findings(Finding("tables.outputExists", .error, at: SourcePosition(file: place.store)))
    }
    let (description, files) = try read(parts)
    defer { for file in files { file.close() } }
    if standing != .free { try SweepFile.remove(place.store) }
    let file = try SweepFile.create(place.store, description, from: files)
    defer { file.close() }
    let axes = try description.axes.enumerated().map { column, path throws(Findings) in
      SweepAxis(path: path, values: try file.values(ofAxis: column))
    }
    let outcome = SweepOutcome(
      title: description.title, axes: axes, wanted: description.wanted, tally: try file.tally())
    try writeTable(outcome, place, file, request.language)
    return SweepResult(
      outcome: outcome, file: place.table, store: place.store, parts: parts.count, screen: nil,
      language: request.language, width: width, origin: nil)
  }

  /// Opens the parts; every fault is told at once.
  ///
  /// - Returns: What the sweep is as a whole, and the files of its shares.
  private func read(
    _ parts: [String]
  ) throws(Findings) -> (SweepDescription, [SweepFile]) {
    var findings = Findings()
    var whole: SweepDescription?
    var files: [SweepFile] = []
    // For each case the file that holds it, from 1; four bytes each.
    var origins: [Int32] = []
    for path in parts {
      do throws(Findings) {
        let file = try SweepFile.open(path)
        files.append(file)
        if let whole {
          try SweepDifferences.refuse(file.sweep, where: whole, at: path, ignoresShards: true)
        } else {
          whole = file.sweep
          origins = [Int32](repeating: 0, count: file.sweep.wanted)
        }
        try Self.note(file, number: files.count, in: &origins, files)
      } catch {
        findings.add(contentsOf: error)
      }
    }
    do throws(Findings) {
      try findings.throwIfErrors()
      guard var whole else { throw Findings(Finding("sweep.noParts", .error, at: nil)) }
      whole.shard = nil
      whole.traits.removeAll { $0.kind == .shard }
      return (whole, files)
    } catch {
      for file in files { file.close() }
      throw error
    }
  }

  /// Notes which cases a file holds; each may come once.
  private static func note(
    _ file: SweepFile, number: Int, in origins: inout [Int32], _ files: [SweepFile]
  ) throws(Findings) {
    var findings = Findings()
    try file.eachStatus { place, _ in
      guard origins.indices.contains(place - 1) else {
        return findings.add(
          Finding(
            "store.damaged", .error, at: SourcePosition(file: file.path),
            ["message": "number (\(place))"]))
      }
      let other = Int(origins[place - 1])
      origins[place - 1] = Int32(number)
      guard other > 0, findings.all.isEmpty else { return }
      findings.add(
        Finding(
          "sweep.caseTwice", .error, at: SourcePosition(file: file.path),
          ["number": "\(place)", "other": files[other - 1].path]))
    }
    try findings.throwIfErrors()
  }
}

extension SweepFile {
  /// What its cases came to.
  ///
  /// - Throws: findings where it cannot be read, or holds what no version of the tool writes.
  func tally() throws(Findings) -> SweepTally {
    var tally = SweepTally()
    try eachCase { tally.addFromFile($1) }
    return tally
  }

  /// Tells the number of every case, with how it ended.
  ///
  /// - Throws: findings where it cannot be read, or holds what no version of the tool writes.
  func eachCase(_ tell: (Int, CaseStatus) -> Void) throws(Findings) {
    var unknown: Int?
    try eachStatus { number, name in
      guard let status = CaseStatus(rawValue: name) else { return unknown = number }
      tell(number, status)
    }
    guard let unknown else { return }
    throw Findings(
      Finding(
        "store.damaged", .error, at: SourcePosition(file: path),
        ["message": "status (\(unknown))"]))
  }
}
