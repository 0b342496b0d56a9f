// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Shared services.
///
/// `service_use`: Σ q·Σ d ≤ capacity. `service_capacity`: capacity starts at the initial one and never
/// falls. `service_build`: π·build cost·(capacity added) = one-off payments. `service_run`: π·run
/// cost·(capacity − initial) = recurring payments. Capacity is at most the largest.
enum AuditServices {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let years = evidence.reading.yearCount
    let count = evidence.scenario.services.count
    var paid = [Double](repeating: 0, count: count * 2 * years)
    for payment in evidence.plan.servicePayments {
      let nature = payment.nature == .oneOff ? 0 : 1
      paid[(payment.service * 2 + nature) * years + payment.year] += payment.thousands
    }
    for (s, service) in evidence.scenario.services.enumerated() {
      var before = service.initialCapacity
      for t in 0..<years {
        let capacity = evidence.plan.serviceCapacity[s * years + t]
        let place = AuditLedger.Place(service: s, year: t)
        let used = DeploymentFigures.use(of: s, t, evidence.reading, evidence.shares)
        let isOpen = t >= evidence.scenario.lockedCount
        if isOpen {
          ledger.hold(
            .serviceUse, used, atMost: capacity, scale: used + capacity, .units, place)
        }
        ledger.hold(
          .serviceCapacity, capacity, atLeast: before, scale: capacity + before, .units, place)
        if let largest = service.largestCapacity {
          ledger.hold(
            .serviceLimit, capacity, atMost: largest, scale: capacity + largest, .units, place)
        }
        let price = evidence.reading.priceIndex[t]
        let build = price * service.buildCost.thousandsOfEuros
        let run = price * service.runCost.thousandsOfEuros
        let built = paid[s * 2 * years + t]
        ledger.hold(
          .serviceBuild, built, equals: build * (capacity - before),
          scale: built + build * (capacity + before), .thousandEuros, place)
        let running = paid[(s * 2 + 1) * years + t]
        if isOpen {
          ledger.hold(
            .serviceRun, running, equals: run * (capacity - service.initialCapacity),
            scale: running + run * (capacity + service.initialCapacity), .thousandEuros, place)
        }
        before = capacity
      }
    }
  }
}
