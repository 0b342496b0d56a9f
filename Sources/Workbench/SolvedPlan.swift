// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import WholeColumns

/// The answer to a program, with whole steps where they were asked for.
struct SolvedPlan {
  /// The plan's levels.
  let plan: OrderedOutcome
  /// What is known of whole steps; `nil` where steps may be taken in part.
  var steps: WholeStepsOutcome?

  /// How far it came.
  var status: PlanStatus {
    guard let steps else { return plan.isComplete ? .optimal : .feasible }
    return steps.ending == .found ? .whole : .feasible
  }

  /// Levels with their bounds: of whole steps, what no choice of steps can beat.
  func goals(of formulation: Formulation) -> [GoalOutcome] {
    zip(plan.levels, formulation.levels).enumerated().map { position, level in
      var goal = GoalOutcome(level.0, tolerance: level.1.relativeTolerance)
      guard let steps else { return goal }
      // That nothing is better for the steps chosen says nothing of other steps.
      let bounds = steps.bounds?.levels ?? []
      let bound = position < bounds.count ? bounds[position] : nil
      goal.bestBound = bound.flatMap { $0.optimality?.dualObjective ?? $0.bestBound }
      goal.relativeGap = goal.bestBound.map { WholeStepsFigures.gap(goal.value, $0) }
      return goal
    }
  }

  /// What the tie-break decided, where it is the last goal and was solved.
  ///
  /// - Parameters:
  ///   - formulation: The program.
  ///   - plan: The plan of the last goal.
  /// - Returns: How it differs from the plan before; `nil` where there is none.
  func tieBreak(of formulation: Formulation, chose plan: Plan) -> TieBreakFigures? {
    guard self.plan.isComplete, self.plan.levels.last?.name == Goal.tieBreak.rawValue,
      let point = self.plan.pointBefore
    else { return nil }
    return TieBreakFigures(
      plan, against: formulation.plan(at: point), of: formulation.scenario)
  }

  /// Prices from which the bounds follow.
  var proof: ProofDocument {
    guard let steps else { return ProofDocument(plan) }
    var document = ProofDocument(levels: [])
    if let bounds = steps.bounds { document.levels = ProofDocument(bounds).levels }
    document.linear = steps.linear.flatMap { ProofDocument($0).levels.first }
    return document
  }

  /// What is told of whole steps.
  func whole(of formulation: Formulation) -> WholeStepsFigures? {
    guard let steps, let first = plan.levels.first else { return nil }
    let linear = steps.linear?.levels.first
    return WholeStepsFigures(
      value: first.finalValue ?? first.value ?? 0,
      linearBound: linear.flatMap { $0.optimality?.dualObjective ?? $0.bestBound },
      wholeBound: steps.wholeBound, steps: steps.steps, taken: steps.taken,
      exhaustive: zip(formulation.levels, steps.isExhaustive).filter(\.1).map(\.0.objective.name))
  }
}
