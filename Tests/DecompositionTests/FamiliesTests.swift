// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import Testing

@Suite struct `The random studies of the decomposition` {
  @Test func `have rows of every family, each in ten of them at least`() throws {
    var studies: [Family: Int] = [:]
    for seed in UInt64(7001)...7160 {
      let formulation = try Support.formulation(
        seed: seed, beneficiaries: `Decomposed and whole optima`.beneficiaries(seed))
      for family in Support.families(formulation.program) { studies[family, default: 0] += 1 }
    }
    for family in Family.allCases {
      #expect((studies[family] ?? 0) >= 10, "\(family): \(studies[family] ?? 0)")
    }
  }
}
