// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingAnalysis
public import FundingMechanisms
public import FundingModel

/// Money with which the optimum does as well as a rule, in its first goal.
public struct EquivalentMoney: Sendable, Hashable {
  /// Least share of the envelopes that is told: less is within what solves and search leave open.
  static let leastTold = 5e-4

  /// Whole euros of the envelopes that pay beneficiaries.
  public let whole: Int64
  /// Shares of the envelopes between which the least one lies that does as well; the upper one does.
  public let scales: ClosedRange<Double>

  /// Creates an answer.
  public init(whole: Int64, scales: ClosedRange<Double>) {
    self.whole = whole
    self.scales = scales
  }

  /// Euros less with which the optimum does as well for sure.
  public var saved: Double { Double(whole) * (1 - scales.upperBound) }
  /// The same as a share of the envelopes.
  public var savedShare: Double { 1 - scales.upperBound }
  /// Euros by which more might be saved: as far as was looked.
  public var width: Double { Double(whole) * (scales.upperBound - scales.lowerBound) }
}

/// One rule of a tournament with what came of it.
public struct Contestant: Sendable {
  /// What a contestant is.
  public enum Role: String, Sendable, Codable {
    /// The model chooses freely: what all others are held against.
    case optimised
    /// The study as it stands, with the rules by which the nation steers.
    case study
    /// A rule from a file.
    case mechanism
  }

  /// What a plan is worth.
  public struct Worth: Sendable {
    /// Value of the goal `nis_shortfall`.
    public let shortfall: Double
    /// Value of the goal `avoided_loss`, euros.
    public let avoidedLoss: Double
    /// NIS coverage of each class in the last year.
    public let coverage: [ClassCoverage]
    /// Public money paid, euros.
    public let publicMoney: Double
    /// Money of the establishments, euros.
    public let ownMoney: Double
    /// Whole euros of public money that each beneficiary receives, by its position.
    public let received: [Int64]

    /// Takes the worth of a plan.
    ///
    /// - Parameters:
    ///   - goals: values of `nis_shortfall` and `avoided_loss` (k€).
    ///   - figures: figures of the plan.
    ///   - allocation: its money in whole euros.
    ///   - count: number of beneficiaries.
    public init(
      goals: (shortfall: Double, avoidedLoss: Double), figures: PlanFigures,
      allocation: Allocation, count: Int
    ) {
      shortfall = goals.shortfall
      avoidedLoss = goals.avoidedLoss * 1000
      coverage = figures.classes
      publicMoney = figures.years.reduce(0) { $0 + $1.paid.euros }
      ownMoney = figures.years.reduce(0) { $0 + $1.own.euros }
      var received = [Int64](repeating: 0, count: count)
      for line in allocation.lines { received[line.beneficiary] += Int64(line.euros) }
      self.received = received
    }
  }

  /// What a rule from a file gives, whatever comes of it.
  public struct Rule: Sendable {
    /// The rule.
    public let mechanism: FundingMechanism
    /// What everybody may count on.
    public let shared: SharedOut
    /// Whole euros that stay as in the optimum, since no clause names their vehicles.
    public let held: Int64
    /// Whole euros of its vehicles that no clause gives.
    public let unshared: Int64
    /// Positions of the beneficiaries that may count on nothing.
    public let leftOut: [Int]
    /// Beneficiaries near the edge of a band.
    public let cliffs: [Cliff]
    /// Clauses with bands as they would be without edges.
    public let tapers: [TaperProposal]

    /// Takes what a rule gives.
    public init(
      _ mechanism: FundingMechanism, _ own: OwnInterest, of study: Scenario, within: Double,
      taper: Double
    ) {
      self.mechanism = mechanism
      shared = own.shared
      held = own.held
      unshared = own.unshared
      leftOut = own.shared.leftOut(count: study.beneficiaries.count)
      cliffs = Cliff.list(mechanism, study, own.shared, within: within)
      tapers = TaperProposal.list(mechanism, study, own.shared, cliffs: cliffs, width: taper)
    }

