// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What one vehicle pays one beneficiary: `ceiling`, `floor`, `entitlement`, `band_drop`, `band_rise`.
///
/// Years are years of need. A floor or band of a year binds only where the vehicle can pay something
/// for the needs of that year (its payment falls within the horizon).
enum AuditLimits {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    for (v, vehicle) in evidence.scenario.vehicles.enumerated() {
      for e in 0..<reading.beneficiaryCount {
        let canPay = reading.pots.indices.contains { reading.mayPay(v, e, $0, 0) }
        guard canPay else { continue }
        let size = evidence.scenario.beneficiaries[e].size
        if let ceiling = vehicle.ceiling, let most = ceiling.thousandsOfEuros(for: size) {
          for (amount, year) in amounts(v, e, ceiling.period, evidence) {
            ledger.hold(
              .ceiling, amount, atMost: most, scale: amount + most, .thousandEuros,
              .init(beneficiary: e, vehicle: v, year: year))
          }
        }
        if let floor = vehicle.floor, let least = floor.thousandsOfEuros(for: size) {
          for (amount, year) in amounts(v, e, floor.period, evidence)
          where (year ?? reading.yearCount) >= evidence.scenario.lockedCount {
            ledger.hold(
              .floor, amount, atLeast: least, scale: amount + least, .thousandEuros,
              .init(beneficiary: e, vehicle: v, year: year))
          }
        }
        if vehicle.entitlements != nil {
          let id = evidence.scenario.beneficiaries[e].id
          for (amount, year) in amounts(v, e, .year, evidence) {
            guard let year else { continue }
            let most = vehicle.entitlement(of: id, in: year)?.thousandsOfEuros ?? 0
            ledger.hold(
              .entitlement, amount, atMost: most, scale: amount + most, .thousandEuros,
              .init(beneficiary: e, vehicle: v, year: year))
          }
        }
        if let band = vehicle.band { check(band, v, e, evidence, &ledger) }
      }
    }
  }

  /// Money per period: the whole horizon once (no year), or each year of need that can be paid.
  private static func amounts(
    _ v: Int, _ e: Int, _ period: BeneficiaryLimit.Period, _ evidence: AuditEvidence
  ) -> [(Double, Int?)] {
    let payable = 0..<(evidence.reading.yearCount - evidence.scenario.vehicles[v].lag)
    switch period {
    case .horizon: return [(payable.reduce(0) { $0 + evidence.received(v, e, $1) }, nil)]
    case .year: return payable.map { (evidence.received(v, e, $0), $0) }
    }
  }

  private static func check(
    _ band: YearOnYearBand, _ v: Int, _ e: Int, _ evidence: AuditEvidence,
    _ ledger: inout AuditLedger
  ) {
    let payable = evidence.reading.yearCount - evidence.scenario.vehicles[v].lag
    for t in 1..<max(1, payable) where t >= evidence.scenario.lockedCount {
      let now = evidence.received(v, e, t)
      let before = evidence.received(v, e, t - 1)
      if let drop = band.dropShare {
        let allowed = band.dropAmount.thousandsOfEuros
        let least = (1 - drop) * before - allowed
        ledger.hold(
          .bandDrop, now, atLeast: least, scale: now + before + allowed, .thousandEuros,
          .init(beneficiary: e, vehicle: v, year: t))
      }
      if let rise = band.riseShare {
        let allowed = band.riseAmount.thousandsOfEuros
        let most = (1 + rise) * before + allowed
        ledger.hold(
          .bandRise, now, atMost: most, scale: now + most, .thousandEuros,
          .init(beneficiary: e, vehicle: v, year: t))
      }
    }
  }
}
