// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
public import LinearProgramming

/// What a goal comes to without each of some parts of a study.
public struct ImportanceOutcome: Sendable {
  /// The study, which seeks this goal only.
  public let study: Scenario
  /// The goal.
  public let goal: Goal
  /// Direction of the goal.
  public let sense: Sense
  /// Its optimum with all parts.
  public let value: Double
  /// The parts, those with the largest effect first.
  public let parts: [Importance]

  /// Creates an outcome; parts are put in order.
  public init(study: Scenario, goal: Goal, sense: Sense, value: Double, parts: [Importance]) {
    self.study = study
    self.goal = goal
    self.sense = sense
    self.value = value
    func effect(_ part: Importance) -> Double { part.value.map { abs($0 - value) } ?? .infinity }
    self.parts = parts.enumerated().sorted {
      (effect($0.element), -$0.offset) > (effect($1.element), -$1.offset)
    }.map(\.element)
  }

  /// Changes below this are not told apart from none: the gap of two solves.
  public var noise: Double { 2 * Tolerance.gap * max(1, abs(value)) }
}
