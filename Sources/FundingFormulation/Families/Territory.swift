// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `territory_floor[rule,group]` and `territory_ceiling[rule,group]` (with the year where per year).
///
/// Σ_{e∈group, v∈V, p, t} g ≥ (≤) multiple·(W_group/W)·Σ_{v∈V,t} spent[v,t]. k€ by payment year.
enum Territory: CouplingFamily {
  static let family = Family.territoryFloor

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    for rule in c.scenario.territory {
      let groups = try TerritoryGroups(rule, c)
      let vehicles =
        try rule.vehicles.isEmpty
        ? Array(c.scenario.vehicles.indices)
        : rule.vehicles.map { id throws(FormulationError) in
          guard let v = c.names.vehicle[id] else { throw .unknown(id.rawValue) }
          return v
        }
      let periods: [[Int]] =
        rule.period == .horizon
        ? [Array(0..<c.data.yearCount)] : (0..<c.data.yearCount).map { [$0] }
      for group in groups.chosen {
        for period in periods {
          var parts = [Array(rule.id.rawValue.utf8), Array(group.name.utf8)]
          if rule.period == .year { parts.append(c.names.yearName[period[0]]) }
          if let floor = rule.floor {
            addMoney(of: group, floor, vehicles, period, &c)
            c.builder.closeRow(
              "territory_floor", parts, lower: 0, role: Family.territoryFloor.role)
          }
          if let ceiling = rule.ceiling {
            addMoney(of: group, ceiling, vehicles, period, &c)
            c.builder.closeRow(
              "territory_ceiling", parts, upper: 0, role: Family.territoryCeiling.role)
          }
        }
      }
    }
  }

  private static func addMoney(
    of group: TerritoryGroups.Group, _ multiple: Double, _ vehicles: [Int], _ period: [Int],
    _ c: inout Compilation
  ) {
    for v in vehicles {
      let lag = c.scenario.vehicles[v].lag
      for t in period {
        for e in group.members { c.addGrants(1, v, e, t - lag) }
        if let spent = c.spent(v, t) { c.builder.add(-multiple * group.share, spent) }
      }
    }
  }
}

/// The groups of a territory rule, with their shares of the weight.
private struct TerritoryGroups {
  struct Group {
    var name: String
    var members: [Int]
    /// W_group / W.
    var share: Double
  }

  /// Groups the rule is meant for, by name.
  let chosen: [Group]

  init(_ rule: TerritoryRule, _ c: Compilation) throws(FormulationError) {
    var members: [String: [Int]] = [:]
    var weights: [String: Double] = [:]
    var total = 0.0
    for (e, beneficiary) in c.scenario.beneficiaries.enumerated() {
      guard let name = rule.grouping.group(of: beneficiary) else { continue }
      let weight = try c.data.weight(e, rule.weight, for: rule.id.rawValue)
      members[name, default: []].append(e)
      weights[name, default: 0] += weight
      total += weight
    }
    let names = rule.members.isEmpty ? members.keys.sorted() : rule.members
    chosen = names.compactMap { name in
      guard let weight = weights[name], weight > 0, let list = members[name] else { return nil }
      return Group(name: name, members: list, share: weight / total)
    }
  }
}
