// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
public import Tables
public import Wording

/// Writes the files of an annex; `docs/report.md` has every column.
public struct AnnexFiles {
  /// Name of the table of lines for people.
  public static let linesName = "annex.csv"
  /// Name of the table of beneficiaries with a column for each year, and the last row for totals.
  public static let totalsName = "totals.csv"
  /// Name of the lines in the one form that is hashed.
  public static let canonicalName = "canonical.csv"
  /// Name of the checksum, as `sha256sum -c` reads it.
  public static let checksumName = "canonical.csv.sha256"
  /// Name of the document that says what the annex is of.
  public static let documentName = "annex.json"

  private let annex: Annex
  private let language: Language
  private let style: CSVStyle
  /// The rows that are hashed.
  private let canonical: [UInt8]
  /// SHA-256 of ``canonicalName``, lower-case hexadecimal.
  public let checksum: String

  /// Prepares the files of an annex.
  ///
  /// - Parameters:
  ///   - annex: the annex.
  ///   - language: language of the headers that people read.
  ///   - style: dialect of the tables that people read.
  ///   - hash: SHA-256 of bytes, lower-case hexadecimal.
  /// - Throws: nothing that whole numbers and texts could cause.
  public init(
    _ annex: Annex, language: Language, style: CSVStyle, hash: ([UInt8]) -> String
  ) throws(Findings) {
    self.annex = annex
    self.language = language
    // Whoever opens the table of an order does so in a spreadsheet, whatever its dialect.
    var guarded = style
    guarded.guardsFormulas = true
    self.style = guarded
    canonical = try Self.lines(
      annex, columns: ["finess", "name", "year", "vehicle", "euros"], style: .machine)
    checksum = hash(canonical)
  }

  /// The files, in the order shown.
  ///
  /// - Parameter source: what the annex was made of.
  /// - Returns: names and bytes.
  /// - Throws: a finding where a document cannot be written.
  public func files(of source: AnnexDocument.Source) throws(Findings) -> [FolderFile] {
    let lines = try Self.lines(
      annex,
      columns: [text("finess"), text("name"), text("year"), text("vehicle"), text("euros")],
      style: style)
    let document = AnnexDocument(annex, checksum: checksum, source: source)
    return [
      FolderFile(name: Self.linesName, role: "annex", bytes: lines),
      FolderFile(name: Self.totalsName, role: "totals", bytes: try totals()),
      FolderFile(name: Self.canonicalName, role: "canonical", bytes: canonical),
      FolderFile(
        name: Self.checksumName, role: "checksum",
        bytes: Array("\(checksum)  \(Self.canonicalName)\n".utf8)),
      FolderFile(
        name: Self.documentName, role: "document", bytes: try ReportJSON.bytes(of: document)),
    ]
  }

  private func text(_ key: String) -> String {
    Catalogue.text("annex.column.\(key)", in: language)
  }

  private static func lines(
    _ annex: Annex, columns: [String], style: CSVStyle
  ) throws(Findings) -> [UInt8] {
    let scenario = annex.scenario
    var writer = CSVWriter(columns: columns, style: style)
    for line in annex.lines {
      let beneficiary = scenario.beneficiaries[line.beneficiary]
      try writer.append([
        .text(beneficiary.id.rawValue), .text(beneficiary.name),
        .integer(Int64(scenario.horizon.first.number + line.year)),
        .text(scenario.vehicles[line.vehicle].id.rawValue), .integer(Int64(line.euros)),
      ])
    }
    return writer.bytes
  }

  private func totals() throws(Findings) -> [UInt8] {
    let scenario = annex.scenario
    let years = scenario.horizon.years.map(\.description)
    var writer = CSVWriter(
      columns: [text("finess"), text("name")] + years + [text("total")], style: style)
    func amounts(_ euros: [Int]) -> [Cell] {
      (euros + [euros.reduce(0, +)]).map { .integer(Int64($0)) }
    }
    for receiver in annex.receivers {
      let beneficiary = scenario.beneficiaries[receiver.beneficiary]
      try writer.append(
        [.text(beneficiary.id.rawValue), .text(beneficiary.name)] + amounts(receiver.euros))
    }
    try writer.append([.missing, .text(text("total"))] + amounts(annex.yearEuros))
    return writer.bytes
  }
}
