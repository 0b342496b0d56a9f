// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report

/// Walks along the curve between two goals of a study.
struct FrontierWalk {
  private let formulation: TradeOffFormulation
  private let study: Scenario
  private var walk: TradeOffWalk

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - bench: Whose engine solves.
  ///   - request: Points, and limits of each solve.
  ///   - control: Progress and cancellation.
  ///   - formulation: The program of the two goals.
  ///   - study: The study with all of its goals.
  init(
    _ bench: Workbench, _ request: FrontierRequest, _ control: WorkControl,
    _ formulation: TradeOffFormulation, study: Scenario
  ) {
    self.formulation = formulation
    self.study = study
    walk = TradeOffWalk(bench, request.plan, most: request.points, control)
  }

  /// Solves the points.
  ///
  /// - Throws: Where a solve ends without a proven optimum, and where the user stops the work.
  mutating func outcome() throws -> FrontierOutcome {
    let both = formulation.firstThenSecond
    let axes = zip(both.scenario.goals, both.levels).map {
      FrontierOutcome.Axis(goal: $0.terms[0].goal, sense: $1.objective.sense)
    }
    let (points, curve) = try walk.walk(formulation, auditedBy: both)
    return FrontierOutcome(
      study: study, axes: axes,
      leftOut: study.goals.flatMap(\.terms).map(\.goal).filter { goal in
        !axes.contains { $0.goal == goal }
      }, points: points, shape: curve.shape, error: curve.error)
  }
}
