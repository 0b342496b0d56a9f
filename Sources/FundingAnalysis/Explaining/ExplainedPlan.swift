// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
public import FundingModel

/// A written plan with all that explanations stand on: its scenario, tables and prices.
///
/// Explanations are pure functions of these values; nothing is solved.
public struct ExplainedPlan: Sendable {
  /// The scenario the plan belongs to.
  public let scenario: Scenario
  /// The plan, exact.
  public let plan: Plan
  /// Its money in whole euros.
  public let allocation: Allocation
  /// Prices of rules, as `prices.csv` has them.
  public let prices: [RulePrice]
  let reading: ScenarioReading
  let shares: DeployedShares
  let figures: BeneficiaryFigures
  /// Prices of rows that name a beneficiary, by beneficiary.
  let ownPrices: [BeneficiaryID: [RulePrice]]
  /// Prices of all other rows.
  let sharedPrices: [RulePrice]
  /// Whole euros of each beneficiary.
  let euros: [Int]

  /// Shares, and coverage, this close are the same.
  static let tolerance = CoverageFigures.tolerance

  /// Bundles a plan.
  public init(scenario: Scenario, plan: Plan, allocation: Allocation, prices: [RulePrice]) {
    self.scenario = scenario
    self.plan = plan
    self.allocation = allocation
    self.prices = prices
    reading = ScenarioReading(scenario)
    shares = DeployedShares(plan, reading)
    figures = BeneficiaryFigures(scenario: scenario, plan: plan)
    var own: [BeneficiaryID: [RulePrice]] = [:]
    var shared: [RulePrice] = []
    for price in prices {
      if let beneficiary = price.rule.beneficiary {
        own[beneficiary, default: []].append(price)
      } else {
        shared.append(price)
      }
    }
    ownPrices = own
    sharedPrices = shared
    var euros = [Int](repeating: 0, count: scenario.beneficiaries.count)
    for line in allocation.lines { euros[line.beneficiary] += line.euros }
    self.euros = euros
  }

  /// Names of the goal levels, in order.
  public var levelNames: [String] {
    scenario.goals.map { $0.terms.map(\.goal.rawValue).joined(separator: "+") }
  }

  /// Position of the first level that mentions a goal; `nil` where none does.
  func level(of goal: Goal) -> Int? {
    scenario.goals.firstIndex { $0.terms.contains { $0.goal == goal } }
  }
}
