// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Money that has no column: wrong nature, domain or beneficiary, or paid after the horizon.
enum AuditStructure {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    for grant in evidence.plan.grants {
      let place = AuditLedger.Place(
        beneficiary: grant.beneficiary, vehicle: grant.vehicle, pot: grant.pot, year: grant.year)
      check(
        grant.vehicle, grant.beneficiary, grant.pot, grant.year, evidence, place
      ) { ledger.add($0, grant.thousands, 0, .thousandEuros, $1) }
    }
    for line in evidence.allocation.lines {
      let place = AuditLedger.Place(
        beneficiary: line.beneficiary, vehicle: line.vehicle, pot: line.pot, year: line.year)
      check(line.vehicle, line.beneficiary, line.pot, line.year, evidence, place) {
        ledger.add($0, Double(line.euros), 0, .euros, basis: .wholeEuros, $1)
      }
    }
    let pots = evidence.reading.pots.count
    for entry in evidence.plan.own
    where !evidence.reading.hasMeasure[entry.beneficiary * pots + entry.pot] {
      ledger.add(
        .eligibility, entry.thousands, 0, .thousandEuros,
        .init(beneficiary: entry.beneficiary, pot: entry.pot, year: entry.year))
    }
    checkServicePayers(evidence, &ledger)
  }

  private static func check(
    _ v: Int, _ e: Int, _ p: Int, _ t: Int, _ evidence: AuditEvidence, _ place: AuditLedger.Place,
    _ report: (Violation.Rule, AuditLedger.Place) -> Void
  ) {
    let reading = evidence.reading
    let vehicle = evidence.scenario.vehicles[v]
    let pot = reading.pots[p]
    if !vehicle.natures.contains(pot.nature) { report(.nature, place) }
    if !vehicle.domains.isEmpty, !vehicle.domains.contains(pot.domain) { report(.domain, place) }
    if !reading.paysBeneficiary[v * reading.beneficiaryCount + e]
      || !reading.hasMeasure[e * reading.pots.count + p]
    {
      report(.eligibility, place)
    }
    if t + vehicle.lag >= reading.yearCount { report(.lag, place) }
  }

  private static func checkServicePayers(
    _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    func mayPay(_ v: Int, _ s: Int, _ nature: CostNature) -> Bool {
      let vehicle = evidence.scenario.vehicles[v]
      return evidence.scenario.services[s].vehicles.contains(vehicle.id)
        && vehicle.natures.contains(nature)
    }
    for payment in evidence.plan.servicePayments
    where !mayPay(payment.vehicle, payment.service, payment.nature) {
      ledger.add(
        .servicePayer, payment.thousands, 0, .thousandEuros,
        .init(
          vehicle: payment.vehicle, service: payment.service, year: payment.year,
          detail: payment.nature.rawValue))
    }
    for line in evidence.allocation.services
    where !mayPay(line.vehicle, line.service, line.nature) {
      ledger.add(
        .servicePayer, Double(line.euros), 0, .euros, basis: .wholeEuros,
        .init(
          vehicle: line.vehicle, service: line.service, year: line.year,
          detail: line.nature.rawValue))
    }
  }
}
