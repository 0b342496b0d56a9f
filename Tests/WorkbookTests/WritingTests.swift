// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Testing

@testable import Workbook

@Suite struct `Writing a workbook` {
  private let sheetPart = "xl/worksheets/sheet1.xml"

  @Test func `numbers are numbers, texts are texts, formulas have their value`() throws {
    let book = Books.book {
      $0.put(.text("010000024"), at: CellPlace(0, 0))
      $0.put(.number(1234.5), at: CellPlace(0, 1), style: CellStyle(numberFormat: "#,##0.00"))
      $0.put(.formula("=SUM(B1:B1)", .number(1234.5)), at: CellPlace(0, 2))
      $0.put(.formula("=IF(B1>0,\"oui\",\"non\")", .text("oui")), at: CellPlace(0, 3))
    }
    let bytes = try book.bytes(for: "x.xlsx", scratch: Books.scratch)
    let sheet = try Books.part(sheetPart, of: bytes)
    #expect(sheet.contains("<c r=\"A1\" t=\"s\"><v>0</v></c>"))
    #expect(sheet.contains(#/<c r="B1" s="\d+"><v>1234\.5</v></c>/#))
    #expect(sheet.contains("<c r=\"C1\"><f>SUM(B1:B1)</f><v>1234.5</v></c>"))
    #expect(
      sheet.contains("<c r=\"D1\" t=\"str\"><f>IF(B1&gt;0,\"oui\",\"non\")</f><v>oui</v></c>"))
    #expect(try Books.part("xl/sharedStrings.xml", of: bytes).contains("<t>010000024</t>"))
    #expect(try Books.part("xl/styles.xml", of: bytes).contains("formatCode=\"#,##0.00\""))
  }

  @Test(arguments: [
    "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", "{=1}", "http://example.org", "a\nb", "  x ",
    "<b>&\"'", "_x0041_", "=HYPERLINK(\"x\")", "\u{1F3E5}é",
  ])
  func `a text stays the text it is, and is never computed`(text: String) throws {
    let book = Books.book { $0.put(.text(text), at: CellPlace(2, 1)) }
    let bytes = try book.bytes(for: "x.xlsx", scratch: Books.scratch)
    let sheet = try Books.part(sheetPart, of: bytes)
    #expect(sheet.contains("<c r=\"B3\" t=\"s\"><v>0</v></c>"))
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
    let written = try Books.part("xl/sharedStrings.xml", of: bytes)
    let match = try #require(written.firstMatch(of: #/<t[^>]*>([^<]*)</t>/#))
    let read = String(match.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      .replacing("_x005F_", with: "_")
    #expect(read == text)
  }

  @Test func `equal workbooks give equal bytes`() throws {
    let book = Books.book { $0.put(.number(1), at: CellPlace(0, 0)) }
    let first = try book.bytes(for: "x.xlsx", scratch: Books.scratch)
    #expect(try book.bytes(for: "y.xlsx", scratch: Books.scratch) == first)
    #expect(WorkbookDocument.wrote(first) && !WorkbookDocument.wrote(Array("PK, no".utf8)))
    #expect(try Books.part("docProps/core.xml", of: first).contains("2023-11-14T22:13:20Z"))
  }

  @Test func `tables, charts, looks and limits of what is typed are in the file`() throws {
    let source = { (range: CellRange) in
      SheetChart.Source(sheet: "L’un & l'autre", range: range)
    }
    let book = Books.book { sheet in
      let titles = CellRange(CellPlace(0, 0), CellPlace(2, 1))
      sheet.tables.append(
        SheetTable(
          name: "Montants", range: titles, titles: ["Année", "Euros"], titleStyle: .plain))
      for row in 1...2 {
        sheet.put(.text("202\(row)"), at: CellPlace(row, 0))
        sheet.put(.number(Double(row)), at: CellPlace(row, 1))
      }
      sheet.charts.append(
        SheetChart(
          .lines, title: "Euros", description: "Deux années", at: CellPlace(4, 0),
          size: .init(width: 600, height: 300), numberFormat: "0",
          series: [
            .init(
              name: source(CellRange.row(0, columns: 1..<2)),
              categories: source(CellRange.column(0, rows: 1..<3)),
              values: source(CellRange.column(1, rows: 1..<3)), colour: 0x1F3A68, isDashed: true)
          ]))
      sheet.highlights.append(
        Highlight(
          CellRange.column(1, rows: 1..<3), where: "=$B2>1", style: CellStyle(background: 0xFF0000))
      )
      sheet.validations.append(
        Validation(
          CellRange.column(1, rows: 1..<3), .wholeNumber(atLeast: 0), title: "Montant",
          message: "Des euros entiers"))
      sheet.putAcross(
        "long", CellRange.row(3, columns: 0..<2), style: CellStyle(wraps: true), height: 40)
      sheet.frozen = CellPlace(1, 1)
      sheet.repeatedRow = 0
      sheet.widths = [12, 20]
    }
    let bytes = try book.bytes(for: "x.xlsx", scratch: Books.scratch)
    let sheet = try Books.part(sheetPart, of: bytes)
    #expect(sheet.contains("<cfRule type=\"expression\"") && sheet.contains("$B2&gt;1"))
    #expect(sheet.contains("<dataValidation type=\"whole\" operator=\"greaterThanOrEqual\""))
    #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<mergeCell ref=\"A4:B4\"/>"))
    #expect(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("ht=\"40\""))
    let table = try Books.part("xl/tables/table1.xml", of: bytes)
    #expect(table.contains("displayName=\"Montants\"") && table.contains("ref=\"A1:B3\""))
    #expect(table.contains("<autoFilter ref=\"A1:B3\"/>") && table.contains("name=\"Année\""))
    let chart = try Books.part("xl/charts/chart1.xml", of: bytes)
    #expect(chart.contains("<c:f>'L’un &amp; l''autre'!$B$2:$B$3</c:f>"))
    #expect(chart.contains("1F3A68"))
    #expect(try Books.part("xl/drawings/drawing1.xml", of: bytes).contains("descr=\"Deux années\""))
    #expect(try Books.part("xl/workbook.xml", of: bytes).contains("_xlnm.Print_Titles"))
  }

  @Test func `what a workbook cannot hold is said with its place, and nothing is made`() throws {
    let long = Books.book {
      $0.put(.text(String(repeating: "é", count: 32_768)), at: CellPlace(4, 2))
    }
    let endless = Books.book { $0.put(.number(.infinity), at: CellPlace(0, 27)) }
    let none = Books.book { $0.put(.formula("=1/0", .number(.nan)), at: CellPlace(0, 0)) }
    for (book, code, cell) in [
      (long, "workbook.textTooLong", "C5"), (endless, "workbook.notFinite", "AB1"),
      (none, "workbook.notFinite", "A1"),
    ] {
      let findings = try #require(throws: Findings.self) {
        try book.bytes(for: "plan.xlsx", scratch: Books.scratch)
      }
      let finding = try #require(findings.all.first)
      #expect(finding.code.rawValue == code && finding.arguments["cell"] == cell)
      #expect(finding.position?.file == "plan.xlsx")
    }
    let longest = Books.book {
      $0.put(.text(String(repeating: "é", count: 32_767)), at: CellPlace(0, 0))
    }
    #expect(try longest.bytes(for: "x", scratch: Books.scratch).count > 100)
  }

  @Test func `a folder of temporary files that is none, or is too small, is said`() throws {
    let book = Books.book { $0.put(.number(1), at: CellPlace(0, 0)) }
    let missing = try #require(throws: Findings.self) {
      try book.bytes(for: "plan.xlsx", scratch: "/nowhere/at/all")
    }
    #expect(missing.all.first?.code == "workbook.noScratch")
    // No disk has that much room.
    let small = try #require(throws: Findings.self) {
      try ScratchFolder(path: Books.scratch).check(room: .max, for: "plan.xlsx")
    }
    #expect(small.all.first?.code == "workbook.scratchFull")
  }

  @Test func `a name of a sheet that is none is a fault of the library, told as such`() throws {
    var book = Books.book { _ in }
    book.sheets = [Sheet(name: "a/b")]
    let findings = try #require(throws: Findings.self) {
      try book.bytes(for: "plan.xlsx", scratch: Books.scratch)
    }
    #expect(findings.all.first?.code == "workbook.library")
  }
}

