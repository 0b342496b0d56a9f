// SPDX-License-Identifier: GPL-3.0-or-later

internal import FundingModel
internal import Tables

/// Names that cells of a workbook may hold, by the column they stand in.
struct SheetNames {
  private var lists: [String: [String]] = [:]

  init(tables: [TableRole: LoadedTable], vehicles: [String]) {
    func texts(_ role: TableRole, _ column: String) -> [String] {
      Self.distinct((tables[role]?.table.rows ?? []).compactMap { $0.text(column) })
    }
    let classes = Self.distinct(
      (tables[.objectives]?.table.rows ?? []).flatMap {
        ($0.text("classes") ?? "").split(separator: " ").map(String.init)
      }
    ).sorted()
    let regions = texts(.beneficiaries, "region").sorted()
    let domains = texts(.measures, "domain")
    lists = [
      "region": regions, "regions": regions, "domain": domains, "domains": domains,
      "nis_class": classes, "class": classes, "classes": classes, "vehicles": vehicles,
    ]
  }

  /// Names used so far in a column of this name.
  func names(of column: String) -> [String] { lists[column] ?? [] }

  /// The sheet in whose first column the names of a column stand; `nil`: none, or the sheet itself.
  func sheet(of column: String, in sheet: String) -> String? {
    let sheets = [
      "beneficiary": "beneficiaries", "measure": "measures", "needs": "measures",
      "threat": "threats", "vehicle": "vehicles", "service": "services",
    ]
    if column == "objective", sheet == TableRole.contributions.rawValue { return "objectives" }
    return sheets[column]
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
