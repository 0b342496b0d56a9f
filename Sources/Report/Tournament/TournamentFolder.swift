// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import Tables
import FundingAnalysis
import FundingMechanisms
import FundingModel
import Wording

/// What the folder of a tournament holds; `docs/mechanisms.md` describes every file.
public enum TournamentFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "tournament.json"

  /// Names of the files, in the order shown.
  public static let fileNames =
    [summaryName] + TournamentTable.allCases.map(\.fileName) + [ManifestDocument.fileName]

  /// The files of a tournament, all but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: the tournament.
  ///   - inputs: files that were read, with their hashes.
  ///   - style: dialect of the tables.
  /// - Returns: the files in the order shown.
  /// - Throws: a finding where a figure is not finite.
  public static func files(
    of outcome: TournamentOutcome, inputs: [FileRecord], style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    let summary = FolderFile(
      name: summaryName, role: "summary",
      bytes: try ReportJSON.bytes(of: TournamentDocument(outcome, inputs: inputs)))
    return try [summary]
      + TournamentTable.allCases.map { table throws(Findings) in
        FolderFile(
          name: table.fileName, role: table.rawValue, bytes: try table.bytes(outcome, style: style))
      }
  }
}

/// A tournament as JSON; units are those of `summary.json`.
public struct TournamentDocument: Sendable, Encodable {
  struct Coverage: Sendable, Encodable {
    let nisClass: String
    let coverageShare: Double
    let shortfallShare: Double
  }

  struct Entry: Sendable, Encodable {
    let rank: Int
    let mechanism: String
    let title: String
    let kind: String
    let status: CaseStatus
    let reason: String?
    let nisShortfall: Double?
    let priceNisShortfall: Double?
    let avoidedLossEuros: Double?
    let priceAvoidedLossEuros: Double?
    let publicEuros: Double?
    let ownEuros: Double?
    let coverage: [Coverage]
    let entitledEuros: Int64?
    let heldEuros: Int64?
    let unsharedEuros: Int64?
    let equivalentEuros: Double?
    let equivalentWithinEuros: Double?
    let leftOut: Int?
    let nearAnEdge: Int?
    let atStakeEuros: Double?
    let taperedAtStakeEuros: Double?
    let taperMovedEuros: Int64?
    let seconds: Double
  }

  /// Version of this format.
  let schema = 1
  let title: String
  let lastYear: Int
  let nearEdgeShare: Double
  let taperShare: Double
  let entries: [Entry]
  let inputs: [FileRecord]

  /// The document of a tournament.
  public init(_ outcome: TournamentOutcome, inputs: [FileRecord]) {
    title = outcome.study.title
    lastYear = outcome.study.horizon.last.number
    nearEdgeShare = outcome.within
    taperShare = outcome.taper
    self.inputs = inputs
    entries = outcome.all.enumerated().map { rank, one in
      let price = outcome.price(of: one)
      return Entry(
        rank: rank, mechanism: one.id, title: one.title, kind: one.kind, status: one.status,
        reason: one.reasons.first?.code.rawValue, nisShortfall: one.worth?.shortfall,
        priceNisShortfall: price?.shortfall, avoidedLossEuros: Self.cents(one.worth?.avoidedLoss),
        priceAvoidedLossEuros: Self.cents(price?.avoidedLoss), publicEuros: one.worth?.publicMoney,
        ownEuros: one.worth?.ownMoney,
        coverage: (one.worth?.coverage ?? []).compactMap { entry in
          entry.years.last.map {
            Coverage(
              nisClass: entry.nisClass.rawValue, coverageShare: $0.coverage,
              shortfallShare: $0.shortfall)
          }
        }, entitledEuros: one.rule?.shared.total, heldEuros: one.rule?.held,
        unsharedEuros: one.rule?.unshared,
        equivalentEuros: Self.cents(one.equivalent?.saved),
        equivalentWithinEuros: Self.cents(one.equivalent?.width),
        leftOut: one.rule?.leftOut.count, nearAnEdge: one.rule?.cliffs.count,
        atStakeEuros: Self.cents(one.rule?.eurosAtStake),
        taperedAtStakeEuros: Self.cents(one.rule?.taperedAtStake),
        taperMovedEuros: one.rule?.tapers.reduce(0) { $0 + $1.moved }, seconds: one.seconds)
    }
  }

  /// Euros to the cent.
  private static func cents(_ euros: Double?) -> Double? {
    euros.map { ($0 * 100).rounded() / 100 }
  }
}
