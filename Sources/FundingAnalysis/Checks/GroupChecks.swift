// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Rules between groups, and the spread of coefficients.
enum GroupChecks {
  static func check(_ context: CheckContext) -> [Advice] {
    context.scenario.territory.flatMap { territory($0, context) } + spread(context)
  }

  /// Σ floor·share above 1, or Σ ceiling·share below 1 over groups that hold everybody.
  private static func territory(_ rule: TerritoryRule, _ context: CheckContext) -> [Advice] {
    var weights: [String: Double] = [:]
    var counts: [String: Int] = [:]
    var ungrouped = 0
    for (e, beneficiary) in context.scenario.beneficiaries.enumerated() {
      guard let group = rule.grouping.group(of: beneficiary) else {
        ungrouped += 1
        continue
      }
      weights[group, default: 0] += context.reading.size(e, rule.weight)
      counts[group, default: 0] += 1
    }
    let names = weights.keys.sorted()
    let total = names.reduce(0) { $0 + (weights[$1] ?? 0) }
    guard total > 0 else { return [] }
    let bound = names.filter {
      (rule.members.isEmpty || rule.members.contains($0)) && (weights[$0] ?? 0) > 0
    }
    let share = bound.reduce(0) { $0 + (weights[$1] ?? 0) / total }
    let count = bound.reduce(0) { $0 + (counts[$1] ?? 0) }
    var found: [Advice] = []
    func add(_ kind: Advice.Kind, _ value: Double) {
      found.append(
        Advice(
          kind: kind, gravity: .doubtful, subject: .init(rule: rule.id), value: value, limit: 1,
          unit: .share, count: count))
    }
    if let floor = rule.floor, context.exceeds(floor * share, 1) {
      add(.territoryFloorsExceedWhole, floor * share)
    }
    // Groups without a ceiling, or beneficiaries without a group, could take the rest.
    if let ceiling = rule.ceiling, ungrouped == 0, bound.count == names.count,
      context.exceeds(1, ceiling * share)
    {
      add(.territoryCeilingsBelowWhole, ceiling * share)
    }
    return found
  }

  private static func spread(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    var least = Double.infinity
    var greatest = 0.0
    func include(_ value: Double) {
      guard value > 0 else { return }
      least = min(least, value)
      greatest = max(greatest, value)
    }
    for e in 0..<reading.beneficiaryCount {
      for m in 0..<reading.measureCount where reading.isEligible[e * reading.measureCount + m] {
        for t in 0..<reading.yearCount {
          include(reading.oneOffCost(e, m, t))
          include(reading.recurringCost(e, m, t))
        }
      }
      for k in context.scenario.threats.indices { include(reading.loss(e, k)) }
    }
    guard greatest > 0, greatest / least > PreSolveChecks.greatestSpread else { return [] }
    return [
      Advice(
        kind: .coefficientSpread, gravity: .doubtful, subject: .init(), value: greatest,
        limit: least, unit: .thousandEuros, count: 0)
    ]
  }
}
