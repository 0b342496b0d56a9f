// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import LinearProgramming
import Testing

@Suite struct `A decomposition on one, two and four threads` {
  /// Seeds 7501…7508, all levels, with and without rehearsal.
  @Test(arguments: Support.seeds(7501, 8), [false, true])
  func `gives the same answer to the last bit`(seed: UInt64, rehearses: Bool) throws {
    let formulation = try Support.formulation(seed: seed, beneficiaries: 18)
    let outcomes = try [1, 2, 4].map { threads in
      try Support.solve(
        formulation.program, formulation.levels, threads: threads, rehearses: rehearses)
    }
    let first = outcomes[0]
    #expect(first.levels.count > 1, "seed \(seed): \(first.last.detail)")
    for other in outcomes.dropFirst() {
      let isSamePoint = other.best?.primal == first.best?.primal
      #expect(isSamePoint, "seed \(seed)")
      #expect(other.levels.map(\.value) == first.levels.map(\.value), "seed \(seed)")
      #expect(other.levels.map(\.bestBound) == first.levels.map(\.bestBound), "seed \(seed)")
      #expect(other.levels.map(\.iterations) == first.levels.map(\.iterations), "seed \(seed)")
      let isSamePrices = other.levels.map(\.rowDuals) == first.levels.map(\.rowDuals)
      #expect(isSamePrices, "seed \(seed)")
    }
  }

  @Test func `gives the same answer when it is asked again`() throws {
    for seed in UInt64(7511)...7513 {
      let formulation = try Support.formulation(seed: seed, beneficiaries: 12)
      let engine = Support.engine(rehearses: true)
      let answers = try (0..<2).map { _ in
        try engine.optimise(
          formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
      }
      let isSame = answers[0].best?.primal == answers[1].best?.primal
      #expect(isSame && answers[0].best != nil, "seed \(seed)")
    }
  }
}