@Suite struct `Reading a workbook back` {
  private static func book(rows: Int) -> WorkbookDocument {
    Books.book { sheet in
      for row in 0..<rows { sheet.put(.number(Double(row)), at: CellPlace(row, 0)) }
    }
  }

  @Test func `a cell that is missing, or a part that is cut short, is noticed`() throws {
    let bytes = try Self.book(rows: 40).bytes(for: "x", scratch: Books.scratch)
    let other = WorkbookCheck(document: Self.book(rows: 41), file: "x", scratch: Books.scratch)
    #expect(throws: Findings.self) { try other.check(bytes) }
    let same = WorkbookCheck(document: Self.book(rows: 40), file: "x", scratch: Books.scratch)
    try same.check(bytes)
    #expect(throws: Findings.self) { try same.check(Array(bytes.dropLast(60))) }
    var turned = bytes
    turned[bytes.count / 3] ^= 0x55
    #expect(throws: Findings.self) { try same.check(turned) }
  }

  @Test func `elements of a part are all closed, or it is cut short`() {
    func count(_ text: String) -> Int? { WorkbookCheck.elements(of: Array(text.utf8)) }
    #expect(count("<?xml version=\"1.0\"?><a><c r=\"A1\"/><c r=\"B1\"><v>1</v></c></a>") == 2)
    #expect(count("<a b=\"x>y\"><cols/></a>") == 0)
    #expect(count("<a><b></a>") == nil)
    #expect(count("<a>") == nil)
    #expect(count("<a></a") == nil)
    #expect(count("") == nil)
    #expect(count("<a/></b>") == nil)
    #expect(count("<>") == nil)
  }

  @Test func `an archive that is none, damaged, or larger than allowed, is told apart`() throws {
    #expect(throws: ZipArchive.Fault.damaged) { try ZipArchive([]) }
    #expect(throws: ZipArchive.Fault.damaged) { try ZipArchive(Array(repeating: 0, count: 400)) }
    let bytes = try Self.book(rows: 3).bytes(for: "x", scratch: Books.scratch)
    #expect(throws: ZipArchive.Fault.tooLarge) { try ZipArchive(bytes, limit: 1000) }
    let archive = try ZipArchive(bytes)
    #expect(archive.names.contains("xl/workbook.xml"))
    #expect(try archive.part("nothing") == nil)
    // Whatever single byte is turned: a fault or the same parts, never a crash or another content.
    let parts = try archive.names.map { try archive.part($0) }
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var turned = bytes
      turned[place] ^= 0xFF
      guard let other = try? ZipArchive(turned) else { continue }
      for (name, part) in zip(archive.names, parts) {
        guard let read = try? other.part(name) else { continue }
        #expect(read == part, "\(place)")
      }
    }
  }
}
