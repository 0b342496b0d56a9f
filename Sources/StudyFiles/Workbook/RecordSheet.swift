// SPDX-License-Identifier: GPL-3.0-or-later

internal import Tables

/// A sheet that holds values of the study file, one thing a row.
///
/// Columns follow from the declared keys: what a key may hold is written in one place.
enum RecordSheet: String, Sendable, CaseIterable {
  /// One vehicle a row; amounts stand in ``amounts``.
  case vehicles
  /// Money of a vehicle in a year.
  case amounts
  /// One shared service a row.
  case services
  /// NIS targets: class, objective, year, share.
  case targets
  /// Every other value, by its path.
  case parameters

  /// Amounts last: whether a vehicle exists may be said in ``parameters``.
  static let readingOrder: [RecordSheet] = [.vehicles, .services, .targets, .parameters, .amounts]

  /// A column that stands for a value.
  struct ValueColumn {
    /// Keys below the thing of the row.
    var keys: [String]
    var shape: Shape
    var name: String { ParameterPath.text(keys) }
  }

  /// Columns that name the row.
  var keyColumns: [ColumnDeclaration] {
    switch self {
    case .vehicles, .services: [ColumnDeclaration("id", .identifier)]
    case .amounts: [ColumnDeclaration("vehicle", .identifier), ColumnDeclaration("year", .year)]
    case .targets:
      [
        ColumnDeclaration("class", .identifier), ColumnDeclaration("objective", .identifier),
        ColumnDeclaration("year", .year),
      ]
    case .parameters: [ColumnDeclaration("path", .text)]
    }
  }

  /// Columns that stand for values.
  var valueColumns: [ValueColumn] {
    switch self {
    case .vehicles: Self.leaves(VehicleKeys.shape)
    case .services: Self.leaves(ServiceKeys.shape)
    case .amounts: Self.leaves(VehicleKeys.amountShape)
    case .targets:
      [
        ValueColumn(keys: ["share"], shape: .scalar(.share)),
        ValueColumn(keys: ["hard"], shape: TargetKeys.hard.declaration.shape),
      ]
    case .parameters: [ValueColumn(keys: ["value"], shape: .scalar(.text))]
    }
  }

  /// Where the values of a row come from.
  static let annotations: [ColumnDeclaration] =
    TableRole.provenance + [.optional("note", .text)]

  /// The columns as texts: what they hold is checked as values of a study file are.
  var schema: TableSchema {
    TableSchema(
      columns: keyColumns + valueColumns.map { .optional($0.name, .text) } + Self.annotations,
      key: keyColumns.map(\.name))
  }

  /// Single values and lists of names below a shape.
  private static func leaves(_ shape: MappingShape, _ above: [String] = []) -> [ValueColumn] {
    shape.keys.flatMap { key -> [ValueColumn] in
      let keys = above + [key.name]
      switch key.shape {
      case .scalar, .list(.scalar): return [ValueColumn(keys: keys, shape: key.shape)]
      case .list: return []
      // Keys that the user chooses have a sheet of their own.
      case .mapping(let below): return below.others == nil ? leaves(below, keys) : []
      }
    }
  }
}

extension Shape {
  /// What stands behind keys of a study file; `nil` where there may be no such key.
  static func ofStudy(_ keys: [String]) -> Shape? {
    var shape = Shape.mapping(StudyKeys.studyShape)
    for key in keys {
      guard case .mapping(let mapping) = shape,
        let below = mapping.key(key)?.shape ?? mapping.others?.shape
      else { return nil }
      shape = below
    }
    return shape
  }
}
