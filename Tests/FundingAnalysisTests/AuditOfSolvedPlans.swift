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

  @Test func `a plan a little over its envelope is cut down to it`() {
    let made = made(paid: 111.00009)
    var tight = made
    tight.scenario.vehicles[0].amounts[1].secured = Money(cents: 10_030)
    let rounded = WholeEuros.round(made.plan, of: tight.scenario)
    #expect(rounded.lines.map(\.euros) == [110])
  }
}
