// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct `What-ifs in a session` {
  /// Seeds 7601…7612, 18 changes each: 216.
  ///
  /// Three of the chains solve all goals in order.
  @Test(arguments: Support.seeds(7601, 12))
  func `come to what a cold solve comes to`(seed: UInt64) throws {
    var chain = try WhatIfChain(seed: seed)
    while chain.changes < 18 {
      let complaints = try chain.complaintsAboutNext()
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
    if chain.needsMoney { #expect(chain.withoutPlan > 0, "seed \(seed)") }
  }

  /// A box around the best known prices can leave out every price that columns of the master
  /// without bounds of their own (`spent`) allow: changes 14, 16 and 16 of these seeds.
  @Test(arguments: [7617, 7622, 7725] as [UInt64])
  func `are not unbounded because prices are kept near`(seed: UInt64) throws {
    var chain = try WhatIfChain(seed: seed)
    while chain.changes < 18 {
      let complaints = try chain.complaintsAboutNext()
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  @Test func `go on from what was solved before, be the bounds within blocks others`() throws {
    var rounds = (warm: 0, cold: 0)
    var ofOthers = rounds
    for seed in UInt64(7601)...7603 {
      var chain = try WhatIfChain(seed: seed)
      while chain.changes < 8 { _ = try chain.complaintsAboutNext() }
      rounds.warm += chain.rounds.warm
      rounds.cold += chain.rounds.cold
      ofOthers.warm += chain.roundsOfOtherBlocks.warm
      ofOthers.cold += chain.roundsOfOtherBlocks.cold
    }
    #expect(rounds.warm < rounds.cold, "\(rounds)")
    #expect(ofOthers.warm < ofOthers.cold, "\(ofOthers)")
  }
}
