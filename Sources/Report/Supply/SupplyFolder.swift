// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
public import Tables

/// What the folder of supply curves holds; `docs/supply.md` describes every file.
public enum SupplyFolder {
  /// Name of the summary, by which a folder is known as one of ours.
  public static let summaryName = "supply.json"
  private static let tableName = "supply.csv"

  /// Names of the files, in the order shown.
  public static let fileNames = [summaryName, tableName, ManifestDocument.fileName]

  /// The files but the manifest.
  ///
  /// - Parameters:
  ///   - outcome: The curves.
  ///   - style: Dialect of the table.
  /// - Returns: The files in the order shown.
  /// - Throws: A finding where a figure is not finite.
  public static func files(
    of outcome: SupplyOutcome, style: CSVStyle
  ) throws(Findings) -> [FolderFile] {
    var writer = CSVWriter(
      columns: [
        "nis_class", "year", "point", "coverage_share", "public_euros", "euros_per_point_to_next",
      ], style: style)
    for curve in outcome.curves {
      for (place, point) in curve.points.enumerated() {
        try writer.append([
          .text(curve.nisClass.rawValue), .text(curve.year.description),
          .integer(Int64(place + 1)), .decimal(point.coverage), .decimal(euros(point.money)),
          curve.price(after: place).map { .decimal(euros($0)) } ?? .missing,
        ])
      }
    }
    return [
      FolderFile(
        name: summaryName, role: "summary",
        bytes: try ReportJSON.bytes(of: SupplyDocument(outcome))),
      FolderFile(name: tableName, role: "supply", bytes: writer.bytes),
    ]
  }

  /// Whole euros of an amount in k€.
  static func euros(_ thousands: Double) -> Double { (thousands * 1000).rounded() }
}

/// Supply curves as JSON.
public struct SupplyDocument: Sendable, Codable {
  struct Point: Sendable, Codable {
    let coverageShare: Double
    let publicEuros: Double
    let eurosPerPointToNext: Double?
  }

  struct Curve: Sendable, Codable {
    let nisClass: String
    let year: String
    let points: [Point]
    /// Greatest distance of the curve below the lines between its points, as a share of the ranges.
    let error: Double
  }

  /// Version of this format.
  private(set) var schema = 1
  let title: String
  let curves: [Curve]

  /// The document of curves.
  public init(_ outcome: SupplyOutcome) {
    title = outcome.study.title
    curves = outcome.curves.map { curve in
      Curve(
        nisClass: curve.nisClass.rawValue, year: curve.year.description,
        points: curve.points.enumerated().map { place, point in
          Point(
            coverageShare: point.coverage, publicEuros: SupplyFolder.euros(point.money),
            eurosPerPointToNext: curve.price(after: place).map(SupplyFolder.euros))
        }, error: curve.error)
    }
  }
}
