// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

extension StudyDecoder {
  /// Staff by region and year of the horizon, in the order in which the table names the regions.
  ///
  /// A region with one row grows from that year on by the growth of the study; one with several rows
  /// keeps each figure until the next one given, and must begin with the horizon.
  mutating func staffing(_ horizon: Horizon) -> [StaffingRule] {
    let entry = root.child(StudyKeys.rules)?.child(RuleKeys.staffing)
    let growth = entry?.value(RuleKeys.Staffing.growth)
    var regions: [(id: String, rows: [Table.Row])] = []
    for row in tables[.staffing]?.table.rows ?? [] {
      guard let region = row.text("region"), row.decimal("fte") != nil else { continue }
      if let place = regions.firstIndex(where: { $0.id == region }) {
        regions[place].rows.append(row)
      } else {
        regions.append((region, [row]))
      }
    }
    if growth != nil, tables[.staffing] == nil {
      findings.add(Finding(.growthWithoutTable, .warning, at: entry?.position))
    }
    var result: [StaffingRule] = []
    for (region, rows) in regions {
      guard let figures = figures(rows, horizon, growth: growth ?? 0) else { continue }
      result.append(StaffingRule(region: RegionID(region), available: figures))
    }
    return result
  }

  private mutating func figures(
    _ rows: [Table.Row], _ horizon: Horizon, growth: Double
  ) -> [FTE]? {
    var given: [Int: Double] = [:]
    var isSound = true
    for row in rows {
      guard let number = row.integer("year") else {
        if rows.count > 1 {
          findings.add(Finding(.staffingYearMissing, .error, at: row.position(of: "year")))
          isSound = false
        } else {
          given[0] = row.decimal("fte")
        }
        continue
      }
      let year = Year(Int(number))
      guard isWithin(year, horizon, at: row.position(of: "year")),
        let index = horizon.index(of: year)
      else {
        isSound = false
        continue
      }
      given[index] = row.decimal("fte")
    }
    guard isSound, let first = rows.first else { return nil }
    if rows.count == 1, let (base, value) = given.first {
      return (0..<horizon.count).map { index in
        var figure = value
        for _ in 0..<max(0, index - base) { figure *= 1 + growth }
        return FTE(figure)
      }
    }
    guard let start = given[0] else {
      findings.add(
        Finding(
          .staffingStartsLate, .error, at: first.position(),
          ["region": first.text("region") ?? "", "first": "\(horizon.first)"]))
      return nil
    }
    var figures: [FTE] = []
    for index in 0..<horizon.count {
      figures.append(given[index].map { FTE($0) } ?? figures.last ?? FTE(start))
    }
    return figures
  }
}
