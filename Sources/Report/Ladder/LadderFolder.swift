// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingModel
import LinearProgramming
public import Tables

/// What the folder of a ladder holds; `docs/ladder.md` describes every file.
public enum LadderFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "ladder.json"
  private static let goals = "ladder.csv"
  private static let coverage = "coverage.csv"
  static let beneficiaries = "beneficiaries.csv"
  static let deployment = "deployment.csv"

  /// Names of the files, in the order shown.
  public static let fileNames = [
    summaryName, goals, coverage, beneficiaries, deployment, ManifestDocument.fileName,
  ]

  /// The files of a ladder, all but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: the ladder.
  ///   - inputs: files that were read, with their hashes.
  ///   - style: dialect of the tables.
  /// - Returns: the files in the order shown.
  /// - Throws: a finding where a figure is not finite.
  public static func files(
    of outcome: LadderOutcome, inputs: [FileRecord], style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    [
      FolderFile(
        name: summaryName, role: "summary",
        bytes: try ReportJSON.bytes(of: LadderDocument(outcome, inputs: inputs))),
      FolderFile(name: goals, role: "goals", bytes: try goalBytes(outcome, style)),
      FolderFile(name: coverage, role: "coverage", bytes: try coverageBytes(outcome, style)),
      FolderFile(
        name: beneficiaries, role: "beneficiaries", bytes: try beneficiaryBytes(outcome, style)),
      FolderFile(
        name: deployment, role: "deployment", bytes: try deploymentBytes(outcome, style)),
    ]
  }

  private static func goalBytes(
    _ outcome: LadderOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "step", "budget_share", "counted_euros", "level", "sense", "unit", "free_value",
        "kept_value", "promise_cost", "free_status", "kept_status", "losers_without_promise",
      ], style: style)
    for (number, step) in outcome.steps.enumerated() {
      for level in step.free.goals.indices where level < step.kept.goals.count {
        let goal = step.free.goals[level]
        try writer.append([
          .integer(Int64(number + 1)), .decimal(step.share), .decimal(step.countedEuros),
          .text(goal.name), .text(goal.sense.rawValue), .text(GoalUnit.name(goal.name)),
          .decimal(goal.value), .decimal(step.kept.goals[level].value),
          .decimal(step.cost(at: level)), .text(step.free.status.rawValue),
          .text(step.kept.status.rawValue), .integer(Int64(step.freeLosers.count)),
        ])
      }
    }
    return writer.bytes
  }

  private static func coverageBytes(
    _ outcome: LadderOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "step", "budget_share", "nis_class", "year", "free_coverage_share", "kept_coverage_share",
      ], style: style)
    for (number, step) in outcome.steps.enumerated() {
      for (free, kept) in zip(step.free.coverage, step.kept.coverage) {
        for (t, year) in outcome.study.horizon.years.enumerated() {
          try writer.append([
            .integer(Int64(number + 1)), .decimal(step.share), .text(free.nisClass.rawValue),
            .integer(Int64(year.number)), .share(free.years[t].coverage),
            .share(kept.years[t].coverage),
          ])
        }
      }
    }
    return writer.bytes
  }

  private static func beneficiaryBytes(
    _ outcome: LadderOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: [
        "step", "budget_share", "beneficiary", "name", "region", "free_received_euros",
        "kept_received_euros",
      ], style: style)
    for (number, step) in outcome.steps.enumerated() {
      for (e, beneficiary) in outcome.study.beneficiaries.enumerated() {
        try writer.append([
          .integer(Int64(number + 1)), .decimal(step.share), .text(beneficiary.id.rawValue),
          .text(beneficiary.name), .text(beneficiary.region.rawValue),
          .money(step.free.received[e].cents), .money(step.kept.received[e].cents),
        ])
      }
    }
    return writer.bytes
  }

  /// What the kept plan of a step has more or less of than the one below.
  private static func deploymentBytes(
    _ outcome: LadderOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: ["step", "budget_share", "beneficiary", "measure", "share_below", "share"],
      style: style)
    let measures = outcome.study.measures
    for number in outcome.steps.indices.dropFirst() {
      let step = outcome.steps[number]
      let (below, here) = (outcome.steps[number - 1].kept.deployed, step.kept.deployed)
      for (e, beneficiary) in outcome.study.beneficiaries.enumerated() {
        for (m, measure) in measures.enumerated() {
          let place = e * measures.count + m
          guard abs(here[place] - below[place]) > ExplainedPlan.noticeableShare else { continue }
          try writer.append([
            .integer(Int64(number + 1)), .decimal(step.share), .text(beneficiary.id.rawValue),
            .text(measure.id.rawValue), .share(below[place]), .share(here[place]),
          ])
        }
      }
    }
    return writer.bytes
  }
}

/// A ladder as JSON; goals have the units of `summary.json`.
public struct LadderDocument: Sendable, Codable {
  struct Goal: Sendable, Codable {
    let level: String
    let sense: String
    let unit: String
    let freeValue: Double
    let keptValue: Double
    let promiseCost: Double
  }

  struct Step: Sendable, Codable {
    let step: Int
    let budgetShare: Double
    let countedEuros: Double
    let freeStatus: PlanStatus
    let keptStatus: PlanStatus
    let freePublicEuros: Double
    let keptPublicEuros: Double
    let losersWithoutPromise: [String]
    let goals: [Goal]
  }

  /// Version of this format.
  private(set) var schema = 1
  let title: String
  let vehicle: String?
  /// What is promised: money over the horizon, from one step to the next, built from the bottom up.
  private(set) var promise = "received_over_horizon_from_bottom_up"
  let steps: [Step]
  let inputs: [FileRecord]

  /// The document of a ladder.
  public init(_ outcome: LadderOutcome, inputs: [FileRecord]) {
    title = outcome.study.title
    vehicle = outcome.vehicle?.rawValue
    self.inputs = inputs
    steps = outcome.steps.enumerated().map { number, step in
      Step(
        step: number + 1, budgetShare: step.share, countedEuros: step.countedEuros,
        freeStatus: step.free.status, keptStatus: step.kept.status,
        freePublicEuros: step.free.publicEuros, keptPublicEuros: step.kept.publicEuros,
        losersWithoutPromise: step.freeLosers.map { outcome.study.beneficiaries[$0].id.rawValue },
        goals: zip(step.free.goals, step.kept.goals).enumerated().map { level, pair in
          Goal(
            level: pair.0.name, sense: pair.0.sense.rawValue, unit: GoalUnit.name(pair.0.name),
            freeValue: pair.0.value, keptValue: pair.1.value, promiseCost: step.cost(at: level))
        })
    }
  }
}
