// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `own_funds[e,t]`: Σ_p own[e,p,t] ≤ σ·Q[e,t].
///
/// k€: a share of what the beneficiary can afford.
enum OwnFunds: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    guard let rule = c.scenario.ownFunds else { return }
    for t in c.openYears {
      for p in 0..<c.data.potCount {
        if let own = c.own(e, p, t) { c.builder.add(1, own) }
      }
      guard c.builder.openTermCount > 0 else { continue }
      c.builder.closeRow(
        "own_funds", [c.names.beneficiaryName[e], c.names.yearName[t]],
        upper: rule.share.value * (try c.data.affordable(e, t)))
    }
  }
}
