// SPDX-License-Identifier: GPL-3.0-or-later

/// A rule by which money reaches beneficiaries without anybody choosing between them.
///
/// It is stated as dated clauses. Each says which vehicles it shares out, to whom, and how much each
/// beneficiary may count on: its entitlement.
public struct FundingMechanism: Sendable, Hashable, Codable {
  /// What kind of rule it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A lump sum per size.
    case flat
    /// In proportion to a weight.
    case prorata
    /// A share of what the beneficiary spends.
    case matched
    /// Lump sums that fall, and targets that rise, from window to window.
    case degressive
    /// The real cost up to a ceiling, as objectives are reached.
    case results
    /// A share of the eligible apply, and a share of these succeed.
    case call
    /// Money of a region or group, used for its members together.
    case mutualised
  }

  /// Name: that of its file.
  public var id: String
  /// Short title.
  public var title: String
  /// What kind of rule it is.
  public var kind: Kind
  /// Its clauses, in the order of the file.
  public var clauses: [MechanismClause]

  /// Creates a mechanism.
  public init(id: String, title: String, kind: Kind, clauses: [MechanismClause]) {
    self.id = id
    self.title = title
    self.kind = kind
    self.clauses = clauses
  }
}

/// What a share is in proportion to: a sum of sizes and of risk, each with a factor.
public struct MechanismWeight: Sendable, Hashable, Codable {
  /// Factor of one size.
  public struct Term: Sendable, Hashable, Codable {
    /// The size.
    public var driver: Driver
    /// Weight of one unit of it.
    public var factor: Double

    /// Creates a term.
    public init(_ driver: Driver, _ factor: Double) {
      self.driver = driver
      self.factor = factor
    }
  }

  /// Sizes.
  public var terms: [Term]
  /// Weight of a thousand euros of expected loss per year.
  public var risk: Double

  /// Creates a weight.
  public init(_ terms: [Term], risk: Double = 0) {
    self.terms = terms
    self.risk = risk
  }
}

/// Who takes part in a call, by class of beneficiary.
public struct Takers: Sendable, Hashable, Codable {
  /// One class; a beneficiary belongs to the first that it is eligible to.
  public struct Class: Sendable, Hashable, Codable {
    /// Name of the class.
    public var name: String
    /// Who belongs to it.
    public var eligibility: Eligibility
    /// Share of the class that applies.
    public var apply: Share
    /// Share of those that apply who reach what is asked for and are paid.
    public var succeed: Share

    /// Creates a class.
    public init(name: String, eligibility: Eligibility, apply: Share, succeed: Share) {
      self.name = name
      self.eligibility = eligibility
      self.apply = apply
      self.succeed = succeed
    }
  }

  /// The classes, in order.
  public var classes: [Class]
  /// Seed by which it is drawn who applies and succeeds; `nil`: everybody in expectation.
  public var seed: Int?

  /// Creates takers.
  public init(_ classes: [Class], seed: Int? = nil) {
    self.classes = classes
    self.seed = seed
  }

  /// Class of a beneficiary; `nil` where it belongs to none.
  public func `class`(of beneficiary: Beneficiary) -> Class? {
    classes.first { $0.eligibility.includes(beneficiary) }
  }
}

/// One dated clause of a mechanism.
public struct MechanismClause: Sendable, Hashable, Codable {
  /// What decides how much each may have.
  public enum Basis: Sendable, Hashable, Codable {
    /// An amount per beneficiary and year, by size or by band of size.
    case amount(BeneficiaryLimit.Schedule)
    /// The whole of the money, in proportion.
    case weight(MechanismWeight)
  }

  /// What happens where amounts exceed the money there is.
  public enum Excess: String, Sendable, Codable, CaseIterable {
    /// Every amount is cut in the same proportion.
    case cut
    /// Those drawn first are served in full, until the money is spent.
    case firstCome = "first_come"
  }

  /// Identifier, for example `article-4`; rows of the program carry it.
  public var id: RuleID
  /// Short title.
  public var title: String
  /// Vehicles whose money it shares out.
  public var vehicles: [VehicleID]
  /// Beneficiaries it is meant for.
  public var eligibility: Eligibility
  /// First payment year.
  public var from: Year
  /// Last payment year in full.
  public var to: Year
  /// Shares of the amounts in the years after ``to``.
  public var taper: [Share]
  /// Share of a vehicle's money of the year that it shares out, in years that ``shareByYear`` leaves out.
  public var share: Share
  /// The same in the payment years in which it grows or shrinks.
  public var shareByYear: [Year: Share] = [:]
  /// What decides how much each may have.
  public var basis: Basis
  /// Whether amounts are raised or cut in proportion until they use up the money.
  public var fillsEnvelope: Bool
  /// What happens where amounts exceed the money.
  public var excess: Excess
  /// Largest share of a need that is paid; `nil`: all of it.
  public var rate: Share?
  /// Objectives whose progress is paid for; empty: the money is not tied to results.
  public var results: [ObjectiveID]
  /// Share of full deployment for these objectives at which all is earned.
  public var target: Share
  /// Who takes part; `nil`: everybody.
  public var takers: Takers?
  /// Groups that hold the money for their members; `nil`: each beneficiary holds its own.
  public var pool: Grouping?
  /// The claim that a beneficiary makes once among the clauses that name it; `nil`: no such rule.
  public var claim: RuleID?

  /// Creates a clause.
  public init(
    id: RuleID, title: String, vehicles: [VehicleID], eligibility: Eligibility = .everybody,
    from: Year, to: Year, taper: [Share] = [], share: Share = .whole, basis: Basis,
    fillsEnvelope: Bool = false, excess: Excess = .cut, rate: Share? = nil,
    results: [ObjectiveID] = [], target: Share = .whole, takers: Takers? = nil,
    pool: Grouping? = nil, claim: RuleID? = nil
  ) {
    self.id = id
    self.title = title
    self.vehicles = vehicles
    self.eligibility = eligibility
    self.from = from
    self.to = to
    self.taper = taper
    self.share = share
    self.basis = basis
    self.fillsEnvelope = fillsEnvelope
    self.excess = excess
    self.rate = rate
    self.results = results
    self.target = target
    self.takers = takers
    self.pool = pool
    self.claim = claim
  }

  /// Part of its amounts that it pays in a year: 1 while in force, less as it tapers off, 0 outside.
  public func strength(in year: Year) -> Double {
    if year < from { return 0 }
    if year <= to { return 1 }
    let place = year.number - to.number - 1
    return place < taper.count ? taper[place].value : 0
  }

  /// Share of a vehicle's money of a year that it shares out.
  public func share(in year: Year) -> Share { shareByYear[year] ?? share }

  /// Last year in which it pays anything, in full or tapering off.
  public var last: Year { Year(to.number + taper.count) }
}
