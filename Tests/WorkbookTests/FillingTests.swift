// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import TestSupport
import Testing

@testable import Workbook

@Suite struct `A workbook that is filled` {
  private static let results: [Sheet] = {
    var sheet = Sheet(name: "Plan – A & B")
    sheet.widths = [12, 30]
    sheet.frozen = CellPlace(1, 1)
    sheet.put(.text("<Total> \u{1}_x0041_"), at: CellPlace(0, 0), style: CellStyle(isBold: true))
    sheet.put(
      .formula("=SUM(B1:B9)", .number(12.5)), at: CellPlace(1, 1),
      style: CellStyle(numberFormat: "#,##0\\ \"€\"", background: 0xDCE6F5, hasLineAbove: true))
    sheet.putAcross("long", CellRange.row(3, columns: 0..<2), height: 30)
    return [sheet]
  }()

  private static var book: ExcelBook {
    var book = ExcelBook([
      ("a", [[.shared("x"), .number("0.5", style: 1)]]),
      ("mine", [[.formula("a!B1*2", value: "1")]]),
    ])
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    book.parts["xl/comments7.xml"] = "<comments xmlns=\"\(main)\"/>"
    book.parts["xl/charts/chart1.xml"] = "<c:chartSpace xmlns:c=\"c\"/>"
    book.parts["xl/styles.xml"] = """
      <styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="170" formatCode="0\\ %"/>\
      </numFmts><fonts count="1" x14ac:knownFonts="1" xmlns:x14ac="x"><font><sz val="9"/></font>\
      </fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders>\
      <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>
      """
    return book
  }

  @Test func `has the sheets at its end, and every other part byte for byte`() throws {
    let before = Self.book.bytes
    let after = try WorkbookPackage(before, file: "a.xlsx").filled(with: Self.results)
    let (old, new) = (try ZipArchive(before), try ZipArchive(after))
    let listing: Set = [
      "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml",
    ]
    for name in old.names where !listing.contains(name) {
      #expect(try old.part(name) == new.part(name), "\(name)")
    }
    #expect(new.names == old.names + ["xl/worksheets/releve1.xml"])
    let package = try WorkbookPackage(after, file: "a.xlsx")
    #expect(package.sheetNames == ["a", "mine", "Plan – A & B"])
    #expect(
      try package.sheet("a")?.rows[0].cells.map(\.content) == [
        .text("x"), .number(0.5, .percent),
      ])
    let sheet = try #require(try package.sheet("Plan – A & B"))
    #expect(
      sheet.rows.map { $0.cells.map(\.content.text) } == [
        ["<Total> _x0041_"], ["12.5 €"], ["long"],
      ])
    #expect(sheet.merges == [CellRange.row(3, columns: 0..<2)])
    let styles = String(decoding: try #require(try new.part("xl/styles.xml")), as: UTF8.self)
    #expect(styles.contains("<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/>"))
    #expect(
      styles.contains("<fonts count=\"3\" x14ac:knownFonts")
        && styles.contains("count=\"2\"><numFmt"))
    let list = String(decoding: try #require(try new.part("xl/workbook.xml")), as: UTF8.self)
    #expect(list.contains("</sheets><calcPr fullCalcOnLoad=\"1\"/>"))
  }

  @Test func `has them renewed at their place the second time`() throws {
    let first = try WorkbookPackage(Self.book.bytes, file: "a.xlsx").filled(with: Self.results)
    var other = Sheet(name: "Plan – A & B")
    other.put(.number(7), at: CellPlace(0, 0))
    let second = try WorkbookPackage(first, file: "a.xlsx").filled(with: [other])
    let package = try WorkbookPackage(second, file: "a.xlsx")
    #expect(package.sheetNames == ["a", "mine", "Plan – A & B"])
    #expect(try package.sheet("Plan – A & B")?.rows.map { $0.cells.map(\.content.text) } == [["7"]])
    #expect(try ZipArchive(second).names == ZipArchive(first).names)
  }

  @Test func `asks for its formulas to be computed, where that is not asked yet`() {
    let wish = "<calcPr fullCalcOnLoad=\"1\" calcId=\"9\"/>"
    #expect(WorkbookPackage.computedAnew("<a><calcPr calcId=\"9\"/></a>") == "<a>\(wish)</a>")
    #expect(WorkbookPackage.computedAnew(wish) == wish)
    #expect(
      WorkbookPackage.computedAnew("<sheets></sheets><definedNames></definedNames><x/>")
        == "<sheets></sheets><definedNames></definedNames><calcPr fullCalcOnLoad=\"1\"/><x/>")
  }

  @Test func `is refused where its looks are not written as spreadsheets do`() throws {
    var book = Self.book
    book.parts["xl/styles.xml"] = "<s:styleSheet xmlns:s=\"s\"><s:cellXfs/></s:styleSheet>"
    let package = try WorkbookPackage(book.bytes, file: "a.xlsx")
    do {
      _ = try package.filled(with: Self.results)
      Issue.record("it was filled")
    } catch {
      #expect(error.all.map(\.code.rawValue) == ["workbook.cannotFill"])
    }
  }
}
