// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Lower bounds on the money and staff that targets need, against what there is.
///
/// To raise coverage of one objective by Δ, a beneficiary needs at least Δ times the least cost per
/// point of coverage among the measures that contribute. One measure may serve several objectives at
/// once, so of a beneficiary's objectives only the dearest counts: the bound is low, and certain.
enum MeansChecks {
  static func check(_ context: CheckContext) -> [Advice] {
    money(context) + staff(context) + cliff(context)
  }

  /// Least of a quantity that a beneficiary needs for its targets up to a year.
  ///
  /// `unit` is the quantity that full deployment of a measure needs at least. Targets that no
  /// measure serves count as nothing here.
  private static func least(
    _ e: Int, through last: Int, hardOnly: Bool, _ context: CheckContext,
    _ unit: (Int) -> Double
  ) -> Double {
    let reading = context.reading
    guard let c = reading.classOf[e] else { return 0 }
    var bound = 0.0
    for o in 0..<reading.objectiveCount {
      let slot = c * reading.objectiveCount + o
      guard !hardOnly || reading.isHardTarget[slot] else { continue }
      let target = (0...last).reduce(0) { max($0, reading.targets[slot][$1]) }
      let before = reading.coverage(e, o) { reading.initial[e * reading.measureCount + $0] }
      guard target > before else { continue }
      var cheapest = Double.infinity
      for entry in reading.contributions[c][o]
      where entry.weight > 0 && reading.isEligible[e * reading.measureCount + entry.measure] {
        cheapest = min(cheapest, unit(entry.measure) / entry.weight)
      }
      guard cheapest < .infinity else { continue }
      bound = max(bound, (target - before) * cheapest)
    }
    return bound
  }

  /// Cost of targets, where own money is limited: one-off at its cheapest, running in the last year.
  private static func money(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    guard let own = context.scenario.ownFunds else { return [] }
    var means = 0.0
    for t in 0..<reading.yearCount {
      for v in context.scenario.vehicles.indices
      where context.scenario.vehicles[v].paysBeneficiaries {
        means += reading.counted(v, t)
      }
      for e in 0..<reading.beneficiaryCount {
        means += own.share.value * reading.ownCapacity(e, t)
      }
    }
    func needed(hardOnly: Bool) -> (Double, Int) {
      let bounds = (0..<reading.beneficiaryCount).map { e in
        least(e, through: reading.yearCount - 1, hardOnly: hardOnly, context) { m in
          let once = (0..<reading.yearCount).reduce(Double.infinity) {
            min($0, reading.oneOffCost(e, m, $1))
          }
          return once + reading.recurringCost(e, m, reading.yearCount - 1)
        }
      }
      return (bounds.reduce(0, +), bounds.count { $0 > 0 })
    }
    for (hardOnly, gravity) in [(true, Advice.Gravity.impossible), (false, .doubtful)] {
      let (sum, count) = needed(hardOnly: hardOnly)
      guard context.exceeds(sum, means) else { continue }
      return [
        Advice(
          kind: .targetsExceedMoney, gravity: gravity, subject: .init(), value: sum, limit: means,
          unit: .thousandEuros, count: count)
      ]
    }
    return []
  }

  /// Staff that runs what targets need (f2 at the end of the year): per region, the worst year.
  private static func staff(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    return context.scenario.staffing.flatMap { rule -> [Advice] in
      let members = (0..<reading.beneficiaryCount).filter {
        context.scenario.beneficiaries[$0].region == rule.region
      }
      for (hardOnly, gravity) in [(true, Advice.Gravity.impossible), (false, .doubtful)] {
        var worst: (sum: Double, year: Int)?
        for t in 0..<min(reading.yearCount, rule.available.count) {
          let sum = members.reduce(0) { sum, e in
            let size = context.scenario.beneficiaries[e].size
            return sum
              + least(e, through: t, hardOnly: hardOnly, context) {
                context.scenario.measures[$0].runningEffort.value(for: size) ?? 0
              }
          }
          let available = rule.available[t].value
          guard context.exceeds(sum, available) else { continue }
          if sum - available > worst.map({ $0.sum - rule.available[$0.year].value }) ?? 0 {
            worst = (sum, t)
          }
        }
        guard let worst else { continue }
        return [
          Advice(
            kind: .targetsExceedStaff, gravity: gravity,
            subject: .init(group: rule.region.rawValue, year: context.year(worst.year)),
            value: worst.sum, limit: rule.available[worst.year].value,
            unit: .fullTimeEquivalents, count: members.count)
        ]
      }
      return []
    }
  }

  /// Recurring cost that cannot be avoided in the last year, where the rule is hard.
  ///
  /// It is that of what stood before (if it belongs to the plan), and of what was done or of what
  /// hard targets need, the greater of the two.
  private static func cliff(_ context: CheckContext) -> [Advice] {
    let reading = context.reading
    guard let rule = context.scenario.sustainability, rule.isHard else { return [] }
    let last = reading.yearCount - 1
    var means = context.scenario.vehicles.reduce(0) { $0 + $1.afterHorizon.thousandsOfEuros }
    for e in 0..<reading.beneficiaryCount {
      means += rule.ownShare.value * reading.ownCapacity(e, last)
    }
    var done = [Double](repeating: 0, count: reading.beneficiaryCount * reading.measureCount)
    for entry in context.scenario.locked {
      guard let e = reading.beneficiaryPosition[entry.beneficiary],
        let m = reading.measurePosition[entry.measure],
        reading.isEligible[e * reading.measureCount + m]
      else { continue }
      done[e * reading.measureCount + m] += entry.share.value
    }
    let isInside = !context.scenario.economics.existingCostsOutsidePlan
    var need = 0.0
    var count = 0
    for e in 0..<reading.beneficiaryCount {
      var existing = 0.0
      var added = 0.0
      for m in 0..<reading.measureCount {
        let cell = e * reading.measureCount + m
        guard reading.isEligible[cell], done[cell] > 0 || isInside else { continue }
        let cost = reading.recurringCost(e, m, last)
        added += cost * done[cell]
        if isInside { existing += cost * reading.initial[cell] }
      }
      let targets = least(e, through: last, hardOnly: true, context) {
        reading.recurringCost(e, $0, last)
      }
      let sum = existing + max(added, targets)
      if sum > 0 { count += 1 }
      need += sum
    }
    guard context.exceeds(need, means) else { return [] }
    return [
      Advice(
        kind: .cliffUnavoidable, gravity: .impossible, subject: .init(year: context.year(last)),
        value: need, limit: means, unit: .thousandEuros, count: count)
    ]
  }
}
