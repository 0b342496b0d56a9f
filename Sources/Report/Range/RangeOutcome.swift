// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
public import LinearProgramming

/// What ranges are told of.
public enum RangeSubject: String, Sendable, Codable, CaseIterable {
  /// Public money that the beneficiaries of a region get.
  case region
  /// Beneficiaries at which a measure is in place at the end.
  case measure
  /// Money that a vehicle pays.
  case vehicle
  /// Public money that a beneficiary gets.
  case beneficiary

  /// Whether its quantity is money, and not a number of beneficiaries.
  public var isMoney: Bool { self != .measure }
}

/// The least and the most of something over all plans that are good enough.
public struct RangeOutcome: Sendable {
  /// A goal of the study and how far it may be from its optimum.
  public struct KeptGoal: Sendable, Hashable {
    /// Name of the level.
    public let name: String
    /// Direction.
    public let sense: Sense
    /// Its value at the optimum, in the unit of the goal.
    public let value: Double

    /// Creates a goal.
    public init(name: String, sense: Sense, value: Double) {
      self.name = name
      self.sense = sense
      self.value = value
    }
  }

  /// One range with what it is the range of.
  public struct Entry: Sendable, Hashable {
    /// Identifier: a region's code, a measure, a vehicle, a beneficiary.
    public let id: String
    /// Name; empty for regions, whose names are words.
    public let name: String
    /// The range.
    public let range: PlanRange

    /// Creates an entry.
    public init(id: String, name: String, range: PlanRange) {
      self.id = id
      self.name = name
      self.range = range
    }
  }

  /// The study.
  public let study: Scenario
  /// Share of its optimal value by which each goal may be worse.
  public let within: Double
  /// What the ranges are told of.
  public let subject: RangeSubject
  /// Goals that are kept near their optimum, in order.
  public let goals: [KeptGoal]
  /// The ranges, in the order of the study.
  public let entries: [Entry]
  /// Linear programs solved besides the optimum.
  public let solves: Int

  /// Creates an outcome.
  public init(
    study: Scenario, within: Double, subject: RangeSubject, goals: [KeptGoal], entries: [Entry],
    solves: Int
  ) {
    self.study = study
    self.within = within
    self.subject = subject
    self.goals = goals
    self.entries = entries
    self.solves = solves
  }

  /// How many ranges say so.
  public func count(_ verdict: PlanRange.Verdict) -> Int {
    entries.count { $0.range.verdict == verdict }
  }
}
