// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Testing

/// The hand-made plan with years locked to what it does and pays, and plans that break one of them.
///
/// Each broken plan keeps every other rule: what it pays otherwise is made good by the establishment's
/// own money, what it deploys otherwise is paid, so that nobody but the audit of locked years can see it.
@Suite struct `The audit of locked years` {
  typealias Pots = HandMadePlan.Pots

  /// A plan that breaks a locked year, with what the violations are about.
  enum Breach: String, CaseIterable {
    /// The call pays A one euro less in 2026.
    case lessMoney
    /// The fund pays one euro of A's directories in the place of the call.
    case otherVehicle
    /// The fund pays what recurs at B in 2026, where nothing was paid.
    case moneyFromNowhere
    /// The fund pays A as much as it did, one euro of it for another pot.
    case otherPot
    /// B puts 0.45 of M1 in place in 2026 where it put 0.4.
    case moreDeployment
    /// A puts a quarter of M2 in place in 2026 where it put none.
    case unlistedDeployment
    /// Five units more of the service are built and run in 2027.
    case moreService

    /// Number of years that are locked.
    var years: Int { self == .moreService ? 2 : 1 }
  }

  private static func prepared(_ breach: Breach) -> HandMadePlan {
    var made = HandMadePlan()
    if breach == .moreService { made.addService() }
    if breach == .otherPot {
      // One euro of the directories of A is its own.
      made.pay(0, 0, Pots.oneOff1, -1)
      made.payOwn(0, Pots.oneOff1, 0.001)
    }
    made.scenario = made.scenario.locking(made.plan, years: breach.years)
    return made
  }

  private static func broken(_ breach: Breach) -> HandMadePlan {
    var made = prepared(breach)
    switch breach {
    case .lessMoney:
      made.pay(0, 0, Pots.oneOff1, -1)
      made.payOwn(0, Pots.oneOff1, 0.001)
    case .otherVehicle:
      made.pay(0, 0, Pots.oneOff1, -1)
      made.pay(1, 0, Pots.oneOff1, 1)
    case .moneyFromNowhere:
      made.payOwn(1, Pots.recurring1, -0.001)
      made.pay(1, 1, Pots.recurring1, 1)
    case .otherPot:
      made.pay(1, 0, Pots.recurring1, -1)
      made.payOwn(0, Pots.recurring1, 0.001)
      made.payOwn(0, Pots.oneOff1, -0.001)
      made.pay(1, 0, Pots.oneOff1, 1)
    case .moreDeployment:
      // 0.05 of 10 k€ once, and of 2 k€ in both years.
      made.plan.increments[4] = 0.45
      made.payOwn(1, Pots.oneOff1, 0.5)
      made.payOwn(1, Pots.recurring1, 0.1)
      made.payOwn(1, Pots.recurring1, 0.1, year: 1)
    case .unlistedDeployment:
      // A quarter of 4 k€ once, and of 1 k€ in both years.
      made.plan.increments[2] = 0.25
      made.payOwn(0, Pots.oneOff2, 1)
      made.payOwn(0, Pots.recurring2, 0.25)
      made.payOwn(0, Pots.recurring2, 0.25, year: 1)
    case .moreService:
      // 30 built and 80 − 50 run: 0.6 and 0.3 k€ for 0.5 and 0.25.
      made.plan.serviceCapacity[1] = 80
      made.plan.servicePayments[0].thousands = 0.6
      made.plan.servicePayments[1].thousands = 0.3
      made.allocation.services[0].euros = 600
      made.allocation.services[1].euros = 300
    }
    return made
  }

  @Test(arguments: Breach.allCases)
  func `finds nothing in the plan itself, and exactly the breach in another`(
    breach: Breach
  ) throws {
    let kept = Self.prepared(breach).violations
    #expect(kept == [], "\(kept.map { "\($0.code) \($0.arguments)" })")
    let broken = Self.broken(breach)
    let violations = broken.violations
    #expect(
      Set(violations.map(\.rule)) == [.locked],
      "\(violations.map { "\($0.code) \($0.arguments)" })")
    let last = Year(2026 + breach.years - 1)
    #expect(violations.allSatisfy { $0.subject.year == last })
    switch breach {
    case .moreDeployment, .unlistedDeployment:
      #expect(violations.allSatisfy { $0.unit == .share && $0.subject.measure != nil })
    case .moreService:
      #expect(violations.allSatisfy { $0.subject.service == "soc" } && violations.count == 2)
    case .otherPot:
      #expect(violations.map(\.subject.pot) == ["d1:recurring"])
    case .lessMoney, .otherVehicle, .moneyFromNowhere:
      #expect(violations.allSatisfy { $0.unit == .thousandEuros })
      let vehicles = Set(violations.compactMap(\.subject.vehicle))
      #expect(
        vehicles
          == (breach == .lessMoney
            ? ["call"] : breach == .otherVehicle ? ["call", "fund"] : ["fund"]))
    }
    // Nobody else sees it: without locked years it is a plan like any other.
    var free = broken
    free.scenario.lockedYears = nil
    free.scenario.locked = []
    #expect(free.violations == [])
  }
}

extension HandMadePlan {
  /// Adds whole euros to what a vehicle pays in 2026, exactly and as notified.
  fileprivate mutating func pay(_ vehicle: Int, _ beneficiary: Int, _ pot: Int, _ euros: Int) {
    let place = plan.grants.firstIndex {
      $0.vehicle == vehicle && $0.beneficiary == beneficiary && $0.pot == pot && $0.year == 0
    }
    guard let place else {
      plan.grants.append(
        .init(
          vehicle: vehicle, beneficiary: beneficiary, pot: pot, year: 0,
          thousands: Double(euros) / 1000))
      allocation.lines.append(
        .init(vehicle: vehicle, beneficiary: beneficiary, pot: pot, year: 0, euros: euros))
      return
    }
    plan.grants[place].thousands += Double(euros) / 1000
    allocation.lines[place].euros += euros
  }

  /// Adds to what a beneficiary pays itself, k€.
  fileprivate mutating func payOwn(
    _ beneficiary: Int, _ pot: Int, _ thousands: Double, year: Int = 0
  ) {
    let place = plan.own.firstIndex {
      $0.beneficiary == beneficiary && $0.pot == pot && $0.year == year
    }
    if let place {
      plan.own[place].thousands += thousands
    } else {
      plan.own.append(
        .init(beneficiary: beneficiary, pot: pot, year: year, thousands: thousands))
    }
  }
}
