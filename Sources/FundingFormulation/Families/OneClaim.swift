// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `one_claim[c,e]`: Σ_w (Σ_{v∈w,p,t} g[v,e,p,t]) ÷ E[w,e] ≤ 1 over the windows w of the claim c.
///
/// E[w,e] is all that e is entitled to in w. A claim is made in one window or another; the linear model
/// of it lets e draw parts of several, which add up to one claim. Where only one window has
/// something for e, its entitlements say all: no row.
enum OneClaim: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) {
    let beneficiary = c.scenario.beneficiaries[e].id
    for claim in c.scenario.claims {
      var open = 0
      for window in claim.windows {
        let entitled = c.scenario.entitlement(of: beneficiary, in: window).thousandsOfEuros
        guard entitled > 0 else { continue }
        var found = false
        for v in window {
          for t in 0..<c.data.yearCount where c.addGrants(1 / entitled, v, e, t) { found = true }
        }
        if found { open += 1 }
      }
      guard open > 1 else {
        c.builder.discardRow()
        continue
      }
      c.builder.closeRow(
        "one_claim", [Array(claim.id.rawValue.utf8), c.names.beneficiaryName[e]], upper: 1)
    }
  }
}
