// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
public import FundingModel

/// How much of a goal the plan buys at a beneficiary for its public money, and where that ranks.
///
/// With P[e] the whole euros that e is paid over the horizon, in millions:
///
/// - `nis_shortfall`: G[e] = Σ_{o,t} (W_e/W̄)·weight_o·weight_C(e)·(missing before − missing), over soft
///   targets, where missing = max(0, target[o,t] − coverage), before: with what stood before the
///   horizon. Unit: weighted share-years.
/// - `avoided_loss`: G[e] = Σ_{k,t} δ[t]·care weight[e]·avoided by the plan[e,k,t], on the true curve
///   (never less than the goal's secants). Unit: k€.
///
/// Yield: G[e]/P[e]; own money that helped is not counted against it. Rank: 1 more than the number of
/// beneficiaries that get money and have a higher yield.
public struct GoalYield: Sendable, Hashable {
  /// The goal.
  public let goal: Goal
  /// G[e].
  public let amount: Double
  /// G[e]/P[e]: goal per million euros.
  public let perMillion: Double
  /// Place among all that get money, from 1.
  public let rank: Int
  /// Number of those that get money.
  public let count: Int
  /// Place among those of its NIS class, from 1; `nil` without a class.
  public let rankInClass: Int?
  /// Number of those of its class; `nil` without a class.
  public let countInClass: Int?
}

/// Yields of all beneficiaries, worked out once.
public struct GoalYields: Sendable {
  private let plan: ExplainedPlan
  private let goals: [Goal]
  /// G[e], by goal, then beneficiary.
  private let amounts: [[Double]]
  /// Yields, by goal, then beneficiary; `nil` without money.
  private let perMillion: [[Double?]]

  /// Works out the yields of a plan, for those of the two goals that its scenario has.
  public init(_ plan: ExplainedPlan) {
    self.plan = plan
    goals = [Goal.nisShortfall, .avoidedLoss].filter { plan.level(of: $0) != nil }
    let everybody = plan.scenario.beneficiaries.indices
    amounts = goals.map { goal in
      goal == .nisShortfall ? Self.shortfalls(plan) : everybody.map { Self.loss($0, plan) }
    }
    perMillion = amounts.map { amounts in
      everybody.map { e in
        plan.euros[e] > 0 ? amounts[e] / (Double(plan.euros[e]) / 1e6) : nil
      }
    }
  }

  /// Yields of a beneficiary, one for each goal; none where it gets no money.
  public func yields(of beneficiary: Int) -> [GoalYield] {
    let members = plan.scenario.beneficiaries
    let nisClass = members[beneficiary].nisClass
    return goals.indices.compactMap { goal in
      guard let own = perMillion[goal][beneficiary] else { return nil }
      var (better, all, betterInClass, inClass) = (0, 0, 0, 0)
      for (e, value) in perMillion[goal].enumerated() {
        guard let value else { continue }
        all += 1
        better += value > own ? 1 : 0
        guard members[e].nisClass == nisClass else { continue }
        inClass += 1
        betterInClass += value > own ? 1 : 0
      }
      return GoalYield(
        goal: goals[goal], amount: amounts[goal][beneficiary], perMillion: own,
        rank: better + 1, count: all, rankInClass: nisClass == nil ? nil : betterInClass + 1,
        countInClass: nisClass == nil ? nil : inClass)
    }
  }

  private static func shortfalls(_ plan: ExplainedPlan) -> [Double] {
    let (scenario, reading) = (plan.scenario, plan.reading)
    let driver = scenario.economics.shortfallWeight
    let members = scenario.beneficiaries.indices.filter { reading.classOf[$0] != nil }
    let total = members.reduce(0) { $0 + reading.size($1, driver) }
    let mean = total / Double(max(1, members.count))
    return scenario.beneficiaries.indices.map { e in
      guard let c = reading.classOf[e], mean > 0 else { return 0 }
      let weight =
        reading.size(e, driver) / mean * (scenario.classWeights[reading.classes[c]] ?? 1)
      var sum = 0.0
      for o in 0..<reading.objectiveCount
      where !reading.isHardTarget[c * reading.objectiveCount + o] {
        let before = reading.coverage(e, o) { plan.shares.share(e, $0, -1) }
        for t in 0..<reading.yearCount {
          let target = reading.target(e, o, t)
          guard target > 0 else { continue }
          let now = reading.coverage(e, o) { plan.shares.share(e, $0, t) }
          sum += scenario.objectives[o].weight * (max(0, target - before) - max(0, target - now))
        }
      }
      return weight * sum
    }
  }

  private static func loss(_ e: Int, _ plan: ExplainedPlan) -> Double {
    let care = plan.scenario.beneficiaries[e].careWeight
    return plan.figures.risks(of: e).reduce(0) {
      $0 + plan.reading.discount[$1.year] * care * $1.avoidedByPlan
    }
  }
}
