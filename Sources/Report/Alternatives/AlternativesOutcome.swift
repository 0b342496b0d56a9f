// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
public import FundingModel
import LinearProgramming

/// Plans that are nearly as good as the optimum, and as different as can be.
public struct AlternativesOutcome: Sendable {
  /// One plan, the optimum or another.
  public struct Plan: Sendable, Hashable {
    /// Value of each goal, in order, in the unit of the goal.
    public let goals: [Double]
    /// What it has of each entry: k€, or beneficiaries.
    public let amounts: [Double]
    /// Public money of each beneficiary over the horizon, in whole euros.
    public let received: [Int]

    /// Creates a plan.
    public init(goals: [Double], amounts: [Double], received: [Int]) {
      self.goals = goals
      self.amounts = amounts
      self.received = received
    }
  }

  /// Something by which plans are told apart.
  public struct Entry: Sendable, Hashable {
    /// Identifier: a region's code, or a measure.
    public let id: String
    /// Name; empty for regions, whose names are words.
    public let name: String

    /// Creates an entry.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// The study.
  public let study: Scenario
  /// Share of its optimal value by which each goal may be worse.
  public let within: Double
  /// By what plans are told apart.
  public let subject: RangeSubject
  /// Goals that are kept near their optimum, in order.
  public let goals: [RangeOutcome.KeptGoal]
  /// By what plans are told apart, in the order of the study.
  public let entries: [Entry]
  /// The optimum, then the others in the order in which they were found.
  public let plans: [Plan]
  /// How many others were asked for.
  public let asked: Int
  /// Linear programs solved besides the optimum.
  public let solves: Int

  /// Creates an outcome; the first plan is the optimum.
  public init(
    study: Scenario, within: Double, subject: RangeSubject, goals: [RangeOutcome.KeptGoal],
    entries: [Entry], plans: [Plan], asked: Int, solves: Int
  ) {
    self.study = study
    self.within = within
    self.subject = subject
    self.goals = goals
    self.entries = entries
    self.plans = plans
    self.asked = asked
    self.solves = solves
  }

  /// How many plans besides the optimum were found.
  public var found: Int { plans.count - 1 }

  /// What the optimum has in all.
  public var total: Double { plans[0].amounts.reduce(0, +) }

  /// How far apart two plans are, by their positions.
  public func distance(_ one: Int, _ other: Int) -> Double {
    PlanDistance.between(plans[one].amounts, plans[other].amounts)
  }

  /// How far a plan is from the nearest other; `nil` where it is the only one.
  public func nearest(to plan: Int) -> Double? {
    plans.indices.filter { $0 != plan }.map { distance(plan, $0) }.min()
  }

  /// Share of its optimal value by which a plan is worse at a goal; below 0 where it is better.
  public func lost(_ plan: Int, _ goal: Int) -> Double {
    let best = goals[goal].value
    let worse = goals[goal].sense == .minimize ? 1.0 : -1.0
    return worse * (plans[plan].goals[goal] - best) / max(abs(best), PlanRange.nothing)
  }

  /// The least and the most of an entry over all plans, the optimum among them.
  public func span(of entry: Int) -> ClosedRange<Double> {
    let amounts = plans.map { $0.amounts[entry] }
    return (amounts.min() ?? 0)...(amounts.max() ?? 0)
  }

  /// Whether an entry hardly moves over all plans: by a hundredth, or by next to nothing.
  public func isShared(_ entry: Int) -> Bool {
    let span = span(of: entry)
    return span.upperBound - span.lowerBound
      <= max(PlanRange.nothing, PlanRange.narrow * span.upperBound)
  }

  /// Positions of entries, those that move most first.
  public var byMovement: [Int] {
    func movement(_ entry: Int) -> Double {
      let span = span(of: entry)
      return span.upperBound - span.lowerBound
    }
    return entries.indices.sorted { (movement($1), $0) < (movement($0), $1) }
  }

  /// Part of what the optimum has that stands in the same place in every plan.
  public var sharedPart: Double {
    guard total > 0 else { return 0 }
    return entries.indices.reduce(0) { $0 + span(of: $1).lowerBound } / total
  }
}
