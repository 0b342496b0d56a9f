// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `spend[v,y]`: Σ_{e,p} g[v,e,p,t−lag] − spent[v,t] = 0.
///
/// k€ by payment year.
///
/// The sum stands in a column of its own so that rules on shares of the money stay sparse.
enum Spend: CouplingFamily {
  static let family = Family.spend

  static func addRows(to c: inout Compilation) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() {
      for t in 0..<c.data.yearCount {
        guard let spent = c.spent(v, t) else { continue }
        for e in 0..<c.data.beneficiaryCount { c.addGrants(1, v, e, t - vehicle.lag) }
        c.builder.add(-1, spent)
        c.builder.closeRow(
          "spend", [c.names.vehicleName[v], c.names.yearName[t]], lower: 0, upper: 0,
          role: family.role)
      }
    }
  }
}

/// `envelope[v,y]`: spent + Σ_s pay + carry[t] − carry[t−1] ≤ A[v,t].
///
/// k€ by payment year.
///
/// What is neither spent nor carried lapses: it is the slack of the row.
enum Envelope: CouplingFamily {
  static let family = Family.envelope

  static func addRows(to c: inout Compilation) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() {
      for t in 0..<c.data.yearCount {
        if let spent = c.spent(v, t) { c.builder.add(1, spent) }
        for s in c.scenario.services.indices {
          for nature in CostNature.allCases {
            if let pay = c.pay(s, v, nature, t) { c.builder.add(1, pay) }
          }
        }
        if let carry = c.carry(v, t) { c.builder.add(1, carry) }
        if let carried = c.carry(v, t - 1) { c.builder.add(-1, carried) }
        c.builder.closeRow(
          "envelope", [c.names.vehicleName[v], c.names.yearName[t]],
          upper: vehicle.counted(in: t).thousandsOfEuros, role: family.role)
      }
    }
  }
}
