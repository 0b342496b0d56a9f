// SPDX-License-Identifier: GPL-3.0-or-later

/// A workbook as Excel writes it, made by hand: shared strings with runs, absolute targets, styles.
public struct ExcelBook: Sendable {
  /// One cell, with its XML but for its place.
  public enum Cell: Sendable {
    /// Nothing.
    case none
    /// A text that cells share.
    case shared(String)
    /// A text in runs, with letters that tell how it is spoken.
    case runs([String])
    /// A text of its own.
    case inline(String)
    /// A number with a style.
    case number(String, style: Int)
    /// A formula with its value, if it has one.
    case formula(String, value: String?)
    /// A formula that gives a text.
    case formulaText(String, value: String)
    /// Yes or no.
    case flag(Bool)
    /// A fault.
    case fault(String)
    /// A day as text.
    case day(String)
  }

  /// Codes of the styles from 1: cells name them by their place.
  public static let codes = [
    "0\\ %", "#,##0\\ \"€\"", "dd/mm/yyyy", "yyyy", "000000000",
    "_-* #,##0.00\\ [$€-40C]_-;\\-* #,##0.00\\ [$€-40C]_-", "#,##0.0,,\\ \"M€\"", "#,##0\\ \"k€\"",
  ]

  /// Sheets in order: name, XML of rows, what comes after them.
  public var sheets: [(name: String, rows: [[Cell]])]
  /// Joined cells of a sheet.
  public var merges: [String: [String]] = [:]
  /// Rows of a sheet, from 1, that are hidden.
  public var hidden: [String: Set<Int>] = [:]
  /// Whether days are counted from 1904.
  public var from1904 = false
  /// Parts that take the place of others, or stand beside them; `nil`: the part is left out.
  public var parts: [String: String?] = [:]
  /// Type of the main part.
  public var mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  /// Creates a workbook.
  public init(_ sheets: [(name: String, rows: [[Cell]])]) { self.sheets = sheets }

  /// The file.
  public var bytes: [UInt8] {
    var strings: [String] = []
    var all: [(String, String)] = []
    for (number, sheet) in sheets.enumerated() {
      all.append(("xl/worksheets/sheet\(number + 1).xml", xml(of: sheet, &strings)))
    }
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let listed = sheets.enumerated().map {
      "<sheet name=\"\(Self.escaped($1.name))\" sheetId=\"\($0 + 7)\" r:id=\"rId\($0 + 1)\"/>"
    }
    all.append(
      (
        "xl/workbook.xml",
        head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr"
          + (from1904 ? " date1904=\"1\"" : "") + "/><sheets>\(listed.joined())</sheets></workbook>"
      ))
    // Excel names parts from the root, LibreOffice from the folder.
    var relations = sheets.indices.map { place in
      let target =
        place.isMultiple(of: 2)
        ? "/xl/worksheets/sheet\(place + 1).xml" : "worksheets/sheet\(place + 1).xml"
      return "<Relationship Id=\"rId\(place + 1)\" Type=\"\(office)/worksheet\" "
        + "Target=\"\(target)\"/>"
    }
    relations.append(
      "<Relationship Id=\"s1\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>")
    relations.append("<Relationship Id=\"s2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>")
    let rels = "<Relationships xmlns=\"\(package)/relationships\">"
    all.append(
      ("xl/_rels/workbook.xml.rels", head + rels + relations.joined() + "</Relationships>"))
    all.append(
      (
        "_rels/.rels",
        head + rels + "<Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ))
    all.append(
      (
        "xl/sharedStrings.xml",
        head + "<sst xmlns=\"\(main)\">\(strings.joined())</sst>"
      ))
    let formats = Self.codes.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(Self.escaped($1))\"/>"
    }
    let styles = Self.codes.indices.map { "<xf numFmtId=\"\(164 + $0)\" xfId=\"0\"/>" }
    all.append(
      (
        "xl/styles.xml",
        head + "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats.joined())</numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
          + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
      ))
    all.append(
      (
        "[Content_Types].xml",
        head + "<Types xmlns=\"\(package)/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(mainType)\"/></Types>"
      ))
    var zip = StoredZip()
    for (name, text) in all {
      if let other = parts[name] {
        if let other { zip.add(Array(other.utf8), as: name) }
      } else {
        zip.add(Array(text.utf8), as: name)
      }
    }
    let names = Set(all.map(\.0))
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      if let text { zip.add(Array(text.utf8), as: name) }
    }
    return zip.archive
  }

  private func xml(
    of sheet: (name: String, rows: [[Cell]]), _ strings: inout [String]
  ) -> String {
    var rows = ""
    for (number, cells) in sheet.rows.enumerated() {
      let row = number + 1
      let isHidden = hidden[sheet.name]?.contains(row) == true
      rows += "<row r=\"\(row)\"\(isHidden ? " hidden=\"1\"" : "")>"
      for (column, cell) in cells.enumerated() {
        let place = "\(Self.letters(column))\(row)"
        rows += Self.xml(of: cell, at: place, &strings)
      }
      rows += "</row>"
    }
    let joined = (merges[sheet.name] ?? []).map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + "<sheetData>\(rows)</sheetData><mergeCells>\(joined)</mergeCells></worksheet>"
  }

  private static func xml(of cell: Cell, at place: String, _ strings: inout [String]) -> String {
    switch cell {
    case .none: return ""
    case .shared(let text):
      strings.append("<si><t xml:space=\"preserve\">\(escaped(text))</t></si>")
      return "<c r=\"\(place)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
    case .runs(let texts):
      let runs = texts.map { "<r><rPr><b/></rPr><t xml:space=\"preserve\">\(escaped($0))</t></r>" }
      strings.append("<si>\(runs.joined())<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>")
      return "<c r=\"\(place)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
    case .inline(let text):
      return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    case .number(let number, let style):
      return "<c r=\"\(place)\" s=\"\(style)\"><v>\(number)</v></c>"
    case .formula(let formula, let value):
      let value = value.map { "<v>\($0)</v>" } ?? ""
      return "<c r=\"\(place)\"><f>\(escaped(formula))</f>\(value)</c>"
    case .formulaText(let formula, let value):
      return "<c r=\"\(place)\" t=\"str\"><f>\(escaped(formula))</f><v>\(escaped(value))</v></c>"
    case .flag(let flag): return "<c r=\"\(place)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>"
    case .fault(let fault): return "<c r=\"\(place)\" t=\"e\"><f>A1</f><v>\(fault)</v></c>"
    case .day(let day): return "<c r=\"\(place)\" t=\"d\"><v>\(day)</v></c>"
    }
  }

  private static func letters(_ column: Int) -> String {
    let first = column / 26
    let last = String(Character(Unicode.Scalar(UInt8(65 + column % 26))))
    return first == 0 ? last : String(Character(Unicode.Scalar(UInt8(64 + first)))) + last
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
