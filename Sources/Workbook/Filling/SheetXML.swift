// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a sheet as a part of a workbook that another program wrote.
///
/// Cells hold values, not formulas: they tell what was planned. Charts, tables and looks that depend on
/// values are left out; filters stand in the place of tables.
struct SheetXML {
  let sheet: Sheet

  /// The part.
  ///
  /// - Parameter styles: takes the looks of the cells.
  /// - Returns: its text.
  func text(_ styles: inout AppendedStyles) -> String {
    var rows: [Int: [(column: Int, text: String)]] = [:]
    func put(_ place: CellPlace, _ text: String) {
      rows[place.row, default: []].append((place.column, text))
    }
    for cell in sheet.cells {
      let style = styles.number(of: cell.style)
      put(cell.place, Self.cell(cell.content, at: cell.place, style))
    }
    for merge in sheet.merges {
      let style = styles.number(of: merge.style)
      put(merge.range.first, Self.cell(.text(merge.text), at: merge.range.first, style))
    }
    for table in sheet.tables {
      let style = styles.number(of: table.titleStyle)
      for (offset, title) in table.titles.enumerated() {
        let place = CellPlace(table.range.first.row, table.range.first.column + offset)
        put(place, Self.cell(.text(title), at: place, style))
      }
    }
    var heights: [Int: Double] = [:]
    for height in sheet.heights { heights[height.row] = height.points }
    var text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" + view + columns + "<sheetData>"
    for row in Set(rows.keys).union(heights.keys).sorted() {
      let height = heights[row].map { " ht=\"\($0)\" customHeight=\"1\"" } ?? ""
      text += "<row r=\"\(row + 1)\"\(height)>"
      for cell in (rows[row] ?? []).sorted(by: { $0.column < $1.column }) { text += cell.text }
      text += "</row>"
    }
    text += "</sheetData>"
    if let table = sheet.tables.first { text += "<autoFilter ref=\"\(table.range.name)\"/>" }
    if !sheet.merges.isEmpty {
      let merges = sheet.merges.map { "<mergeCell ref=\"\($0.range.name)\"/>" }
      text += "<mergeCells count=\"\(merges.count)\">\(merges.joined())</mergeCells>"
    }
    return text
      + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" "
      + "footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>"
      + "</worksheet>"
  }

  private var view: String {
    guard let frozen = sheet.frozen else {
      return "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
    }
    let x = frozen.column > 0 ? " xSplit=\"\(frozen.column)\"" : ""
    let y = frozen.row > 0 ? " ySplit=\"\(frozen.row)\"" : ""
    let pane =
      frozen.column > 0 && frozen.row > 0
      ? "bottomRight" : frozen.row > 0 ? "bottomLeft" : "topRight"
    return "<sheetViews><sheetView workbookViewId=\"0\"><pane\(x)\(y) "
      + "topLeftCell=\"\(frozen.name)\" activePane=\"\(pane)\" state=\"frozen\"/>"
      + "</sheetView></sheetViews>"
  }

  private var columns: String {
    guard !sheet.widths.isEmpty else { return "" }
    let columns = sheet.widths.enumerated().map {
      "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"\($1)\" customWidth=\"1\"/>"
    }
    return "<cols>\(columns.joined())</cols>"
  }

  private static func cell(_ content: CellContent, at place: CellPlace, _ style: Int) -> String {
    let start = "<c r=\"\(place.name)\" s=\"\(style)\""
    switch content {
    case .number(let number), .formula(_, .number(let number)):
      return "\(start)><v>\(number)</v></c>"
    case .text(let text), .formula(_, .text(let text)):
      return "\(start) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    case .blank: return "\(start)/>"
    }
  }

  /// A text as XML writes it; letters that it cannot hold are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return WorkbookWriting.literal(result)
  }
}
