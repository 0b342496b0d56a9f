// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A part of the program that shares no local row with any other part.
///
/// It holds positions and what the master needs; its own program is made when it is needed
/// (``BlockProgram``).
struct Block: Sendable {
  /// Its columns, as positions in the whole program, rising.
  let columns: [Int32]
  /// Its local rows, as positions in the whole program, rising.
  let rows: [Int32]
  /// Rows of the master that its columns enter, rising.
  let masterRows: [Int32]
  /// Coefficients of the columns in those rows; rows count as positions in ``masterRows``.
  let coupling: SparseColumns
  /// Bounds that follow from the local rows, of columns that have none of their own.
  let reach: Reach
  /// Columns that may stay at their lower bounds wherever they cost nothing: no master row has
  /// them, and no local row needs them.
  let dispensable: [Int32]

  init(
    columns: [Int32], rows: [Int32], program: LinearProgram, masterRows: [Int32],
    coupling: SparseColumns
  ) {
    self.columns = columns
    self.rows = rows
    self.masterRows = masterRows
    self.coupling = coupling
    reach = Reach(program)
    var isNeeded = columns.indices.map {
      !coupling.entries(of: $0).isEmpty || !program.columnLower[$0].isFinite
    }
    for row in 0..<program.rowCount {
      for entry in program.entries(of: row) {
        let bound = program.coefficient[entry] > 0 ? program.rowLower[row] : program.rowUpper[row]
        if bound.isFinite { isNeeded[Int(program.columnIndex[entry])] = true }
      }
    }
    dispensable = columns.indices.filter { !isNeeded[$0] }.map { Int32($0) }
  }
}

/// Coefficients column by column, in contiguous arrays.
struct SparseColumns: Sendable, Equatable {
  /// Start of each column; one more entry than columns.
  var start: [Int32] = [0]
  /// Row of each nonzero.
  var row: [Int32] = []
  /// Value of each nonzero.
  var value: [Double] = []

  /// Range of a column in ``row`` and ``value``.
  func entries(of column: Int) -> Range<Int> { Int(start[column])..<Int(start[column + 1]) }

  /// Counts rows anew, as positions among those that occur.
  ///
  /// - Returns: The rows that occur, rising.
  mutating func renumberRows() -> [Int32] {
    let used = Set(row).sorted()
    var positions: [Int32: Int32] = [:]
    for (position, row) in used.enumerated() { positions[row] = Int32(position) }
    row = row.map { positions[$0] ?? 0 }
    return used
  }

  /// Adds a column after the others.
  mutating func append(_ entries: some Sequence<(row: Int32, value: Double)>) {
    for entry in entries {
      row.append(entry.row)
      value.append(entry.value)
    }
    start.append(Int32(row.count))
  }
}
