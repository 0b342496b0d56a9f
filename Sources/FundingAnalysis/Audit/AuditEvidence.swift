// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// A plan summed up in the ways the rules need, once.
struct AuditEvidence {
  let reading: ScenarioReading
  let plan: Plan
  let allocation: Allocation
  let shares: DeployedShares
  /// Need of each pot (k€), by (e·P + p)·T + t.
  let need: [Double]
  /// Σ_v g and own money (k€), by (e·P + p)·T + t.
  let granted: [Double]
  let own: [Double]
  /// G: Σ_p g (k€), by (e·V + v)·T + year of need.
  let received: [Double]
  /// Paid to beneficiaries and for services (k€), by v·T + payment year.
  let spent: [Double]
  let paidForServices: [Double]

  var scenario: Scenario { reading.scenario }

  init(_ reading: ScenarioReading, _ plan: Plan, _ allocation: Allocation) {
    self.reading = reading
    self.plan = plan
    self.allocation = allocation
    shares = DeployedShares(plan, reading)
    let years = reading.yearCount
    let pots = reading.pots.count
    let vehicles = reading.scenario.vehicles
    var granted = [Double](repeating: 0, count: reading.beneficiaryCount * pots * years)
    var own = granted
    var received = [Double](
      repeating: 0, count: reading.beneficiaryCount * vehicles.count * years)
    var spent = [Double](repeating: 0, count: vehicles.count * years)
    var services = spent
    for grant in plan.grants {
      granted[(grant.beneficiary * pots + grant.pot) * years + grant.year] += grant.thousands
      received[(grant.beneficiary * vehicles.count + grant.vehicle) * years + grant.year] +=
        grant.thousands
      let payment = grant.year + vehicles[grant.vehicle].lag
      if payment < years { spent[grant.vehicle * years + payment] += grant.thousands }
    }
    for entry in plan.own {
      own[(entry.beneficiary * pots + entry.pot) * years + entry.year] += entry.thousands
    }
    for payment in plan.servicePayments {
      services[payment.vehicle * years + payment.year] += payment.thousands
    }
    need = Self.needs(reading, plan, shares)
    self.granted = granted
    self.own = own
    self.received = received
    self.spent = spent
    paidForServices = services
  }

  /// Money of a vehicle at a beneficiary in a year of need (k€).
  func received(_ v: Int, _ e: Int, _ t: Int) -> Double {
    received[(e * scenario.vehicles.count + v) * reading.yearCount + t]
  }

  /// The same by year of payment.
  func paid(_ v: Int, _ e: Int, in payment: Int) -> Double {
    let t = payment - scenario.vehicles[v].lag
    return t < 0 ? 0 : received(v, e, t)
  }

  func need(_ e: Int, _ p: Int, _ t: Int) -> Double {
    need[(e * reading.pots.count + p) * reading.yearCount + t]
  }

  /// need(one_off) = Σ_m c1·d; need(recurring) = Σ_m c2·(Σ_{u≤t} d + κ·x0).
  private static func needs(
    _ reading: ScenarioReading, _ plan: Plan, _ shares: DeployedShares
  ) -> [Double] {
    let years = reading.yearCount
    let existing = reading.scenario.economics.existingCostsOutsidePlan ? 0.0 : 1
    var need = [Double](
      repeating: 0, count: reading.beneficiaryCount * reading.pots.count * years)
    for e in 0..<reading.beneficiaryCount {
      for (p, pot) in reading.pots.enumerated() {
        for m in reading.measuresOfPot[p] where reading.isEligible[e * reading.measureCount + m] {
          for t in 0..<years {
            let amount =
              switch pot.nature {
              case .oneOff: plan.increment(e, m, t)
              case .recurring: shares.added(e, m, t) + existing * shares.share(e, m, -1)
              }
            guard amount != 0 else { continue }
            let cost =
              pot.nature == .oneOff
              ? reading.oneOffCost(e, m, t) : reading.recurringCost(e, m, t)
            need[(e * reading.pots.count + p) * years + t] += cost * amount
          }
        }
      }
    }
    return need
  }
}
