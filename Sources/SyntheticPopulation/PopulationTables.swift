// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// The CSV tables of a population, as `docs/study.md` describes them.
///
/// UTF-8, `;`, decimal point, `\n` after every row: the same bytes on every machine.
public enum PopulationTables {
  /// Columns of the beneficiaries table.
  static let beneficiaryColumns = [
    "id", "name", "kind", "region", "status", "nis_class", "agents", "beds", "workstations",
    "sites", "activity", "risk", "care_weight", "pilot",
  ]

  /// The beneficiaries table.
  public static func beneficiaries(_ population: Population) -> String {
    let rows = population.beneficiaries.map { unit in
      [
        unit.id.rawValue, unit.name, unit.kind.rawValue, unit.region.rawValue,
        unit.status.rawValue, unit.nisClass?.rawValue ?? "", number(unit.size[.agents]),
        number(unit.size[.beds]), number(unit.size[.workstations]), number(unit.size[.sites]),
        number(unit.size[.activity]), number(unit.risk), number(unit.careWeight),
        unit.isPilot ? "yes" : "no",
      ]
    }
    return table([beneficiaryColumns] + rows)
  }

  /// The table of initial deployment.
  public static func deployment(_ rows: [InitialDeployment]) -> String {
    table(
      [["beneficiary", "measure", "share"]]
        + rows.map { [$0.beneficiary.rawValue, $0.measure.rawValue, number($0.share.value)] })
  }

  /// Rows as text; no value drawn here holds a separator or a quote.
  static func table(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ";") + "\n" }.joined()
  }

  /// A number with at most three decimals and no exponent; empty where not declared.
  ///
  /// Written from whole thousandths, so that no floating-point printer has a say in it.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let thousandths = Int((abs(value) * 1_000).rounded())
    let sign = value < 0 && thousandths > 0 ? "-" : ""
    let whole = sign + String(thousandths / 1_000)
    var decimals = String(1_000 + thousandths % 1_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? whole : whole + "." + decimals
  }
}
