// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming

/// Solves a scenario by both statements of the model, level by level.
struct TwoStatements: Sendable {
  /// Optima of the levels by the program compiled in Swift.
  var swift: [Double]
  /// Optima of the levels by the hand-written model.
  var mathProg: [Double]

  init(_ scenario: Scenario) throws {
    let compiled = try Formulation.compile(scenario)
    let outcome = try GLPKSolver().solve(
      compiled.program, inOrder: compiled.levels, options: SolverOptions())
    swift = outcome.isComplete ? outcome.levels.compactMap(\.value) : []
    mathProg = try MathProgOracle(scenario).optima()
  }

  /// The largest relative difference of a level; infinite where one statement lacks a level.
  ///
  /// Values below 1 (k€, or hospitals with a whole shortfall) count as 1 from the second level on,
  /// where what is held leaves as much room.
  var largestDifference: Double { Self.largestDifference(swift, mathProg) }

  static func largestDifference(_ found: [Double], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    return expected.indices.map { level in
      abs(found[level] - expected[level]) / max(level == 0 ? 0.01 : 1, abs(expected[level]))
    }.max() ?? .infinity
  }
}
