// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
public import Tables

/// What the folder of alternatives holds; `docs/alternatives.md` describes every file.
public enum AlternativesFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "alternatives.json"
  private static let tableName = "alternatives.csv"
  private static let goalsName = "goals.csv"
  private static let receivedName = "received.csv"

  /// Names of the files, in the order shown.
  public static let fileNames = [
    summaryName, tableName, goalsName, receivedName, ManifestDocument.fileName,
  ]

  /// The files but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: The plans.
  ///   - style: Dialect of the tables.
  /// - Returns: The files in the order shown.
  /// - Throws: A finding where a figure is not finite.
  public static func files(
    of outcome: AlternativesOutcome, style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    [
      FolderFile(
        name: summaryName, role: "summary",
        bytes: try ReportJSON.bytes(of: AlternativesDocument(outcome))),
      FolderFile(name: tableName, role: "alternatives", bytes: try tableBytes(outcome, style)),
      FolderFile(name: goalsName, role: "goals", bytes: try goalsBytes(outcome, style)),
      FolderFile(name: receivedName, role: "received", bytes: try receivedBytes(outcome, style)),
    ]
  }

  /// Name of a plan in the head of a table.
  private static func planName(_ plan: Int) -> String {
    plan == 0 ? "optimum" : "plan_\(plan)"
  }

  private static func tableBytes(
    _ outcome: AlternativesOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let unit = RangeUnit(outcome.subject)
    let amounts = outcome.plans.indices.map(planName) + ["least", "most"]
    var writer = CSVWriter(
      columns: [outcome.subject.rawValue, "name", "shared"]
        + amounts.map { "\($0)_\(unit.name)" }, style: style)
    for (place, entry) in outcome.entries.enumerated() {
      let span = outcome.span(of: place)
      try writer.append(
        [.text(entry.id), .text(entry.name), .boolean(outcome.isShared(place))]
          + (outcome.plans.map { $0.amounts[place] } + [span.lowerBound, span.upperBound])
          .map { .decimal(unit.rounded($0)) })
    }
    return writer.bytes
  }

  private static func goalsBytes(
    _ outcome: AlternativesOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let unit = RangeUnit(outcome.subject)
    var writer = CSVWriter(
      columns: ["plan", "from_optimum_\(unit.name)", "from_nearest_\(unit.name)"]
        + outcome.goals.flatMap { [$0.name, "\($0.name)_lost_share"] }, style: style)
    for (place, plan) in outcome.plans.enumerated() {
      try writer.append(
        [
          .text(planName(place)), .decimal(unit.rounded(outcome.distance(place, 0))),
          outcome.nearest(to: place).map { .decimal(unit.rounded($0)) } ?? .missing,
        ]
          + outcome.goals.indices.flatMap {
            [Cell.decimal(plan.goals[$0]), .decimal(outcome.lost(place, $0))]
          })
    }
    return writer.bytes
  }

  private static func receivedBytes(
    _ outcome: AlternativesOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: ["beneficiary"] + outcome.plans.indices.map { "\(planName($0))_euros" },
      style: style)
    for (e, beneficiary) in outcome.study.beneficiaries.enumerated() {
      try writer.append(
        [.text(beneficiary.id.rawValue)]
          + outcome.plans.map { .integer(Int64($0.received[e])) })
    }
    return writer.bytes
  }
}

/// Alternatives as JSON.
public struct AlternativesDocument: Sendable, Encodable {
  struct Entry: Sendable, Encodable {
    let id: String
    let name: String
    let isShared: Bool
    let least: Double
    let most: Double
  }

  struct Reached: Sendable, Encodable {
    let level: String
    let value: Double
    /// Share of the optimal value by which it is worse; below 0 where it is better.
    let lost: Double
  }

  struct Plan: Sendable, Encodable {
    /// Distance from the optimum and from each plan before it, in order.
    let distances: [Double]
    /// By entry, in order.
    let amounts: [Double]
    let goals: [Reached]
  }

  /// Version of this format.
  let schema = 1
  let title: String
  let within: Double
  /// By what plans are told apart.
  let subject: String
  /// `euros` or `beneficiaries`.
  let unit: String
  let goals: [KeptGoalDocument]
  let entries: [Entry]
  let optimum: Plan
  /// The others, in the order in which they were found.
  let plans: [Plan]
  let asked: Int
  /// Part of what the optimum has that stands in the same place in every plan.
  let sharedPart: Double
  let solves: Int

  /// The document of alternatives.
  public init(_ outcome: AlternativesOutcome) {
    let unit = RangeUnit(outcome.subject)
    title = outcome.study.title
    within = outcome.within
    subject = outcome.subject.rawValue
    self.unit = unit.name
    goals = outcome.goals.map(KeptGoalDocument.init)
    entries = outcome.entries.enumerated().map { place, entry in
      let span = outcome.span(of: place)
      return Entry(
        id: entry.id, name: entry.name, isShared: outcome.isShared(place),
        least: unit.rounded(span.lowerBound), most: unit.rounded(span.upperBound))
    }
    let all = outcome.plans.indices.map { place in
      Plan(
        distances: (0..<place).map { unit.rounded(outcome.distance(place, $0)) },
        amounts: outcome.plans[place].amounts.map(unit.rounded),
        goals: outcome.goals.indices.map {
          Reached(
            level: outcome.goals[$0].name, value: outcome.plans[place].goals[$0],
            lost: outcome.lost(place, $0))
        })
    }
    optimum = all[0]
    plans = Array(all.dropFirst())
    asked = outcome.asked
    sharedPart = outcome.sharedPart
    solves = outcome.solves
  }
}
