// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming

/// A study solved for one of its goals alone, in a session that can go on from there.
struct SoleGoal {
  let goal: Goal
  let formulation: Formulation
  let session: any EngineSession
  let optimum: LevelOutcome
}

extension Workbench {
  /// Solves a study for one goal to a proven optimum, and checks the plan outside the solver.
  ///
  /// - Parameters:
  ///   - name: Name of the goal; `nil`: the study's first.
  ///   - loaded: The study.
  ///   - limits: Limits of the work.
  /// - Returns: The optimum, and what is needed to go on from it.
  /// - Throws: `Findings` for faults of the inputs, ``WorkFailure`` without a proven optimum.
  func soleGoal(
    _ name: String?, of loaded: LoadedStudy, _ limits: WorkLimits
  ) throws -> SoleGoal {
    let goal = try Self.goal(name, of: loaded.study.scenario)
    var scenario = loaded.study.scenario
    scenario.goals = [GoalLevel(goal)]
    let formulation = try prepared(scenario, of: loaded, limits)
    let session = engine.makeSession()
    let optimum = try proven(formulation, limits, in: session)
    return SoleGoal(
      goal: goal, formulation: formulation, session: session, optimum: optimum.levels[0])
  }
}
