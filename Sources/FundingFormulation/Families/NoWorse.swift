// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `no_worse[e]`: Σ_{v,p,t} g[v,e,p,t] ≥ what e receives under the reference.
///
/// k€ over the horizon.
enum NoWorse: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    let beneficiary = c.scenario.beneficiaries[e]
    guard let amount = c.scenario.fairness.noWorseThan[beneficiary.id] else { return }
    for v in c.scenario.vehicles.indices {
      for t in 0..<c.data.yearCount { c.addGrants(1, v, e, t) }
    }
    c.builder.closeRow(
      "no_worse", [c.names.beneficiaryName[e]], lower: amount.thousandsOfEuros)
  }
}
