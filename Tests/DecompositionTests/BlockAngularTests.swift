// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

@Suite struct `Programs in blocks that are no hospitals` {
  /// Seeds 9001…9200 without open columns, 9201…9400 with.
  static let batches = Support.batches(20)

  static func make(_ seed: UInt64) -> BlockAngular { BlockAngular(seed: seed, isOpen: seed > 9200) }

  @Test(arguments: batches, [false, true])
  func `have the optimum of the whole solve, or end as it does`(
    batch: Int, rehearses: Bool
  ) throws {
    for seed in UInt64(9001 + 20 * batch)...UInt64(9020 + 20 * batch) {
      let made = Self.make(seed)
      let outcome = try Support.solve(made.program, made.levels, rehearses: rehearses)
      let complaints = try Agreement.complaints(about: outcome, made.program, made.levels)
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  /// Without these endings among the seeds the test above would say less than it seems to.
  @Test func `end in every way between them`() throws {
    var endings: [TerminationStatus: Int] = [:]
    for seed in UInt64(9001)...9400 {
      let made = Self.make(seed)
      let whole = try Agreement.whole(made.program, made.levels[0].objective)
      endings[whole.termination, default: 0] += 1
    }
    #expect((endings[.optimal] ?? 0) >= 250, "\(endings)")
    #expect((endings[.infeasible] ?? 0) >= 20, "\(endings)")
    #expect((endings[.unbounded] ?? 0) >= 5, "\(endings)")
  }
}
