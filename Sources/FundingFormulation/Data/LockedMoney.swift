// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What was really put in place and paid in the locked years, by the columns that it fixes.
struct LockedMoney: Sendable {
  /// Number of locked years.
  let years: Int
  /// d[e,m,t] by (e·M + m)·T + t, where the study says so; other increments of locked years are 0.
  private(set) var shares: [Int: Double] = [:]
  /// g[v,e,p,t] in k€ by ((e·V + v)·P + p)·T + t; 0 where absent.
  private(set) var grants: [Int: Double] = [:]
  /// own[e,p,t] in k€ by (e·P + p)·T + t; 0 where absent.
  private(set) var own: [Int: Double] = [:]
  /// pay[v,s,nature,t] in k€ by ((s·V + v)·2 + nature)·T + t; 0 where absent.
  private(set) var pay: [Int: Double] = [:]

  private let vehicleCount: Int
  private let potCount: Int
  private let yearCount: Int

  init(_ data: ScenarioData) throws(FormulationError) {
    let scenario = data.scenario
    years = scenario.lockedCount
    vehicleCount = scenario.vehicles.count
    potCount = data.potCount
    yearCount = data.yearCount
    for entry in scenario.locked {
      guard let e = data.index.beneficiary[entry.beneficiary] else {
        throw .unknown(entry.beneficiary.rawValue)
      }
      guard let m = data.index.measure[entry.measure] else {
        throw .unknown(entry.measure.rawValue)
      }
      guard let t = scenario.horizon.index(of: entry.year) else {
        throw .unknown(entry.year.description)
      }
      shares[(e * data.measureCount + m) * yearCount + t] = entry.share.value
    }
    guard let facts = scenario.lockedYears else { return }
    for payment in facts.payments { try take(payment, data) }
    for payment in facts.services { try take(payment, scenario, data.index) }
    takeOwn(data)
  }

  /// A payment, shared out over pots where the study does not say what it was for.
  private mutating func take(
    _ payment: LockedYears.Payment, _ data: ScenarioData
  ) throws(FormulationError) {
    let scenario = data.scenario
    guard let e = data.index.beneficiary[payment.beneficiary] else {
      throw .unknown(payment.beneficiary.rawValue)
    }
    guard let v = data.index.vehicle[payment.vehicle] else {
      throw .unknown(payment.vehicle.rawValue)
    }
    let vehicle = scenario.vehicles[v]
    guard let t = scenario.horizon.index(of: payment.year), t < years,
      t + vehicle.lag < yearCount
    else { throw .unknown(payment.year.description) }
    let payable = (0..<potCount).filter {
      data.hasPot[e * potCount + $0]
        && vehicle.mayPay(data.index.pots[$0], at: scenario.beneficiaries[e])
    }
    if let pot = payment.pot {
      guard let p = data.index.potPosition[pot], payable.contains(p) else {
        throw .unknown(pot.name)
      }
      add(payment.thousands, v, e, p, t)
      return
    }
    guard let first = payable.first else { throw .unknown(payment.vehicle.rawValue) }
    let needs = payable.map { need(e, $0, t, data) }
    let total = needs.reduce(0, +)
    if total > 0 {
      for (p, need) in zip(payable, needs) where need > 0 {
        add(payment.thousands * need / total, v, e, p, t)
      }
    } else {
      add(payment.thousands, v, e, first, t)
    }
  }

  private mutating func add(_ thousands: Double, _ v: Int, _ e: Int, _ p: Int, _ t: Int) {
    grants[((e * vehicleCount + v) * potCount + p) * yearCount + t, default: 0] += thousands
  }

  private mutating func take(
    _ payment: LockedYears.ServicePayment, _ scenario: Scenario, _ index: ScenarioIndex
  ) throws(FormulationError) {
    guard let s = scenario.services.firstIndex(where: { $0.id == payment.service }) else {
      throw .unknown(payment.service.rawValue)
    }
    guard let v = index.vehicle[payment.vehicle],
      scenario.services[s].vehicles.contains(payment.vehicle),
      scenario.vehicles[v].natures.contains(payment.nature)
    else { throw .unknown(payment.vehicle.rawValue) }
    guard let t = scenario.horizon.index(of: payment.year), t < years else {
      throw .unknown(payment.year.description)
    }
    let nature = payment.nature == .oneOff ? 0 : 1
    pay[((s * vehicleCount + v) * 2 + nature) * yearCount + t, default: 0] += payment.thousands
  }

  /// What the needs of locked years cost beyond what was paid is the beneficiary's own money.
  private mutating func takeOwn(_ data: ScenarioData) {
    for e in 0..<data.beneficiaryCount {
      for p in 0..<potCount where data.hasPot[e * potCount + p] {
        for t in 0..<years {
          let paid = (0..<vehicleCount).reduce(0.0) {
            $0 + (grants[((e * vehicleCount + $1) * potCount + p) * yearCount + t] ?? 0)
          }
          let missing = need(e, p, t, data) - paid
          if missing > 0 { own[(e * potCount + p) * yearCount + t] = missing }
        }
      }
    }
  }

  /// What the deployment of locked years costs, k€: with it, needs are no longer to be decided.
  private func need(_ e: Int, _ p: Int, _ t: Int, _ data: ScenarioData) -> Double {
    let isOneOff = data.index.pots[p].nature == .oneOff
    let existing = data.scenario.economics.existingCostsOutsidePlan ? 0.0 : 1.0
    var sum = 0.0
    for m in data.measuresOfPot[p] where data.isEligible[e * data.measureCount + m] {
      let first = (e * data.measureCount + m) * yearCount
      if isOneOff {
        sum += data.oneOffCost(e, m, t) * (shares[first + t] ?? 0)
      } else {
        let progress = (0...t).reduce(0.0) { $0 + (shares[first + $1] ?? 0) }
        sum +=
          data.recurringCost(e, m, t) * (progress + existing * data.initialShare(e, m))
      }
    }
    return sum
  }
}
