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
      return Table(without: text.path)
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
    var table = Table(file: first.file, presentColumns: present, layout: layout)
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
