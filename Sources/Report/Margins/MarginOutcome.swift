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
  /// The same rules moved with avoided loss as the one goal, by name of row; empty where that is the
  /// goal itself, or was not asked for.
  public let avoiding: [RuleMargin]
  /// How many rules across beneficiaries have a price at the optimum.
  public let priced: Int
  /// Linear programs solved besides the optimum.
  public let solves: Int

  /// Creates an outcome.
  public init(
    study: Scenario, goal: Goal, sense: Sense, value: Double, margins: [RuleMargin],
    avoiding: [RuleMargin] = [], priced: Int, solves: Int
  ) {
    self.study = study
    self.goal = goal
    self.sense = sense
    self.value = value
    self.margins = margins
    self.avoiding = avoiding
    self.priced = priced
    self.solves = solves
  }

  /// What the rule of a margin is worth in avoided loss; `nil` where that was not looked at.
  public func avoiding(_ margin: RuleMargin) -> RuleMargin? {
    avoiding.first { $0.rowName == margin.rowName }
  }
}
