// SPDX-License-Identifier: GPL-3.0-or-later

/// An amount that is paid at most (or at least) to one beneficiary.
public struct BeneficiaryLimit: Sendable, Hashable, Codable {
  /// How the amount depends on size.
  public enum Schedule: Sendable, Hashable, Codable {
    case sized(SizedAmount)
    case banded(Banded<Money>)
  }

  /// What period the amount covers.
  public enum Period: String, Sendable, Codable, CaseIterable {
    /// Each year on its own.
    case year
    /// All years of the horizon together.
    case horizon
  }

  /// How the amount depends on size.
  public var schedule: Schedule
  /// What period it covers.
  public var period: Period

  /// Creates a limit.
  public init(_ schedule: Schedule, per period: Period) {
    self.schedule = schedule
    self.period = period
  }

  /// The amount for one size in thousands of euros; `nil` where a driver was not declared.
  public func thousandsOfEuros(for size: DriverValues) -> Double? {
    switch schedule {
    case .sized(let amount): amount.thousandsOfEuros(for: size)
    case .banded(let bands): bands.value(for: size)?.thousandsOfEuros
    }
  }
}

/// How much the money of one beneficiary may change from one year to the next.
public struct YearOnYearBand: Sendable, Hashable, Codable {
  /// Largest fall as a share of the year before; `nil`: no limit.
  public var dropShare: Double?
  /// Further fall allowed, as an amount.
  public var dropAmount: Money
  /// Largest rise as a share of the year before; `nil`: no limit.
  public var riseShare: Double?
  /// Further rise allowed, as an amount.
  public var riseAmount: Money

  /// Creates a band.
  public init(
    dropShare: Double? = nil, dropAmount: Money = .zero, riseShare: Double? = nil,
    riseAmount: Money = .zero
  ) {
    self.dropShare = dropShare
    self.dropAmount = dropAmount
    self.riseShare = riseShare
    self.riseAmount = riseAmount
  }
}

/// Money of a vehicle in one year.
public struct EnvelopeYear: Sendable, Hashable, Codable {
  /// Part that is voted or contracted.
  public var secured: Money
  /// Part that was announced only.
  public var announced: Money

  /// Creates the money of one year.
  public init(secured: Money = .zero, announced: Money = .zero) {
    self.secured = secured
    self.announced = announced
  }
}

/// How a vehicle's money reaches beneficiaries.
public enum Mechanism: String, Sendable, Codable, CaseIterable {
  /// The model chooses within the rules of the vehicle.
  case optimised
  /// As `optimised`, paid in proportion to the progress towards the vehicle's objectives.
  case results
}

/// An envelope of money and its rules.
public struct Vehicle: Sendable, Hashable, Codable {
  /// Identifier.
  public var id: VehicleID
  /// Short title.
  public var title: String
  /// Natures of cost it may pay.
  public var natures: [CostNature]
  /// Domains it may pay for; empty for all.
  public var domains: [DomainID]
  /// Beneficiaries it may pay.
  public var eligibility: Eligibility
  /// Whether money goes to beneficiaries (otherwise to shared services only).
  public var paysBeneficiaries: Bool
  /// Money by year of the horizon, in payment years.
  public var amounts: [EnvelopeYear]
  /// Share of the announced money that the scenario counts on.
  public var announcedShare: Share
  /// Share of a year's money that may be carried over to the next; the rest lapses.
  public var carryOver: Share
  /// Years between the need and the payment.
  public var lag: Int
  /// Most a beneficiary may receive.
  public var ceiling: BeneficiaryLimit?
  /// Least every eligible beneficiary must receive.
  public var floor: BeneficiaryLimit?
  /// Largest share of a pot's need it may pay.
  public var rate: Share?
  /// Limits of change from year to year.
  public var band: YearOnYearBand?
  /// How the money reaches beneficiaries.
  public var mechanism: Mechanism
  /// Objectives whose progress is paid for (mechanism `results`).
  public var resultObjectives: [ObjectiveID]
  /// Share of full deployment at which all is earned (mechanism `results`).
  public var resultTarget: Share
  /// Most that it pays each beneficiary for the needs of each year of the horizon.
  ///
  /// `nil`: the rule is not used. A beneficiary that is not named is paid nothing.
  public var entitlements: [BeneficiaryID: [Money]]?
  /// The claim that each beneficiary makes once, and the window of it in which this vehicle pays.
  ///
  /// `nil`: nothing is claimed.
  public var claim: ClaimWindow?
  /// Money it holds each year after the horizon.
  public var afterHorizon: Money

