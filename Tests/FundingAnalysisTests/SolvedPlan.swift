// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming

/// A scenario solved level by level, with its plan as the program gives it.
struct SolvedPlan {
  let scenario: Scenario
  let formulation: Formulation
  let plan: Plan
  let allocation: Allocation
  /// Value of each goal level at the plan's point.
  let levelValues: [Double]

  struct NotSolved: Error {
    let level: String
    let termination: TerminationStatus
  }

  init(_ scenario: Scenario) throws {
    let formulation = try Formulation.compile(scenario)
    var program = formulation.program
    var point: [Double] = []
    for level in formulation.levels {
      let objective = level.objective
      let result = try GLPKSolver().solve(program, for: objective, options: SolverOptions())
      guard result.termination == .optimal else {
        throw NotSolved(level: objective.name, termination: result.termination)
      }
      point = result.primal
      let best = objective.value(at: point) - objective.constant
      // Tighter than this, rounding alone can leave the next level without a point.
      let slack = max(level.relativeTolerance, 1e-8) * max(1, abs(best))
      let columns = objective.coefficients.indices.filter { objective.coefficients[$0] != 0 }
      guard !columns.isEmpty else { continue }
      program.appendRow(
        named: "goal[\(objective.name)]", columns: columns.map { Variable($0) },
        coefficients: columns.map { objective.coefficients[$0] },
        lower: objective.sense == .maximize ? best - slack : -.infinity,
        upper: objective.sense == .maximize ? .infinity : best + slack)
    }
    self.scenario = scenario
    self.formulation = formulation
    plan = formulation.plan(at: point)
    allocation = WholeEuros.round(plan, of: scenario)
    let solved = point
    levelValues = formulation.levels.map { $0.objective.value(at: solved) }
  }

  var violations: [Violation] {
    PlanAudit.check(
      scenario: scenario, plan: plan, allocation: allocation, levelValues: levelValues)
  }
}
