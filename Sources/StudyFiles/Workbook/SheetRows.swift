// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Tables
internal import Workbook

/// The rows of a sheet as rows of a table.
///
/// The row of names is the one, among the first ``mostTitleRows`` that hold something, in which most
/// declared names stand: titles may stand above it.
struct SheetRows {
  let header: CSVRecord
  let records: [CSVRecord]

  static let mostTitleRows = 20

  /// Whether anything stands below the row of names.
  static func hasRows(_ sheet: ReadSheet, _ schema: TableSchema) -> Bool {
    guard let place = headerPlace(in: sheet, schema) else { return false }
    return sheet.rows[(place + 1)...].contains { !$0.isBlank }
  }

  /// Takes the rows of a sheet.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - file: its workbook.
  ///   - schema: the columns that it may have.
  ///   - findings: takes what no table of texts can tell: formulas without a value, joined cells,
  ///     identifiers that lost zeros.
  init(
    _ sheet: ReadSheet, of file: String, _ schema: TableSchema, findings: inout Findings
  ) {
    guard let place = Self.headerPlace(in: sheet, schema) else {
      header = CSVRecord(file: file, sheet: sheet.name, line: 1, texts: [])
      records = []
      return
    }
    let titles = sheet.rows[place]
    let names = titles.texts(atLeast: 0)
    header = CSVRecord(file: file, sheet: sheet.name, line: titles.number, texts: names)
    let types = names.map { name in schema.columns.first { $0.name == name }?.type }
    let width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
    var joined: [Int: Set<Int>] = [:]
    for merge in sheet.merges where merge.first.row >= titles.number && merge.first.column < width {
      // What a joined cell says is said of one row only; nobody can tell of which.
      let isFilled = sheet.rows.contains { row in
        row.number == merge.first.row + 1
          && row.cells.contains { $0.column == merge.first.column }
      }
      guard isFilled else { continue }
      findings.add(
        Finding(
          .mergedCells, .error,
          at: SourcePosition(
            file: file, line: merge.first.row + 1, column: merge.first.column + 1,
            sheet: sheet.name), ["range": merge.name]))
      for row in merge.first.row...min(merge.last.row, merge.first.row + 10_000) {
        joined[row + 1, default: []].formUnion(merge.first.column...merge.last.column)
      }
    }
    var records: [CSVRecord] = []
    for row in sheet.rows[(place + 1)...] where !row.isBlank {
      var told = joined[row.number] ?? []
      for cell in row.cells where cell.column < width {
        let type = types.indices.contains(cell.column) ? types[cell.column] : nil
        guard
          let fault = Self.fault(of: cell.content, type, names[cell.column], file, sheet, row, cell)
        else { continue }
        findings.add(fault)
        told.insert(cell.column)
      }
      records.append(
        CSVRecord(
          file: file, sheet: sheet.name, line: row.number, texts: row.texts(atLeast: width),
          toldFields: told))
    }
    self.records = records
  }

  private static func headerPlace(in sheet: ReadSheet, _ schema: TableSchema) -> Int? {
    let declared = Set(schema.columns.map(\.name))
    var best: (place: Int, count: Int)?
    for (place, row) in sheet.rows.enumerated().filter({ !$0.element.isBlank })
      .prefix(mostTitleRows)
    {
      let count = row.texts(atLeast: 0).count { declared.contains($0) }
      if count > best?.count ?? -1 { best = (place, count) }
    }
    return best?.place
  }

  private static func fault(
    of content: ReadContent, _ type: ColumnType?, _ name: String, _ file: String,
    _ sheet: ReadSheet, _ row: ReadRow, _ cell: ReadCell
  ) -> Finding? {
    let position = SourcePosition(
      file: file, line: row.number, column: cell.column + 1, sheet: sheet.name)
    switch content {
    case .formulaWithoutValue:
      return Finding(.formulaWithoutValue, .error, at: position, ["column": name])
    case .number where type == .identifier:
      let digits = content.text
      let lost = lostZeros(digits, name)
      guard let lost else { return nil }
      return Finding(
        .identifierAsNumber, .error, at: position,
        ["column": name, "text": digits, "probable": lost])
    default: return nil
    }
  }

  /// What an identifier typed as a number probably was before its zeros were lost: FINESS numbers
  /// have nine digits, codes of regions and departments two.
  private static func lostZeros(_ digits: String, _ name: String) -> String? {
    guard digits.allSatisfy(\.isNumber) else { return digits }
    switch name {
    case "region", "department": return digits.count == 1 ? "0\(digits)" : nil
    default: return digits.count == 8 ? "0\(digits)" : nil
    }
  }
}

extension ReadRow {
  /// Whether nothing but spaces stands in it.
  fileprivate var isBlank: Bool {
    cells.allSatisfy { cell in
      cell.content != .formulaWithoutValue && cell.content.text.allSatisfy(\.isWhitespace)
    }
  }

  /// Its texts from the first column.
  fileprivate func texts(atLeast width: Int) -> [String] {
    var texts = [String](
      repeating: "", count: Swift.max(width, (cells.map(\.column).max() ?? -1) + 1))
    for cell in cells {
      texts[cell.column] = cell.content.text.trimmed
    }
    return texts
  }
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    return String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
