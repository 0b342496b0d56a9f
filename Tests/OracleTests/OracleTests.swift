// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming
import TestSupport
import Testing

@Suite struct `The two statements of the model` {
  @Test(arguments: UInt64(1)...60)
  func `agree on random studies`(seed: UInt64) throws {
    let comparison = try TwoStatements.compare(RandomScenario(seed: seed).make())
    #expect(comparison.largestDifference <= Tolerance.sameOptimum, "\(comparison)")
  }
}
