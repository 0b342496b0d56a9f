// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel

/// What a plan is worth in each goal (`docs/model.md` §5), held against what is claimed.
///
/// This is how the rows that only define a quantity are checked: soft `coverage` by the shortfall,
/// `avoided` by the avoided loss on the secants, `minimum` by the lowest coverage, soft
/// `sustainability` by the cliff. A plan may be worth more than claimed, because later goals leave
/// such quantities loose, never less.
enum AuditGoals {
  static func check(
    _ evidence: AuditEvidence, _ claims: [Double?], _ ledger: inout AuditLedger
  ) {
    for (level, claim) in zip(evidence.scenario.goals, claims) {
      guard let claim, let first = level.terms.first else { continue }
      let isAlone = level.terms.count == 1
      let (value, size) = worth(of: level, evidence)
      let scale = abs(claim) + size
      let place = AuditLedger.Place(
        detail: level.terms.map(\.goal.rawValue).joined(separator: "+"))
      let rule = isAlone ? first.goal.auditRule : .goal
      let unit = isAlone ? first.goal.auditUnit : .number
      if isAlone, first.goal.wantsMore {
        ledger.hold(rule, value, atLeast: claim, scale: scale, unit, place)
      } else {
        ledger.hold(rule, value, atMost: claim, scale: scale, unit, place)
      }
    }
  }

  /// Value of a level at a plan, in its unit, and the sum of the sizes of its terms.
  static func worth(
    of level: GoalLevel, _ evidence: AuditEvidence
  ) -> (value: Double, size: Double) {
    let isAlone = level.terms.count == 1
    var value = 0.0
    var size = 0.0
    for term in level.terms {
      let worth = worth(of: term.goal, evidence)
      let sign = isAlone || !term.goal.wantsMore ? 1.0 : -1
      value += (isAlone ? 1 : term.weight) * sign * worth
      size += abs((isAlone ? 1 : term.weight) * worth)
    }
    return (value, size)
  }

  /// Value of one goal at a plan, in its unit.
  static func worth(of goal: Goal, _ evidence: AuditEvidence) -> Double {
    switch goal {
    case .nisShortfall: shortfall(evidence)
    case .avoidedLoss: avoidedLoss(evidence)
    case .publicMoney: (evidence.spent + evidence.paidForServices).reduce(0, +)
    case .ownMoney: evidence.plan.own.reduce(0) { $0 + $1.thousands }
    case .budgetCliff: AfterHorizon(evidence.reading, evidence.plan, evidence.shares).gap
    case .minimumCoverage: minimumCoverage(evidence)
    case .tieBreak: AuditTieBreak.worth(evidence)
    }
  }

  private static func shortfall(_ evidence: AuditEvidence) -> Double {
    let reading = evidence.reading
    let members = (0..<reading.beneficiaryCount).filter { reading.classOf[$0] != nil }
    let driver = evidence.scenario.economics.shortfallWeight
    let total = members.reduce(0) { $0 + reading.size($1, driver) }
    guard total > 0 else { return 0 }
    let mean = total / Double(members.count)
    var sum = 0.0
    for e in members {
      guard let c = reading.classOf[e] else { continue }
      let weight =
        reading.size(e, driver) / mean * (evidence.scenario.classWeights[reading.classes[c]] ?? 1)
      for o in 0..<reading.objectiveCount
      where !reading.isHardTarget[c * reading.objectiveCount + o] {
        for t in 0..<reading.yearCount where reading.target(e, o, t) > 0 {
          let missing =
            reading.target(e, o, t) - reading.coverage(e, o) { evidence.shares.share(e, $0, t) }
          sum += weight * evidence.scenario.objectives[o].weight * max(0, missing)
        }
      }
    }
    return sum
  }

  private static func avoidedLoss(_ evidence: AuditEvidence) -> Double {
    let reading = evidence.reading
    var sum = 0.0
    for (e, beneficiary) in evidence.scenario.beneficiaries.enumerated() {
      for k in evidence.scenario.threats.indices {
        let loss = reading.loss(e, k)
        let start = reading.exponent(e, k) { reading.initial[e * reading.measureCount + $0] }
        let end = reading.exponent(e, k) { _ in 1 }
        let pieces = LossPieces(
          from: start, to: end, pieces: evidence.scenario.economics.lossPieces)
        guard loss > 0, let pieces else { continue }
        for t in 0..<reading.yearCount {
          let exponent = reading.exponent(e, k) { evidence.shares.share(e, $0, t) }
          sum +=
            reading.discount[t] * beneficiary.careWeight * loss * pieces.value(at: exponent)
        }
      }
    }
    return sum
  }

  private static func minimumCoverage(_ evidence: AuditEvidence) -> Double {
    let reading = evidence.reading
    var least = 1.0
    for e in 0..<reading.beneficiaryCount {
      let objectives = reading.objectives(of: e)
      guard !objectives.isEmpty else { continue }
      let sum = objectives.reduce(0) {
        $0 + reading.coverage(e, $1) { evidence.shares.share(e, $0, reading.yearCount - 1) }
      }
      least = min(least, sum / Double(objectives.count))
    }
    return least
  }
}

extension Goal {
  /// Whether more of it is better.
  var wantsMore: Bool {
    switch self {
    case .avoidedLoss, .minimumCoverage, .tieBreak: true
    case .nisShortfall, .publicMoney, .ownMoney, .budgetCliff: false
    }
  }

  /// The rule that a false claim about it breaks.
  var auditRule: Violation.Rule {
    switch self {
    case .nisShortfall: .coverage
    case .avoidedLoss: .avoided
    case .budgetCliff: .sustainability
    case .minimumCoverage: .minimum
    case .publicMoney, .ownMoney, .tieBreak: .goal
    }
  }

  /// Its unit.
  var auditUnit: Violation.Unit {
    switch self {
    case .avoidedLoss, .publicMoney, .ownMoney, .budgetCliff: .thousandEuros
    case .minimumCoverage: .share
    case .nisShortfall, .tieBreak: .number
    }
  }
}
