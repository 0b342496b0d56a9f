// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// The columns a table may have, and what identifies a row.
public struct TableSchema: Sendable, Hashable {
  /// What becomes of columns that are not declared.
  public enum UndeclaredColumns: Sendable, Hashable {
    /// Each is an error with the nearest declared name.
    case refused
    /// They are passed over.
    case ignored
  }

  /// Columns, in the order in which they are documented.
  public var columns: [ColumnDeclaration]
  /// Columns that together identify a row; none where rows may repeat.
  public var key: [String]
  /// What becomes of columns that are not declared.
  public var undeclaredColumns: UndeclaredColumns

  /// Declares a table.
  public init(
    columns: [ColumnDeclaration], key: [String] = [],
    undeclaredColumns: UndeclaredColumns = .refused
  ) {
    self.columns = columns
    self.key = key
    self.undeclaredColumns = undeclaredColumns
  }

  /// Reads a file, plain or gzip.
  ///
  /// - Throws: every fault of the file at once, where any of them is an error.
  public func read(path: String, limit: Int = ByteStream.defaultLimit) throws(Findings) -> Table {
    let text = try TextFile(path: path, limit: limit)
    var findings = Findings()
    let table = read(text, findings: &findings)
    try findings.throwIfErrors()
    return table
  }

  /// Reads a text, adding every fault found to `findings`.
  ///
  /// The table holds what could be read: cells with a fault are missing.
  public func read(_ text: TextFile, findings: inout Findings) -> Table {
    findings.add(contentsOf: text.findings)
    var reader = CSVReader(text)
    guard let first = reader.next() else {
      findings.add(contentsOf: .about(text.path, .emptyFile))
      return Table(file: text.path, presentColumns: [])
    }
    var own = Findings()
    let mark: DecimalMark = reader.separator == .comma ? .unknown : .comma
    let table = table(from: first, mark, findings: &own) { reader.next() }
    own.add(contentsOf: reader.findings)
    add(own, beyond: reader.unreportedFaults, file: text.path, to: &findings)
    return table
  }

  /// Reads the rows of a sheet, adding every fault found to `findings`.
  ///
  /// - Parameters:
  ///   - header: the row of names.
  ///   - records: the rows below it.
  ///   - findings: takes faults.
  /// - Returns: what could be read: cells with a fault are missing.
  public func read(
    header: CSVRecord, _ records: [CSVRecord], findings: inout Findings
  ) -> Table {
    var own = Findings()
    var rest = records[...]
    let table = table(from: header, .comma, findings: &own) { rest.popFirst() }
    add(own, beyond: 0, file: header.file, to: &findings)
    return table
  }

  private func table(
    from first: CSVRecord, _ mark: DecimalMark, findings own: inout Findings,
    _ next: () -> CSVRecord?
  ) -> Table {
    let header = CSVHeader(first, findings: &own)
    let layout = layout(of: header, findings: &own)
    let present = columns.map(\.name).filter { layout.fields[$0] != nil }
    var table = Table(file: first.file, presentColumns: present)
    var rows = RowReading(schema: self, header: header, layout: layout, mark: mark)
    while let record = next() {
      guard !record.isBlank else { continue }
      table.rows.append(rows.row(record, findings: &own))
    }
    return table
  }

  /// Most findings told about one file; the rest is counted.
  public static let maximumFindings = 200

  private func add(
    _ own: Findings, beyond unreported: Int, file: String, to findings: inout Findings
  ) {
    for finding in own.all.prefix(Self.maximumFindings) { findings.add(finding) }
    let untold = unreported + max(0, own.all.count - Self.maximumFindings)
    guard untold > 0 else { return }
    findings.add(
      Finding(.moreFindings, .error, at: SourcePosition(file: file), ["count": "\(untold)"]))
  }

  private func layout(of header: CSVHeader, findings: inout Findings) -> Table.Layout {
    var places: [String: Int] = [:]
    var fields: [String: Int] = [:]
    for (place, column) in columns.enumerated() {
      places[column.name] = place
      if let field = header.place(of: column.name) {
        fields[column.name] = field
      } else if column.isRequired {
        _ = header.require(column.name, findings: &findings)
      }
    }
    if undeclaredColumns == .refused {
      let declared = columns.map(\.name)
      for (place, name) in header.names.enumerated() where !name.isEmpty && places[name] == nil {
        var position = header.position
        position.column = place + 1
        var arguments = ["column": name]
        arguments["nearest"] = NearestSpelling.of(name, among: declared)
        findings.add(Finding(.unknownColumn, .error, at: position, arguments))
      }
    }
    return Table.Layout(places: places, fields: fields)
  }
}

/// Reads rows, remembering the keys met.
private struct RowReading {
  let schema: TableSchema
  let header: CSVHeader
  let layout: Table.Layout
  let readings: [(field: Int?, reading: CellReading)]
  var keys: [[Cell]: Int] = [:]

  init(schema: TableSchema, header: CSVHeader, layout: Table.Layout, mark: DecimalMark) {
    self.schema = schema
    self.header = header
    self.layout = layout
    readings = schema.columns.map {
      (layout.fields[$0.name], CellReading(declaration: $0, mark: mark))
    }
  }

  mutating func row(_ record: CSVRecord, findings: inout Findings) -> Table.Row {
    checkWidth(record, findings: &findings)
    let cells = readings.map { field, reading in
      cell(record, field, reading, findings: &findings)
    }
    let row = Table.Row(
      file: record.file, line: record.line, sheet: record.sheet, cells: cells, layout: layout)
    checkKey(row, findings: &findings)
    return row
  }

  private func cell(
    _ record: CSVRecord, _ field: Int?, _ reading: CellReading, findings: inout Findings
  ) -> Cell {
    guard let field, !record.toldFields.contains(field) else { return .missing }
    let text = record.text(at: field)
    guard text.isEmpty else {
      return reading.value(of: text, at: record.position(of: field), findings: &findings)
        ?? .missing
    }
    // A row cut short is told once, not once more for each cell it lacks.
    if !reading.declaration.allowsEmpty, field < record.count {
      findings.add(
        Finding(
          .missingCell, .error, at: record.position(of: field),
          ["column": reading.declaration.name]))
    }
    return .missing
  }

  /// Cells beyond the last name must be empty; a row must not end before it.
  private func checkWidth(_ record: CSVRecord, findings: inout Findings) {
    let expected = header.names.count
    let isTooLong = (expected..<max(expected, record.count)).contains { !record.isEmpty(at: $0) }
    guard record.count < expected || isTooLong else { return }
    findings.add(
      Finding(
        .raggedRow, .error, at: record.position(),
        ["expected": "\(expected)", "found": "\(record.count)"]))
  }

  private mutating func checkKey(_ row: Table.Row, findings: inout Findings) {
    guard let first = schema.key.first else { return }
    let key = schema.key.map { row[$0] }
    // A key with a hole was told already, or stands for "any".
    guard key.contains(where: { $0 != .missing }) else { return }
    guard let earlier = keys[key] else {
      keys[key] = row.line
      return
    }
    findings.add(
      Finding(
        .duplicateKey, .error, at: row.position(of: first),
        [
          "key": schema.key.map { Self.text(row[$0]) }.joined(separator: ", "),
          "column": schema.key.joined(separator: ", "), "first": "\(earlier)",
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
