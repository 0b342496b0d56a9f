// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Report
public import Wording

/// A plan that passed its check, with everything told about it.
public struct PlanResult: Sendable {
  /// The plan and its circumstances.
  public var outcome: PlanOutcome
  /// What is worth saying about the inputs.
  public var warnings: Findings
  /// The files it was made from, with their hashes as they stood when they were read.
  public let inputs: [FileRecord]

  /// Whether every goal level was solved to a proven optimum.
  public var isProven: Bool { outcome.status == .optimal }

  /// Whether the work was done to its end: a proven optimum, or whole steps with their gap.
  public var isFinished: Bool { outcome.status != .feasible }

  /// The one-screen summary.
  ///
  /// - Parameters:
  ///   - folder: Where the plan was written.
  ///   - language: Language of the text.
  ///   - width: Columns of the screen.
  /// - Returns: Lines of text.
  public func screen(folder: String, language: Language, width: Int) -> [String] {
    Screen.lines(outcome, folder: folder, language: language, width: width)
  }
}
