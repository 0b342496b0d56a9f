// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming
import Testing

@testable import Workbench

/// A scenario made by code, solved and checked as `releve plan` does.
struct PlannedScenario {
  let plan: Plan
  /// Value of each goal level at the plan's point, as something of which less is wanted.
  let values: [Double]
  /// The same when each level was solved, before later ones used its tolerance.
  let solved: [Double]
  /// The first of them.
  var best: Double { solved.first ?? 0 }

  init(_ scenario: Scenario) throws {
    let bench = TutorialStudy.decomposing()
    let limits = WorkLimits(PlanRequest(study: StudyRequest("")), WorkControl())
    let formulation = try bench.build(scenario, limits)
    let ordered = try bench.optimise(formulation, limits)
    let point = try #require(ordered.best).primal
    plan = try bench.checked(point, formulation).plan
    let signs = formulation.levels.map { $0.objective.sense == .minimize ? 1.0 : -1 }
    values = zip(formulation.levels, signs).map { $0.objective.value(at: point) * $1 }
    solved = zip(ordered.levels, signs).map { ($0.value ?? .nan) * $1 }
  }

  /// Room that proven gaps and held goals leave around a value.
  static func room(_ value: Double) -> Double { 5e-6 * max(1, abs(value)) }
}
