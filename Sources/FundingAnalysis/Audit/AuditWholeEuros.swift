// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Money in whole euros.
///
/// Exactly: envelopes with carry-over, ceilings, claims, carry-over shares; and each vehicle's lines of a
/// year add up to its spending in whole euros, as far as envelope, ceilings and claims let them. Within one
/// euro: each line and each payment for a service. Within one cent: each amount carried.
enum AuditWholeEuros {
  /// What floating point may leave of a whole euro (euros).
  static let noise = 1e-3

  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    checkLines(evidence, &ledger)
    checkServiceLines(evidence, &ledger)
    checkCarried(evidence, &ledger)
    let room = checkEnvelopes(evidence, &ledger)
    let full = checkCeilings(evidence, &ledger).union(checkEntitlements(evidence, &ledger))
    let claimed = AuditClaims.checkWholeEuros(evidence, &ledger)
    checkSums(evidence, room, full, claimed, &ledger)
  }

  private struct Key: Hashable {
    var first: Int
    var second: Int
    var third: Int
    var year: Int
  }

  private static func checkLines(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    var whole = wholeEuros(evidence.allocation)
    for grant in evidence.plan.grants {
      let key = Key(
        first: grant.vehicle, second: grant.beneficiary, third: grant.pot, year: grant.year)
      let euros = Double(whole.removeValue(forKey: key) ?? 0)
      let exact = grant.thousands * 1000
      guard abs(euros - exact) > 1 + noise else { continue }
      ledger.add(
        .wholeEuros, euros, exact, .euros, basis: .wholeEuros,
        .init(
          beneficiary: grant.beneficiary, vehicle: grant.vehicle, pot: grant.pot, year: grant.year))
    }
    for line in evidence.allocation.lines {
      let key = Key(
        first: line.vehicle, second: line.beneficiary, third: line.pot, year: line.year)
      guard whole[key] != nil, line.euros > 0 else { continue }
      ledger.add(
        .wholeEuros, Double(line.euros), 0, .euros, basis: .wholeEuros,
        .init(beneficiary: line.beneficiary, vehicle: line.vehicle, pot: line.pot, year: line.year))
    }
  }

  /// Whole euros of each line, by vehicle, beneficiary, pot and year.
  private static func wholeEuros(_ allocation: Allocation) -> [Key: Int] {
    var whole: [Key: Int] = [:]
    for line in allocation.lines {
      whole[Key(first: line.vehicle, second: line.beneficiary, third: line.pot, year: line.year)] =
        line.euros
    }
    return whole
  }

  private static func checkServiceLines(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    func key(_ vehicle: Int, _ service: Int, _ nature: CostNature, _ year: Int) -> Key {
      Key(first: vehicle, second: service, third: nature == .oneOff ? 0 : 1, year: year)
    }
    var whole: [Key: Int] = [:]
    for line in evidence.allocation.services {
      whole[key(line.vehicle, line.service, line.nature, line.year)] = line.euros
    }
    for payment in evidence.plan.servicePayments {
      let slot = key(payment.vehicle, payment.service, payment.nature, payment.year)
      let euros = Double(whole.removeValue(forKey: slot) ?? 0)
      guard abs(euros - payment.thousands * 1000) > 1 + noise else { continue }
      ledger.add(
        .wholeEuros, euros, payment.thousands * 1000, .euros, basis: .wholeEuros,
        .init(vehicle: payment.vehicle, service: payment.service, year: payment.year))
    }
    for line in evidence.allocation.services
    where whole[key(line.vehicle, line.service, line.nature, line.year)] != nil && line.euros > 0 {
      ledger.add(
        .wholeEuros, Double(line.euros), 0, .euros, basis: .wholeEuros,
        .init(vehicle: line.vehicle, service: line.service, year: line.year))
    }
  }

  private static func checkCarried(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let years = evidence.reading.yearCount
    for (v, vehicle) in evidence.scenario.vehicles.enumerated() {
      for t in 0..<years {
        let euros = evidence.allocation.carried[v * years + t].euros
        let exact = evidence.plan.carried[v * years + t] * 1000
        let place = AuditLedger.Place(vehicle: v, year: t, detail: "carried")
        if abs(euros - exact) > 0.01 + noise {
          ledger.add(.wholeEuros, euros, exact, .euros, basis: .wholeEuros, place)
        }
        let counted = vehicle.counted(in: t).euros
        let most = t + 1 < years ? vehicle.carryOver.value * counted : 0
        if euros > most + noise {
          ledger.add(.carryOver, euros, most, .euros, basis: .wholeEuros, place)
        }
      }
    }
  }

  /// Holds envelopes exactly, in cents, and returns the whole euros left of each, by v·T + t.
  private static func checkEnvelopes(
    _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) -> [Int64] {
    let reading = evidence.reading
    let money = MoneyFigures.vehicleYears(reading, evidence.allocation)
    for entry in money where entry.lapsed < .zero {
      ledger.add(
        .envelope, (entry.paid + entry.carriedOut).euros,
        (entry.counted + entry.carriedIn).euros, .euros, basis: .wholeEuros,
        .init(vehicle: entry.vehicle, year: entry.year))
    }
    return money.map { max(0, $0.lapsed.cents / 100) }
  }

  /// Holds ceilings exactly, and returns the keys (v, e, year or −1) that cannot take a euro more.
  private static func checkCeilings(
    _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) -> Set<Key> {
    var paid: [Key: Int] = [:]
    var full: Set<Key> = []
    func key(_ v: Int, _ e: Int, _ year: Int?) -> Key {
      Key(first: v, second: e, third: 0, year: year ?? -1)
    }
    for line in evidence.allocation.lines {
      guard let ceiling = evidence.scenario.vehicles[line.vehicle].ceiling else { continue }
      let year = ceiling.period == .year ? line.year : nil
      paid[key(line.vehicle, line.beneficiary, year), default: 0] += line.euros
    }
    for (v, vehicle) in evidence.scenario.vehicles.enumerated() {
      guard let ceiling = vehicle.ceiling else { continue }
      let years: [Int?] =
        ceiling.period == .year ? Array(0..<evidence.reading.yearCount) : [nil]
      for (e, beneficiary) in evidence.scenario.beneficiaries.enumerated() {
        guard let most = ceiling.thousandsOfEuros(for: beneficiary.size) else { continue }
        for year in years {
          let euros = Double(paid[key(v, e, year)] ?? 0)
          if euros > most * 1000 + noise {
            ledger.add(
              .ceiling, euros, most * 1000, .euros, basis: .wholeEuros,
              .init(beneficiary: e, vehicle: v, year: year))
          }
          if euros + 1 > most * 1000 + noise { full.insert(key(v, e, year)) }
        }
      }
    }
    return full
  }

  /// Holds entitlements exactly, and returns the keys (v, e, year) that cannot take a euro more.
  ///
  /// Their third part sets them apart from those of ceilings.
  private static func checkEntitlements(
    _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) -> Set<Key> {
    var paid: [Key: Int] = [:]
    var full: Set<Key> = []
    for line in evidence.allocation.lines
    where evidence.scenario.vehicles[line.vehicle].entitlements != nil {
      paid[entitlementKey(line.vehicle, line.beneficiary, line.year), default: 0] += line.euros
    }
    for (v, vehicle) in evidence.scenario.vehicles.enumerated() where vehicle.entitlements != nil {
      for (e, beneficiary) in evidence.scenario.beneficiaries.enumerated() {
        for year in 0..<evidence.reading.yearCount {
          let most = vehicle.entitlement(of: beneficiary.id, in: year)?.euros ?? 0
          let key = entitlementKey(v, e, year)
          let euros = Double(paid[key] ?? 0)
          if euros > most + noise {
            ledger.add(
              .entitlement, euros, most, .euros, basis: .wholeEuros,
              .init(beneficiary: e, vehicle: v, year: year))
          }
          if euros + 1 > most + noise { full.insert(key) }
        }
      }
    }
    return full
  }

  private static func entitlementKey(_ v: Int, _ e: Int, _ year: Int) -> Key {
    Key(first: v, second: e, third: 1, year: year)
  }

  /// Lines of a vehicle and year add up to what it spends, rounded down to the euro; they may stay
  /// below only where the envelope has no euro left or no line can take another: it is at its
  /// ceiling, its claim is drawn, or it was rounded up already.
  private static func checkSums(
    _ evidence: AuditEvidence, _ room: [Int64], _ full: Set<Key>, _ claimed: [Set<Int>],
    _ ledger: inout AuditLedger
  ) {
    let years = evidence.reading.yearCount
    let vehicles = evidence.scenario.vehicles
    var sums = [Int](repeating: 0, count: vehicles.count * years)
    for line in evidence.allocation.lines {
      let payment = line.year + vehicles[line.vehicle].lag
      if payment < years { sums[line.vehicle * years + payment] += line.euros }
    }
    let whole = wholeEuros(evidence.allocation)
    var canGrow = [Bool](repeating: false, count: sums.count)
    for grant in evidence.plan.grants {
      let payment = grant.year + vehicles[grant.vehicle].lag
      guard payment < years else { continue }
      let year = vehicles[grant.vehicle].ceiling?.period == .year ? grant.year : -1
      let key = Key(first: grant.vehicle, second: grant.beneficiary, third: 0, year: year)
      let line = Key(
        first: grant.vehicle, second: grant.beneficiary, third: grant.pot, year: grant.year)
      // A line that has all its exact amount is owed nothing; one that lacks a part of a euro is.
      let isWhole = Double(whole[line] ?? 0) > grant.thousands * 1000 - noise
      let isFull =
        full.contains(key)
        || full.contains(entitlementKey(grant.vehicle, grant.beneficiary, grant.year))
        || claimed[grant.vehicle].contains(grant.beneficiary)
      if !isFull, !isWhole { canGrow[grant.vehicle * years + payment] = true }
    }
    for slot in sums.indices {
      let exact = evidence.spent[slot] * 1000
      // Far below a whole euro, and far above what order of summation can do.
      let least = (exact + noise / 100).rounded(.down)
      let isShort = Double(sums[slot]) < least && canGrow[slot] && room[slot] > 0
      if Double(sums[slot]) > exact + noise || isShort {
        ledger.add(
          .spend, Double(sums[slot]), exact, .euros, basis: .wholeEuros,
          .init(vehicle: slot / years, year: slot % years))
      }
    }
  }
}
