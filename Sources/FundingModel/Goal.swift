// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a scenario wants more or less of.
public enum Goal: String, Sendable, Codable, CaseIterable, Hashable {
  /// Least weighted NIS shortfall.
  case nisShortfall = "nis_shortfall"
  /// Most discounted avoided loss, weighted by care continuity (thousand euros).
  case avoidedLoss = "avoided_loss"
  /// Least public money (thousand euros).
  case publicMoney = "public_money"
  /// Least money of the establishments (thousand euros).
  case ownMoney = "own_money"
  /// Least gap between recurring cost and lasting means after the horizon (thousand euros a year).
  case budgetCliff = "budget_cliff"
  /// Highest lowest coverage in the last year.
  case minimumCoverage = "minimum_coverage"
  /// The written tie-break: risk, then size, then identifier.
  case tieBreak = "tie_break"
}

/// One level of the ordered goals.
public struct GoalLevel: Sendable, Hashable, Codable {
  /// A goal and its weight within the level.
  public struct Term: Sendable, Hashable, Codable {
    /// The goal.
    public var goal: Goal
    /// Its weight; irrelevant where the level has one goal.
    public var weight: Double

    /// Creates a term.
    public init(_ goal: Goal, weight: Double = 1) {
      self.goal = goal
      self.weight = weight
    }
  }

  /// Goals that share the level.
  public var terms: [Term]
  /// Share of the optimal value that later levels may give up.
  public var tolerance: Double

  /// Creates a level.
  public init(_ terms: [Term], tolerance: Double = 0) {
    self.terms = terms
    self.tolerance = tolerance
  }

  /// Creates a level of one goal.
  public init(_ goal: Goal, tolerance: Double = 0) {
    self.init([Term(goal)], tolerance: tolerance)
  }

  /// Default order: NIS shortfall, avoided loss, public money, tie-break.
  public static let standard = [
    GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss), GoalLevel(.publicMoney),
    GoalLevel(.tieBreak),
  ]
}
