// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What full effort reaches, year by year: speeds, pilots, what stood before and what was done.
///
/// Prerequisites, staff and money are left out, so a target out of reach here is out of reach.
enum ReachChecks {
  static func check(_ context: CheckContext) -> [Advice] {
    targets(context) + massive(context) + locked(context)
  }

  /// For each class and objective, the year in which the most beneficiaries cannot reach the target.
  private static func targets(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    var found: [Advice] = []
    for (c, name) in reading.classes.enumerated() {
      let members = (0..<reading.beneficiaryCount).filter { reading.classOf[$0] == c }
      for o in 0..<reading.objectiveCount {
        let slot = c * reading.objectiveCount + o
        var worst: (count: Int, year: Int, best: Double)?
        for t in 0..<reading.yearCount where reading.targets[slot][t] > 0 {
          let values = members.map { e in
            reading.coverage(e, o) { context.reachable(e, $0, t) }
          }
          let below = values.filter { context.exceeds(reading.targets[slot][t], $0) }
          guard let least = below.min(), below.count > worst?.count ?? 0 else { continue }
          worst = (below.count, t, least)
        }
        guard let worst else { continue }
        found.append(
          Advice(
            kind: .targetUnreachable,
            gravity: reading.isHardTarget[slot] ? .impossible : .doubtful,
            subject: .init(
              objective: context.scenario.objectives[o].id, group: name.rawValue,
              year: context.year(worst.year)),
            value: reading.targets[slot][worst.year], limit: worst.best, unit: .share,
            count: worst.count))
      }
    }
    return found
  }

  private static func massive(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    return context.scenario.deployment.flatMap { rule -> [Advice] in
      guard let t = context.scenario.horizon.index(of: rule.by) else { return [] }
      var weights: [String: Double] = [:]
      var reached: [String: Double] = [:]
      var counts: [String: Int] = [:]
      for (e, beneficiary) in context.scenario.beneficiaries.enumerated()
      where rule.eligibility.includes(beneficiary) {
        guard let best = best(rule.subject, e, t, context),
          let group = rule.within.map({ $0.group(of: beneficiary) }) ?? ""
        else { continue }
        let weight = reading.size(e, rule.weight)
        weights[group, default: 0] += weight
        reached[group, default: 0] += weight * best
        counts[group, default: 0] += 1
      }
      return weights.keys.sorted().compactMap { group in
        guard let weight = weights[group], weight > 0, let sum = reached[group] else { return nil }
        guard context.exceeds(rule.share.value, sum / weight) else { return nil }
        return Advice(
          kind: .massiveUnreachable, gravity: .impossible,
          subject: .init(rule: rule.id, group: group.isEmpty ? nil : group, year: rule.by),
          value: rule.share.value, limit: sum / weight, unit: .share, count: counts[group] ?? 0)
      }
    }
  }

  private static func best(
    _ subject: DeploymentRule.Subject, _ e: Int, _ t: Int, _ context: CheckContext
  ) -> Double? {
    let reading = context.reading
    switch subject {
    case .measure(let id):
      guard let m = reading.measurePosition[id],
        reading.isEligible[e * reading.measureCount + m]
      else { return nil }
      return context.reachable(e, m, t)
    case .objective(let id):
      guard let o = reading.objectivePosition[id], reading.objectives(of: e).contains(o) else {
        return nil
      }
      return reading.coverage(e, o) { context.reachable(e, $0, t) }
    }
  }

  private static func locked(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    var sums: [Int: Double] = [:]
    for entry in context.scenario.locked {
      guard let e = reading.beneficiaryPosition[entry.beneficiary],
        let m = reading.measurePosition[entry.measure],
        reading.isEligible[e * reading.measureCount + m]
      else { continue }
      sums[e * reading.measureCount + m, default: 0] += entry.share.value
    }
    return sums.keys.sorted().compactMap { cell in
      guard let sum = sums[cell], context.exceeds(sum, 1 - reading.initial[cell]) else {
        return nil
      }
      return Advice(
        kind: .lockedExceedsWhole, gravity: .impossible,
        subject: .init(
          beneficiary: context.scenario.beneficiaries[cell / reading.measureCount].id,
          measure: context.scenario.measures[cell % reading.measureCount].id),
        value: sum, limit: 1 - reading.initial[cell], unit: .share, count: 1)
    }
  }
}
