// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Testing

/// Solves a scenario by both statements of the model, level by level, and compares.
///
/// At each level both programs hold the same earlier values, so that one level's rounding does not
/// add to the next one's.
enum TwoStatements {
  /// Optima of the levels by the program compiled in Swift and by the one in MathProg.
  struct Comparison {
    var swift: [Double] = []
    var mathProg: [Double] = []

    /// The largest relative difference of a level.
    ///
    /// Values below 1 count as 1 from the second level on, where what is held leaves as much room.
    var largestDifference: Double {
      guard swift.count == mathProg.count else { return .infinity }
      return mathProg.indices.map { level in
        abs(swift[level] - mathProg[level]) / max(level == 0 ? 0.01 : 1, abs(mathProg[level]))
      }.max() ?? .infinity
    }
  }

  static func compare(_ scenario: Scenario) throws -> Comparison {
    let compiled = try Formulation.compile(scenario)
    let oracle = try MathProgOracle(scenario)
    var program = compiled.program
    var comparison = Comparison()
    for (position, level) in compiled.levels.enumerated() {
      let expected = try oracle.optimum(ofLevel: position + 1, held: comparison.mathProg)
      let result = try GLPKSolver().solve(
        program, for: level.objective, options: SolverOptions())
      try #require(result.termination == .optimal, "level \(position + 1): \(result.detail)")
      comparison.swift.append(try #require(result.objectiveValue))
      comparison.mathProg.append(expected)
      hold(level, at: expected, in: &program)
    }
    return comparison
  }

  /// Adds the row that holds a level at a value, with the room the hand-written model leaves.
  private static func hold(
    _ level: ObjectiveLevel, at value: Double, in program: inout LinearProgram
  ) {
    let used = level.objective.coefficients.indices.filter {
      level.objective.coefficients[$0] != 0
    }
    let room = level.relativeTolerance * abs(value) + 1e-6 * max(1, abs(value))
    let isUpwards = level.objective.sense == .maximize
    program.appendRow(
      named: "held", columns: used.map { Variable($0) },
      coefficients: used.map { level.objective.coefficients[$0] },
      lower: isUpwards ? value - room : -.infinity, upper: isUpwards ? .infinity : value + room)
  }
}
