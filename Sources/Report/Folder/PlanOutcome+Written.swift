// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel

extension PlanOutcome {
  /// The outcome of a plan that was read back from its folder, figures summed up anew.
  ///
  /// - Parameters:
  ///   - study: the study as it was read again.
  ///   - written: the plan and its whole euros.
  ///   - prices: prices of rules as written.
  ///   - summary: how far the run came.
  ///   - proof: prices that prove the bounds.
  ///   - manifest: what was run with what.
  public init(
    study: ResolvedStudy, written: WrittenPlan, prices: [RulePrice], summary: SummaryDocument,
    proof: ProofDocument, manifest: ManifestDocument
  ) {
    self.init(
      study: study, status: summary.status, plan: written.plan, allocation: written.allocation,
      figures: PlanFigures(
        scenario: study.scenario, plan: written.plan, allocation: written.allocation),
      goals: summary.goals.map {
        GoalOutcome(
          name: $0.level, sense: $0.sense, value: $0.value, bestBound: $0.bound,
          relativeGap: $0.gap, tolerance: $0.tolerance, termination: $0.termination)
      },
      prices: prices, proof: proof, whole: summary.whole, tieBreak: summary.tieBreak,
      size: summary.program, timings: manifest.timings, identity: manifest.run)
  }
}
