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
    let blockOfColumn = Self.components(whole)
    var rows: [[Int]] = []
    for (column, block) in blockOfColumn.enumerated() where block >= 0 {
      while columns.count <= block {
        columns.append([])
        rows.append([])
      }
      columns[block].append(column)
    }
    for row in 0..<whole.rowCount where whole.rowRole[row] == .local {
      guard let first = whole.entries(of: row).first else { continue }
      rows[blockOfColumn[Int(whole.columnIndex[first])]].append(row)
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

  /// Number of the component of each column over local rows; -1 for columns without any.
  private static func components(_ whole: LinearProgram) -> [Int] {
    var parent = Array(0..<whole.columnCount)
    var isLocal = [Bool](repeating: false, count: whole.columnCount)
    func root(_ column: Int) -> Int {
      var place = column
      while parent[place] != place {
        parent[place] = parent[parent[place]]
        place = parent[place]
      }
      return place
    }
    for row in 0..<whole.rowCount where whole.rowRole[row] == .local {
      guard let first = whole.entries(of: row).first else { continue }
      for entry in whole.entries(of: row) {
        let column = Int(whole.columnIndex[entry])
        isLocal[column] = true
        let (one, other) = (root(Int(whole.columnIndex[first])), root(column))
        parent[max(one, other)] = min(one, other)
      }
    }
    var numbers = [Int](repeating: -1, count: whole.columnCount)
    var count = 0
    for column in numbers.indices where isLocal[column] {
      let leader = root(column)
      if leader == column { count += 1 }
      numbers[column] = leader == column ? count - 1 : numbers[leader]
    }
    return numbers
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
