// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import StudyFiles
import Tables
import Workbook
import Wording

/// One sheet of an input workbook: a sentence, titles, the names that reading looks for, rows.
struct TemplateSheet {
  private let study: StudySheet
  private let book: TemplateBook

  /// Row of the names; rows of the study follow.
  private static let nameRow = 2
  /// Empty rows below the last one that have lists too.
  private static let spareRows = 500
  /// Most letters of a list that the file format takes.
  private static let longestList = 255

  init(sheet: StudySheet, book: TemplateBook) {
    study = sheet
    self.book = book
  }

  private var rows: Range<Int> {
    let first = Self.nameRow + 1
    return first..<first + study.rows.count + Self.spareRows
  }

  /// The sheet.
  var sheet: Sheet {
    var sheet = Sheet(name: study.name)
    sheet.put(
      .text(book.text("sheet.\(study.name)")), at: CellPlace(0, 0), style: TemplateLook.note)
    var lengths: [Int] = []
    var titles: [String] = []
    for (place, column) in study.columns.enumerated() {
      let title = title(of: column)
      titles.append(title)
      sheet.put(.text(title), at: CellPlace(1, place), style: TemplateLook.head)
      let name = CellPlace(Self.nameRow, place)
      sheet.put(
        .text(column.declaration.name), at: name,
        style: column.isNeeded ? TemplateLook.requiredName : TemplateLook.name)
      sheet.remarks.append(Sheet.Remark(remark(on: column, title), at: name))
      if let style = style(of: column) { sheet.columnStyles[place] = style }
      sheet.validations += validation(of: column, place).map { [$0] } ?? []
      let longest = title.split(separator: " ").map(\.count).max() ?? 0
      lengths.append(max(9, longest + 2, column.declaration.name.count + 4))
    }
    for (position, row) in study.rows.enumerated() {
      for (place, value) in row.enumerated() where value != .empty {
        let (content, style, length) = cell(value, study.columns[place])
        sheet.put(content, at: CellPlace(Self.nameRow + 1 + position, place), style: style)
        lengths[place] = max(lengths[place], min(44, length + 1))
      }
    }
    sheet.widths = lengths.map { Double($0) + 1 }
    let lines = zip(titles, lengths).map { Sheet.lines(of: $0, in: $1) }.max() ?? 1
    sheet.setHeight(15.5 * Double(lines), of: 1)
    let keys = study.columns.prefix { $0.isNeeded }.count
    // Very wide sheets would be too small to read on one page.
    sheet.fitsPaper = sheet.widths.reduce(0, +) <= 260
    sheet.frozen = CellPlace(Self.nameRow + 1, min(2, max(1, keys)))
    sheet.repeatedRow = Self.nameRow
    sheet.filter = CellRange(
      CellPlace(Self.nameRow, 0),
      CellPlace(Self.nameRow + max(1, study.rows.count), study.columns.count - 1))
    return sheet
  }

  // MARK: Columns

  private func title(of column: StudySheet.Column) -> String {
    let words = column.keys.map { book.word("column.\($0)") ?? $0 }
    let below = words.dropFirst().map { word in
      // What begins with a capital of its own, such as NIS, keeps it.
      word.dropFirst().first?.isUppercase == true
        ? word : word.prefix(1).lowercased() + word.dropFirst()
    }
    return (words.prefix(1) + below).joined(separator: book.text("colon"))
  }

  /// What a column holds, in which unit and range: from the declaration that reading checks.
  private func remark(on column: StudySheet.Column, _ title: String) -> String {
    let declaration = column.declaration
    var lines = ["\(title) (\(declaration.name))"]
    switch declaration.type {
    case .choice(let words):
      lines.append(book.text("type.choice", ["words": words.joined(separator: ", ")]))
    default:
      lines.append(book.text("type.\(Self.name(of: declaration.type))"))
    }
    if column.isList { lines.append(book.text("list")) }
    if let sheet = column.namesIn { lines.append(book.text("namesIn", ["sheet": sheet])) }
    if let range = range(of: declaration) { lines.append(range) }
    lines.append(book.text(column.isNeeded ? "required" : "optional"))
    return lines.joined(separator: "\n")
  }

  private static func name(of type: ColumnType) -> String {
    switch type {
    case .text: "text"
    case .identifier: "identifier"
    case .choice: "choice"
    case .integer: "integer"
    case .decimal: "decimal"
    case .share: "share"
    case .money: "money"
    case .boolean: "boolean"
    case .year: "year"
    }
  }

