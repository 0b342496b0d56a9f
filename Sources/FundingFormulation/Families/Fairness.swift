// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `minimum[e]`: mean coverage of the objectives of e in the last year − minimum ≥ 0.
///
/// Shares.
enum Minimum: CouplingFamily {
  static let family = Family.minimum

  static func addRows(to c: inout Compilation) {
    guard c.columns.minimum >= 0 else { return }
    let lowest = Variable(Int(c.columns.minimum))
    for e in 0..<c.data.beneficiaryCount where c.data.classOf[e] >= 0 {
      let objectives = c.data.contributions.objectives[c.data.classOf[e]]
      guard !objectives.isEmpty else { continue }
      var initial = 0.0
      for o in objectives {
        initial += c.addCoverage(
          1 / Double(objectives.count), e, o, through: c.data.yearCount - 1)
      }
      c.builder.add(-1, lowest)
      c.builder.closeRow(
        "minimum", [c.names.beneficiaryName[e]], lower: -initial, role: family.role)
    }
  }
}

/// `ratio_cap[e]`: Σ_{v,p,t} g[v,e,p,t] − cap·(W_e/W)·Σ_{v,t} spent[v,t] ≤ 0.
///
/// k€ over the horizon.
enum RatioCap: CouplingFamily {
  static let family = Family.ratioCap

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    guard let cap = c.scenario.fairness.ratioCap else { return }
    let members = Array(0..<c.data.beneficiaryCount)
    let driver = c.scenario.fairness.ratioWeight
    let weights = try MeanWeights(members, driver, "ratio_cap", c)
    guard weights.total > 0 else { return }
    for e in members {
      for v in c.scenario.vehicles.indices {
        for t in 0..<c.data.yearCount {
          c.addGrants(1, v, e, t)
          if let spent = c.spent(v, t) {
            c.builder.add(-cap * weights.relative[e] / weights.total, spent)
          }
        }
      }
      c.builder.closeRow(
        "ratio_cap", [c.names.beneficiaryName[e]], upper: 0, role: family.role)
    }
  }
}
