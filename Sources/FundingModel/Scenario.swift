// SPDX-License-Identifier: GPL-3.0-or-later

/// Prices over time, and how finely curves are cut.
public struct Economics: Sendable, Hashable, Codable {
  /// Year in whose prices costs are given.
  public var priceYear: Year
  /// Rise of costs per year.
  public var inflation: Double
  /// Discount rate of avoided losses per year.
  public var discount: Double
  /// Pieces of each avoided-loss curve.
  public var lossPieces: Int
  /// Whether the running cost of what stood before the horizon is paid by the establishment outside
  /// the plan (`true`, the default) or belongs to the need (`false`).
  public var existingCostsOutsidePlan: Bool
  /// Weight in which shortfalls of beneficiaries are added up.
  public var shortfallWeight: Driver

  /// Creates parameters.
  public init(
    priceYear: Year, inflation: Double = 0, discount: Double = 0, lossPieces: Int = 6,
    existingCostsOutsidePlan: Bool = true, shortfallWeight: Driver = .units
  ) {
    self.priceYear = priceYear
    self.inflation = inflation
    self.discount = discount
    self.lossPieces = lossPieces
    self.existingCostsOutsidePlan = existingCostsOutsidePlan
    self.shortfallWeight = shortfallWeight
  }
}

/// Deployment of a measure at a beneficiary before the horizon.
public struct InitialDeployment: Sendable, Hashable, Codable {
  /// The beneficiary.
  public var beneficiary: BeneficiaryID
  /// The measure.
  public var measure: MeasureID
  /// Share put in place, 0…1.
  public var share: Share

  /// Creates an initial deployment.
  public init(_ beneficiary: BeneficiaryID, _ measure: MeasureID, _ share: Share) {
    self.beneficiary = beneficiary
    self.measure = measure
    self.share = share
  }
}

/// An increment that was already done and cannot change.
public struct LockedIncrement: Sendable, Hashable, Codable {
  /// The beneficiary.
  public var beneficiary: BeneficiaryID
  /// The measure.
  public var measure: MeasureID
  /// The year.
  public var year: Year
  /// Share put in place, 0…1.
  public var share: Share

  /// Creates a locked increment.
  public init(_ beneficiary: BeneficiaryID, _ measure: MeasureID, _ year: Year, _ share: Share) {
    self.beneficiary = beneficiary
    self.measure = measure
    self.year = year
    self.share = share
  }
}

/// Part of a national study that is planned, with money in proportion.
public struct Scope: Sendable, Hashable, Codable {
  /// Region planned.
  public var region: RegionID
  /// Its share of the weight, by which national money was reduced.
  public var share: Double
  /// Weight of the share.
  public var weight: Driver
  /// Beneficiaries of the whole study.
  public var nationalBeneficiaries: Int
  /// Rules between regions that say nothing within one region and were left out.
  public var droppedRules: [RuleID]

  /// Creates a scope.
  public init(
    region: RegionID, share: Double, weight: Driver, nationalBeneficiaries: Int,
    droppedRules: [RuleID]
  ) {
    self.region = region
    self.share = share
    self.weight = weight
    self.nationalBeneficiaries = nationalBeneficiaries
    self.droppedRules = droppedRules
  }
}

/// Everything one plan is made from, resolved: every layer applied, every identifier checked.
public struct Scenario: Sendable, Hashable, Codable {
  /// Title, as shown on every output.
  public var title: String
  /// Years of the plan.
  public var horizon: Horizon
  /// Prices over time, and how finely curves are cut.
  public var economics: Economics
  /// Who may receive money.
  public var beneficiaries: [Beneficiary]
  /// What can be put in place.
  public var measures: [Measure]
  /// NIS objectives.
  public var objectives: [NISObjective]
  /// Components of the expected loss.
  public var threats: [Threat]
  /// Envelopes of money and their rules.
  public var vehicles: [Vehicle]
  /// Services bought once for many beneficiaries.
  public var services: [SharedService]
  /// NIS targets by class, objective and year.
  public var targets: [CoverageTarget]
  /// Floors and ceilings between groups of beneficiaries.
  public var territory: [TerritoryRule]
  /// Security staff available by region.
  public var staffing: [StaffingRule]
  /// Shares of the population that must be covered by a year.
  public var deployment: [DeploymentRule]
  /// Rules of fairness between beneficiaries.
  public var fairness: FairnessRules
  /// What the recurring cost after the horizon is held against; `nil`: nothing.
  public var sustainability: SustainabilityRule?
  /// Money of the establishments; `nil`: unlimited.
  public var ownFunds: OwnFundsRule?
  /// Weight of each class in the goal of NIS shortfall; 1 where absent.
  public var classWeights: [NISClassID: Double]
  /// How hard it is to amend rules of each kind, relative to one another; 1 where absent.
  public var amendmentCosts: [AmendableRule: Double]
  /// What stood before the horizon; 0 where absent.
  public var initialDeployment: [InitialDeployment]
  /// Increments that were already done.
  public var locked: [LockedIncrement]
  /// First years that were really done and paid as they are; `nil`: none.
  public var lockedYears: LockedYears?
  /// Goals in order.
  public var goals: [GoalLevel]
  /// Set where only a part of the study is planned.
  public var scope: Scope?

  /// Creates a scenario.
  public init(
    title: String, horizon: Horizon, economics: Economics, beneficiaries: [Beneficiary],
    measures: [Measure], objectives: [NISObjective] = [], threats: [Threat] = [],
    vehicles: [Vehicle], services: [SharedService] = [], targets: [CoverageTarget] = [],
    territory: [TerritoryRule] = [], staffing: [StaffingRule] = [],
    deployment: [DeploymentRule] = [], fairness: FairnessRules = FairnessRules(),
    sustainability: SustainabilityRule? = nil, ownFunds: OwnFundsRule? = nil,
    classWeights: [NISClassID: Double] = [:], amendmentCosts: [AmendableRule: Double] = [:],
    initialDeployment: [InitialDeployment] = [],
    locked: [LockedIncrement] = [], lockedYears: LockedYears? = nil,
    goals: [GoalLevel] = GoalLevel.standard, scope: Scope? = nil
  ) {
    self.title = title
    self.horizon = horizon
    self.economics = economics
    self.beneficiaries = beneficiaries
    self.measures = measures
    self.objectives = objectives
    self.threats = threats
    self.vehicles = vehicles
    self.services = services
    self.targets = targets
    self.territory = territory
    self.staffing = staffing
    self.deployment = deployment
    self.fairness = fairness
    self.sustainability = sustainability
    self.ownFunds = ownFunds
    self.classWeights = classWeights
    self.amendmentCosts = amendmentCosts
    self.initialDeployment = initialDeployment
    self.locked = locked
    self.lockedYears = lockedYears
    self.goals = goals
    self.scope = scope
  }

  /// Pots of the scenario, sorted: every domain of a measure with both natures.
  public var pots: [Pot] {
    Set(measures.map(\.domain)).sorted().flatMap { domain in
      CostNature.allCases.map { Pot(domain, $0) }
    }
  }
}
