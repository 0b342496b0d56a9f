// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel
internal import Tables

/// The parameters of a study as a person reads them, each with its origins.
struct ParameterList {
  let root: Entry
  let tables: [TableRole: LoadedTable]

  /// Values of the files in their order, then rows of the tables that hold assumptions or figures.
  ///
  /// Beneficiaries and what stands at each of them are data, not parameters, and are left out.
  var parameters: [ResolvedStudy.Parameter] {
    var result: [ResolvedStudy.Parameter] = []
    collect(root, path: [], into: &result)
    for group in Self.groups { collect(group, into: &result) }
    return result
  }

  private func collect(
    _ entry: Entry, path: [String], into result: inout [ResolvedStudy.Parameter]
  ) {
    switch entry.content {
    case .mapping(let pairs):
      for pair in pairs where !(path.isEmpty && Self.unlisted.contains(pair.key)) {
        collect(pair.entry, path: path + [pair.key], into: &result)
      }
    case .text, .list:
      result.append(
        ResolvedStudy.Parameter(
          path: ParameterPath.text(path), value: entry.written, origins: entry.origins))
    case .removed, .refused: break
    }
  }

  /// Keys that tell about the file, or name files listed elsewhere.
  private static let unlisted: Set<String> = ["study", "title", "description", "tables"]

  // MARK: - Tables

  /// Columns of a table that make one parameter.
  private struct Group {
    var role: TableRole
    /// Columns that name the row.
    var key: [String]
    /// Name of the parameter below the row, or `nil` for one parameter per row.
    var name: String?
    var columns: [String]
  }

  private static func costs(_ nature: String) -> Group {
    let perUnit = TableRole.costDrivers.map { driver in "\(nature)_per_\(driver.column)" }
    return Group(
      role: .measures, key: ["id"], name: nature, columns: ["\(nature)_fixed"] + perUnit)
  }

  private static let groups: [Group] =
    [
      costs("one_off"), costs("recurring"),
      Group(
        role: .measures, key: ["id"], name: "staff",
        columns: [
          "install_fte", "install_fte_per_1000_agents", "run_fte", "run_fte_per_1000_agents",
        ]),
      Group(role: .measures, key: ["id"], name: "speed", columns: ["speed"]),
      Group(role: .effects, key: ["measure", "threat"], name: nil, columns: ["effect"]),
      Group(role: .objectives, key: ["id"], name: nil, columns: ["weight", "classes"]),
      Group(
        role: .contributions, key: ["objective", "measure", "nis_class"], name: nil,
        columns: ["weight"]),
      Group(
        role: .threats, key: ["id", "up_to"], name: nil,
        columns: [
          "frequency", "severity_fixed", "severity_per_agent", "severity_per_bed",
        ]),
      Group(role: .staffing, key: ["region", "year"], name: nil, columns: ["fte"]),
    ]

  private func collect(_ group: Group, into result: inout [ResolvedStudy.Parameter]) {
    guard let loaded = tables[group.role] else { return }
    for row in loaded.table.rows {
      let values = group.columns.compactMap { column in
        Self.text(row[column]).map { group.columns.count == 1 ? $0 : "\(column) \($0)" }
      }
      guard !values.isEmpty else { continue }
      var path = [group.role.rawValue] + group.key.compactMap { Self.text(row[$0]) }
      if let name = group.name { path.append(name) }
      let source = row.text("source")
      result.append(
        ResolvedStudy.Parameter(
          path: ParameterPath.text(path), value: values.joined(separator: ", "),
          origins: [
            Provenance(
              layer: loaded.origin.layer, file: row.file, line: row.line, sheet: row.sheet,
              source: source,
              isAssumption: source == nil || row.boolean("assumption") == true)
          ]))
    }
  }

  private static func text(_ cell: Cell) -> String? {
    switch cell {
    case .missing: nil
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .decimal(let value), .share(let value): NumberText.shortest(value)
    case .money(let cents): "\(NumberText.money(cents)) €"
    case .boolean(let value): "\(value)"
    }
  }
}
