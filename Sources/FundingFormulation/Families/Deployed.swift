// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `deployed[e,m]`: Σ_t d[e,m,t] ≤ 1 − x0[e,m].
///
/// Shares: nothing is put in place twice.
enum Deployed: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    for m in 0..<c.data.measureCount where c.data.isEligible[e * c.data.measureCount + m] {
      c.addProgress(1, e, m, through: c.data.yearCount - 1)
      c.builder.closeRow(
        "deployed", [c.names.beneficiaryName[e], c.names.measureName[m]],
        upper: 1 - c.data.initialShare(e, m))
    }
  }
}
