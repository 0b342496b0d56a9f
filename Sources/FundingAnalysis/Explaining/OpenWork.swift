// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What an explanation of a beneficiary is about.
public enum ReasonScope: Sendable, Hashable {
  /// All of its targets and measures.
  case everything
  /// One objective, by position: its targets, and the measures that contribute to it.
  case objective(Int)
  /// One measure, by position, and the targets that it serves.
  case measure(Int)
}

/// What a plan leaves open at one beneficiary; ``ReasonCode`` says what open means.
struct OpenWork {
  let plan: ExplainedPlan
  let beneficiary: Int
  let scope: ReasonScope
  /// Open targets, by objective, then year.
  let targets: [OpenTarget]
  /// Targets that the plan meets, by objective, then year.
  let met: [OpenTarget]
  /// The goal at hand, as the position of its level; `nil` where nothing is left to give.
  private(set) var level: Int?
  /// Whether the goal at hand is the NIS shortfall; otherwise it is the avoided loss.
  private(set) var isForTargets = false

  init(_ plan: ExplainedPlan, _ e: Int, _ scope: ReasonScope) {
    self.plan = plan
    beneficiary = e
    self.scope = scope
    let reading = plan.reading
    var open: [OpenTarget] = []
    var met: [OpenTarget] = []
    for o in 0..<reading.objectiveCount where Self.concerns(scope, objective: o, e, reading) {
      for t in plan.scenario.lockedCount..<reading.yearCount {
        let target = reading.target(e, o, t)
        guard target > 0 else { continue }
        let missing = target - reading.coverage(e, o) { plan.shares.share(e, $0, t) }
        let isOpen = missing > ExplainedPlan.tolerance
        let entry = OpenTarget(objective: o, year: t, missing: isOpen ? missing : 0)
        if isOpen { open.append(entry) } else { met.append(entry) }
      }
    }
    targets = open
    self.met = met
    findLevel()
  }

  private static func concerns(
    _ scope: ReasonScope, objective o: Int, _ e: Int, _ reading: ScenarioReading
  ) -> Bool {
    switch scope {
    case .everything: true
    case .objective(let wanted): o == wanted
    case .measure(let m): weight(of: m, in: o, at: e, reading) > 0
    }
  }

  /// The first level that the beneficiary has something left to give to.
  private mutating func findLevel() {
    for (position, level) in plan.scenario.goals.enumerated() {
      for term in level.terms {
        switch term.goal {
        case .nisShortfall where !targets.isEmpty: isForTargets = true
        case .avoidedLoss where (0..<plan.reading.measureCount).contains(where: lowersLoss):
          isForTargets = false
        default: continue
        }
        self.level = position
        return
      }
    }
  }

  /// Whether a measure is not complete at the end and would lower a loss.
  private func lowersLoss(_ m: Int) -> Bool {
    isInScope(m) && isUnfinished(m, plan.reading.yearCount - 1) && hasEffect(m)
  }

  private func hasEffect(_ m: Int) -> Bool {
    let reading = plan.reading
    return plan.scenario.threats.indices.contains { k in
      reading.effects[k].contains { $0.measure == m && $0.rate > 0 }
        && reading.loss(beneficiary, k) > 0
    }
  }

  static func weight(of m: Int, in o: Int, at e: Int, _ reading: ScenarioReading) -> Double {
    guard let c = reading.classOf[e], reading.isEligible[e * reading.measureCount + m] else {
      return 0
    }
    return reading.contributions[c][o].first { $0.measure == m }?.weight ?? 0
  }

  private func isInScope(_ m: Int) -> Bool {
    switch scope {
    case .everything: true
    case .objective(let o): Self.weight(of: m, in: o, at: beneficiary, plan.reading) > 0
    case .measure(let wanted): m == wanted
    }
  }

  /// Whether a measure is meant for the beneficiary and not fully in place at the end of a year.
  func isUnfinished(_ m: Int, _ t: Int) -> Bool {
    plan.reading.isEligible[beneficiary * plan.reading.measureCount + m]
      && plan.shares.share(beneficiary, m, t) < 1 - ExplainedPlan.tolerance
  }

  /// Whether a measure is open in a year: not complete, and of use to the goal at hand.
  func isOpen(_ m: Int, _ t: Int) -> Bool {
    guard level != nil, t >= plan.scenario.lockedCount, isInScope(m), isUnfinished(m, t) else {
      return false
    }
    guard isForTargets else { return hasEffect(m) }
    return targets.contains { $0.year >= t && serves(m, $0) }
  }

  /// Whether a measure contributes to a target, and is not complete in its year.
  func serves(_ m: Int, _ target: OpenTarget) -> Bool {
    isUnfinished(m, target.year)
      && Self.weight(of: m, in: target.objective, at: beneficiary, plan.reading) > 0
  }

  /// Open measures of a year.
  func openMeasures(in t: Int) -> [Int] {
    (0..<plan.reading.measureCount).filter { isOpen($0, t) }
  }

  /// Whether a measure is kept for pilots in a year, and the beneficiary is none.
  func isKeptForPilots(_ m: Int, _ t: Int) -> Bool {
    guard let pilot = plan.scenario.measures[m].pilot, pilot.share == nil else { return false }
    return plan.scenario.horizon.years[t] <= pilot.until
      && !plan.scenario.beneficiaries[beneficiary].isPilot
  }

  /// Whether a rule counts: it holds the plan, at a price in the goal at hand.
  func counts(_ price: RulePrice) -> Bool {
    price.levelIndex == level && plan.holds(price)
  }
}
