// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
internal import Tables

/// The CSV tables of a population, as `docs/study.md` describes them.
///
/// UTF-8, `;`, decimal point, `\n` after every row: the same bytes on every machine.
public enum PopulationTables {
  /// Columns of the beneficiaries table.
  static let beneficiaryColumns = [
    "id", "name", "kind", "region", "status", "nis_class", "agents", "beds", "workstations",
    "sites", "activity", "risk", "care_weight", "pilot",
  ]

  /// The beneficiaries table, in UTF-8.
  ///
  /// - Throws: what the table's writer finds; nothing a drawn population can cause.
  public static func beneficiaries(_ population: Population) throws(Findings) -> [UInt8] {
    try beneficiaries(population, groups: nil)
  }

  /// The beneficiaries table with a column `group`, one name for each unit, where there are groups.
  static func beneficiaries(
    _ population: Population, groups: [String]?
  ) throws(Findings) -> [UInt8] {
    let groupColumn = groups == nil ? [] : ["group"]
    var writer = CSVWriter(columns: beneficiaryColumns + groupColumn, style: .study)
    for (position, unit) in population.beneficiaries.enumerated() {
      let sizes: [Driver] = [.agents, .beds, .workstations, .sites, .activity]
      try writer.append(
        [
          .text(unit.id.rawValue), .text(unit.name), .text(unit.kind.rawValue),
          .text(unit.region.rawValue), .text(unit.status.rawValue),
          unit.nisClass.map { .text($0.rawValue) } ?? .missing,
        ] + sizes.map { unit.size[$0].map { .integer(Int64($0)) } ?? .missing }
          + [
            .decimal(unit.risk), .decimal(unit.careWeight), .text(unit.isPilot ? "yes" : "no"),
          ] + (groups.map { [.text($0[position])] } ?? []))
    }
    return writer.bytes
  }

  /// The table of initial deployment, in UTF-8.
  ///
  /// - Throws: what the table's writer finds; nothing a drawn population can cause.
  public static func deployment(_ rows: [InitialDeployment]) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: ["beneficiary", "measure", "share"], style: .study)
    for row in rows {
      try writer.append([
        .text(row.beneficiary.rawValue), .text(row.measure.rawValue), .share(row.share.value),
      ])
    }
    return writer.bytes
  }
}
