// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `results[v,e,t]`: what was paid so far is at most the ceiling times the progress so far.
///
/// k€.
///
/// Σ_{u≤t,p} g[v,e,p,u] ≤ H·Σ_{o∈R} Σ_m w[o,m,C(e)]·Σ_{u≤t} d[e,m,u], with
/// H = ceiling ÷ Σ_{o∈R} Σ_m w[o,m,C(e)]·(1 − x0[e,m]): linear from the start to full deployment.
enum Results: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() where vehicle.mechanism == .results {
      guard let slope = try c.resultsSlope(v, e) else { continue }
      for t in 0..<c.data.yearCount {
        var found = false
        for u in 0...t where c.addGrants(1, v, e, u) { found = true }
        guard found, c.grantExists(v, e, t) else {
          c.builder.discardRow()
          continue
        }
        for term in c.resultTerms(v, e) {
          c.addProgress(-slope * term.weight, e, term.measure, through: t)
        }
        c.builder.closeRow(
          "results",
          [c.names.vehicleName[v], c.names.beneficiaryName[e], c.names.yearName[t]], upper: 0)
      }
    }
  }
}

extension Compilation {
  /// Whether a vehicle that pays on results can pay anything at a beneficiary.
  func paysForResults(_ v: Int, _ e: Int) throws(FormulationError) -> Bool {
    try resultsSlope(v, e) != nil
  }

  /// H, k€ per unit of weighted deployment; `nil` where nothing is left to do.
  fileprivate func resultsSlope(_ v: Int, _ e: Int) throws(FormulationError) -> Double? {
    let vehicle = scenario.vehicles[v]
    guard let ceiling = vehicle.ceiling else { throw .unknown("\(vehicle.id).ceiling") }
    var remaining = 0.0
    for term in resultTerms(v, e) {
      remaining += term.weight * (1 - data.initialShare(e, term.measure))
    }
    guard remaining > 0 else { return nil }
    return try limit(ceiling, v, e) / remaining
  }

  fileprivate func resultTerms(_ v: Int, _ e: Int) -> [ContributionTable.Term] {
    let nisClass = data.classOf[e]
    guard nisClass >= 0 else { return [] }
    let wanted = scenario.vehicles[v].resultObjectives
    return data.contributions.objectives[nisClass]
      .filter { wanted.contains(scenario.objectives[$0].id) }
      .flatMap { data.contributions.terms($0, nisClass) }
      .filter { data.isEligible[e * data.measureCount + $0.measure] }
  }

  fileprivate func grantExists(_ v: Int, _ e: Int, _ t: Int) -> Bool {
    (0..<data.potCount).contains { grant(v, e, $0, t) != nil }
  }
}
