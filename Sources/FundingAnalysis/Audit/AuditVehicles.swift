// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Accounts of vehicles, and the means after the horizon.
///
/// `envelope`: spent + services + carried out − carried in ≤ A. Carry-over: at most its share of A,
/// none in the last year. `sustainability` (hard): recurring need of the last year ≤ lasting means.
enum AuditVehicles {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    let years = reading.yearCount
    for (v, vehicle) in evidence.scenario.vehicles.enumerated() {
      for t in 0..<years {
        let slot = v * years + t
        let counted = reading.counted(v, t)
        let carried = evidence.plan.carried[slot]
        let carriedIn = t > 0 ? evidence.plan.carried[slot - 1] : 0
        let used = evidence.spent[slot] + evidence.paidForServices[slot] + carried
        ledger.hold(
          .envelope, used, atMost: counted + carriedIn, scale: used + carriedIn + counted,
          .thousandEuros, .init(vehicle: v, year: t))
        let most = t + 1 < years ? vehicle.carryOver.value * counted : 0
        ledger.hold(
          .carryOver, carried, atMost: most, scale: carried + most, .thousandEuros,
          .init(vehicle: v, year: t))
      }
    }
    checkSustainability(evidence, &ledger)
  }

  private static func checkSustainability(
    _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    guard let rule = evidence.scenario.sustainability, rule.isHard else { return }
    let after = AfterHorizon(evidence.reading, evidence.plan, evidence.shares)
    ledger.hold(
      .sustainability, after.need, atMost: after.means, scale: after.need + after.means,
      .thousandEuros, .init(year: evidence.reading.yearCount - 1))
  }
}
