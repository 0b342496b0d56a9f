// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingAnalysis
public import FundingModel

/// How a what-if ended.
public enum CaseStatus: String, Sendable, Codable, CaseIterable {
  /// Every goal level was solved to a proven optimum.
  case optimal
  /// There is a plan that obeys every rule, but no proof that none is better.
  case feasible
  /// No plan obeys every rule.
  case infeasible
  /// A limit of time or memory was reached before there was a plan.
  case stopped
  /// Its values cannot be used, or the solver failed; the reason says which.
  case error

  /// Whether there are figures.
  public var hasPlan: Bool { self == .optimal || self == .feasible }
}

/// What a what-if comes to in sums, without who gets what: small enough to keep thousands.
public struct CaseTotals: Sendable, Hashable {
  /// Public money of one vehicle, whole euros by payment year.
  public struct Vehicle: Sendable, Hashable {
    /// Identifier.
    public let id: String
    /// Paid in each year of ``CaseTotals/years``.
    public let paid: [Double]

    /// Creates the money of a vehicle.
    public init(id: String, paid: [Double]) {
      self.id = id
      self.paid = paid
    }
  }

  /// NIS coverage of one class, shares by year.
  public struct Coverage: Sendable, Hashable {
    /// Identifier of the class.
    public let nisClass: String
    /// Coverage in each year of ``CaseTotals/years``.
    public let shares: [Double]

    /// Creates the coverage of a class.
    public init(nisClass: String, shares: [Double]) {
      self.nisClass = nisClass
      self.shares = shares
    }
  }

  /// Years of the plan.
  public let years: [Int]
  /// Public money by vehicle, in the order of the study.
  public let vehicles: [Vehicle]
  /// Money of the establishments themselves by year, euros.
  public let own: [Double]
  /// Coverage by class that has an objective.
  public let coverage: [Coverage]
  /// Loss avoided by year, euros.
  public let avoidedLoss: [Double]
  /// Recurring need after the horizon, euros a year.
  public let needAfter: Double
  /// Lasting means after the horizon, euros a year.
  public let meansAfter: Double

  /// Takes sums that are known, for example from a results file.
  public init(
    years: [Int], vehicles: [Vehicle], own: [Double], coverage: [Coverage],
    avoidedLoss: [Double], needAfter: Double, meansAfter: Double
  ) {
    self.years = years
    self.vehicles = vehicles
    self.own = own
    self.coverage = coverage
    self.avoidedLoss = avoidedLoss
    self.needAfter = needAfter
    self.meansAfter = meansAfter
  }

  /// Sums figures up.
  public init(_ scenario: Scenario, _ figures: PlanFigures) {
    years = scenario.horizon.years.map(\.number)
    vehicles = scenario.vehicles.indices.map { v in
      Vehicle(
        id: scenario.vehicles[v].id.rawValue,
        paid: figures.years.indices.map { figures.money(of: v, in: $0).paid.euros })
    }
    own = figures.years.map(\.own.euros)
    coverage = figures.classes.map { entry in
      Coverage(nisClass: entry.nisClass.rawValue, shares: entry.years.map(\.coverage))
    }
    avoidedLoss = figures.losses.avoided.map { $0 * 1000 }
    needAfter = figures.afterHorizon.need * 1000
    meansAfter = figures.afterHorizon.means * 1000
  }

  /// Public money in all, euros.
  public var publicMoney: Double { vehicles.reduce(0) { $0 + $1.paid.reduce(0, +) } }
}

/// What came of a what-if.
public struct CaseOutcome: Sendable {
  /// How it ended.
  public var status: CaseStatus
  /// Why it is not optimal; the first is the one to tell.
  public var reasons: [Finding]
  /// Its goals in order, as far as they were solved.
  public var goals: [GoalOutcome]
  /// Its sums, where there is a plan.
  public var totals: CaseTotals?
  /// Seconds each step took.
  public var timings: RunTimings

  /// Creates an outcome.
  public init(
    status: CaseStatus, reasons: [Finding] = [], goals: [GoalOutcome] = [],
    totals: CaseTotals? = nil, timings: RunTimings
  ) {
    self.status = status
    self.reasons = reasons
    self.goals = goals
    self.totals = totals
    self.timings = timings
  }
}
