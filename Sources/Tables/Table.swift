// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// A table whose cells were checked against declared columns.
public struct Table: Sendable {
  /// File it was read from, as the user named it.
  public let file: String
  /// Rows, in the order of the file.
  ///
  /// A row with a fault in a cell is kept, the cell missing.
  public internal(set) var rows: [Row] = []
  /// Names of the declared columns that the file has, in the order of the declaration.
  public let presentColumns: [String]
  /// `nil` where the file is empty.
  let layout: Layout?

  /// A table of which nothing could be read.
  public init(without file: String) {
    self.init(file: file, presentColumns: [], layout: nil)
  }

  init(file: String, presentColumns: [String], layout: Layout?) {
    self.file = file
    self.presentColumns = presentColumns
    self.layout = layout
  }

  /// A declared column, found once for all rows of its table.
  public struct Column: Sendable {
    /// Its name.
    public let name: String
    let place: Int?
  }

  /// A column, for rows of this table; its cells are `.missing` where it is not declared.
  public func column(_ name: String) -> Column {
    Column(name: name, place: layout?.places[name])
  }

  /// One row.
  public struct Row: Sendable {
    /// File it was read from.
    public let file: String
    /// Line, counted from 1.
    public let line: Int
    /// Sheet of a workbook, whose rows are the lines; `nil` in other files.
    public let sheet: String?
    let cells: [Cell]
    let layout: Layout

    /// The cell of a declared column; `.missing` where it is empty or the file lacks the column.
    public subscript(_ column: String) -> Cell {
      guard let place = layout.places[column] else { return .missing }
      return cells[place]
    }

    /// The cell of a column of the row's table.
    public subscript(_ column: Column) -> Cell { column.place.map { cells[$0] } ?? .missing }

    /// Text, identifier or choice; `nil` where it is not declared.
    public func text(_ column: Column) -> String? {
      if case .text(let value) = self[column] { value } else { nil }
    }

    /// Whole number or year; `nil` where it is not declared.
    public func integer(_ column: Column) -> Int64? {
      if case .integer(let value) = self[column] { value } else { nil }
    }

    /// Number, whole or not; `nil` where it is not declared.
    public func decimal(_ column: Column) -> Double? { Self.decimal(self[column]) }

    /// Yes or no; `nil` where it is not declared.
    public func boolean(_ column: Column) -> Bool? {
      if case .boolean(let value) = self[column] { value } else { nil }
    }

    /// Text, identifier or choice; `nil` where it is not declared.
    public func text(_ column: String) -> String? {
      if case .text(let value) = self[column] { value } else { nil }
    }

    /// Whole number or year; `nil` where it is not declared.
    public func integer(_ column: String) -> Int64? {
      if case .integer(let value) = self[column] { value } else { nil }
    }

    /// Number, whole or not; `nil` where it is not declared.
    public func decimal(_ column: String) -> Double? { Self.decimal(self[column]) }

    private static func decimal(_ cell: Cell) -> Double? {
      switch cell {
      case .decimal(let value): value
      case .integer(let value): Double(value)
      default: nil
      }
    }

    /// Fraction of one; `nil` where it is not declared.
    public func share(_ column: String) -> Double? {
      if case .share(let value) = self[column] { value } else { nil }
    }

    /// Amount in cents; `nil` where it is not declared.
    public func money(_ column: String) -> Int64? {
      if case .money(let value) = self[column] { value } else { nil }
    }

    /// Yes or no; `nil` where it is not declared.
    public func boolean(_ column: String) -> Bool? {
      if case .boolean(let value) = self[column] { value } else { nil }
    }

    /// Where a cell stands in the file.
    public func position(of column: String? = nil) -> SourcePosition {
      SourcePosition(
        file: file, line: line, column: column.flatMap { layout.fields[$0] }.map { $0 + 1 },
        sheet: sheet)
    }
  }

  /// Which place in a row holds which column.
  struct Layout: Sendable {
    /// Place among the declared columns, by name.
    let places: [String: Int]
    /// Place in the file's rows, by name.
    let fields: [String: Int]
  }
}