    /// Euros at stake at all its edges, whichever the side.
    public var eurosAtStake: Double { cliffs.reduce(0) { $0 + abs($1.euros) } }

    /// What would be at stake there with the tapers.
    public var taperedAtStake: Double { tapers.reduce(0) { $0 + $1.after } }
  }

  /// What it is.
  public var role: Role
  /// Name: of its file, or of its role.
  public var id: String
  /// Title; empty where the screen names the role.
  public var title: String
  /// What its file gives.
  public var rule: Rule?
  /// How the solve ended.
  public var status: CaseStatus
  /// Why it is not optimal.
  public var reasons: [Finding]
  /// What it is worth, where there is a plan.
  public var worth: Worth?
  /// Change of the shortfall by one more million through a clause, by the clause's position.
  public var perMillion: [Int: Double] = [:]
  /// Money with which the optimum does as well; `nil`: not known.
  public var equivalent: EquivalentMoney?
  /// Seconds it took.
  public var seconds: Double

  /// Creates a contestant.
  public init(
    role: Role, id: String, title: String = "", rule: Rule? = nil, status: CaseStatus,
    reasons: [Finding] = [], worth: Worth? = nil, seconds: Double
  ) {
    self.role = role
    self.id = id
    self.title = title
    self.rule = rule
    self.status = status
    self.reasons = reasons
    self.worth = worth
    self.seconds = seconds
  }

  /// Name of its kind in files: the kind of the rule, or the role.
  public var kind: String { rule?.mechanism.kind.rawValue ?? role.rawValue }
}

/// Everything that is told of a tournament.
public struct TournamentOutcome: Sendable {
  /// The study.
  public let study: Scenario
  /// The optimum, against which all others are held.
  public private(set) var optimum: Contestant
  /// Distance from an edge that counts as near, as a share of the edge.
  public let within: Double
  /// Half of the window over which edges are smoothed, as a share of the edge.
  public let taper: Double
  /// All others by rank: least shortfall first, then most avoided loss, then name; without a plan last.
  public private(set) var ranked: [Contestant]

  /// Ranks contestants.
  public init(
    study: Scenario, optimum: Contestant, others: [Contestant], within: Double, taper: Double
  ) {
    self.study = study
    self.taper = taper
    self.optimum = optimum
    self.within = within
    ranked = others.sorted(by: Self.isBefore)
  }

  /// Values that differ by less count as equal, relative to their size.
  private static let sameValue = 1e-5

  private static func isBefore(_ left: Contestant, _ right: Contestant) -> Bool {
    guard let first = left.worth, let second = right.worth else {
      return left.worth != nil || (right.worth == nil && left.id < right.id)
    }
    // Rounded to steps, so that the order is one for any three.
    func steps(_ worth: Contestant.Worth) -> (Double, Double) {
      ((worth.shortfall / sameValue).rounded(), (worth.avoidedLoss / 100).rounded())
    }
    let (a, b) = (steps(first), steps(second))
    if a.0 != b.0 { return a.0 < b.0 }
    if a.1 != b.1 { return a.1 > b.1 }
    return left.id < right.id
  }

  /// All contestants, the optimum first.
  public var all: [Contestant] { [optimum] + ranked }

  /// The same tournament with the seconds of another run; those that are not known stay.
  public func taking(seconds: (Contestant) -> Double?) -> TournamentOutcome {
    var result = self
    result.optimum.seconds = seconds(optimum) ?? optimum.seconds
    for place in ranked.indices {
      result.ranked[place].seconds = seconds(ranked[place]) ?? ranked[place].seconds
    }
    return result
  }

  /// What a contestant costs against the optimum: shortfall more, and euros of avoided loss less.
  public func price(of one: Contestant) -> (shortfall: Double, avoidedLoss: Double)? {
    guard let worth = one.worth, let best = optimum.worth else { return nil }
    return (worth.shortfall - best.shortfall, best.avoidedLoss - worth.avoidedLoss)
  }
}
