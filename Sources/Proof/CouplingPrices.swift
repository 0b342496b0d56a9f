// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Prices of coupling rows, put to use as for minimising.
///
/// They prove something by themselves, and leave the rest to the columns as their costs.
struct CouplingPrices {
  /// What rows and the columns without a block are worth at least.
  private(set) var sum: ExactSum
  /// A column without a block whose reduced cost leans on an absent bound.
  private(set) var obstacle: Int?
  /// Cost of each column less prices times coefficients.
  private(set) var costs: [ExactSum]

  init(
    _ program: LinearProgram, _ split: BlockSplit, _ reach: ReachableBounds,
    _ objective: Objective, _ prices: [RowPrice]
  ) {
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    let rows = (0..<program.rowCount).filter { program.rowRole[$0] == .coupling }
    var byRow = [Double](repeating: 0, count: program.rowCount)
    for price in prices { byRow[price.row.position] = sign * price.price }

    // The columns without a block come first: their prices may have to move by a rounding.
    var place = [Int32](repeating: -1, count: program.columnCount)
    for (position, column) in split.freeColumns.enumerated() {
      place[Int(column)] = Int32(position)
    }
    let free = split.freeColumns.map { Int($0) }
    let small = SmallProgram(
      rowLower: rows.map { program.rowLower[$0] }, rowUpper: rows.map { program.rowUpper[$0] },
      columnLower: free.map { reach.lower[$0] }, columnUpper: free.map { reach.upper[$0] },
      rows: rows.map { row in
        program.entries(of: row).compactMap { entry in
          let position = place[Int(program.columnIndex[entry])]
          return position < 0 ? nil : (Int(position), program.coefficient[entry])
        }
      })
    var own = WeakDual(
      small, costs: free.map { ExactSum(sign * objective.coefficients[$0]) },
      prices: rows.map { byRow[$0] })
    own.repair()
    let proven = own.bound()
    sum = proven.sum
    obstacle = proven.obstacle.map { free[$0] }

    costs = objective.coefficients.map { ExactSum(sign * $0) }
    for (row, price) in zip(rows, own.prices) where price.value != 0 {
      for entry in program.entries(of: row) {
        costs[Int(program.columnIndex[entry])].add(price, times: -program.coefficient[entry])
      }
    }
  }
}
