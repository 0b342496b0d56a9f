// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingAnalysis
public import FundingModel
public import LinearProgramming

/// Why a use case ended without its result.
///
/// Faults of inputs are thrown as `Findings`; these are the other ways to fail.
public indirect enum WorkFailure: Error, Sendable {
  /// No plan obeys every rule; the rules that would have to give way, where they are known.
  case infeasible(Scenario, Contradiction?)
  /// No plan of whole steps obeys every rule; proven, or only none found.
  case noWholeSteps(isProven: Bool)
  /// A goal can be improved without end: a rule is missing.
  case unbounded(level: String)
  /// A limit was reached, or the user asked to stop, before there was a proven optimum.
  case stopped(TerminationStatus, level: String)
  /// More memory was needed, in bytes, than the request allows.
  case memoryLimit(limit: Int, needed: Int)
  /// The solver gave up.
  case numericalTrouble(level: String, detail: String)
  /// The plan broke a rule when it was recomputed outside the solver. Nothing was written.
  case failedCheck([Violation])
  /// The solver failed in itself.
  case solver(String)
  /// A part of the program could not be solved in any way.
  case unsolvedBlock(UnsolvedBlock)
  /// A failure of one of several scenarios, by name.
  case inScenario(String, WorkFailure)
  /// A failure that has a likely cause in the inputs.
  case explained(WorkFailure, by: Finding)
}
