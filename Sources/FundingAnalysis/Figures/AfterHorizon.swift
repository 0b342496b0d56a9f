// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Recurring need after the horizon against lasting means, in thousands of euros per year.
public struct AfterHorizon: Sendable, Hashable {
  /// Recurring need of beneficiaries in the last year.
  public let beneficiaryNeed: Double
  /// Running cost of added service capacity in the last year.
  public let serviceNeed: Double
  /// Money that vehicles hold each year after the horizon.
  public let vehicleMeans: Double
  /// Own money that the sustainability rule counts as lasting; 0 without that rule or without a
  /// rule of own funds.
  public let ownMeans: Double
  /// Whether the scenario has a rule of sustainability, and whether it must be kept.
  public let rule: SustainabilityRule?

  /// Need in all.
  public var need: Double { beneficiaryNeed + serviceNeed }
  /// Means in all.
  public var means: Double { vehicleMeans + ownMeans }
  /// What is missing each year ("falaise budgétaire"), at least 0.
  public var gap: Double { max(0, need - means) }

  init(_ reading: ScenarioReading, _ plan: Plan, _ shares: DeployedShares) {
    let scenario = reading.scenario
    let last = reading.yearCount - 1
    let existing = scenario.economics.existingCostsOutsidePlan ? 0.0 : 1
    var need = 0.0
    for e in 0..<reading.beneficiaryCount {
      for m in 0..<reading.measureCount where reading.isEligible[e * reading.measureCount + m] {
        let running = shares.added(e, m, last) + existing * shares.share(e, m, -1)
        if running > 0 { need += reading.recurringCost(e, m, last) * running }
      }
    }
    beneficiaryNeed = need
    serviceNeed = scenario.services.enumerated().reduce(0) { sum, entry in
      let added =
        plan.serviceCapacity[entry.offset * reading.yearCount + last]
        - entry.element.initialCapacity
      return sum + reading.priceIndex[last] * entry.element.runCost.thousandsOfEuros * added
    }
    vehicleMeans = scenario.vehicles.reduce(0) { $0 + $1.afterHorizon.thousandsOfEuros }
    rule = scenario.sustainability
    let share = scenario.sustainability?.ownShare.value ?? 0
    ownMeans =
      share == 0
      ? 0 : share * (0..<reading.beneficiaryCount).reduce(0) { $0 + reading.ownCapacity($1, last) }
  }
}

/// How much of the money paid to beneficiaries no floor of theirs decides.
///
/// At each beneficiary, money up to the floors of the vehicles that pay it, or up to the least it
/// must receive by fairness (the greater of the two), could not have gone elsewhere. The rest was
/// free as far as rules of single beneficiaries go; rules between groups, increments already done
/// and hard targets may bind part of it, so that ``share`` is an upper bound.
public struct Freedom: Sendable, Hashable {
  /// Paid to beneficiaries over the horizon, whole euros.
  public let paid: Money
  /// Part of it that floors fix.
  public let fixed: Money
  /// Share that was free to move, 0…1; 1 where nothing was paid.
  public var share: Double {
    paid == .zero ? 1 : Double((paid - fixed).cents) / Double(paid.cents)
  }

  init(_ reading: ScenarioReading, _ allocation: Allocation) {
    let scenario = reading.scenario
    let years = reading.yearCount
    let vehicles = scenario.vehicles.count
    var received = [Int64](repeating: 0, count: reading.beneficiaryCount * vehicles * years)
    for line in allocation.lines {
      received[(line.beneficiary * vehicles + line.vehicle) * years + line.year] +=
        Int64(line.euros) * 100
    }
    var paid: Int64 = 0
    var fixed: Int64 = 0
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      var total: Int64 = 0
      var byFloors: Int64 = 0
      for (v, vehicle) in scenario.vehicles.enumerated() {
        let start = (e * vehicles + v) * years
        let amounts = received[start..<start + years]
        total += amounts.reduce(0, +)
        guard let floor = vehicle.floor,
          let thousands = floor.thousandsOfEuros(for: beneficiary.size)
        else { continue }
        let least = Money(roundingThousandsOfEuros: thousands).cents
        switch floor.period {
        case .horizon: byFloors += min(least, amounts.reduce(0, +))
        case .year: byFloors += amounts.reduce(0) { $0 + min(least, $1) }
        }
      }
      let noWorse = min(total, scenario.fairness.noWorseThan[beneficiary.id]?.cents ?? 0)
      paid += total
      fixed += max(byFloors, noWorse)
    }
    self.paid = Money(cents: paid)
    self.fixed = Money(cents: fixed)
  }
}
