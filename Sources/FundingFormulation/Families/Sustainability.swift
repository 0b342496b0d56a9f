// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `sustainability`: recurring need of the last year − cliff ≤ lasting means.
///
/// k€ per year.
///
/// By the financing rows, the recurring need of year T is the recurring money of that year:
/// Σ g + Σ own + Σ pay ≤ Σ_v after_v + own share·Σ_e Q[e,T] + cliff.
enum Sustainability: CouplingFamily {
  static let family = Family.sustainability

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    guard let rule = c.scenario.sustainability else { return }
    let last = c.data.yearCount - 1
    var means = c.scenario.vehicles.reduce(0) { $0 + $1.afterHorizon.thousandsOfEuros }
    for e in 0..<c.data.beneficiaryCount {
      means += rule.ownShare.value * (try c.data.affordable(e, last))
      for (p, pot) in c.names.pots.enumerated() where pot.nature == .recurring {
        for v in c.scenario.vehicles.indices {
          if let grant = c.grant(v, e, p, last) { c.builder.add(1, grant) }
        }
        if let own = c.own(e, p, last) { c.builder.add(1, own) }
      }
    }
    for s in c.scenario.services.indices {
      for v in c.scenario.vehicles.indices {
        if let pay = c.pay(s, v, .recurring, last) { c.builder.add(1, pay) }
      }
    }
    if c.columns.cliff >= 0 { c.builder.add(-1, Variable(Int(c.columns.cliff))) }
    c.builder.closeRow(named: "sustainability", upper: means, role: family.role)
  }
}
