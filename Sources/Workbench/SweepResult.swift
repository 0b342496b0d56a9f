// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
public import Report
import RunStore
import Wording

/// A sweep that was done, or cut short, and written.
public struct SweepResult: Sendable {
  /// The cases that were done.
  public let outcome: SweepOutcome
  /// The results as a table.
  public let file: String
  /// The results as a file of SQLite.
  public let store: String
  /// Number of files that were put together; `nil`: the cases were solved.
  let parts: Int?
  let screen: SweepScreen?
  let language: Language
  let width: Int
  /// What it was made from; `nil` where it was put together.
  let origin: Origin?

  /// What a sweep is made from.
  struct Origin: Sendable {
    let study: ResolvedStudy
    let inputs: [FileRecord]
  }

  /// What the sweep came to, as lines of text.
  public func closing() -> [String] {
    screen?.closing(outcome, file: file, store: store)
      ?? SweepScreen.merged(
        outcome, files: parts ?? 0, file: file, store: store, language: language, width: width)
  }

  /// Whether every case was done.
  public var isComplete: Bool { outcome.isComplete }

  /// The sweep as JSON.
  ///
  /// The cases are read from their file, all at once.
  ///
  /// - Throws: `Findings` where a number is not finite, or the file cannot be read.
  public func json() throws(Findings) -> String {
    let results = try SweepFile.open(store)
    defer { results.close() }
    var cases: [SweptCase] = []
    try results.eachPage { page throws(Findings) in cases += page }
    let document = SweepDocument(
      outcome, cases: cases, file: file, store: store, language: language)
    return try ReportJSON.text(of: document)
  }
}
