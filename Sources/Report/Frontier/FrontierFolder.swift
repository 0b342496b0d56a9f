// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingModel
import LinearProgramming
public import Tables

/// Writes the folder of a curve between two goals; `docs/frontier.md` describes every file.
public enum FrontierFolder {
  /// Name of the table, by which a folder is known as one of ours.
  public static let tableName = "frontier.csv"
  /// Name of the summary.
  public static let summaryName = "summary.json"

  /// Names of the files, in the order shown.
  public static let fileNames = [tableName, summaryName, ManifestDocument.fileName]

  /// The files but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: the curve.
  ///   - style: dialect of the table.
  /// - Returns: the files, in the order written.
  /// - Throws: a finding where a figure is not finite.
  public static func files(
    of outcome: FrontierOutcome, style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    [
      FolderFile(name: tableName, role: "frontier", bytes: try tableBytes(outcome, style)),
      FolderFile(
        name: summaryName, role: "summary",
        bytes: try ReportJSON.bytes(of: FrontierDocument(outcome))),
    ]
  }

  private static func tableBytes(
    _ outcome: FrontierOutcome, _ style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let classes = outcome.points.first?.coverage.map(\.nisClass.rawValue) ?? []
    var writer = CSVWriter(
      columns: ["point", "is_knee"] + outcome.axes.map(\.goal.rawValue)
        + ["rate", "rate_to_next", "public_euros"] + classes.map { "coverage_\($0)" },
      style: style)
    for (place, point) in outcome.points.enumerated() {
      let head: [Cell] = [.integer(Int64(place + 1)), .boolean(place == outcome.knee)]
      let prices = [point.rate, outcome.rate(after: place)].map { $0.map(Cell.decimal) ?? .missing }
      let coverage = point.coverage.map { Cell.share($0.years.last?.coverage ?? 0) }
      try writer.append(
        head + point.values.map(Cell.decimal) + prices + [.decimal(point.publicEuros)] + coverage)
    }
    return writer.bytes
  }
}

/// A curve as JSON; goals have the units of a plan's `summary.json`.
public struct FrontierDocument: Sendable, Codable {
  struct Goal: Sendable, Codable {
    let name: String
    let sense: String
    let unit: String
  }

  struct Point: Sendable, Codable {
    let point: Int
    let isKnee: Bool
    let values: [Double]
    let rate: Double?
    let rateToNext: Double?
    let publicEuros: Double
    let coverage: [Coverage]
  }

  struct Coverage: Sendable, Codable {
    let nisClass: String
    let share: Double
  }

  /// Version of this format.
  private(set) var schema = 1
  let title: String
  /// The two goals: the first is best at the first point.
  let goals: [Goal]
  let goalsLeftOut: [String]
  /// `point`, `line`, `bend` or `unknown`.
  let shape: String
  let error: Double
  let points: [Point]

  /// The document of a curve.
  public init(_ outcome: FrontierOutcome) {
    title = outcome.study.title
    goals = outcome.axes.map {
      Goal(
        name: $0.goal.rawValue, sense: $0.sense.rawValue, unit: GoalUnit.name($0.goal.rawValue))
    }
    goalsLeftOut = outcome.leftOut.map(\.rawValue)
    error = outcome.error
    shape =
      switch outcome.shape {
      case .point: "point"
      case .line: "line"
      case .unknown: "unknown"
      case .bend: "bend"
      }
    points = outcome.points.enumerated().map { place, point in
      Point(
        point: place + 1, isKnee: place == outcome.knee, values: point.values, rate: point.rate,
        rateToNext: outcome.rate(after: place), publicEuros: point.publicEuros,
        coverage: point.coverage.map {
          Coverage(nisClass: $0.nisClass.rawValue, share: $0.years.last?.coverage ?? 0)
        })
    }
  }
}
