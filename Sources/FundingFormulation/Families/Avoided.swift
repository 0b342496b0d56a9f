// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `avoided[e,k,t]`: Σ_i y[e,k,t,i] ≤ Σ_m a[m,k]·Σ_{u≤t} d[e,m,u].
///
/// Log units, a = −ln(1 − effect).
///
/// The pieces of the curve fill in order by themselves, because their gains fall.
enum Avoided: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    for k in c.scenario.threats.indices {
      for t in 0..<c.data.yearCount where c.avoided(e, k, t, 0) != nil {
        for piece in 0..<c.scenario.economics.lossPieces {
          if let position = c.avoided(e, k, t, piece) { c.builder.add(1, position) }
        }
        for term in c.data.losses.terms[k]
        where c.data.isEligible[e * c.data.measureCount + term.measure] {
          c.addProgress(-term.hazard, e, term.measure, through: t)
        }
        c.builder.closeRow(
          "avoided",
          [c.names.beneficiaryName[e], c.names.threatName[k], c.names.yearName[t]], upper: 0)
      }
    }
  }
}
