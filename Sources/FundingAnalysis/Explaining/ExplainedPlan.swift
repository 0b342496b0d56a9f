// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
public import FundingModel
import LinearProgramming

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
  /// Beneficiaries that the tie-break is known to have decided about.
  public let tieBroken: Set<BeneficiaryID>
  let reading: ScenarioReading
  let shares: DeployedShares
  let figures: BeneficiaryFigures
  /// Prices of rows that name a beneficiary, by beneficiary.
  let ownPrices: [BeneficiaryID: [RulePrice]]
  /// Prices of all other rows.
  let sharedPrices: [RulePrice]
  /// Whole euros of each beneficiary.
  let euros: [Int]
  /// What each goal level may have lost to the goals after it.
  let allowances: [Double]

  /// Shares, and coverage, this close are the same.
  ///
  /// Later goals may use what earlier ones may give up: a plan rarely stands at a target to the last
  /// digit.
  static let tolerance = 1e-4

  /// Bundles a plan.
  public init(
    scenario: Scenario, plan: Plan, allocation: Allocation, prices: [RulePrice],
    tieBroken: Set<BeneficiaryID> = []
  ) {
    self.tieBroken = tieBroken
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
    let values = PlanAudit.levelValues(scenario: scenario, plan: plan, allocation: allocation)
    allowances = zip(scenario.goals, values).map { level, value in
      2 * (level.tolerance * abs(value) + Tolerance.goalSlack * max(1, abs(value)))
        + Tolerance.goalSlack
    }
  }

  /// Whether a rule holds the plan: it has a price, and what the plan leaves of it is worth no more
  /// than what the goal may give up.
  func holds(_ price: RulePrice) -> Bool {
    price.price != 0
      && (price.isBinding || abs(price.price) * price.slack <= allowances[price.levelIndex])
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
