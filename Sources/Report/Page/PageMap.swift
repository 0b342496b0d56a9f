// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import WebPage
import Wording

/// Public money by region, or by department where boundaries of departments are given.
struct PageMap {
  let context: PageContext
  let boundaries: MapBoundaries?
  /// Every territory that has beneficiaries, by code.
  private let territories: [Territory]

  /// What one territory is paid over the horizon.
  struct Territory: Sendable {
    let code: String
    let name: String
    var beneficiaries = 0
    var receivers = 0
    var euros = 0
  }

  init(context: PageContext, boundaries: MapBoundaries?, annex: Annex) {
    self.context = context
    self.boundaries = boundaries
    var euros = [Int](repeating: 0, count: context.scenario.beneficiaries.count)
    for line in annex.lines { euros[line.beneficiary] += line.euros }
    var found: [String: Territory] = [:]
    for (e, beneficiary) in context.scenario.beneficiaries.enumerated() {
      let (code, name) = Self.place(of: beneficiary, context, boundaries)
      found[code, default: Territory(code: code, name: name)].beneficiaries += 1
      if euros[e] > 0 { found[code]?.receivers += 1 }
      found[code]?.euros += euros[e]
    }
    territories = found.values.sorted { $0.code < $1.code }
  }

  /// The table, with the map above it.
  func section(chart: [Markup]) -> PageSection {
    let rows = territories.map { territory -> [PageCell] in
      [
        .text(territory.name), .text(territory.code), context.count(territory.beneficiaries),
        context.count(territory.receivers), context.money(Double(territory.euros)),
        mean(territory),
      ]
    }
    let all = territories.reduce(into: Territory(code: "", name: context.text("total"))) {
      $0.beneficiaries += $1.beneficiaries
      $0.receivers += $1.receivers
      $0.euros += $1.euros
    }
    let total: [PageCell] = [
      .text(all.name), .empty, context.count(all.beneficiaries), context.count(all.receivers),
      context.money(Double(all.euros)), mean(all),
    ]
    let key = boundaries?.level == .departments ? "map.department" : "region"
    return PageSection(
      id: "map", title: context.text("map"),
      content: chart + [
        PageTable(
          id: "map-table", caption: context.text("map.caption", ["unit": context.unitName]),
          columns: [
            context.text(key), context.text("map.code"), context.text("map.count"),
            context.text("map.receivers"), context.text("map.money"), context.text("map.mean"),
          ], rows: rows + [total], totals: 1
        ).markup(mark: context.text("mark"))
      ])
  }

  private func mean(_ territory: Territory) -> PageCell {
    .euros(territory.euros / max(1, territory.beneficiaries), context.style)
  }

  private static func place(
    of beneficiary: Beneficiary, _ context: PageContext, _ boundaries: MapBoundaries?
  ) -> (code: String, name: String) {
    guard let boundaries, boundaries.level == .departments else {
      let code = beneficiary.region.rawValue
      return (code, RegionNames.name(of: code, in: context.language))
    }
    guard let department = beneficiary.department else {
      return ("", context.text("map.unknown"))
    }
    let code = MapBoundaries.inseeCode(ofDepartment: department)
    return (code, boundaries.name(of: code) ?? code)
  }

  /// Which territories are paid most, in a sentence.
  var sentence: String {
    let most = territories.sorted { ($1.euros, $0.code) < ($0.euros, $1.code) }.prefix(3)
    let named = most.map { "\($0.name) \(context.style.amount(euros: Double($0.euros)))" }
    return context.text("map.sentence", ["most": named.joined(separator: context.text("joint"))])
  }

  /// The map for the library that draws.
  var chart: any Encodable & Sendable {
    let unit = context.unit.euros
    let amounts = Dictionary(
      uniqueKeysWithValues: territories.map {
        (
          $0.code,
          (value: Double($0.euros) / unit, told: context.unit.text(Double($0.euros), context.style))
        )
      })
    if let boundaries {
      return BoundaryMap(boundaries, amounts: amounts, title: context.unitName)
    }
    return TileMap(
      tiles: RegionTiles.places.compactMap { tile in
        amounts[tile.code].map {
          TileMap.Tile(
            column: tile.column, row: tile.row, name: tile.letters, amount: $0.value,
            told: $0.told)
        }
      }, title: context.unitName)
  }
}

/// Where the regions stand on a map of tiles, as near to where they are as a grid allows.
enum RegionTiles {
  /// Letters are those of ISO 3166-2:FR, overseas those of ISO 3166-1.
  static let places: [(code: String, letters: String, column: Int, row: Int)] = [
    ("32", "HDF", 3, 0), ("28", "NOR", 2, 1), ("11", "IDF", 3, 1), ("44", "GES", 4, 1),
    ("53", "BRE", 1, 2), ("52", "PDL", 2, 2), ("24", "CVL", 3, 2), ("27", "BFC", 4, 2),
    ("75", "NAQ", 2, 3), ("84", "ARA", 3, 3), ("76", "OCC", 2, 4), ("93", "PAC", 3, 4),
    ("94", "COR", 4, 4), ("01", "GLP", 6, 0), ("02", "MTQ", 6, 1), ("03", "GUF", 6, 2),
    ("04", "REU", 6, 3), ("06", "MYT", 6, 4),
  ]
}
