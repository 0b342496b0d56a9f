// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingModel
import LinearProgramming
public import Tables

/// What the folder of ranges holds; `docs/range.md` describes every file.
public enum RangeFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "range.json"
  private static let tableName = "ranges.csv"

  /// Names of the files, in the order shown.
  public static let fileNames = [summaryName, tableName, ManifestDocument.fileName]

  /// The files but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: The ranges.
  ///   - style: Dialect of the table.
  /// - Returns: The files in the order shown.
  /// - Throws: A finding where a figure is not finite.
  public static func files(
    of outcome: RangeOutcome, style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    [
      FolderFile(
        name: summaryName, role: "summary",
        bytes: try ReportJSON.bytes(of: RangeDocument(outcome))),
      FolderFile(name: tableName, role: "ranges", bytes: try tableBytes(outcome, style)),
    ]
  }

  private static func tableBytes(
    _ outcome: RangeOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let unit = RangeUnit(outcome.subject)
    let head = [outcome.subject.rawValue, "name", "verdict"]
    let amounts = ["least", "least_bound", "in_plan", "most", "most_bound"]
    var writer = CSVWriter(
      columns: head + amounts.map { "\($0)_\(unit.name)" }, style: style)
    for entry in outcome.entries {
      let range = entry.range
      try writer.append(
        [.text(entry.id), .text(entry.name), .text(range.verdict.rawValue)]
          + [
            range.least.value, range.least.bound, range.inPlan, range.most.value,
            range.most.bound,
          ].map { .decimal(unit.rounded($0)) })
    }
    return writer.bytes
  }
}

/// Unit in which ranges are written: whole euros, or thousandths of a beneficiary.
struct RangeUnit {
  let name: String
  private let factor: Double
  private let digits: Double

  init(_ subject: RangeSubject) {
    (name, factor, digits) = subject.isMoney ? ("euros", 1000, 1) : ("beneficiaries", 1, 1000)
  }

  func rounded(_ value: Double) -> Double { (value * factor * digits).rounded() / digits }
}

/// A goal that is kept near its optimum, as JSON.
struct KeptGoalDocument: Sendable, Encodable {
  let level: String
  let sense: String
  let unit: String
  /// Its value at the optimum.
  let value: Double

  init(_ goal: RangeOutcome.KeptGoal) {
    level = goal.name
    sense = goal.sense.rawValue
    unit = GoalUnit.name(goal.name)
    value = goal.value
  }
}

/// Ranges as JSON.
public struct RangeDocument: Sendable, Encodable {
  struct End: Sendable, Encodable {
    /// What a plan that was found has.
    let value: Double
    /// Beyond which no plan goes, as proven.
    let bound: Double
  }

  struct Entry: Sendable, Encodable {
    let id: String
    let name: String
    let verdict: String
    let inPlan: Double
    let least: End
    let most: End
  }

  /// Version of this format.
  let schema = 1
  let title: String
  let within: Double
  /// What the ranges are told of.
  let subject: String
  /// `euros` or `beneficiaries`.
  let unit: String
  let goals: [KeptGoalDocument]
  let entries: [Entry]
  let solves: Int

  /// The document of ranges.
  public init(_ outcome: RangeOutcome) {
    let unit = RangeUnit(outcome.subject)
    title = outcome.study.title
    within = outcome.within
    subject = outcome.subject.rawValue
    self.unit = unit.name
    goals = outcome.goals.map(KeptGoalDocument.init)
    entries = outcome.entries.map { entry in
      func end(_ end: PlanRange.End) -> End {
        End(value: unit.rounded(end.value), bound: unit.rounded(end.bound))
      }
      return Entry(
        id: entry.id, name: entry.name, verdict: entry.range.verdict.rawValue,
        inPlan: unit.rounded(entry.range.inPlan), least: end(entry.range.least),
        most: end(entry.range.most))
    }
    solves = outcome.solves
  }
}
