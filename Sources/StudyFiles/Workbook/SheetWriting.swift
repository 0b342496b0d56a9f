// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
internal import FundingModel
internal import Tables

extension StudyReader {
  /// Reads a study with its layers as the sheets of an input workbook, which tell the same.
  ///
  /// - Parameter specification: the study and its layers.
  /// - Returns: the sheets, in the order in which they are filled.
  /// - Throws: every fault found, where one of them is an error.
  public func sheets(_ specification: StudySpecification) throws(Findings) -> [StudySheet] {
    try open(study: specification.study, layers: specification.layers).sheets()
  }
}

/// Tells a resolved study as the sheets of a workbook.
///
/// Values without a cell of their own go to the sheet of parameters, and so do sources that a row
/// does not share.
struct SheetWriting {
  let tables: [TableRole: LoadedTable]
  private let groupings: [String]
  private var book: LeafBook

  init(root: Entry, tables: [TableRole: LoadedTable]) {
    self.tables = tables
    groupings = (root.child(StudyKeys.groupings)?.items ?? []).compactMap(\.text)
    book = LeafBook(root)
  }

  /// The sheets, in the order in which they are filled.
  mutating func sheets() -> [StudySheet] {
    let names = SheetNames(tables: tables, vehicles: book.keys(below: StudyKeys.vehicles.name))
    var records: [RecordSheet: StudySheet] = [:]
    for sheet in [RecordSheet.vehicles, .services, .amounts, .targets, .parameters] {
      records[sheet] = record(sheet, names)
    }
    let own = [TableRole.beneficiaries, .measures]
    let tables = TableRole.allCases.map { table($0, names) }
    let isOwn = { (sheet: StudySheet) in own.contains { $0.rawValue == sheet.name } }
    return tables.filter(isOwn) + [.vehicles, .amounts, .targets].compactMap { records[$0] }
      + tables.filter { !isOwn($0) } + [.services, .parameters].compactMap { records[$0] }
  }

  // MARK: - Tables

  private func table(_ role: TableRole, _ names: SheetNames) -> StudySheet {
    let schema = role.schema(groupings: role == .beneficiaries ? groupings : [])
    let columns = schema.columns.map { column in
      StudySheet.Column(
        declaration: column, keys: [column.name], isList: false,
        namesIn: names.sheet(of: column.name, in: role.rawValue),
        names: names.names(of: column.name))
    }
    let rows = (tables[role]?.table.rows ?? []).map { row in
      schema.columns.map { Self.value(row[$0.name]) }
    }
    return StudySheet(
      name: role.rawValue, isRequired: role.isRequired, columns: columns, rows: rows)
  }

  private static func value(_ cell: Cell) -> StudySheet.Value {
    switch cell {
    case .missing: .empty
    case .text(let text): .text(text)
    case .integer(let value): .number(Double(value))
    case .decimal(let value): .number(value)
    case .share(let value): .share(value)
    case .money(let cents): .euros(Double(cents) / 100)
    case .boolean(let flag): .flag(flag)
    }
  }

  // MARK: - Values of the study file

  private mutating func record(_ sheet: RecordSheet, _ names: SheetNames) -> StudySheet {
    let rows: [RecordRow] =
      switch sheet {
      case .vehicles: things(sheet, below: StudyKeys.vehicles.name)
      case .services: things(sheet, below: StudyKeys.services.name)
      case .amounts: amounts()
      case .targets: targets()
      case .parameters: book.parameters()
      }
    let used = Set(rows.flatMap(\.values.keys))
    let values = sheet.valueColumns.filter { used.contains($0.name) || !Self.isRare($0) }
    let columns =
      sheet.keyColumns.map { column in
        StudySheet.Column(
          declaration: column, keys: [column.name], isList: false,
          namesIn: names.sheet(of: column.name, in: sheet.rawValue),
          names: names.names(of: column.name))
      } + values.map { Self.column($0, names) }
      + RecordSheet.annotations.map {
        StudySheet.Column(
          declaration: $0, keys: [$0.name], isList: false, namesIn: nil, names: [])
      }
    return StudySheet(
      name: sheet.rawValue, isRequired: sheet == .vehicles || sheet == .amounts, columns: columns,
      rows: rows.map { row in columns.map { row.values[$0.declaration.name] ?? .empty } })
  }

