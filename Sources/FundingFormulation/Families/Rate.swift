// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `rate[v,e,p,t]`: g[v,e,p,t] ≤ ρ_v · need[e,p,t].
///
/// k€: co-financing.
enum Rate: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() {
      guard let rate = vehicle.rate else { continue }
      for p in 0..<c.data.potCount {
        for t in c.openYears {
          guard let grant = c.grant(v, e, p, t) else { continue }
          c.builder.add(1, grant)
          let constant = c.addNeed(-rate.value, e, p, t)
          c.builder.closeRow(
            "rate",
            [
              c.names.vehicleName[v], c.names.beneficiaryName[e], c.names.potName[p],
              c.names.yearName[t],
            ], upper: -constant)
        }
      }
    }
  }
}
