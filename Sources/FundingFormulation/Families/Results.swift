// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `results[v,e,t]`: what was paid so far is at most the ceiling times the progress so far.
///
/// k€.
///
/// Σ_{u≤t,p} g[v,e,p,u] ≤ H·Σ_{o∈R} Σ_m w[o,m,C(e)]·Σ_{u≤t} d[e,m,u], with
/// H = most ÷ Σ_{o∈R} Σ_m w[o,m,C(e)]·(τ − x0[e,m]): linear from the start to the target τ, by default
/// full deployment. Most is the ceiling, or all that e is entitled to, whichever is less. A target
/// below full deployment that is reached before the horizon has earned everything.
enum Results: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    for (v, vehicle) in c.scenario.vehicles.enumerated() where vehicle.mechanism == .results {
      guard case .slope(let slope) = try c.resultsProgress(v, e) else { continue }
      for t in c.openYears {
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

/// What progress earns at one beneficiary from a vehicle that pays on results.
private enum ResultsProgress {
  /// Nothing is left to do, or no objective applies: nothing is paid.
  case nothing
  /// The target was reached before the horizon: no row is needed.
  case reached
  /// k€ per unit of weighted deployment.
  case slope(Double)
}

extension Compilation {
  /// Whether a vehicle that pays on results can pay anything at a beneficiary.
  func paysForResults(_ v: Int, _ e: Int) throws(FormulationError) -> Bool {
    if case .nothing = try resultsProgress(v, e) { false } else { true }
  }

  fileprivate func resultsProgress(
    _ v: Int, _ e: Int
  ) throws(FormulationError) -> ResultsProgress {
    let vehicle = scenario.vehicles[v]
    let terms = resultTerms(v, e)
    var remaining = 0.0
    for term in terms {
      remaining +=
        term.weight * (vehicle.resultTarget.value - data.initialShare(e, term.measure))
    }
    guard remaining > 0 else {
      return terms.isEmpty || vehicle.resultTarget == .whole ? .nothing : .reached
    }
    return .slope(try mostForResults(v, e) / remaining)
  }

  /// Most that a vehicle that pays on results can pay at a beneficiary, k€.
  private func mostForResults(_ v: Int, _ e: Int) throws(FormulationError) -> Double {
    let vehicle = scenario.vehicles[v]
    var most = Double.infinity
    if let ceiling = vehicle.ceiling { most = try limit(ceiling, v, e) }
    if vehicle.entitlements != nil {
      let beneficiary = scenario.beneficiaries[e].id
      let entitled = (0..<max(0, data.yearCount - vehicle.lag)).reduce(Money.zero) {
        $0 + (vehicle.entitlement(of: beneficiary, in: $1) ?? .zero)
      }
      most = min(most, entitled.thousandsOfEuros)
    }
    guard most.isFinite else { throw .unknown("\(vehicle.id).ceiling") }
    return most
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
