// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Money of locked years: each beneficiary, and each service, has what it was really paid.
enum AuditLockedYears {
  private struct Key: Hashable {
    var payee: Int
    var vehicle: Int
    var year: Int
    /// Pot of a beneficiary where the study names it, nature of a service; −1: all together.
    var part: Int
  }

  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    guard let facts = evidence.scenario.lockedYears else { return }
    checkBeneficiaries(facts, evidence, &ledger)
    checkServices(facts, evidence, &ledger)
  }

  private static func checkBeneficiaries(
    _ facts: LockedYears, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    let horizon = evidence.scenario.horizon
    var wanted: [Key: Double] = [:]
    var named: [Key: Double] = [:]
    for payment in facts.payments {
      guard let e = reading.beneficiaryPosition[payment.beneficiary],
        let v = reading.vehiclePosition[payment.vehicle],
        let t = horizon.index(of: payment.year)
      else { continue }
      wanted[Key(payee: e, vehicle: v, year: t, part: -1), default: 0] += payment.thousands
      if let pot = payment.pot, let p = reading.pots.firstIndex(of: pot) {
        named[Key(payee: e, vehicle: v, year: t, part: p), default: 0] += payment.thousands
      }
    }
    var granted: [Key: Double] = [:]
    for grant in evidence.plan.grants where grant.year < evidence.scenario.lockedCount {
      let key = Key(
        payee: grant.beneficiary, vehicle: grant.vehicle, year: grant.year, part: grant.pot)
      granted[key, default: 0] += grant.thousands
    }
    for e in 0..<reading.beneficiaryCount {
      for v in evidence.scenario.vehicles.indices {
        for t in 0..<evidence.scenario.lockedCount {
          let paid = evidence.received(v, e, t)
          let fact = wanted[Key(payee: e, vehicle: v, year: t, part: -1)] ?? 0
          ledger.hold(
            .locked, paid, equals: fact, scale: paid + fact, .thousandEuros,
            .init(beneficiary: e, vehicle: v, year: t))
          for p in reading.pots.indices {
            let key = Key(payee: e, vehicle: v, year: t, part: p)
            guard let fact = named[key] else { continue }
            let paid = granted[key] ?? 0
            ledger.hold(
              .locked, paid, atLeast: fact, scale: paid + fact, .thousandEuros,
              .init(beneficiary: e, vehicle: v, pot: p, year: t))
          }
        }
      }
    }
  }

  private static func checkServices(
    _ facts: LockedYears, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let scenario = evidence.scenario
    var wanted: [Key: Double] = [:]
    for payment in facts.services {
      guard let s = scenario.services.firstIndex(where: { $0.id == payment.service }),
        let v = evidence.reading.vehiclePosition[payment.vehicle],
        let t = scenario.horizon.index(of: payment.year)
      else { continue }
      let part = payment.nature == .oneOff ? 0 : 1
      wanted[Key(payee: s, vehicle: v, year: t, part: part), default: 0] += payment.thousands
    }
    var paid: [Key: Double] = [:]
    for payment in evidence.plan.servicePayments where payment.year < scenario.lockedCount {
      let part = payment.nature == .oneOff ? 0 : 1
      let key = Key(
        payee: payment.service, vehicle: payment.vehicle, year: payment.year, part: part)
      paid[key, default: 0] += payment.thousands
    }
    for s in scenario.services.indices {
      for v in scenario.vehicles.indices {
        for part in 0...1 {
          for t in 0..<scenario.lockedCount {
            let key = Key(payee: s, vehicle: v, year: t, part: part)
            let (has, fact) = (paid[key] ?? 0, wanted[key] ?? 0)
            ledger.hold(
              .locked, has, equals: fact, scale: has + fact, .thousandEuros,
              .init(vehicle: v, service: s, year: t))
          }
        }
      }
    }
  }
}
