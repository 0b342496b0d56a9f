// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import TestSupport
import Testing

@testable import Workbook

@Suite struct `A workbook that is read` {
  private static func sheet(_ cells: [ExcelBook.Cell], from1904: Bool = false) throws -> ReadSheet {
    var book = ExcelBook([("Feuille & un", [cells])])
    book.from1904 = from1904
    let package = try WorkbookPackage(book.bytes, file: "a.xlsx")
    #expect(package.sheetNames == ["Feuille & un"])
    return try #require(try package.sheet("Feuille & un"))
  }

  private static func texts(_ cells: ExcelBook.Cell..., from1904: Bool = false) throws -> [String] {
    try sheet(cells, from1904: from1904).rows.flatMap { $0.cells.map(\.content.text) }
  }

  @Test func `gives texts as they are, runs and letters that XML cannot hold included`() throws {
    #expect(
      try Self.texts(
        .shared(" a & b "), .runs(["gras", " et ", "pas"]), .inline("<x>"), .shared("a_x000A_b"),
        .formulaText("A1", value: "é"))
        == [" a & b ", "gras et pas", "<x>", "a\nb", "é"])
  }

  @Test func `gives numbers with the unit that their look shows`() throws {
    #expect(
      try Self.texts(
        .number("0.35", style: 1), .number("60000000", style: 2), .number("46023", style: 3),
        .number("46023", style: 4), .number("10000024", style: 5), .number("12.5", style: 6),
        .number("60000000", style: 7), .number("1437", style: 8), .number("0.07", style: 1))
        == [
          "35 %", "60000000 €", "2026-01-01", "2026", "010000024", "12.5 €", "60 M€", "1437 k€",
          "7 %",
        ])
  }

  @Test func `counts days as the workbook says`() throws {
    #expect(
      try Self.texts(
        .number("44561", style: 3), .number("1", style: 3), .number("61", style: 3),
        .day("2026-03-04T00:00:00"))
        == ["2021-12-31", "1900-01-01", "1900-03-01", "2026-03-04"])
    #expect(try Self.texts(.number("44561", style: 3), from1904: true) == ["2026-01-01"])
  }

  @Test func `takes the noise of arithmetic away, and no digit that was meant`() throws {
    #expect(
      try Self.texts(
        .number("0.30000000000000004", style: 0), .number("0.3333333333333333", style: 0),
        .number("1E-5", style: 0), .number("1.5E+20", style: 0), .number("-2.50", style: 0),
        .formula("1+1", value: "61200000.000000007"))
        == ["0.3", "0.3333333333333333", "0.00001", "150000000000000000000", "-2.5", "61200000"])
  }

  @Test func `tells formulas without value, faults and flags apart`() throws {
    let cells = try Self.sheet([
      .formula("A2", value: nil), .fault("#REF!"), .flag(true), .formula("A2", value: "4"),
    ]).rows[0].cells
    #expect(
      cells.map(\.content) == [
        .formulaWithoutValue, .fault("#REF!"), .flag(true), .number(4, .plain),
      ])
    #expect(cells.map(\.column) == [0, 1, 2, 3])
  }

  /// A file that is no workbook to be read, with the code that tells it.
  struct Bad: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let code: String
    var testDescription: String { name }
  }

  static var bad: [Bad] {
    let plain = ExcelBook([("a", [[.shared("x")]])])
    func with(_ change: (inout ExcelBook) -> Void) -> [UInt8] {
      var book = plain
      change(&book)
      return book.bytes
    }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let locked = Array("EncryptedPackage".utf8).flatMap { byte -> [UInt8] in [byte, 0] }
    var openDocument = StoredZip()
    openDocument.add(
      Array("application/vnd.oasis.opendocument.spreadsheet".utf8), as: "mimetype")
    openDocument.add(Array("<a/>".utf8), as: "content.xml")
    var other = StoredZip()
    other.add(Array("x".utf8), as: "a.txt")
    let doctype = """
      <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>
      """
    let bomb = """
      <!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>
      """
    return [
      Bad(name: "a text", bytes: Array("id;name\n".utf8), code: "workbook.notWorkbook"),
      Bad(name: "nothing", bytes: [], code: "workbook.notWorkbook"),
      Bad(name: "another archive", bytes: other.archive, code: "workbook.notWorkbook"),
      Bad(name: "an .ods", bytes: openDocument.archive, code: "workbook.openDocument"),
      Bad(name: "an .xls", bytes: compound, code: "workbook.oldFormat"),
      Bad(name: "a password", bytes: compound + locked, code: "workbook.passwordProtected"),
      Bad(
        name: "macros by their type",
        bytes: with { $0.mainType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" },
        code: "workbook.macros"),
      Bad(
        name: "macros by their part", bytes: with { $0.parts["xl/vbaProject.bin"] = "x" },
        code: "workbook.macros"),
      Bad(
        name: "an .xlsb",
        bytes: with { $0.mainType = "application/vnd.ms-excel.sheet.binary.main" },
        code: "workbook.oldFormat"),
      Bad(
        name: "cut off", bytes: Array(plain.bytes.dropLast(40)), code: "workbook.archiveDamaged"),
      Bad(
        name: "one byte changed",
        bytes: {
          var bytes = plain.bytes
          bytes[80] ^= 0xFF
          return bytes
        }(), code: "workbook.archiveDamaged"),
      Bad(
        name: "without its sheet list",
        bytes: with { $0.parts["xl/workbook.xml"] = .some(nil) }, code: "workbook.partMissing"),
      Bad(
        name: "without relations", bytes: with { $0.parts["_rels/.rels"] = .some(nil) },
        code: "workbook.partMissing"),
      Bad(
        name: "texts not closed",
        bytes: with { $0.parts["xl/sharedStrings.xml"] = "<sst><si>" },
        code: "workbook.partDamaged"),
      Bad(
        name: "a file of the machine",
        bytes: with { $0.parts["xl/sharedStrings.xml"] = doctype }, code: "workbook.documentType"),
      Bad(
        name: "entities of entities",
        bytes: with { $0.parts["xl/sharedStrings.xml"] = bomb }, code: "workbook.documentType"),
    ]
  }

  @Test(arguments: bad) func `is refused where it is none`(bad: Bad) throws {
    do {
      let package = try WorkbookPackage(bad.bytes, file: "a.xlsx")
      for name in package.sheetNames { _ = try package.sheet(name) }
      Issue.record("it was read")
    } catch {
      #expect(error.all.map(\.code.rawValue) == [bad.code])
      #expect(error.all.first?.position?.file == "a.xlsx")
    }
  }

  @Test func `is refused before it is unpacked where it says that it is too large`() throws {
    // The list of parts says 1 GB of the last part.
    var bytes = ExcelBook([("a", [[.shared("x")]])]).bytes
    let place = try #require(
      bytes.indices.dropLast(4).last {
        Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 0x01, 0x02]
      })
    for (offset, byte) in [UInt8](arrayLiteral: 0, 0, 0, 0x40).enumerated() {
      bytes[place + 24 + offset] = byte
    }
    #expect(throws: Findings.self) { try WorkbookPackage(bytes, file: "a.xlsx") }
    do {
      _ = try WorkbookPackage(bytes, file: "a.xlsx")
    } catch {
      #expect(error.all.map(\.code.rawValue) == ["workbook.unpacksTooLarge"])
    }
    // 64 MB that a few bytes become.
    for (offset, byte) in [UInt8](arrayLiteral: 0, 0, 0, 0x04).enumerated() {
      bytes[place + 24 + offset] = byte
    }
    do {
      _ = try WorkbookPackage(bytes, file: "a.xlsx")
    } catch {
      #expect(error.all.map(\.code.rawValue) == ["workbook.unpacksTooLarge"])
    }
  }
}
