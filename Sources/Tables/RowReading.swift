// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Reads rows, remembering the keys met.
struct RowReading {
  private let header: CSVHeader
  private let layout: Table.Layout
  private let key: [String]
  /// Field of each declared column; `nil` where the file lacks it.
  private let fields: [Int?]
  private let readings: [CellReading]
  private let forms: [PlainForm?]
  /// The cell above, by column: long texts of a column often repeat, and then stand once in memory.
  private var above: [Cell]
  private var keys: RowKeys

  init(schema: TableSchema, header: CSVHeader, layout: Table.Layout, mark: DecimalMark) {
    self.header = header
    self.layout = layout
    key = schema.key
    fields = schema.columns.map { layout.fields[$0.name] }
    readings = schema.columns.map { CellReading(declaration: $0, mark: mark) }
    forms = schema.columns.map { PlainForm($0) }
    above = schema.columns.map { _ in .missing }
    keys = RowKeys(places: schema.key.map { layout.places[$0] })
  }

  mutating func row(_ record: CSVRecord, findings: inout Findings) -> Table.Row {
    checkWidth(record, findings: &findings)
    var cells: [Cell] = []
    cells.reserveCapacity(fields.count)
    for place in fields.indices {
      cells.append(cell(record, place, findings: &findings))
    }
    let row = Table.Row(
      file: record.file, line: record.line, sheet: record.sheet, cells: cells, layout: layout)
    checkKey(row, findings: &findings)
    return row
  }

  private mutating func cell(
    _ record: CSVRecord, _ place: Int, findings: inout Findings
  ) -> Cell {
    guard let field = fields[place] else { return .missing }
    if !record.toldFields.isEmpty, record.toldFields.contains(field) { return .missing }
    if let form = forms[place],
      let cell = record.plainCell(at: field, as: form, above: &above[place])
    {
      return cell
    }
    let text = record.text(at: field)
    guard text.isEmpty else {
      return readings[place].value(of: text, at: record.position(of: field), findings: &findings)
        ?? .missing
    }
    let declaration = readings[place].declaration
    // A row cut short is told once, not once more for each cell it lacks.
    if !declaration.allowsEmpty, field < record.count {
      findings.add(
        Finding(
          .missingCell, .error, at: record.position(of: field), ["column": declaration.name]))
    }
    return .missing
  }

  /// Cells beyond the last name must be empty; a row must not end before it.
  private func checkWidth(_ record: CSVRecord, findings: inout Findings) {
    let expected = header.names.count
    guard record.count != expected else { return }
    let isTooLong = (expected..<max(expected, record.count)).contains { !record.isEmpty(at: $0) }
    guard record.count < expected || isTooLong else { return }
    findings.add(
      Finding(
        .raggedRow, .error, at: record.position(),
        ["expected": "\(expected)", "found": "\(record.count)"]))
  }

  private mutating func checkKey(_ row: Table.Row, findings: inout Findings) {
    guard let first = key.first, let earlier = keys.lineBefore(row) else { return }
    findings.add(
      Finding(
        .duplicateKey, .error, at: row.position(of: first),
        [
          "key": key.map { Self.text(row[$0]) }.joined(separator: ", "),
          "column": key.joined(separator: ", "), "first": "\(earlier)",
        ]))
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .missing: ""
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .decimal(let value), .share(let value): NumberText.shortest(value)
    case .money(let cents): NumberText.money(cents)
    case .boolean(let value): "\(value)"
    }
  }
}

/// The keys of rows, each with the first line that has it.
///
/// A cell stands as a number in a key, so that its text is looked up where it differs from the one
/// above only.
private struct RowKeys {
  private let places: [Int?]
  private var numbers: [[Cell: UInt32]]
  private var above: [(cell: Cell, number: UInt32)]
  /// Lines by key, the numbers of its cells side by side in one.
  private var lines: [UInt64: Int] = [:]
  /// Lines by keys whose numbers are too large for that.
  private var linesOfLongKeys: [[UInt32]: Int] = [:]
  private let bits: Int

  init(places: [Int?]) {
    self.places = places
    numbers = places.map { _ in [:] }
    above = places.map { _ in (.missing, 0) }
    bits = min(32, 64 / max(1, places.count))
  }

  /// The line of an earlier row with the same key; where there is none, the row is remembered.
  mutating func lineBefore(_ row: Table.Row) -> Int? {
    var key: UInt64 = 0
    var isLong = bits == 0
    for (position, place) in places.enumerated() {
      let cell = UInt64(place.map { number(of: row.cells[$0], position) } ?? 0)
      if cell >> UInt64(bits) > 0 { isLong = true }
      key = key << UInt64(bits) | cell
    }
    // A key with a hole was told already, or stands for "any".
    guard key != 0 || isLong else { return nil }
    guard isLong else { return Self.earlier(key, row.line, &lines) }
    let numbers = places.enumerated().map { position, place in
      place.map { number(of: row.cells[$0], position) } ?? 0
    }
    guard numbers.contains(where: { $0 > 0 }) else { return nil }
    return Self.earlier(numbers, row.line, &linesOfLongKeys)
  }

  private static func earlier<Key: Hashable>(
    _ key: Key, _ line: Int, _ lines: inout [Key: Int]
  ) -> Int? {
    let earlier = lines[key]
    if earlier == nil { lines[key] = line }
    return earlier
  }

  /// Equal cells of a column have equal numbers, from 1; a missing one has none.
  private mutating func number(of cell: Cell, _ position: Int) -> UInt32 {
    if case .missing = cell { return 0 }
    if above[position].cell == cell { return above[position].number }
    let number: UInt32
    if let known = numbers[position][cell] {
      number = known
    } else {
      number = UInt32(numbers[position].count + 1)
      numbers[position][cell] = number
    }
    above[position] = (cell, number)
    return number
  }
}
