// SPDX-License-Identifier: GPL-3.0-or-later

/// One case of a sweep as it is kept.
public struct CaseRecord: Sendable, Hashable {
  /// One goal level.
  public struct Goal: Sendable, Hashable {
    /// Name of the level.
    public var level: String
    /// Direction.
    public var sense: String
    /// Value reached, in the unit of the goal.
    public var value: Double
    /// Proven bound.
    public var bound: Double?
    /// Distance of value and bound, relative.
    public var gap: Double?
    /// Share of the value that later levels may give up.
    public var tolerance: Double
    /// Why the solver stopped.
    public var termination: String

    /// Creates a goal level.
    public init(
      level: String, sense: String, value: Double, bound: Double?, gap: Double?,
      tolerance: Double, termination: String
    ) {
      self.level = level
      self.sense = sense
      self.value = value
      self.bound = bound
      self.gap = gap
      self.tolerance = tolerance
      self.termination = termination
    }
  }

  /// Figures by year under one name: money of a vehicle (euros), coverage of a class (shares).
  public struct Series: Sendable, Hashable {
    /// Identifier of the vehicle or class.
    public var name: String
    /// One figure for each year of the totals.
    public var values: [Double]

    /// Creates a series.
    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// Sums of a case that has a plan.
  public struct Totals: Sendable, Hashable {
    /// Years of the plan.
    public var years: [Int]
    /// Public money by vehicle, euros.
    public var paid: [Series]
    /// NIS coverage by class, shares.
    public var coverage: [Series]
    /// Own money by year, euros.
    public var own: [Double]
    /// Loss avoided by year, euros.
    public var avoidedLoss: [Double]
    /// Recurring need after the horizon, euros a year.
    public var needAfter: Double
    /// Lasting means after the horizon, euros a year.
    public var meansAfter: Double

    /// Creates totals.
    public init(
      years: [Int], paid: [Series], coverage: [Series], own: [Double], avoidedLoss: [Double],
      needAfter: Double, meansAfter: Double
    ) {
      self.years = years
      self.paid = paid
      self.coverage = coverage
      self.own = own
      self.avoidedLoss = avoidedLoss
      self.needAfter = needAfter
      self.meansAfter = meansAfter
    }
  }

  /// Seconds of each step.
  public struct Seconds: Sendable, Hashable {
    /// Reading the values of the case, and the study where it is the first one.
    public var reading: Double
    /// Building the program.
    public var building: Double
    /// Solving.
    public var solving: Double
    /// Checking outside the solver.
    public var checking: Double

    /// Creates times.
    public init(reading: Double, building: Double, solving: Double, checking: Double) {
      self.reading = reading
      self.building = building
      self.solving = solving
      self.checking = checking
    }
  }

  /// Number of the case in its sweep, from 1.
  public var number: Int
  /// One value per axis; `nil` where the study's own was kept.
  public var values: [String?]
  /// How it ended.
  public var status: String
  /// Why it is not optimal, as JSON; empty where there is nothing to say.
  public var reasons: String
  /// Its goals, in order.
  public var goals: [Goal]
  /// Its sums, where there is a plan.
  public var totals: Totals?
  /// Seconds it took.
  public var seconds: Seconds

  /// Creates a record.
  public init(
    number: Int, values: [String?], status: String, reasons: String, goals: [Goal],
    totals: Totals?, seconds: Seconds
  ) {
    self.number = number
    self.values = values
    self.status = status
    self.reasons = reasons
    self.goals = goals
    self.totals = totals
    self.seconds = seconds
  }
}
