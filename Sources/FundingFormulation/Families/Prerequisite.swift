// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `prerequisite[e,m,n,t]`: m runs ahead of n at most as far as it already was.
///
/// Σ_{u≤t} d[e,m,u] − Σ_{u≤t} d[e,n,u] ≤ max(0, x0[e,n] − x0[e,m]). Shares.
enum Prerequisite: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    let measureCount = c.data.measureCount
    for m in 0..<measureCount where c.data.isEligible[e * measureCount + m] {
      for needed in c.scenario.measures[m].prerequisites {
        guard let n = c.names.measure[needed] else { throw .unknown(needed.rawValue) }
        guard c.data.isEligible[e * measureCount + n] else { continue }
        let lead = max(0, c.data.initialShare(e, n) - c.data.initialShare(e, m))
        for t in 0..<c.data.yearCount {
          c.addProgress(1, e, m, through: t)
          c.addProgress(-1, e, n, through: t)
          c.builder.closeRow(
            "prerequisite",
            [
              c.names.beneficiaryName[e], c.names.measureName[m], c.names.measureName[n],
              c.names.yearName[t],
            ], upper: lead)
        }
      }
    }
  }
}
