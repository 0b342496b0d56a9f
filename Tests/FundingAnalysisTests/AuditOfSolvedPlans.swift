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
}
