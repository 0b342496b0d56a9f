// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `band_drop[v,e,t]` and `band_rise[v,e,t]`: change of the money of v at e from one year to the next.
///
/// G[t] ≥ (1 − drop)·G[t−1] − drop amount, and G[t] ≤ (1 + rise)·G[t−1] + rise amount, with
/// G[t] = Σ_p g[v,e,p,t] in k€, for t ≥ 2.
enum YearOnYear: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() {
      guard let band = vehicle.band else { continue }
      for t in 1..<max(1, c.data.yearCount - vehicle.lag) where !c.isLocked(t) {
        let parts = [c.names.vehicleName[v], c.names.beneficiaryName[e], c.names.yearName[t]]
        if let drop = band.dropShare, c.addGrants(1, v, e, t) {
          c.addGrants(drop - 1, v, e, t - 1)
          c.builder.closeRow("band_drop", parts, lower: -band.dropAmount.thousandsOfEuros)
        }
        if let rise = band.riseShare, c.addGrants(1, v, e, t) {
          c.addGrants(-1 - rise, v, e, t - 1)
          c.builder.closeRow("band_rise", parts, upper: band.riseAmount.thousandsOfEuros)
        }
      }
    }
  }
}
