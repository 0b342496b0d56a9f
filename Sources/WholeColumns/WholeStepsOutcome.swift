// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// What came of a search for whole steps.
public struct WholeStepsOutcome: Sendable {
  /// How a search for whole steps ended.
  public enum Ending: Sendable, Equatable {
    /// There is a point with whole steps, and every goal was solved for its steps.
    case found
    /// The linear program itself has no optimum: ``WholeStepsOutcome/plan`` is its answer.
    case linear
    /// No point has whole steps: proven.
    case impossible
    /// None was found; there may be one.
    case notFound
    /// The search was stopped; where there was a point with whole steps by then,
    /// ``WholeStepsOutcome/plan`` holds it.
    case stopped
  }

  /// How it ended.
  public var ending: Ending
  /// The answer with its steps fixed, level by level, in the columns of the program.
  public var plan: OrderedOutcome
  /// The first goal of the linear program, partial steps allowed; `nil` where it was not reached.
  public var linear: OrderedOutcome?
  /// What no point with whole steps can beat, level by level.
  ///
  /// Each is a bound among the points that keep the goals before as well as the point found. Its
  /// program counts columns in steps and has rows that only
  /// whole steps keep (``LinearProgramming/LinearProgram/tightened(forSteps:)``).
  public var bounds: OrderedOutcome?
  /// A closer bound for the first goal; `nil` where it was not reached.
  ///
  /// At the prices of the bound that follows from them, blocks are minimised over whole steps.
  public var wholeBound: Double?
  /// For each level of ``bounds``, whether every choice of steps was looked at: none is better.
  public var isExhaustive: [Bool] = []
  /// Number of steps that could be taken.
  public var steps = 0
  /// Number of steps that are taken.
  public var taken = 0
}
