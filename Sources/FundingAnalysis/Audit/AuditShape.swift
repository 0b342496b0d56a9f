// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Whether a plan fits its scenario: sizes, positions, signs, no line twice.
enum AuditShape {
  private struct Key: Hashable {
    var first: Int
    var second: Int
    var third: Int
    var year: Int
  }

  static func check(
    _ reading: ScenarioReading, _ plan: Plan, _ allocation: Allocation,
    _ ledger: inout AuditLedger
  ) {
    let years = reading.yearCount
    let vehicles = reading.scenario.vehicles.count
    let lengths: [(String, Int, Int)] = [
      ("measureCount", plan.measureCount, reading.measureCount),
      ("yearCount", plan.yearCount, years),
      (
        "increments", plan.increments.count,
        reading.beneficiaryCount * reading.measureCount * years
      ),
      ("serviceCapacity", plan.serviceCapacity.count, reading.scenario.services.count * years),
      ("carried", plan.carried.count, vehicles * years),
      ("carriedEuros", allocation.carried.count, vehicles * years),
    ]
    for (name, found, expected) in lengths where found != expected {
      ledger.add(.shape, Double(found), Double(expected), .number, .init(detail: name))
    }
    checkKeys(reading, plan, allocation, &ledger)
    checkSigns(plan, allocation, &ledger)
  }

  private static func checkKeys(
    _ reading: ScenarioReading, _ plan: Plan, _ allocation: Allocation,
    _ ledger: inout AuditLedger
  ) {
    let people = reading.beneficiaryCount
    let vehicles = reading.scenario.vehicles.count
    let services = reading.scenario.services.count
    let pots = reading.pots.count
    func keys(
      _ name: String, _ keys: [Key], _ limits: (Int, Int, Int), _ ledger: inout AuditLedger
    ) {
      var seen: Set<Key> = []
      seen.reserveCapacity(keys.count)
      for (position, key) in keys.enumerated() {
        let fits =
          (0..<limits.0).contains(key.first) && (0..<limits.1).contains(key.second)
          && (0..<limits.2).contains(key.third) && (0..<reading.yearCount).contains(key.year)
        if !fits || !seen.insert(key).inserted {
          ledger.add(.shape, Double(position), Double(keys.count), .number, .init(detail: name))
        }
      }
    }
    func nature(_ nature: CostNature) -> Int { nature == .oneOff ? 0 : 1 }
    keys(
      "grants",
      plan.grants.map {
        Key(first: $0.vehicle, second: $0.beneficiary, third: $0.pot, year: $0.year)
      }, (vehicles, people, pots), &ledger)
    keys(
      "own", plan.own.map { Key(first: 0, second: $0.beneficiary, third: $0.pot, year: $0.year) },
      (1, people, pots), &ledger)
    keys(
      "servicePayments",
      plan.servicePayments.map {
        Key(first: $0.vehicle, second: $0.service, third: nature($0.nature), year: $0.year)
      }, (vehicles, services, 2), &ledger)
    keys(
      "lines",
      allocation.lines.map {
        Key(first: $0.vehicle, second: $0.beneficiary, third: $0.pot, year: $0.year)
      }, (vehicles, people, pots), &ledger)
    keys(
      "serviceLines",
      allocation.services.map {
        Key(first: $0.vehicle, second: $0.service, third: nature($0.nature), year: $0.year)
      }, (vehicles, services, 2), &ledger)
  }

  /// Every column is at least 0 and finite.
  private static func checkSigns(
    _ plan: Plan, _ allocation: Allocation, _ ledger: inout AuditLedger
  ) {
    let tables: [(String, Violation.Unit, [Double])] = [
      ("increments", .share, plan.increments),
      ("grants", .thousandEuros, plan.grants.map(\.thousands)),
      ("own", .thousandEuros, plan.own.map(\.thousands)),
      ("servicePayments", .thousandEuros, plan.servicePayments.map(\.thousands)),
      ("serviceCapacity", .units, plan.serviceCapacity),
      ("carried", .thousandEuros, plan.carried),
      ("lines", .euros, allocation.lines.map { Double($0.euros) }),
      ("serviceLines", .euros, allocation.services.map { Double($0.euros) }),
      ("carriedEuros", .euros, allocation.carried.map(\.euros)),
    ]
    for (name, unit, values) in tables {
      for value in values where !(value >= -PlanAudit.tolerance && value.isFinite) {
        ledger.add(.negative, value, 0, unit, .init(detail: name))
      }
    }
  }
}
