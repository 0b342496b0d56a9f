// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Everything the families need, derived once from the scenario in dense arrays.
///
/// Symbols are those of `docs/model.md` §1. Two-index arrays are stored row by row.
struct ScenarioData: Sendable {
  private(set) var scenario: Scenario
  let index: ScenarioIndex

  let beneficiaryCount: Int
  let measureCount: Int
  let yearCount: Int
  let potCount: Int

  /// π[t].
  let priceIndex: [Double]
  /// δ[t].
  private(set) var discount: [Double]
  /// λ[m,t], by m·T + t.
  let learning: [Double]
  /// Whether m is meant for e, by e·M + m.
  let isEligible: [Bool]
  /// x0[e,m], by e·M + m; 0 where m is not meant for e.
  let initial: [Double]
  /// Costs of full deployment without price index and learning, k€, by e·M + m.
  let oneOff: [Double]
  let recurring: [Double]
  /// f1 and f2, FTE, by e·M + m.
  let installation: [Double]
  let running: [Double]
  /// Domain's pots of each measure: position of (domain, one-off); recurring is the next one.
  let oneOffPot: [Int]
  let recurringPot: [Int]
  /// Class position of e, or −1.
  let classOf: [Int]
  /// Whether some measure of the pot's domain is meant for e, by e·P + p.
  let hasPot: [Bool]
  /// Measures of each pot.
  let measuresOfPot: [[Int]]
  let contributions: ContributionTable
  let losses: LossTable

  init(_ scenario: Scenario) throws(FormulationError) {
    self.scenario = scenario
    let index = try ScenarioIndex(scenario)
    self.index = index
    beneficiaryCount = scenario.beneficiaries.count
    measureCount = scenario.measures.count
    yearCount = scenario.horizon.count
    potCount = index.pots.count
    let years = scenario.horizon.years
    let economics = scenario.economics
    priceIndex = years.map {
      power(1 + economics.inflation, $0.number - economics.priceYear.number)
    }
    discount = Self.discount(scenario)
    learning = scenario.measures.flatMap { measure in
      years.map { year in
        guard let pilot = measure.pilot, year > pilot.until else { return 1 }
        return measure.learningFactor
      }
    }
    var pots: (oneOff: [Int], recurring: [Int]) = ([], [])
    var members = [[Int]](repeating: [], count: index.pots.count)
    for (position, measure) in scenario.measures.enumerated() {
      guard let oneOffPot = index.potPosition[Pot(measure.domain, .oneOff)],
        let recurringPot = index.potPosition[Pot(measure.domain, .recurring)]
      else { throw .unknown(measure.domain.rawValue) }
      pots.oneOff.append(oneOffPot)
      pots.recurring.append(recurringPot)
      members[oneOffPot].append(position)
      members[recurringPot].append(position)
    }
    oneOffPot = pots.oneOff
    recurringPot = pots.recurring
    measuresOfPot = members
    classOf = scenario.beneficiaries.map { beneficiary in
      beneficiary.nisClass.flatMap { index.classPosition[$0] } ?? -1
    }
    let sizes = try SizedTable(scenario)
    isEligible = sizes.isEligible
    oneOff = sizes.oneOff
    recurring = sizes.recurring
    installation = sizes.installation
    running = sizes.running
    initial = try Self.initialDeployment(scenario, index, sizes.isEligible)
    hasPot = Self.potsPresent(
      sizes.isEligible, members, scenario.beneficiaries.count, scenario.measures.count)
    contributions = try ContributionTable(scenario, index)
    losses = try LossTable(scenario, index)
  }

  /// Takes a scenario that differs in nothing from which the arrays are derived, but the discount.
  mutating func take(_ scenario: Scenario) {
    self.scenario = scenario
    discount = Self.discount(scenario)
  }

  private static func discount(_ scenario: Scenario) -> [Double] {
    (0..<scenario.horizon.count).map { power(1 + scenario.economics.discount, -$0) }
  }

  /// c1[e,m,t], k€.
  func oneOffCost(_ e: Int, _ m: Int, _ t: Int) -> Double {
    oneOff[e * measureCount + m] * priceIndex[t] * learning[m * yearCount + t]
  }

  /// c2[e,m,t], k€ per year.
  func recurringCost(_ e: Int, _ m: Int, _ t: Int) -> Double {
    recurring[e * measureCount + m] * priceIndex[t] * learning[m * yearCount + t]
  }

  /// x0[e,m].
  func initialShare(_ e: Int, _ m: Int) -> Double { initial[e * measureCount + m] }

  /// Measures meant for a beneficiary, in order.
  func measures(of e: Int) -> some Sequence<Int> {
    (0..<measureCount).lazy.filter { isEligible[e * measureCount + $0] }
  }

  /// Q[e,t]: what a beneficiary can afford in a year, k€; 0 without an own-funds rule.
  func affordable(_ e: Int, _ t: Int) throws(FormulationError) -> Double {
    guard let rule = scenario.ownFunds else { return 0 }
    let beneficiary = scenario.beneficiaries[e]
    if let own = beneficiary.affordable { return own.thousandsOfEuros * priceIndex[t] }
    guard let amount = rule.affordable.thousandsOfEuros(for: beneficiary.size) else {
      throw .missingDriver(beneficiary: beneficiary.id, neededBy: "own_funds")
    }
    return amount * priceIndex[t]
  }

  /// Size of a beneficiary in the weight of a rule.
  func weight(_ e: Int, _ driver: Driver, for rule: String) throws(FormulationError) -> Double {
    let beneficiary = scenario.beneficiaries[e]
    guard let value = beneficiary.size[driver] else {
      throw .missingDriver(beneficiary: beneficiary.id, neededBy: rule)
    }
    return value
  }

  private static func initialDeployment(
    _ scenario: Scenario, _ index: ScenarioIndex, _ eligible: [Bool]
  ) throws(FormulationError) -> [Double] {
    let measureCount = scenario.measures.count
    var result = [Double](repeating: 0, count: eligible.count)
    for entry in scenario.initialDeployment {
      guard let e = index.beneficiary[entry.beneficiary] else {
        throw .unknown(entry.beneficiary.rawValue)
      }
      guard let m = index.measure[entry.measure] else { throw .unknown(entry.measure.rawValue) }
      let position = e * measureCount + m
      if eligible[position] { result[position] = entry.share.value }
    }
    return result
  }

  private static func potsPresent(
    _ eligible: [Bool], _ members: [[Int]], _ beneficiaryCount: Int, _ measureCount: Int
  ) -> [Bool] {
    var result = [Bool](repeating: false, count: beneficiaryCount * members.count)
    for e in 0..<beneficiaryCount {
      for (p, measures) in members.enumerated() {
        result[e * members.count + p] = measures.contains { eligible[e * measureCount + $0] }
      }
    }
    return result
  }
}

/// `base` to a whole power, by repeated multiplication so that every machine gets the same bits.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<abs(exponent) { result *= base }
  return exponent < 0 ? 1 / result : result
}
