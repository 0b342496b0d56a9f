// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// The blocks of a program: what local rows tie together, by public means alone.
///
/// The engine has its own, which it does not show; these have the same rows and columns.
struct ProgramBlocks: Sendable {
  /// Each block as a program of its own, without names.
  private(set) var programs: [LinearProgram] = []
  /// Columns of each block, as positions in the whole program, rising.
  private(set) var columns: [[Int]] = []
  /// Rows that tie blocks together.
  let couplingRows: [Int]
  private let whole: LinearProgram

  /// Takes a program apart.
  init(_ whole: LinearProgram) {
    self.whole = whole
    couplingRows = (0..<whole.rowCount).filter { whole.rowRole[$0] == .coupling }
    let components = LocalComponents(whole)
    columns = [[Int]](repeating: [], count: components.count)
    var rows = columns
    for (column, block) in components.ofColumn.enumerated() where block >= 0 {
      columns[Int(block)].append(column)
    }
    for row in 0..<whole.rowCount where whole.rowRole[row] == .local {
      guard let first = whole.entries(of: row).first else { continue }
      rows[Int(components.ofColumn[Int(whole.columnIndex[first])])].append(row)
    }
    var place = [Int](repeating: 0, count: whole.columnCount)
    for (block, own) in columns.enumerated() {
      for (position, column) in own.enumerated() { place[column] = position }
      programs.append(Self.part(whole, own, rows[block], place))
    }
  }

  /// Costs of the columns of every block, less what they use of the coupling rows at prices.
  ///
  /// - Parameters:
  ///   - objective: Costs of the whole program, to be minimised.
  ///   - prices: One per row of the whole program; those of coupling rows are used.
  /// - Returns: Costs, block by block.
  func costs(_ objective: [Double], _ prices: [Double]) -> [[Double]] {
    var all = objective
    for row in couplingRows where prices[row] != 0 {
      for entry in whole.entries(of: row) {
        all[Int(whole.columnIndex[entry])] -= prices[row] * whole.coefficient[entry]
      }
    }
    return columns.map { $0.map { all[$0] } }
  }

  private static func part(
    _ whole: LinearProgram, _ columns: [Int], _ rows: [Int], _ place: [Int]
  ) -> LinearProgram {
    var builder = LinearProgramBuilder(name: "")
    for column in columns {
      _ = builder.addColumn(
        named: "", lower: whole.columnLower[column], upper: whole.columnUpper[column])
    }
    for row in rows {
      for entry in whole.entries(of: row) {
        builder.add(
          whole.coefficient[entry], Variable(place[Int(whole.columnIndex[entry])]))
      }
      builder.closeRow(named: "", lower: whole.rowLower[row], upper: whole.rowUpper[row])
    }
    return builder.build()
  }
}
