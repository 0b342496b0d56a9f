// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Testing

@testable import Tables

/// The codes of the errors that `work` throws.
func codes(_ work: () throws(Findings) -> Void) -> [String] {
  do {
    try work()
    return []
  } catch {
    return error.all.map(\.code.rawValue)
  }
}

/// Runs `work` in a folder of its own, which is removed afterwards.
func inTemporaryFolder(_ work: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "releve-tables-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try work(folder.path)
}

@Suite struct `Reading a text file` {
  private func decoded(_ bytes: [UInt8]) throws -> TextFile {
    try TextFile(path: "t.csv", undecoded: bytes)
  }

  @Test func `a byte order mark is not part of the text`() throws {
    let file = try decoded([0xEF, 0xBB, 0xBF] + Array("id;é".utf8))
    #expect(file.text == "id;é")
    #expect(file.report.hasByteOrderMark)
    #expect(file.report.encoding == .utf8)
  }

  @Test func `accents on one byte are ISO-8859-1`() throws {
    let file = try decoded([0x43, 0xE9, 0x0A, 0x44])
    #expect(file.text == "Cé\nD")
    #expect(file.report.encoding == .iso8859p1)
    #expect(file.report.firstWindows1252Line == 1)
    #expect(file.report.asciiLines == 1)
  }

  @Test func `an oe ligature on one byte is Windows-1252`() throws {
    let file = try decoded([0x8C, 0x55, 0x20, 0x80])
    #expect(file.text == "ŒU €")
    #expect(file.report.encoding == .windows1252)
  }

  @Test func `lines of two encodings in one file are each read as they are written`() throws {
    let file = try decoded(Array("Hôpital\n".utf8) + [0x48, 0xF4, 0x70, 0x0A] + Array("é".utf8))
    #expect(file.text == "Hôpital\nHôp\né")
    #expect(file.report.encoding == .mixed)
    #expect(file.report.utf8Lines == 2)
    #expect(file.report.windows1252Lines == 1)
    #expect(file.report.firstWindows1252Line == 2)
  }

  @Test func `a byte that no encoding explains is told`() throws {
    let file = try decoded([0x41, 0x81])
    #expect(file.text == "A\u{FFFD}")
    #expect(file.findings.all.map(\.code.rawValue) == ["tables.undefinedBytes"])
  }

  @Test(
    arguments: [
      [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0xAF], [0xE2, 0x82], [0xC3],
    ] as [[UInt8]])
  func `bytes that only look like UTF-8 are not taken for it`(bytes: [UInt8]) throws {
    #expect(try decoded(bytes).report.utf8Lines == 0)
  }

  @Test func `UTF-16, workbooks and binary files are refused with their kind`() {
    func code(_ bytes: [UInt8]) -> [String] {
      codes { () throws(Findings) in _ = try TextFile(path: "x", undecoded: bytes) }
    }
    #expect(code([0xFF, 0xFE, 0x41, 0x00]) == ["tables.utf16"])
    #expect(code([0x41, 0x00, 0x42, 0x00, 0x43, 0x00]) == ["tables.utf16"])
    #expect(code([0x50, 0x4B, 0x03, 0x04, 0x00]) == ["tables.workbook"])
    #expect(code(Array("a;b\n1;".utf8) + [0x00]) == ["tables.notText"])
  }

  @Test func `a missing file and a folder are told apart`() throws {
    try inTemporaryFolder { folder in
      #expect(
        codes { () throws(Findings) in _ = try TextFile(path: "\(folder)/no.csv") }
          == ["tables.fileMissing"])
      #expect(
        codes { () throws(Findings) in _ = try TextFile(path: folder) } == ["tables.fileIsFolder"])
    }
  }

  @Test func `an archive that unpacks beyond the limit is refused`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/bomb.csv.gz"
      try Data(zeroBomb).write(to: URL(filePath: path))
      #expect(
        codes { () throws(Findings) in _ = try TextFile(path: path, limit: 1000) }
          == ["tables.fileTooLarge"])
      #expect(try TextFile(path: path).bytes.count == 3000)
    }
  }

  @Test func `an archive cut short is told, never taken for its first half`() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/cut.csv.gz"
      for length in 3..<zeroBomb.count {
        try Data(zeroBomb.prefix(length)).write(to: URL(filePath: path))
        #expect(
          codes { () throws(Findings) in _ = try TextFile(path: path) } == [
            "tables.archiveDamaged"
          ], "cut at \(length)")
      }
    }
  }

  /// 3,000 letters `a`, packed by gzip.
  private var zeroBomb: [UInt8] {
    Array(
      Data(
        base64Encoded: "H4sIAAAAAAAC/+3BMQEAAADCoKzrX8IaHkABAADvBsg83F64CwAA")
        ?? Data())
  }
}
