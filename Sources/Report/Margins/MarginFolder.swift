// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
public import Tables

/// What the folder of margins holds; `docs/price.md` describes every file.
public enum MarginFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "margins.json"
  private static let tableName = "margins.csv"

  /// Names of the files, in the order shown.
  public static let fileNames = [summaryName, tableName, ManifestDocument.fileName]

  /// The files but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: The margins.
  ///   - style: Dialect of the table.
  /// - Returns: The files in the order shown.
  /// - Throws: A finding where a figure is not finite.
  public static func files(
    of outcome: MarginOutcome, style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    [
      FolderFile(
        name: summaryName, role: "summary",
        bytes: try ReportJSON.bytes(of: MarginDocument(outcome))),
      FolderFile(name: tableName, role: "margins", bytes: try tableBytes(outcome, style)),
    ]
  }

  private static func tableBytes(
    _ outcome: MarginOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let sides = RangeColumns.names
    let avoiding = outcome.avoiding.isEmpty ? [] : sides.map { "avoided_loss_\($0)" }
    var writer = CSVWriter(
      columns: ["row", "family", "unit", "bound"] + sides + avoiding, style: style)
    for margin in outcome.margins {
      let head: [Cell] = [
        .text(margin.rowName), .text(margin.rule.family.rawValue), .text(margin.unit.rawValue),
        .decimal(margin.bound),
      ]
      var row = head + RangeColumns.cells(margin.looser) + RangeColumns.cells(margin.stricter)
      if !avoiding.isEmpty {
        let other = outcome.avoiding(margin)
        row += RangeColumns.cells(other?.looser) + RangeColumns.cells(other?.stricter)
      }
      try writer.append(row)
    }
    return writer.bytes
  }
}

/// Margins as JSON; the goal has the unit of a plan's `summary.json`, bounds that of their rule.
public struct MarginDocument: Sendable, Encodable {
  struct Side: Sendable, Encodable {
    let worth: Double
    let reach: Double
    let isOpen: Bool
    let worthBeyond: Double?

    init?(_ side: RuleMargin.Side?) {
      guard let side else { return nil }
      worth = side.worth
      reach = side.reach
      isOpen = side.isOpen
      worthBeyond = side.worthBeyond
    }
  }

  struct Margin: Sendable, Encodable {
    let row: String
    let family: String
    let unit: String
    let bound: Double
    let looser: Side?
    let stricter: Side?
    /// The same with avoided loss as the one goal.
    let avoidedLoss: Sides?
  }

  struct Sides: Sendable, Encodable {
    let looser: Side?
    let stricter: Side?
  }

  /// Version of this format.
  let schema = 1
  let title: String
  let goal: String
  let sense: String
  let unit: String
  let value: Double
  let rulesWithAPrice: Int
  let margins: [Margin]
  let solves: Int

  /// The document of margins.
  public init(_ outcome: MarginOutcome) {
    title = outcome.study.title
    goal = outcome.goal.rawValue
    sense = outcome.sense.rawValue
    unit = GoalUnit.name(outcome.goal.rawValue)
    value = outcome.value
    rulesWithAPrice = outcome.priced
    margins = outcome.margins.map {
      Margin(
        row: $0.rowName, family: $0.rule.family.rawValue, unit: $0.unit.rawValue, bound: $0.bound,
        looser: Side($0.looser), stricter: Side($0.stricter),
        avoidedLoss: outcome.avoiding($0).map {
          Sides(looser: Side($0.looser), stricter: Side($0.stricter))
        })
    }
    solves = outcome.solves
  }
}