  private func range(of declaration: ColumnDeclaration) -> String? {
    let style = NumberStyle(book.language)
    func written(_ value: Double) -> String {
      switch declaration.type {
      case .share: style.percent(value, places: 0)
      case .money: style.euros(value)
      default: style.decimal(value, places: value == value.rounded() ? 0 : 2)
      }
    }
    // Bounds that are only there to catch slips are not worth a line.
    let most = declaration.maximum.flatMap { $0 < 1e6 ? $0 : nil }
    switch (declaration.minimum, most) {
    case (let least?, let most?):
      return book.text("range.both", ["least": written(least), "most": written(most)])
    case (let least?, nil): return book.text("range.least", ["least": written(least)])
    case (nil, let most?): return book.text("range.most", ["most": written(most)])
    case (nil, nil): return nil
    }
  }

  private func style(of column: StudySheet.Column) -> CellStyle? {
    switch column.declaration.type {
    case .identifier, .choice: CellStyle(numberFormat: "@")
    case .text:
      // Whatever a path names: texts and numbers alike.
      column.declaration.name == "value"
        ? CellStyle(alignment: .left) : CellStyle(numberFormat: "@")
    case .money: CellStyle(numberFormat: Self.euros(0, book.language))
    case .share: CellStyle(numberFormat: Self.percent(0, book.language))
    case .integer, .year: CellStyle(numberFormat: "0")
    case .decimal, .boolean: nil
    }
  }

  private func validation(of column: StudySheet.Column, _ place: Int) -> Validation? {
    guard !column.isList else { return nil }
    let range = CellRange.column(place, rows: rows)
    func list(_ words: [String], isStrict: Bool) -> Validation? {
      let length = words.reduce(0) { $0 + $1.utf16.count + 1 }
      guard !words.isEmpty, length <= Self.longestList else { return nil }
      // A comma within a word would cut it in two.
      guard words.allSatisfy({ !$0.contains(",") }) else { return nil }
      return Validation(
        range, .word(words, isStrict: isStrict), title: column.declaration.name,
        message: book.text(isStrict ? "oneOfThese" : "newName"))
    }
    switch column.declaration.type {
    case .choice(let words): return list(words, isStrict: true)
    case .boolean: return list([book.text("yes"), book.text("no")], isStrict: true)
    default: break
    }
    if let sheet = column.namesIn, let named = book.sheets.first(where: { $0.name == sheet }) {
      let first = Self.nameRow + 1
      let names = CellRange.column(0, rows: first..<first + named.rows.count + Self.spareRows)
      return Validation(
        range, .oneOf("=\(names.name(in: sheet))"), title: column.declaration.name,
        message: book.text("newName"))
    }
    return list(column.names, isStrict: false)
  }

  // MARK: Cells

  private func cell(
    _ value: StudySheet.Value, _ column: StudySheet.Column
  ) -> (CellContent, CellStyle, length: Int) {
    let plain = style(of: column) ?? .plain
    switch value {
    case .empty: return (.blank, plain, 0)
    case .text(let text): return (.text(text), plain, text.count)
    case .flag(let flag):
      let word = book.text(flag ? "yes" : "no")
      return (.text(word), plain, word.count)
    case .number(let number):
      return exact(number, NumberText.shortest(number), plain)
    case .euros(let euros):
      let places = euros == euros.rounded() ? 0 : 2
      let text = NumberText.shortest(euros)
      return exact(
        euros, text, CellStyle(numberFormat: Self.euros(places, book.language)), text.count + 5)
    case .share(let share):
      let text = NumberText.shortest(share)
      let places = max(0, (text.split(separator: ".").dropFirst().first?.count ?? 0) - 2)
      return exact(
        share, text, CellStyle(numberFormat: Self.percent(min(4, places), book.language)))
    }
  }

  /// A number as one where the file holds all of its digits, and as a text otherwise.
  private func exact(
    _ number: Double, _ text: String, _ style: CellStyle, _ length: Int? = nil
  ) -> (CellContent, CellStyle, length: Int) {
    let isWhole = Double(String(format: "%.16G", number)) == number
    return (isWhole ? .number(number) : .text(text), style, length ?? text.count + 2)
  }

  private static func euros(_ places: Int, _ language: Language) -> String {
    let digits = places == 0 ? "#,##0" : "#,##0.00"
    return language == .french ? "\(digits)\\ \"€\"" : "\"€\"\(digits)"
  }

  private static func percent(_ places: Int, _ language: Language) -> String {
    let digits = places == 0 ? "0" : "0.\(String(repeating: "0", count: places))"
    return language == .french ? "\(digits)\\ %" : "\(digits)%"
  }
}

extension StudySheet.Column {
  /// Whether each row needs it.
  fileprivate var isNeeded: Bool { declaration.isRequired && !declaration.allowsEmpty }
}
