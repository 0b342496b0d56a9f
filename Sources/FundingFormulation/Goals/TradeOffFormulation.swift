// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
public import LinearProgramming

/// A formulation of two goals, the first of which can be kept from being worse than a value.
///
/// The row that keeps it, `goal_limit[name]`, is there from the start and limits nothing at first, so
/// that programs with different limits differ in one bound only.
public struct TradeOffFormulation: Sendable {
  /// The program for the first goal, then the second, without a limit.
  public let firstThenSecond: Formulation
  /// Position of the row that limits the first goal.
  public let limitRow: Constraint

  /// Adds the row to a program of two goals.
  ///
  /// - Parameter formulation: A formulation of exactly two goal levels.
  public init(_ formulation: Formulation) {
    precondition(formulation.levels.count == 2, "a trade-off is between two goals")
    var program = formulation.program
    let objective = formulation.levels[0].objective
    limitRow = program.appendRow(
      of: objective, named: "goal_limit[\(objective.name)]", noWorseThan: nil)
    firstThenSecond = Formulation(
      program: program, levels: formulation.levels,
      worstLossError: formulation.worstLossError, compilation: formulation.compilation)
  }

  /// Takes a program of two goals that has the row already.
  ///
  /// - Parameters:
  ///   - formulation: A formulation of exactly two goal levels.
  ///   - limitRow: Its row that holds the first goal and limits nothing yet.
  init(_ formulation: Formulation, limitRow: Constraint) {
    precondition(formulation.levels.count == 2, "a trade-off is between two goals")
    firstThenSecond = formulation
    self.limitRow = limitRow
  }

  /// The program for the second goal, then the first, of which no value worse than a limit counts.
  ///
  /// - Parameter limit: The worst value of the first goal that is allowed; `nil`: any.
  /// - Returns: A formulation that shares everything but its bounds with the others.
  public func secondThenFirst(limit: Double? = nil) -> Formulation {
    var program = firstThenSecond.program
    program.limit(limitRow, of: firstThenSecond.levels[0].objective, noWorseThan: limit)
    return Formulation(
      program: program, levels: firstThenSecond.levels.reversed(),
      worstLossError: firstThenSecond.worstLossError, compilation: firstThenSecond.compilation)
  }
}

extension Scenario {
  /// The scenario with two goals only, neither of which gives anything up for the other.
  ///
  /// - Parameters:
  ///   - first: The goal sought first.
  ///   - second: The goal sought second.
  /// - Returns: The scenario.
  public func seeking(_ first: Goal, then second: Goal) -> Scenario {
    var result = self
    result.goals = [GoalLevel(first), GoalLevel(second)]
    return result
  }
}
