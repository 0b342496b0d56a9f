// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import SideBySide

/// Reads a written workbook back: every part is whole, every cell is there.
///
/// The library does not notice where its temporary files are cut short by a full disk.
struct WorkbookCheck {
  let document: WorkbookDocument
  let file: String
  let scratch: String

  /// - Throws: a finding where a part is not whole.
  func check(_ bytes: [UInt8]) throws(Findings) {
    guard let archive = try? ZipArchive(bytes) else { throw fault("zip") }
    _ = try Concurrent.map(archive.names) { name throws(Findings) in
      try check(name, of: archive)
    }
    let sheets = archive.names.compactMap(Self.sheet)
    guard Set(sheets).count == document.sheets.count else { throw fault("sheets") }
  }

  private func check(_ name: String, of archive: ZipArchive) throws(Findings) {
    guard let part = try? archive.part(name), let count = Self.elements(of: part) else {
      throw fault(name)
    }
    guard let sheet = Self.sheet(name) else { return }
    let isRight =
      document.sheets.indices.contains(sheet) && count == document.sheets[sheet].cellCount
    guard isRight else { throw fault(name) }
  }

  private func fault(_ part: String) -> Findings {
    .about(file, .notWhole, ["part": part, "folder": scratch])
  }

  /// Position of the sheet that a part holds; `nil` where it holds none.
  private static func sheet(_ name: String) -> Int? {
    let (start, end) = ("xl/worksheets/sheet", ".xml")
    guard name.hasPrefix(start), name.hasSuffix(end) else { return nil }
    return Int(name.dropFirst(start.count).dropLast(end.count)).map { $0 - 1 }
  }

  /// How many cells (`c`) a part of XML has; `nil` where its elements are not all closed.
  static func elements(of part: [UInt8]) -> Int? {
    part.withUnsafeBufferPointer { bytes -> Int? in
      var (place, depth, cells, elements) = (0, 0, 0, 0)
      let count = bytes.count
      while place < count {
        guard bytes[place] == UInt8(ascii: "<") else {
          place += 1
          continue
        }
        guard let end = self.end(of: bytes, from: place) else { return nil }
        let first = bytes[place + 1]
        if first == UInt8(ascii: "/") {
          depth -= 1
          if depth < 0 { return nil }
        } else if first != UInt8(ascii: "?"), first != UInt8(ascii: "!") {
          elements += 1
          if bytes[end - 1] != UInt8(ascii: "/") { depth += 1 }
          let second = bytes[place + 2]
          if first == UInt8(ascii: "c"), second == UInt8(ascii: " ") { cells += 1 }
        }
        place = end + 1
      }
      return depth == 0 && elements > 0 ? cells : nil
    }
  }

  /// Where a tag ends; a `>` within quotes does not end it.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var place = start + 1
    var isQuoted = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ">"), !isQuoted { return place - start > 1 ? place : nil }
      place += 1
    }
    return nil
  }
}
