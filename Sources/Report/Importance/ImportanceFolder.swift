// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingModel
import LinearProgramming
public import Tables

/// What the folder of importances holds; `docs/price.md` describes every file.
public enum ImportanceFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "importance.json"
  private static let tableName = "importance.csv"

  /// Names of the files, in the order shown.
  public static let fileNames = [summaryName, tableName, ManifestDocument.fileName]

  /// The files but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: The importances.
  ///   - style: Dialect of the table.
  /// - Returns: The files in the order shown.
  /// - Throws: A finding where a figure is not finite.
  public static func files(
    of outcome: ImportanceOutcome, style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    let document = ImportanceDocument(outcome)
    var writer = CSVWriter(columns: ["kind", "part", "value_without", "change"], style: style)
    for part in document.parts {
      try writer.append([
        .text(part.kind), .text(part.part), part.valueWithout.map(Cell.decimal) ?? .missing,
        part.change.map(Cell.decimal) ?? .missing,
      ])
    }
    return [
      FolderFile(name: summaryName, role: "summary", bytes: try ReportJSON.bytes(of: document)),
      FolderFile(name: tableName, role: "importance", bytes: writer.bytes),
    ]
  }
}

/// Importances as JSON; the goal has the unit of a plan's `summary.json`.
public struct ImportanceDocument: Sendable, Encodable {
  struct Part: Sendable, Encodable {
    /// `measure`, `vehicle` or `rule`.
    let kind: String
    /// Identifier, or name of the rule.
    let part: String
    /// Missing where no plan is left.
    let valueWithout: Double?
    let change: Double?
  }

  /// Version of this format.
  let schema = 1
  let title: String
  let goal: String
  let sense: String
  let unit: String
  let value: Double
  let parts: [Part]

  /// The document of importances.
  public init(_ outcome: ImportanceOutcome) {
    title = outcome.study.title
    goal = outcome.goal.rawValue
    sense = outcome.sense.rawValue
    unit = GoalUnit.name(outcome.goal.rawValue)
    value = outcome.value
    parts = outcome.parts.map { importance in
      let (kind, part): (String, String) =
        switch importance.part {
        case .measure(let m): ("measure", outcome.study.measures[m].id.rawValue)
        case .vehicle(let v): ("vehicle", outcome.study.vehicles[v].id.rawValue)
        case .rule(let rule): ("rule", rule.name)
        }
      return Part(
        kind: kind, part: part, valueWithout: importance.value,
        change: importance.value.map { $0 - outcome.value })
    }
  }
}
