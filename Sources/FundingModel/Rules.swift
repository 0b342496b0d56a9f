// SPDX-License-Identifier: GPL-3.0-or-later

/// A NIS target: what share of an objective a class must reach, year by year.
public struct CoverageTarget: Sendable, Hashable, Codable {
  /// Class it is set for.
  public var nisClass: NISClassID
  /// Objective it is set for.
  public var objective: ObjectiveID
  /// Target by year of the horizon, 0…1.
  public var levels: [Share]
  /// Whether it must be met (`true`) or its shortfall is a goal (`false`).
  public var isHard: Bool

  /// Creates a target.
  public init(
    nisClass: NISClassID, objective: ObjectiveID, levels: [Share], isHard: Bool = false
  ) {
    self.nisClass = nisClass
    self.objective = objective
    self.levels = levels
    self.isHard = isHard
  }
}

/// Floors and ceilings on the money of territories or classes, relative to a weight.
public struct TerritoryRule: Sendable, Hashable, Codable {
  /// Identifier.
  public var id: RuleID
  /// How beneficiaries are grouped.
  public var grouping: Grouping
  /// Groups concerned; empty for all.
  public var members: [String]
  /// Least share of the money, as a multiple of the group's share of the weight.
  public var floor: Double?
  /// Largest share of the money, as a multiple of the group's share of the weight.
  public var ceiling: Double?
  /// Weight.
  public var weight: Driver
  /// Vehicles whose money counts; empty for all.
  public var vehicles: [VehicleID]
  /// Each year on its own, or the horizon as a whole.
  public var period: BeneficiaryLimit.Period

  /// Creates a rule.
  public init(
    id: RuleID, grouping: Grouping, members: [String] = [], floor: Double? = nil,
    ceiling: Double? = nil, weight: Driver = .agents, vehicles: [VehicleID] = [],
    period: BeneficiaryLimit.Period = .horizon
  ) {
    self.id = id
    self.grouping = grouping
    self.members = members
    self.floor = floor
    self.ceiling = ceiling
    self.weight = weight
    self.vehicles = vehicles
    self.period = period
  }
}

/// Security staff available in one region.
public struct StaffingRule: Sendable, Hashable, Codable {
  /// Region.
  public var region: RegionID
  /// Full-time equivalents by year of the horizon.
  public var available: [FTE]

  /// Creates a rule.
  public init(region: RegionID, available: [FTE]) {
    self.region = region
    self.available = available
  }
}

/// A share of a weight that must have a measure in place, or reach an objective, by a year.
public struct DeploymentRule: Sendable, Hashable, Codable {
  /// What must be deployed.
  public enum Subject: Sendable, Hashable, Codable {
    case measure(MeasureID)
    case objective(ObjectiveID)
  }

  /// Identifier.
  public var id: RuleID
  /// What must be deployed.
  public var subject: Subject
  /// Share of the weight, 0…1.
  public var share: Share
  /// Year by whose end it must be reached.
  public var by: Year
  /// Weight.
  public var weight: Driver
  /// Beneficiaries that count.
  public var eligibility: Eligibility
  /// Grouping within each of whose groups the share must be reached; `nil`: over all together.
  public var within: Grouping?

  /// Creates a rule.
  public init(
    id: RuleID, subject: Subject, share: Share, by: Year, weight: Driver = .units,
    eligibility: Eligibility = .everybody, within: Grouping? = nil
  ) {
    self.id = id
    self.subject = subject
    self.share = share
    self.by = by
    self.weight = weight
    self.eligibility = eligibility
    self.within = within
  }
}

/// What the recurring cost after the horizon is held against.
public struct SustainabilityRule: Sendable, Hashable, Codable {
  /// Whether the gap must be zero (`true`) or is reported and may be a goal (`false`).
  public var isHard: Bool
  /// Share of the establishments' own affordable money that counts as a lasting means.
  public var ownShare: Share

  /// Creates a rule.
  public init(isHard: Bool, ownShare: Share) {
    self.isHard = isHard
    self.ownShare = ownShare
  }
}

/// Money the establishments can add themselves.
public struct OwnFundsRule: Sendable, Hashable, Codable {
  /// What a beneficiary can afford per year, where its own figure is not given.
  public var affordable: SizedAmount
  /// Share of what is affordable that the plan may use.
  public var share: Share

  /// Creates a rule.
  public init(affordable: SizedAmount, share: Share) {
    self.affordable = affordable
    self.share = share
  }
}

/// Rules of fairness between beneficiaries.
public struct FairnessRules: Sendable, Hashable, Codable {
  /// Whether the lowest coverage reached in the last year is a quantity that goals may raise.
  public var minimumCoverage: Bool
  /// Least money each beneficiary must receive over the horizon, for example under another scenario.
  public var noWorseThan: [BeneficiaryID: Money]
  /// Largest money per unit of weight, as a multiple of the mean over all; `nil`: none.
  public var ratioCap: Double?
  /// Weight of the ratio cap.
  public var ratioWeight: Driver

  /// Creates rules; with no argument there are none.
  public init(
    minimumCoverage: Bool = false, noWorseThan: [BeneficiaryID: Money] = [:],
    ratioCap: Double? = nil, ratioWeight: Driver = .agents
  ) {
    self.minimumCoverage = minimumCoverage
    self.noWorseThan = noWorseThan
    self.ratioCap = ratioCap
    self.ratioWeight = ratioWeight
  }
}
