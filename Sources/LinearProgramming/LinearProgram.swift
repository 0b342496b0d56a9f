// SPDX-License-Identifier: GPL-3.0-or-later

/// Index of a column (a variable) of a linear program.
public struct Variable: Sendable, Hashable, Comparable {
  /// Position in the program, from 0.
  public let index: Int32

  /// Creates the index of the column at `position`.
  public init(_ position: Int) { index = Int32(position) }

  /// Position in the program, from 0.
  public var position: Int { Int(index) }

  /// Orders two values.
  public static func < (left: Variable, right: Variable) -> Bool { left.index < right.index }
}

/// Index of a row (a constraint) of a linear program.
public struct Constraint: Sendable, Hashable, Comparable {
  /// Position in the program, from 0.
  public let index: Int32

  /// Creates the index of the row at `position`.
  public init(_ position: Int) { index = Int32(position) }

  /// Position in the program, from 0.
  public var position: Int { Int(index) }

  /// Orders two values.
  public static func < (left: Constraint, right: Constraint) -> Bool { left.index < right.index }
}

/// Whether a row ties blocks together or belongs to one block.
public enum RowRole: UInt8, Sendable {
  /// The row concerns one block only.
  case local
  /// The row stays in the master of a decomposition.
  case coupling
}

/// Whether a column may take any value within its bounds or whole numbers only.
public enum Domain: UInt8, Sendable {
  case continuous
  case integer
}

/// A linear program: `lower ≤ A·x ≤ upper` for the rows, `lower ≤ x ≤ upper` for the columns.
///
/// The matrix is stored row by row in three contiguous arrays. An absent bound is an infinity.
/// The program holds no objective: objectives are values of their own (``Objective``), because a
/// scenario has several, in order.
public struct LinearProgram: Sendable, Equatable {
  /// Name of the program.
  public var name: String

  /// Names of the columns, one per column.
  public internal(set) var columnNames = NameTable()
  /// Lower bounds of the columns.
  public internal(set) var columnLower: [Double] = []
  /// Upper bounds of the columns.
  public internal(set) var columnUpper: [Double] = []
  /// Domain of each column.
  public internal(set) var columnDomain: [Domain] = []

  /// Names of the rows, one per row.
  public internal(set) var rowNames = NameTable()
  /// Lower bounds of the rows.
  public internal(set) var rowLower: [Double] = []
  /// Upper bounds of the rows.
  public internal(set) var rowUpper: [Double] = []
  /// Role of each row in a decomposition.
  public internal(set) var rowRole: [RowRole] = []

  /// Start of each row in ``columnIndex`` and ``coefficient``; one more entry than rows.
  public internal(set) var rowStart: [Int] = [0]
  /// Column of each nonzero.
  public internal(set) var columnIndex: [Int32] = []
  /// Value of each nonzero.
  public internal(set) var coefficient: [Double] = []

  /// Creates an empty program.
  public init(name: String) { self.name = name }

  /// Number of columns.
  public var columnCount: Int { columnLower.count }
  /// Number of rows.
  public var rowCount: Int { rowLower.count }
  /// Number of nonzeros of the matrix.
  public var nonzeroCount: Int { coefficient.count }

  /// Bytes that one copy of the program takes at least.
  public var storedBytes: Int {
    coefficient.count * 12 + columnCount * 17 + rowCount * 25 + columnNames.storedBytes
      + rowNames.storedBytes
  }

  /// Range of a row in ``columnIndex`` and ``coefficient``.
  public func entries(of row: Int) -> Range<Int> { rowStart[row]..<rowStart[row + 1] }

  /// Value of each row at a point.
  ///
  /// - Parameter point: One value per column.
  /// - Returns: One value per row.
  public func activities(at point: [Double]) -> [Double] {
    precondition(point.count == columnCount, "one value per column")
    var result = [Double](repeating: 0, count: rowCount)
    for row in 0..<rowCount {
      var sum = 0.0
      for entry in entries(of: row) {
        sum += coefficient[entry] * point[Int(columnIndex[entry])]
      }
      result[row] = sum
    }
    return result
  }
}
