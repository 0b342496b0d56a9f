// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Money of groups and of each beneficiary relative to a weight.
///
/// `territory_floor`, `territory_ceiling`: money paid to a group against a multiple of its share of
/// the weight times all that the vehicles spend. `ratio_cap`: the same for one beneficiary.
enum AuditGroups {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    for rule in evidence.scenario.territory { check(rule, evidence, &ledger) }
    checkRatio(evidence, &ledger)
  }

  private static func check(
    _ rule: TerritoryRule, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    let years = reading.yearCount
    let vehicles =
      rule.vehicles.isEmpty
      ? Array(evidence.scenario.vehicles.indices)
      : rule.vehicles.compactMap { reading.vehiclePosition[$0] }
    var weights: [String: Double] = [:]
    var money: [String: [Double]] = [:]
    for (e, beneficiary) in evidence.scenario.beneficiaries.enumerated() {
      guard let group = rule.grouping.group(of: beneficiary) else { continue }
      weights[group, default: 0] += reading.size(e, rule.weight)
      var paid = money[group] ?? Array(repeating: 0, count: years)
      for t in 0..<years {
        for v in vehicles { paid[t] += evidence.paid(v, e, in: t) }
      }
      money[group] = paid
    }
    let groups = weights.keys.sorted()
    let total = groups.reduce(0) { $0 + (weights[$1] ?? 0) }
    let spent = (0..<years).map { t in
      vehicles.reduce(0) { $0 + evidence.spent[$1 * years + t] }
    }
    for group in groups where rule.members.isEmpty || rule.members.contains(group) {
      let weight = weights[group] ?? 0
      guard weight > 0 else { continue }
      let paid = money[group] ?? []
      let periods: [(Double, Double, Int?)] =
        switch rule.period {
        case .horizon: [(paid.reduce(0, +), spent.reduce(0, +), nil)]
        case .year: (0..<years).map { (paid[$0], spent[$0], $0) }
        }
      for (received, all, year) in periods {
        let part = weight / total * all
        if let floor = rule.floor {
          ledger.hold(
            .territoryFloor, received, atLeast: floor * part, scale: received + floor * part,
            .thousandEuros, .init(rule: rule.id, group: group, year: year))
        }
        if let ceiling = rule.ceiling {
          ledger.hold(
            .territoryCeiling, received, atMost: ceiling * part,
            scale: received + ceiling * part, .thousandEuros,
            .init(rule: rule.id, group: group, year: year))
        }
      }
    }
  }

  private static func checkRatio(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    guard let cap = evidence.scenario.fairness.ratioCap else { return }
    let weight = evidence.scenario.fairness.ratioWeight
    let total = (0..<reading.beneficiaryCount).reduce(0) { $0 + reading.size($1, weight) }
    guard total > 0 else { return }
    let spent = evidence.spent.reduce(0, +)
    for e in 0..<reading.beneficiaryCount {
      var received = 0.0
      for v in evidence.scenario.vehicles.indices {
        for t in 0..<reading.yearCount { received += evidence.received(v, e, t) }
      }
      let limit = cap * reading.size(e, weight) / total * spent
      ledger.hold(
        .ratioCap, received, atMost: limit, scale: received + limit, .thousandEuros,
        .init(beneficiary: e))
    }
  }
}
