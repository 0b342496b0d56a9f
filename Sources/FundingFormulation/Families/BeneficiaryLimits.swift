// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `ceiling[v,e]` or `ceiling[v,e,t]`: Σ g ≤ ceiling of v at e.
///
/// k€ over the horizon or per need year.
enum Ceiling: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() {
      guard let ceiling = vehicle.ceiling else { continue }
      try LimitRows.add("ceiling", ceiling, v, e, to: &c) { (-.infinity, $0) }
    }
  }
}

/// `floor[v,e]` or `floor[v,e,t]`: Σ g ≥ floor of v at e.
///
/// k€ over the horizon or per need year.
enum Floor: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() {
      guard let floor = vehicle.floor else { continue }
      try LimitRows.add("floor", floor, v, e, to: &c) { ($0, .infinity) }
    }
  }
}

/// Rows on the money of one vehicle at one beneficiary.
private enum LimitRows {
  static func add(
    _ name: StaticString, _ limit: BeneficiaryLimit, _ v: Int, _ e: Int,
    to c: inout Compilation, bounds: (Double) -> (lower: Double, upper: Double)
  ) throws(FormulationError) {
    let vehicle = c.scenario.vehicles[v]
    guard vehicle.paysBeneficiaries, vehicle.reaches(c.scenario.beneficiaries[e])
    else { return }
    let range = bounds(try c.limit(limit, v, e))
    let parts = [c.names.vehicleName[v], c.names.beneficiaryName[e]]
    switch limit.period {
    case .horizon:
      var found = false
      for t in 0..<c.data.yearCount where c.addGrants(1, v, e, t) { found = true }
      guard found else { return }
      c.builder.closeRow(name, parts, lower: range.lower, upper: range.upper)
    case .year:
      // A yearly floor that was missed cannot be made up for; a yearly ceiling that was passed is a
      // fault of the facts or of the rule, and must not go unseen.
      let first = range.lower.isFinite ? c.locked.years : 0
      for t in first..<c.data.yearCount where c.addGrants(1, v, e, t) {
        c.builder.closeRow(
          name, parts + [c.names.yearName[t]], lower: range.lower, upper: range.upper)
      }
    }
  }
}

extension Compilation {
  /// The amount of a limit of a vehicle at a beneficiary, k€.
  func limit(
    _ limit: BeneficiaryLimit, _ v: Int, _ e: Int
  ) throws(FormulationError) -> Double {
    let beneficiary = scenario.beneficiaries[e]
    guard let amount = limit.thousandsOfEuros(for: beneficiary.size) else {
      throw .missingDriver(
        beneficiary: beneficiary.id, neededBy: scenario.vehicles[v].id.rawValue)
    }
    return amount
  }
}
