// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import TestSupport
import Testing

@Suite struct `The audit of solved plans` {
  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func `finds nothing in the plan of a random scenario`(seed: UInt64) throws {
    let solved = try SolvedPlan(RandomScenario(seed: seed).make())
    let violations = solved.violations
    #expect(violations.isEmpty, "\(violations.prefix(5).map { "\($0.code) \($0.arguments)" })")
  }

  @Test(arguments: 201...260 as ClosedRange<UInt64>)
  func `finds nothing where envelopes end in cents and money is carried over`(
    seed: UInt64
  ) throws {
    var scenario = RandomScenario(seed: seed).make()
    var draw = SplitMix64(seed: seed)
    for v in scenario.vehicles.indices {
      // Scarce money that does not lapse is carried over; odd cents and thirds end nowhere.
      scenario.vehicles[v].carryOver = Share(clamping: draw.pick([1, 1.0 / 3, 0.37]))
      for t in scenario.vehicles[v].amounts.indices {
        scenario.vehicles[v].amounts[t].secured =
          scenario.vehicles[v].amounts[t].secured + Money(cents: Int64(draw.integer(1...99)))
      }
    }
    let solved = try SolvedPlan(scenario)
    let violations = solved.violations
    #expect(violations.isEmpty, "\(violations.prefix(5).map { "\($0.code) \($0.arguments)" })")
  }
}

@Suite struct `Rounding to whole euros` {
  /// One vehicle, one hospital, two years; 10.60 € carried over into a year that holds 100.40 €.
  private func made(paid: Double) -> HandMadePlan {
    var made = HandMadePlan()
    made.scenario.vehicles[0].amounts = [
      EnvelopeYear(secured: Money(cents: 2_120)), EnvelopeYear(secured: Money(cents: 10_040)),
    ]
    made.plan.grants = [
      .init(vehicle: 0, beneficiary: 0, pot: 0, year: 1, thousands: paid / 1000)
    ]
    made.plan.carried[0] = 0.0106
    return made
  }

  @Test func `an envelope holds to the cent when money was carried into it`() {
    let made = made(paid: 111)
    let rounded = WholeEuros.round(made.plan, of: made.scenario)
    // 100.40 + 10.60 are 111 €: the carry-over keeps its cents.
    #expect(rounded.lines.map(\.euros) == [111])
    #expect(rounded.carried[0] == Money(cents: 1_060))
  }

  /// A and C stand at a ceiling of 100.80 € with two lines of 50.40 €, and can have 100 €.
  ///
  /// B's line of 60.9995 € is rounded up to 61 €. So one of the 262 € of 262.5995 € can be given to nobody.
  @Test func `what ceilings in cents leave over is no fault, be another line rounded up`() {
    var made = HandMadePlan()
    var other = made.scenario.beneficiaries[0]
    other.id = "C"
    made.scenario.beneficiaries.append(other)
    made.scenario.vehicles[0].ceiling = BeneficiaryLimit(
      .sized(SizedAmount(fixed: Money(cents: 10_080))), per: .horizon)
    func grant(_ beneficiary: Int, _ pot: Int, _ euros: Double) -> Plan.Grant {
      .init(vehicle: 0, beneficiary: beneficiary, pot: pot, year: 1, thousands: euros / 1000)
    }
    let grants = [
      grant(0, 0, 50.4), grant(0, 2, 50.4), grant(1, 0, 60.9995), grant(2, 0, 50.4),
      grant(2, 2, 50.4),
    ]
    let plan = Plan(
      measureCount: 2, yearCount: 2, increments: [Double](repeating: 0, count: 12),
      grants: grants, own: [], servicePayments: [], serviceCapacity: [], carried: [0, 0, 0, 0])
    let rounded = WholeEuros.round(plan, of: made.scenario)
    #expect(rounded.lines.reduce(0) { $0 + $1.euros } == 261)
    func sums(_ allocation: Allocation) -> [Violation] {
      PlanAudit.check(scenario: made.scenario, plan: plan, allocation: allocation)
        .filter { $0.basis == .wholeEuros && $0.rule == .spend }
    }
    #expect(sums(rounded).isEmpty)
    // A euro that B is owed and could have is one.
    var short = rounded
    for place in short.lines.indices where short.lines[place].beneficiary == 1 {
      short.lines[place].euros -= 1
    }
    #expect(sums(short).count == 1)
  }

  @Test func `a plan a little over its envelope is cut down to it`() {
    let made = made(paid: 111.00009)
    var tight = made
    tight.scenario.vehicles[0].amounts[1].secured = Money(cents: 10_030)
    let rounded = WholeEuros.round(made.plan, of: tight.scenario)
    #expect(rounded.lines.map(\.euros) == [110])
  }
}
