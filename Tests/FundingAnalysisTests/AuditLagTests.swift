// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import TestSupport
import Testing

/// Rules that rest on the year of the need, paid a year later.
@Suite struct `The audit of money that is paid later` {
  @Test(arguments: 301...330 as ClosedRange<UInt64>)
  func `finds nothing where a band, a ceiling a year and territories meet a lag`(
    seed: UInt64
  ) throws {
    var maker = RandomScenario(seed: seed)
    maker.forced = .existingCosts
    var scenario = maker.make()
    for v in scenario.vehicles.indices where scenario.vehicles[v].paysBeneficiaries {
      scenario.vehicles[v].lag = 1
      scenario.vehicles[v].band = YearOnYearBand(
        dropShare: 0.2, dropAmount: .euros(500), riseShare: 0.5, riseAmount: .euros(3_000))
      scenario.vehicles[v].ceiling = BeneficiaryLimit(
        .sized(SizedAmount(fixed: .euros(30_000), [.init(.agents, .euros(10))])), per: .year)
    }
    let violations = try SolvedPlan(scenario).violations
    #expect(violations.isEmpty, "\(violations.prefix(5).map { "\($0.code) \($0.arguments)" })")
  }
}