  /// Creates a vehicle.
  public init(
    id: VehicleID, title: String, natures: [CostNature], domains: [DomainID] = [],
    eligibility: Eligibility = .everybody, paysBeneficiaries: Bool = true,
    amounts: [EnvelopeYear], announcedShare: Share = .none, carryOver: Share = .none,
    lag: Int = 0, ceiling: BeneficiaryLimit? = nil, floor: BeneficiaryLimit? = nil,
    rate: Share? = nil, band: YearOnYearBand? = nil, mechanism: Mechanism = .optimised,
    resultObjectives: [ObjectiveID] = [], resultTarget: Share = .whole,
    entitlements: [BeneficiaryID: [Money]]? = nil, claim: ClaimWindow? = nil,
    afterHorizon: Money = .zero
  ) {
    self.id = id
    self.title = title
    self.natures = natures
    self.domains = domains
    self.eligibility = eligibility
    self.paysBeneficiaries = paysBeneficiaries
    self.amounts = amounts
    self.announcedShare = announcedShare
    self.carryOver = carryOver
    self.lag = lag
    self.ceiling = ceiling
    self.floor = floor
    self.rate = rate
    self.band = band
    self.mechanism = mechanism
    self.resultObjectives = resultObjectives
    self.resultTarget = resultTarget
    self.entitlements = entitlements
    self.claim = claim
    self.afterHorizon = afterHorizon
  }

  /// Money the scenario counts on in a year, given by its position in the horizon.
  public func counted(in year: Int) -> Money {
    amounts[year].secured + amounts[year].announced.scaled(by: announcedShare.value)
  }

  /// Whether it is meant for a beneficiary, as far as eligibility and entitlements say.
  public func reaches(_ beneficiary: Beneficiary) -> Bool {
    eligibility.includes(beneficiary) && (entitlements.map { $0[beneficiary.id] != nil } ?? true)
  }

  /// What a beneficiary is entitled to for the needs of a year, by its position in the horizon.
  ///
  /// - Returns: `nil` where the vehicle has no such rule.
  public func entitlement(of beneficiary: BeneficiaryID, in year: Int) -> Money? {
    guard let entitlements else { return nil }
    guard let amounts = entitlements[beneficiary], amounts.indices.contains(year) else {
      return .zero
    }
    return amounts[year]
  }

  /// Whether it may pay for a pot at a beneficiary.
  public func mayPay(_ pot: Pot, at beneficiary: Beneficiary) -> Bool {
    paysBeneficiaries && natures.contains(pot.nature)
      && (domains.isEmpty || domains.contains(pot.domain)) && reaches(beneficiary)
  }
}

/// A service bought once for many beneficiaries, for example a regional SOC.
public struct SharedService: Sendable, Hashable, Codable {
  /// Identifier.
  public var id: ServiceID
  /// Short title.
  public var title: String
  /// Measures whose deployment uses the service.
  public var measures: [MeasureID]
  /// Beneficiaries it serves.
  public var eligibility: Eligibility
  /// Driver in which use and capacity are counted.
  public var unit: Driver
  /// Capacity in place before the horizon, open to what the plan adds.
  public var initialCapacity: Double
  /// Largest capacity that can ever be in place; `nil`: no limit.
  public var largestCapacity: Double?
  /// Cost of one more unit of capacity.
  public var buildCost: Money
  /// Cost of one unit of capacity in place, per year.
  public var runCost: Money
  /// Vehicles that may pay for it.
  public var vehicles: [VehicleID]

  /// Creates a service.
  public init(
    id: ServiceID, title: String, measures: [MeasureID], eligibility: Eligibility = .everybody,
    unit: Driver, initialCapacity: Double = 0, largestCapacity: Double? = nil, buildCost: Money,
    runCost: Money, vehicles: [VehicleID]
  ) {
    self.id = id
    self.title = title
    self.measures = measures
    self.eligibility = eligibility
    self.unit = unit
    self.initialCapacity = initialCapacity
    self.largestCapacity = largestCapacity
    self.buildCost = buildCost
    self.runCost = runCost
    self.vehicles = vehicles
  }
}
