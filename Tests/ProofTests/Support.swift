// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import GLPKSolver
import LinearProgramming
import Proof
import TestSupport

/// Programs and prices of the tests.
enum Support {
  static func formulation(seed: UInt64, beneficiaries: Int) throws -> Formulation {
    try Formulation.compile(RandomScenario(seed: seed, beneficiaries: beneficiaries).make())
  }

  /// The program as each level sees it, with the goal rows held before, and its answer.
  static func levels(
    of formulation: Formulation
  ) throws -> [(program: LinearProgram, level: LevelOutcome)] {
    let outcome = try GLPKSolver().solve(
      formulation.program, inOrder: formulation.levels, options: SolverOptions())
    var program = formulation.program
    return outcome.levels.enumerated().map { number, level in
      let seen = program
      if let value = level.value {
        _ = program.hold(formulation.levels[number], at: value, number: number + 1)
      }
      return (seen, level)
    }
  }

  /// The prices of coupling rows among all row duals.
  static func couplingPrices(_ program: LinearProgram, _ duals: [Double]) -> [RowPrice] {
    duals.indices.filter { program.rowRole[$0] == .coupling }.map {
      RowPrice(Constraint($0), duals[$0])
    }
  }

  static func relativeDifference(_ left: Double, _ right: Double) -> Double {
    abs(left - right) / max(1, abs(left), abs(right))
  }
}

/// A solver that answers with somebody else's prices and boasts of its value.
struct Liar: Solver {
  let scale: Double
  let identity = "liar"

  func solve(
    _ program: LinearProgram, for objective: Objective, options: SolverOptions
  ) throws -> SolverResult {
    var result = try GLPKSolver().solve(program, for: objective, options: options)
    result.objectiveValue = 1e12
    result.bestBound = 1e12
    result.rowDuals = result.rowDuals.enumerated().map { $1 * scale + ($0 % 3 == 0 ? 0.5 : 0) }
    return result
  }
}
