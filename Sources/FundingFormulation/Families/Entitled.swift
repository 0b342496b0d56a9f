// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `entitlement[v,e,t]`: Σ_p g[v,e,p,t] ≤ what e is entitled to from v for the needs of t.
///
/// k€.
enum Entitled: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    let beneficiary = c.scenario.beneficiaries[e].id
    for (v, vehicle) in c.scenario.vehicles.enumerated() where vehicle.entitlements != nil {
      for t in 0..<c.data.yearCount where c.addGrants(1, v, e, t) {
        c.builder.closeRow(
          "entitlement",
          [c.names.vehicleName[v], c.names.beneficiaryName[e], c.names.yearName[t]],
          upper: vehicle.entitlement(of: beneficiary, in: t)?.thousandsOfEuros ?? 0)
      }
    }
  }
}
