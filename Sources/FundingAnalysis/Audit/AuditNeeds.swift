// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Who pays for the needs of one beneficiary.
///
/// `financing`: need = Σ_v g + own. `rate`: g ≤ ρ·need. `own_funds`: Σ own ≤ σ·Q. `no_worse`: Σ g is
/// at least the amount of the reference.
enum AuditNeeds {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    let years = reading.yearCount
    let pots = reading.pots.count
    let locked = evidence.scenario.lockedCount
    for e in 0..<reading.beneficiaryCount {
      for p in 0..<pots {
        for t in 0..<years {
          let slot = (e * pots + p) * years + t
          let paid = evidence.granted[slot] + evidence.own[slot]
          let need = evidence.need[slot]
          // In a locked year more may have been paid than the deployment costs.
          let wanted = t < locked ? max(need, evidence.granted[slot]) : need
          ledger.hold(
            .financing, paid, equals: wanted, scale: paid + need, .thousandEuros,
            .init(beneficiary: e, pot: p, year: t))
        }
      }
      checkOwnFunds(e, evidence, &ledger)
      checkNoWorse(e, evidence, &ledger)
    }
    for grant in evidence.plan.grants where grant.year >= locked {
      guard let rate = evidence.scenario.vehicles[grant.vehicle].rate else { continue }
      let limit = rate.value * evidence.need(grant.beneficiary, grant.pot, grant.year)
      ledger.hold(
        .rate, grant.thousands, atMost: limit, scale: grant.thousands + limit, .thousandEuros,
        .init(
          beneficiary: grant.beneficiary, vehicle: grant.vehicle, pot: grant.pot, year: grant.year))
    }
  }

  private static func checkOwnFunds(
    _ e: Int, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    guard let rule = evidence.scenario.ownFunds else { return }
    let reading = evidence.reading
    let pots = reading.pots.count
    for t in evidence.scenario.lockedCount..<reading.yearCount {
      let own = (0..<pots).reduce(0) {
        $0 + evidence.own[(e * pots + $1) * reading.yearCount + t]
      }
      let limit = rule.share.value * reading.ownCapacity(e, t)
      ledger.hold(
        .ownFunds, own, atMost: limit, scale: own + limit, .thousandEuros,
        .init(beneficiary: e, year: t))
    }
  }

  private static func checkNoWorse(
    _ e: Int, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let scenario = evidence.scenario
    guard let least = scenario.fairness.noWorseThan[scenario.beneficiaries[e].id] else { return }
    var total = 0.0
    for v in scenario.vehicles.indices {
      for t in 0..<evidence.reading.yearCount { total += evidence.received(v, e, t) }
    }
    ledger.hold(
      .noWorse, total, atLeast: least.thousandsOfEuros, scale: total + least.thousandsOfEuros,
      .thousandEuros, .init(beneficiary: e))
  }
}
