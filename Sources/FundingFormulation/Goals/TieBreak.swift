// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// The written tie-break: risk, then size, then identifier.
extension Compilation {
  /// Position of each beneficiary in the order of the tie-break, from 0.
  func tieBreakRanks() -> [Int] {
    let threatCount = scenario.threats.count
    let risks = (0..<data.beneficiaryCount).map { e in
      (0..<threatCount).reduce(0) { $0 + data.losses.loss[e * threatCount + $1] }
    }
    let order = (0..<data.beneficiaryCount).sorted { left, right in
      if risks[left] != risks[right] { return risks[left] > risks[right] }
      let first = scenario.beneficiaries[left]
      let second = scenario.beneficiaries[right]
      let sizes = (first.size[.agents] ?? -1, second.size[.agents] ?? -1)
      if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
      return first.id < second.id
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, e) in order.enumerated() { ranks[e] = rank }
    return ranks
  }

  /// Σ_e r_e·Σ_{m,t} θ[m,t]·d[e,m,t] − 0.001·Σ_{v,e,p,t} r_e·(n_v/V)·g[v,e,p,t].
  func addTieBreak(_ factor: Double, _ coefficients: inout [Double]) {
    let years = Double(data.yearCount)
    let measures = Double(data.measureCount)
    let vehicles = scenario.vehicles.count
    for (e, rank) in tieBreakRanks().enumerated() {
      let priority = 1 - Double(rank) / Double(2 * data.beneficiaryCount)
      for m in 0..<data.measureCount {
        for t in 0..<data.yearCount {
          guard let increment = increment(e, m, t) else { continue }
          let earliness = 1 - Double(t) / (2 * years)
          let order = 1 - Double(m) / (2 * measures)
          coefficients[increment.position] += factor * priority * earliness * order
        }
      }
      for v in 0..<vehicles {
        for p in 0..<data.potCount {
          for t in 0..<data.yearCount {
            guard let grant = grant(v, e, p, t) else { continue }
            coefficients[grant.position] -=
              factor * 0.001 * priority * Double(v) / Double(vehicles)
          }
        }
      }
    }
  }
}
