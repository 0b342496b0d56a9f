// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// What one more unit of a rule's bound would change in one goal, and how much room the rule leaves.
public struct RulePrice: Sendable, Hashable, Codable {
  /// Name of the row, for example `envelope[care-d1,2027]`.
  public var rowName: String
  /// The name taken apart.
  public var rule: RuleName
  /// Name of the goal level, for example `avoided_loss`.
  public var level: String
  /// Position of the goal level, from 0.
  public var levelIndex: Int
  /// Change of the goal per unit of the bound while the earlier goals keep their values.
  ///
  /// In the unit of the goal (`docs/model.md` §5) per ``unit``. Above zero: the goal's value rises.
  public var price: Double
  /// Change of the goal per unit of the bound when the earlier goals, too, are reached anew.
  ///
  /// One more euro first serves the earlier goals; what that changes here is added by the chain
  /// rule: price + Σ over earlier goals j of (price of row `goal[j]` here) · (this figure at j).
  public var priceInOrder: Double
  /// Unit in which bound, activity and slack are counted.
  public var unit: RuleUnit
  /// Left-hand side of the row at the plan.
  public var activity: Double
  /// The bound that is nearest.
  public var bound: Double
  /// Distance of the activity from the nearest bound; 0 for equations.
  public var slack: Double
  /// Whether the plan stands at the bound.
  public var isBinding: Bool
  /// How far the price holds; `nil` where that was not looked for.
  public var range: PriceRange?

  /// Creates a price.
  public init(
    rowName: String, rule: RuleName, level: String, levelIndex: Int, price: Double,
    priceInOrder: Double, unit: RuleUnit, activity: Double, bound: Double, slack: Double,
    isBinding: Bool, range: PriceRange? = nil
  ) {
    self.rowName = rowName
    self.rule = rule
    self.level = level
    self.levelIndex = levelIndex
    self.price = price
    self.priceInOrder = priceInOrder
    self.unit = unit
    self.activity = activity
    self.bound = bound
    self.slack = slack
    self.isBinding = isBinding
    self.range = range
  }
}

/// Unit in which the bound of a rule is counted.
public enum RuleUnit: String, Sendable, Codable, CaseIterable {
  /// Thousands of euros.
  case thousandEuros = "thousand_euros"
  /// Full-time equivalents.
  case fullTimeEquivalents = "fte"
  /// Share of a beneficiary, 0…1.
  case share
  /// Beneficiaries, each counted with its weight over the mean weight.
  case weightedBeneficiaries = "weighted_beneficiaries"
  /// Units of a service's capacity.
  case capacity
  /// Logarithm of the share of a loss that remains.
  case logarithm

  /// The step by which rules are compared: a million euros, otherwise one unit.
  public var step: Double { self == .thousandEuros ? 1000 : 1 }

  /// The unit of a family's rows.
  public init(_ family: Family) {
    self =
      switch family {
      case .deployed, .prerequisite, .oneClaim, .coverage, .minimum: .share
      case .financing, .ceiling, .floor, .entitlement, .rate, .bandDrop, .bandRise, .ownFunds,
        .results,
        .noWorse, .spend, .envelope, .sustainability, .territoryFloor, .territoryCeiling,
        .serviceBuild, .serviceRun, .ratioCap:
        .thousandEuros
      case .avoided: .logarithm
      case .staffing: .fullTimeEquivalents
      case .massive, .pilotShare: .weightedBeneficiaries
      case .serviceUse, .serviceCapacity: .capacity
      }
  }
}

/// Prices of the rows of one solved goal level.
public struct LevelPrices: Sendable {
  /// Name of the level, for example `nis_shortfall+own_money`.
  public var name: String
  /// Derivative of the level's objective with respect to each row's bound, in the rows' order, then
  /// with respect to the bound of the row that holds each earlier level; empty without a proof.
  public var duals: [Double]

  /// Creates the prices of a level.
  public init(name: String, duals: [Double]) {
    self.name = name
    self.duals = duals
  }

  /// Takes the prices of a solved level; those of a level without proof are left out.
  public init(_ level: LevelOutcome) {
    name = level.name
    duals = level.termination == .optimal ? level.rowDuals : []
  }
}
