// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A part of the program that shares no local row with any other part.
struct Block: Sendable {
  /// Its columns, as positions in the whole program, rising.
  let columns: [Int32]
  /// Its local rows, as positions in the whole program, rising.
  let rows: [Int32]
  /// Columns and local rows as a program of their own, in the same order.
  let program: LinearProgram
  /// Coefficients of the columns in the rows of the master.
  let coupling: SparseColumns
}

/// Coefficients column by column, in contiguous arrays.
struct SparseColumns: Sendable {
  /// Start of each column; one more entry than columns.
  var start: [Int32] = [0]
  /// Row of each nonzero.
  var row: [Int32] = []
  /// Value of each nonzero.
  var value: [Double] = []

  /// Range of a column in ``row`` and ``value``.
  func entries(of column: Int) -> Range<Int> { Int(start[column])..<Int(start[column + 1]) }

  /// Adds a column after the others.
  mutating func append(_ entries: some Sequence<(row: Int32, value: Double)>) {
    for entry in entries {
      row.append(entry.row)
      value.append(entry.value)
    }
    start.append(Int32(row.count))
  }
}
