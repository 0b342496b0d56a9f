// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A program as blocks that only coupling rows tie together, with the coefficients of coupling rows
/// by column.
struct WholeBlocks: Sendable {
  /// Columns of each block, rising.
  private(set) var columns: [[Int32]] = []
  /// Local rows of each block, rising.
  private(set) var rows: [[Int32]] = []
  /// Columns without a local row.
  private(set) var free: [Int32] = []
  /// Position of each column in its block, or among the free ones.
  private(set) var position: [Int32]
  /// Coupling rows, rising.
  let coupling: [Int32]
  /// Coefficients in coupling rows, column by column.
  private let start: [Int]
  private let couplingRow: [Int32]
  private let couplingValue: [Double]
  /// Free columns of each coupling row with their coefficients.
  let freeEntries: [[(column: Int32, value: Double)]]
  /// Coupling rows that a free column enters.
  let rowsOfFree: [[Int32]]

  init(_ program: LinearProgram) {
    let components = LocalComponents(program)
    position = [Int32](repeating: 0, count: program.columnCount)
    columns = [[Int32]](repeating: [], count: components.count)
    for (column, component) in components.ofColumn.enumerated() {
      guard component >= 0 else {
        position[column] = Int32(free.count)
        free.append(Int32(column))
        continue
      }
      position[column] = Int32(columns[Int(component)].count)
      columns[Int(component)].append(Int32(column))
    }
    rows = [[Int32]](repeating: [], count: columns.count)
    coupling = (0..<program.rowCount).filter { program.rowRole[$0] == .coupling }.map { Int32($0) }
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      guard let first = program.entries(of: row).first else { continue }
      rows[Int(components.ofColumn[Int(program.columnIndex[first])])].append(Int32(row))
    }
    var start = [Int](repeating: 0, count: program.columnCount + 1)
    for row in coupling {
      for entry in program.entries(of: Int(row)) {
        start[Int(program.columnIndex[entry]) + 1] += 1
      }
    }
    for column in 0..<program.columnCount { start[column + 1] += start[column] }
    var next = start
    var couplingRow = [Int32](repeating: 0, count: start[program.columnCount])
    var couplingValue = [Double](repeating: 0, count: start[program.columnCount])
    var freeEntries = [[(column: Int32, value: Double)]](repeating: [], count: coupling.count)
    var rowsOfFree = [[Int32]](repeating: [], count: free.count)
    for (place, row) in coupling.enumerated() {
      for entry in program.entries(of: Int(row)) {
        let column = Int(program.columnIndex[entry])
        couplingRow[next[column]] = Int32(place)
        couplingValue[next[column]] = program.coefficient[entry]
        next[column] += 1
        if components.ofColumn[column] < 0 {
          freeEntries[place].append((Int32(column), program.coefficient[entry]))
          rowsOfFree[Int(position[column])].append(Int32(place))
        }
      }
    }
    self.start = start
    self.couplingRow = couplingRow
    self.couplingValue = couplingValue
    self.freeEntries = freeEntries
    self.rowsOfFree = rowsOfFree
  }

  /// Entries of a column in coupling rows, which count as positions among them.
  func entries(of column: Int) -> Zip2Sequence<ArraySlice<Int32>, ArraySlice<Double>> {
    let range = start[column]..<start[column + 1]
    return zip(couplingRow[range], couplingValue[range])
  }
}
