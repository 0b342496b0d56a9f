// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import DisclosureControl
public import Tables
public import Wording

/// The files of a public edition: what is published, and beside it what was withheld and why.
public struct PublicFiles {
  /// Folder of what is published, and nothing else.
  public static let folder = "publication"
  /// Name of the page in it.
  public static let pageName = "\(folder)/page.html"
  /// Name of the report of what was withheld; it is not for publication.
  public static let withheldName = "withheld.csv"

  private let edition: PublicEdition
  private let tables: PublicTables
  private let style: CSVStyle

  /// Prepares the files.
  public init(_ edition: PublicEdition, language: Language, style: CSVStyle) {
    self.edition = edition
    tables = PublicTables(edition, language)
    var guarded = style
    guarded.guardsFormulas = true
    self.style = guarded
  }

  /// The tables and the report of what was withheld.
  ///
  /// - Returns: names and bytes.
  /// - Throws: a finding where a table cannot be written.
  public func files() throws(Findings) -> [FolderFile] {
    var files: [FolderFile] = []
    for table in tables.all {
      files.append(
        FolderFile(
          name: "\(Self.folder)/\(table.name).csv", role: table.name,
          bytes: try table.bytes(style: style)))
    }
    files.append(
      FolderFile(name: Self.withheldName, role: "withheld", bytes: try withheld()))
    return files
  }

  /// Each withheld cell of each table: why, and what can be deduced of it.
  ///
  /// The true amount does not stand there either: the plan folder has it.
  private func withheld() throws(Findings) -> [UInt8] {
    var writer = CSVWriter(
      columns: ["table", "row", "column", "reason", "deducible_least", "deducible_most"],
      style: style)
    for named in edition.tables {
      let kept = Dictionary(
        uniqueKeysWithValues: edition.publication(of: named).withheld.map { ($0.cell, $0) })
      let rows = named.rows.map(tables.title) + [tables.text("total")]
      let columns = named.columns.map(tables.title) + [tables.text("total")]
      for (row, cells) in zip(rows, named.table.cells) {
        for (column, cell) in zip(columns, cells) {
          guard let cell, let withheld = kept[cell] else { continue }
          let range = withheld.deducible
          try writer.append([
            .text(named.name), .text(row), .text(column), .text(withheld.reason.rawValue),
            .integer(Int64(range.lowerBound.rounded())),
            range.upperBound.isFinite ? .integer(Int64(range.upperBound.rounded())) : .missing,
          ])
        }
      }
    }
    return writer.bytes
  }

  /// How many cells are withheld, for each reason, each counted once.
  public var reasons: [(reason: Withholding.Reason, count: Int)] {
    let all = edition.money.withheld + edition.receivers.withheld
    return Withholding.Reason.allCases.map { reason in
      (reason, all.count { $0.reason == reason })
    }
  }
}
