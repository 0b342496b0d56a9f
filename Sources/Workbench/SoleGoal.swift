// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
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
    limits.control.onProgress(.building)
    let formulation = try build(scenario, limits)
    try limits.refuseHopeless(formulation.program)
    var warnings = loaded.warnings
    if let spread = SpreadFinding.finding(for: formulation.program) { warnings.add(spread) }
    limits.control.onWarnings(warnings)
    let session = engine.makeSession()
    let optimum: OrderedOutcome
    do {
      optimum = try optimise(formulation, limits, in: session)
    } catch WorkFailure.infeasible {
      throw infeasible(formulation, limits)
    }
    try limits.control.checkpoint()
    guard optimum.isComplete, let best = optimum.best else {
      throw WorkFailure.stopped(optimum.last.termination, level: optimum.levels.last?.name ?? "")
    }
    _ = try checked(best.primal, formulation)
    return SoleGoal(
      goal: goal, formulation: formulation, session: session, optimum: optimum.levels[0])
  }

  /// Runs a search along a solved goal, and names its faults.
  func told<Answer>(
    _ goal: Goal, _ limits: WorkLimits, _ search: () throws -> Answer
  ) throws -> Answer {
    do {
      return try search()
    } catch MarginSearch.Failure.stopped(let reason, let detail) {
      try limits.control.checkpoint()
      if reason == .memoryLimit { throw limits.outOfMemory() }
      if reason == .numericalError {
        throw WorkFailure.numericalTrouble(level: goal.rawValue, detail: detail)
      }
      throw WorkFailure.stopped(reason, level: goal.rawValue)
    } catch {
      throw WorkFailure.solver(String(describing: error))
    }
  }

  /// The goal that is named, or the study's first.
  private static func goal(
    _ name: String?, of scenario: Scenario
  ) throws(Findings) -> Goal {
    let sought = scenario.goals.flatMap(\.terms).map(\.goal)
    guard let name else { return sought.first ?? .nisShortfall }
    if let goal = sought.first(where: { $0.rawValue == name }) { return goal }
    let known = sought.map(\.rawValue)
    var arguments = ["name": name, "known": known.joined(separator: ", ")]
    arguments["nearest"] = NearestSpelling.of(name, among: known)
    throw Findings(Finding("frontier.unknownGoal", .error, at: nil, arguments))
  }
}
