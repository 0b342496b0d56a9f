// SPDX-License-Identifier: GPL-3.0-or-later

/// One reason with what its sentence is made of.
public struct Reason: Sendable, Hashable {
  /// Which reason it is.
  public let code: ReasonCode
  /// The rules that bind, with their prices; empty for reasons that are facts.
  public var rules: [RulePrice] = []
  /// Targets concerned: open ones, or those that are met.
  public var targets: [OpenTarget] = []
  /// Positions of the measures concerned, rising.
  public var measures: [Int] = []
  /// What each vehicle refuses (``ReasonCode/notEligible``).
  public var refusals: [VehicleRefusal] = []
  /// The account that comes nearest to being worth it (``ReasonCode/nothingGained``).
  public var nearest: MeasureAccount?
  /// What a goal loses where there is no money (``ReasonCode/alwaysFunded``).
  public var without: WithoutMoney?

  /// Creates a reason.
  public init(
    _ code: ReasonCode, rules: [RulePrice] = [], targets: [OpenTarget] = [],
    measures: [Int] = [], refusals: [VehicleRefusal] = [], nearest: MeasureAccount? = nil,
    without: WithoutMoney? = nil
  ) {
    self.code = code
    self.rules = rules
    self.targets = targets
    self.measures = measures
    self.refusals = refusals
    self.nearest = nearest
    self.without = without
  }
}

/// A target of one beneficiary in one year.
public struct OpenTarget: Sendable, Hashable {
  /// Position of the objective.
  public let objective: Int
  /// Position of the year.
  public let year: Int
  /// What is missing, a share; 0 where the target is met.
  public let missing: Double

  /// Creates a target.
  public init(objective: Int, year: Int, missing: Double) {
    self.objective = objective
    self.year = year
    self.missing = missing
  }
}

/// Why a vehicle pays nothing to a beneficiary.
public struct VehicleRefusal: Sendable, Hashable {
  /// A condition that fails.
  public enum Condition: String, Sendable, Codable, CaseIterable {
    /// It has no money that the scenario counts on.
    case noMoney = "no_money"
    /// It pays shared services only.
    case servicesOnly = "services_only"
    /// Regions.
    case region
    /// NIS classes.
    case nisClass = "nis_class"
    /// Legal statuses.
    case status
    /// Kinds of unit.
    case kind
    /// What is due is listed beneficiary by beneficiary, and this one is not listed.
    case notListed = "not_listed"
    /// It pays no domain and nature of which a measure is meant for the beneficiary.
    case noNeed = "no_need"
    /// It would pay after the horizon.
    case tooLate = "too_late"
  }

  /// Position of the vehicle.
  public let vehicle: Int
  /// Every condition that fails, in the order of ``Condition``.
  public let conditions: [Condition]

  /// Creates a refusal.
  public init(vehicle: Int, conditions: [Condition]) {
    self.vehicle = vehicle
    self.conditions = conditions
  }
}

/// What one more full deployment of a measure at a beneficiary would change, at the plan's prices.
///
/// The reduced cost of the column d[e,m,t] taken apart by the rows it stands in, with the sign turned
/// so that above zero is better: in the unit of the goal at hand, per full deployment.
public struct MeasureAccount: Sendable, Hashable {
  /// Position of the measure.
  public let measure: Int
  /// Position of the year in which it would begin.
  public let year: Int
  /// What it brings: rows `coverage`, `avoided`, `minimum` and `massive`, and the goal itself.
  public let brings: Double
  /// What its money would buy elsewhere, at most 0: rows `financing`, `rate`, `results`.
  public let money: Double
  /// What its staff would buy elsewhere, at most 0: rows `staffing`.
  public let staff: Double
  /// What other rules take or give: `prerequisite`, `deployed`, `pilot_share`, `service_use`.
  public let others: Double

  /// Creates an account.
  public init(
    measure: Int, year: Int, brings: Double, money: Double, staff: Double, others: Double
  ) {
    self.measure = measure
    self.year = year
    self.brings = brings
    self.money = money
    self.staff = staff
    self.others = others
  }

  /// All together: what one more full deployment is worth; below zero it costs more than it brings.
  public var gain: Double { brings + money + staff + others }

  /// Gains below this count as no gain: prices are exact to some digits only.
  public var noise: Double { 1e-6 * max(1e-3, abs(brings) + abs(money) + abs(staff) + abs(others)) }
}
