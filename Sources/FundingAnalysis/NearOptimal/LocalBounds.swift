// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import LinearProgramming

/// The most that quantities can have where only the rules within one block count.
///
/// No plan goes beyond it, since every plan obeys the rules of each block; for a quantity of one
/// beneficiary it takes a program of a few hundred rows.
struct LocalBounds {
  private let program: LinearProgram
  private let components: LocalComponents
  private let columns: [[Int]]
  private let rows: [[Int]]

  init(_ program: LinearProgram) {
    self.program = program
    components = LocalComponents(program)
    var columns = [[Int]](repeating: [], count: components.count)
    for column in 0..<program.columnCount where components.ofColumn[column] >= 0 {
      columns[Int(components.ofColumn[column])].append(column)
    }
    var rows = [[Int]](repeating: [], count: components.count)
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      guard let entry = program.entries(of: row).first else { continue }
      rows[Int(components.ofColumn[Int(program.columnIndex[entry])])].append(row)
    }
    self.columns = columns
    self.rows = rows
  }

  /// The most that a sum of columns can have.
  ///
  /// - Parameters:
  ///   - sum: The sum.
  ///   - engine: What solves.
  ///   - options: Limits of the solve.
  /// - Returns: The bound; `nil` where the columns are in several blocks, or in none.
  /// - Throws: What the engine throws.
  func most(
    of sum: ColumnSum, with engine: any Engine, options: SolverOptions
  ) throws -> Double? {
    let blocks = Set(sum.terms.map { components.ofColumn[$0.column] })
    guard blocks.count == 1, let block = blocks.first, block >= 0 else { return nil }
    let columns = columns[Int(block)]
    let part = program.part(columns: columns, rows: rows[Int(block)], named: "block")
    let weights = Dictionary(uniqueKeysWithValues: sum.terms.map { ($0.column, $0.weight) })
    let objective = Objective(
      name: "quantity", sense: .maximize, coefficients: columns.map { weights[$0] ?? 0 },
      constant: sum.constant)
    let outcome = try engine.optimise(
      part, inOrder: [ObjectiveLevel(objective: objective)], options: options, onLevel: nil)
    return outcome.isComplete ? outcome.levels[0].bestBound : nil
  }
}

/// A sum of few columns with weights.
struct ColumnSum {
  let terms: [(column: Int, weight: Double)]
  let constant: Double

  init(_ objective: Objective) {
    terms = objective.coefficients.enumerated().filter { $0.element != 0 }.map {
      (column: $0.offset, weight: $0.element)
    }
    constant = objective.constant
  }

  /// Its value at a point.
  func value(at point: [Double]) -> Double {
    terms.reduce(constant) { $0 + $1.weight * point[$1.column] }
  }
}
