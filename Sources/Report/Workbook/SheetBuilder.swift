// SPDX-License-Identifier: GPL-3.0-or-later

import Workbook
import Wording

/// A column of a table in a workbook.
struct BookColumn {
  let title: String
  /// Most letters of a line; longer texts go on in the next one.
  var most = 44
}

/// Where the rows of a table stand.
struct BookArea {
  let sheet: String
  let rows: Range<Int>

  /// The rows of a column, for formulas of any sheet.
  func column(_ column: Int) -> String {
    // Without rows it is the empty cell below the title.
    let rows = rows.isEmpty ? rows.lowerBound..<rows.lowerBound + 1 : rows
    return CellRange.column(column, rows: rows).name(in: sheet)
  }
}

/// Fills a sheet from top to bottom, with columns as wide as what they hold.
struct SheetBuilder {
  private(set) var sheet: Sheet
  private let language: Language
  /// The next row.
  var row = 0
  private var lengths: [Int] = []
  /// Rows in which a text goes on in a new line.
  private var tallRows: [(row: Int, lines: Int)] = []
  /// Titles of tables with their rows, which are as high as the longest title needs.
  private var titleRows: [(row: Int, titles: [String])] = []
  private var measures = NumberWidths()
  private var looks: [BookCell.Look: CellStyle] = [:]

  init(_ name: String, _ language: Language) {
    sheet = Sheet(name: name)
    self.language = language
  }

  var name: String { sheet.name }

  // MARK: Texts

  /// The title of the sheet and a sentence on it.
  mutating func title(_ title: String, note: String) {
    sheet.put(.text(title), at: CellPlace(row, 0), style: BookLook.title)
    sheet.setHeight(24, of: row)
    sheet.put(.text(note), at: CellPlace(row + 1, 0), style: BookLook.note)
    row += 3
  }

  mutating func heading(_ text: String) {
    sheet.put(.text(text), at: CellPlace(row, 0), style: BookLook.heading)
    row += 1
  }

  mutating func note(_ text: String) {
    sheet.put(.text(text), at: CellPlace(row, 0), style: BookLook.note)
    row += 1
  }

  /// A text over columns that hold so many letters.
  mutating func paragraph(_ text: String, columns: Int, letters: Int) {
    let lines = (text.count + letters - 1) / letters
    sheet.putAcross(
      text, CellRange.row(row, columns: 0..<columns), style: BookLook.answer,
      height: 15.5 * Double(max(1, lines)))
    row += 1
  }

  // MARK: Cells

  /// Cells side by side in the next row.
  mutating func line(_ cells: [BookCell], from column: Int = 0) {
    for (position, cell) in cells.enumerated() { put(cell, column + position, most: 60) }
    row += 1
  }

  private mutating func put(_ cell: BookCell, _ column: Int, most: Int) {
    while lengths.count <= column { lengths.append(0) }
    var wraps = false
    if !measures.holds(cell, in: column) {
      let length = cell.length
      lengths[column] = max(lengths[column], min(length, most))
      if length == 0, !cell.isBold, !cell.isHead { return }
      if case .text = cell.content { wraps = length > most }
    }
    if wraps, case .text(let text) = cell.content {
      let lines = Sheet.lines(of: text, in: most)
      if tallRows.last?.row == row {
        tallRows[tallRows.count - 1].lines = max(lines, tallRows[tallRows.count - 1].lines)
      } else {
        tallRows.append((row, lines))
      }
    }
    sheet.put(
      cell.content, at: CellPlace(row, column), style: style(of: cell, wraps: wraps))
  }

  private mutating func style(of cell: BookCell, wraps: Bool) -> CellStyle {
    let look = cell.look(wraps: wraps)
    if let known = looks[look] { return known }
    let style = BookLook.cell(cell, wraps: wraps, language)
    looks[look] = style
    return style
  }

  /// A named table with filters; nothing but its titles where there is no row.
  ///
  /// - Parameters:
  ///   - name: its name, for formulas.
  ///   - columns: its columns.
  ///   - count: how many rows it has.
  ///   - cells: the cells of a row by its position; they may ask for the row of the sheet.
  mutating func table(
    _ name: String, _ columns: [BookColumn], count: Int, cells: (Int, Int) -> [BookCell]
  ) {
    let titles = Self.unique(columns.map(\.title))
    for (position, title) in titles.enumerated() {
      while lengths.count <= position { lengths.append(0) }
      // Long titles are broken at their spaces, into two lines where that will do; the button of the filter stands beside.
      let longest = title.split(separator: " ").map(\.count).max() ?? 0
      lengths[position] = max(lengths[position], longest + 3, (title.count + 1) / 2 + 4)
    }
    titleRows.append((row, titles))
    guard count > 0 else {
      for (position, title) in titles.enumerated() {
        sheet.put(.text(title), at: CellPlace(row, position), style: BookLook.head)
      }
      row += 1
      return
    }
    sheet.tables.append(
      SheetTable(
        name: name,
        range: CellRange(CellPlace(row, 0), CellPlace(row + count, columns.count - 1)),
        titles: titles, titleStyle: BookLook.head))
    row += 1
    for position in 0..<count {
      for (column, cell) in cells(position, row).enumerated() {
        put(cell, column, most: columns[column].most)
      }
      row += 1
    }
  }

  /// Where the rows of a table would stand whose titles are so many rows below the next one.
  func area(below rows: Int = 0, count: Int) -> BookArea {
    let first = row + rows + 1
    return BookArea(sheet: name, rows: first..<first + count)
  }

  /// Titles of a table must differ.
  private static func unique(_ titles: [String]) -> [String] {
    var seen: Set<String> = []
    return titles.map { title in
      var name = title
      while !seen.insert(name.lowercased()).inserted { name += " " }
      return name
    }
  }

  // MARK: Parts

  /// Keeps the rows above one, and so many columns, in sight; the row before it stands on each page.
  mutating func freeze(row: Int, columns: Int, repeats: Bool = true) {
    sheet.frozen = CellPlace(row, columns)
    if repeats { sheet.repeatedRow = row - 1 }
  }

  /// Begins a page with the next row.
  mutating func breakPage() { sheet.pageBreaks.append(row) }

  mutating func chart(_ chart: SheetChart) { sheet.charts.append(chart) }

  mutating func allowWholeEuros(
    _ range: CellRange, title: String, message: String
  ) {
    sheet.validations.append(
      Validation(range, .wholeNumber(atLeast: 0), title: title, message: message))
  }

  /// Shows words of a check: what is fine in one look, all else in another.
  mutating func highlight(_ range: CellRange, fine word: String) {
    let cell = range.first
    let name = "$\(cell.fixedName.split(separator: "$")[0])\(cell.row + 1)"
    sheet.highlights += [
      Highlight(range, where: "=\(name)=\"\(word)\"", style: BookLook.fine),
      Highlight(range, where: "=\(name)<>\"\(word)\"", style: BookLook.wrong),
    ]
  }

  /// The sheet, with its columns as wide as what they hold.
  func built(atLeast widths: [Int] = []) -> Sheet {
    var sheet = sheet
    sheet.widths = lengths.enumerated().map { column, length in
      Double(max(length, widths.indices.contains(column) ? widths[column] : 5)) + 1.5
    }
    for (row, lines) in tallRows { sheet.setHeight(15.5 * Double(lines), of: row) }
    for (row, titles) in titleRows {
      let lines = titles.enumerated().map { column, title in
        Sheet.lines(of: title, in: Int(sheet.widths[column]) - 1)
      }
      sheet.setHeight(15.5 * Double(lines.max() ?? 1), of: row)
    }
    return sheet
  }
}
