// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `financing[e,p,t]`: need − Σ_v g − own = 0.
///
/// k€ in year t: every cost is paid by somebody.
enum Financing: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    for p in 0..<c.data.potCount where c.data.hasPot[e * c.data.potCount + p] {
      for t in c.openYears {
        let constant = c.addNeed(1, e, p, t)
        for v in c.scenario.vehicles.indices {
          if let grant = c.grant(v, e, p, t) { c.builder.add(-1, grant) }
        }
        if let own = c.own(e, p, t) { c.builder.add(-1, own) }
        c.builder.closeRow(
          "financing", [c.names.beneficiaryName[e], c.names.potName[p], c.names.yearName[t]],
          lower: -constant, upper: -constant)
      }
    }
  }
}
