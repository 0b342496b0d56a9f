// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// `results`: what a vehicle has paid by a year is at most its ceiling times the progress made.
///
/// Progress runs from 0 at the start to 1 at the vehicle's target (full deployment unless it says less)
/// of all that counts for its objectives that apply to the beneficiary. Where none applies, or nothing
/// is left to do, it pays nothing; a target below full deployment that stood before the horizon has
/// earned everything. What can be earned is the ceiling or the entitlement, whichever is less.
enum AuditResults {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    for (v, vehicle) in evidence.scenario.vehicles.enumerated()
    where vehicle.mechanism == .results {
      let named = Set(vehicle.resultObjectives.compactMap { reading.objectivePosition[$0] })
      for e in 0..<reading.beneficiaryCount
      where reading.paysBeneficiary[v * reading.beneficiaryCount + e] {
        let size = evidence.scenario.beneficiaries[e].size
        let entitled = vehicle.entitlements.map { listed in
          let years = (listed[evidence.scenario.beneficiaries[e].id] ?? [])
            .prefix(max(0, reading.yearCount - vehicle.lag))
          return years.reduce(Money.zero, +).thousandsOfEuros
        }
        let limits = [vehicle.ceiling?.thousandsOfEuros(for: size), entitled].compactMap { $0 }
        guard let ceiling = limits.min() else { continue }
        let objectives = reading.objectives(of: e).filter(named.contains)
        func total(_ share: (Int) -> Double) -> Double {
          objectives.reduce(0) { $0 + reading.coverage(e, $1, share) }
        }
        let target = vehicle.resultTarget.value
        let left = total { target - reading.initial[e * reading.measureCount + $0] }
        if target < 1, left <= 0, total({ _ in 1 }) > 0 { continue }
        var paid = 0.0
        for t in 0..<reading.yearCount {
          paid += evidence.received(v, e, t)
          if t < evidence.scenario.lockedCount { continue }
          let progress = left > 0 ? total { evidence.shares.added(e, $0, t) } / left : 0
          ledger.hold(
            .results, paid, atMost: ceiling * progress, scale: paid + ceiling * progress,
            .thousandEuros, .init(beneficiary: e, vehicle: v, year: t))
        }
      }
    }
  }
}
