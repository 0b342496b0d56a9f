// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// That a solve within a search ended without a proven answer.
public struct UnprovenSolve: Error, Sendable {
  /// Why it ended.
  public var termination: TerminationStatus
  /// What the solver said.
  public var detail: String

  /// Takes what a solve ended with.
  public init(_ outcome: OrderedOutcome) {
    termination = outcome.last.termination
    detail = outcome.last.detail
  }
}
