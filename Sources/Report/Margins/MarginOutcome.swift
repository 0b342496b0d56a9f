// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
public import LinearProgramming

/// What a little more and a little less of some rules is worth to one goal.
public struct MarginOutcome: Sendable {
  /// The study, which seeks this goal only.
  public let study: Scenario
  /// The goal.
  public let goal: Goal
  /// Direction of the goal.
  public let sense: Sense
  /// Its optimum.
  public let value: Double
  /// The margins, the most valuable first.
  public let margins: [RuleMargin]
  /// How many rules across beneficiaries have a price at the optimum.
  public let priced: Int
  /// Linear programs solved besides the optimum.
  public let solves: Int

  /// Creates an outcome.
  public init(
    study: Scenario, goal: Goal, sense: Sense, value: Double, margins: [RuleMargin], priced: Int,
    solves: Int
  ) {
    self.study = study
    self.goal = goal
    self.sense = sense
    self.value = value
    self.margins = margins
    self.priced = priced
    self.solves = solves
  }
}