  /// Columns that a workbook has only where the study uses them.
  private static func isRare(_ column: RecordSheet.ValueColumn) -> Bool {
    let rare = ["beds", "workstations", "sites", "activity", "by", "drop_amount", "rise_amount"]
    return column.keys.count > 1 && rare.contains(column.keys[column.keys.count - 1])
  }

  private static func column(
    _ column: RecordSheet.ValueColumn, _ names: SheetNames
  ) -> StudySheet.Column {
    var type = ScalarType.text
    var isList = false
    switch column.shape {
    case .scalar(let scalar): type = scalar
    case .list(.scalar(let scalar)): (type, isList) = (scalar, true)
    default: break
    }
    let last = column.keys[column.keys.count - 1]
    return StudySheet.Column(
      declaration: type.column(column.name), keys: column.keys, isList: isList,
      namesIn: nil, names: isList ? names.names(of: last) : [])
  }

  private mutating func things(_ sheet: RecordSheet, below key: String) -> [RecordRow] {
    book.keys(below: key).map { id in
      let keys = [key, id]
      var row = RecordRow(["id": .text(id)])
      let annotation = book.annotate(&row, keys)
      for column in sheet.valueColumns {
        row.values[column.name] = book.take(keys + column.keys, below: annotation)
      }
      return row
    }
  }

  private mutating func amounts() -> [RecordRow] {
    var rows: [RecordRow] = []
    for vehicle in book.keys(below: StudyKeys.vehicles.name) {
      let above = [StudyKeys.vehicles.name, vehicle, VehicleKeys.amounts.name]
      for year in book.keys(below: above) {
        let keys = above + [year]
        var row = RecordRow(["vehicle": .text(vehicle), "year": .number(Double(year) ?? 0)])
        let annotation = book.annotate(&row, keys)
        for column in RecordSheet.amounts.valueColumns {
          row.values[column.name] = book.take(keys + column.keys, below: annotation)
        }
        if row.values.count > 2 { rows.append(row) }
      }
    }
    return rows
  }

  private mutating func targets() -> [RecordRow] {
    var rows: [RecordRow] = []
    for nisClass in book.keys(below: StudyKeys.targets.name) {
      for objective in book.keys(below: [StudyKeys.targets.name, nisClass]) {
        let keys = [StudyKeys.targets.name, nisClass, objective]
        let hard = TargetKeys.hard.declaration.name
        var isFirst = true
        for year in book.keys(below: keys) where year != hard {
          var row = RecordRow([
            "class": .text(nisClass), "objective": .text(objective),
            "year": .number(Double(year) ?? 0),
          ])
          let annotation = book.annotate(&row, keys + [year])
          row.values["share"] = book.take(keys + [year], below: annotation)
          // A row says of both values where they come from.
          if isFirst, book.isAnnotated(keys + [hard], as: annotation) {
            row.values["hard"] = book.take(keys + [hard], below: annotation)
          }
          isFirst = false
          rows.append(row)
        }
      }
    }
    return rows
  }
}

/// One row of a record sheet, by the names of its columns.
struct RecordRow {
  var values: [String: StudySheet.Value]

  init(_ values: [String: StudySheet.Value]) { self.values = values }
}

extension ScalarType {
  /// A column that holds values of the type.
  func column(_ name: String) -> ColumnDeclaration {
    switch self {
    case .text: .optional(name, .text)
    case .identifier: .optional(name, .identifier)
    case .money: .optional(name, .money(bare: .euro), minimum: 0)
    case .fraction(let range):
      .optional(name, .share, minimum: range.lowerBound, maximum: range.upperBound)
    case .number(let range):
      .optional(name, .decimal, minimum: range.lowerBound, maximum: range.upperBound)
    case .whole(let range):
      .optional(
        name, .integer, minimum: Double(range.lowerBound), maximum: Double(range.upperBound))
    case .year: .optional(name, .year)
    case .flag: .optional(name, .boolean)
    case .choice(let words): .optional(name, .choice(words))
    }
  }

  /// A value as it stands in a cell.
  func value(_ text: String) -> StudySheet.Value {
    guard case .success(let cell) = read(text) else { return .text(text) }
    return switch cell {
    case .money(let cents): .euros(Double(cents) / 100)
    case .share(let share): .share(share)
    case .decimal(let number): .number(number)
    case .integer(let whole): .number(Double(whole))
    case .boolean(let flag): .flag(flag)
    case .text, .missing: .text(text)
    }
  }
}
