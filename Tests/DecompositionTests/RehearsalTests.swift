// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Synchronization
import Testing

@Suite struct `A decomposition that rehearses on samples` {
  /// Seeds 8201…8260; sizes 8…30.
  @Test(arguments: Support.batches(12))
  func `has the optima of the whole solve`(batch: Int) throws {
    for seed in UInt64(8201 + 5 * batch)...UInt64(8205 + 5 * batch) {
      let study = Support.scenario(
        seed: seed, beneficiaries: [8, 10, 14, 20, 30][Int(seed % 5)])
      let complaints = try Agreement.complaints(about: study, rehearses: true)
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  /// Seeds 8301…8304.
  @Test(arguments: Support.seeds(8301, 4))
  func `has them at 60 beneficiaries too`(seed: UInt64) throws {
    let study = Support.scenario(seed: seed, beneficiaries: 60)
    let complaints = try Agreement.complaints(about: study, rehearses: seed % 2 == 0)
    #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
  }

  /// Blocks of one stratum, of which a sample takes a part: otherwise nothing above is rehearsed.
  @Test func `does so`() throws {
    var rehearsed = 0
    for seed in UInt64(8201)...8220 {
      let study = Support.scenario(
        seed: seed, beneficiaries: [8, 10, 14, 20, 30][Int(seed % 5)])
      let formulation = try Formulation.compile(study)
      let fewest = Mutex(Int.max)
      var settings = DecompositionOptions()
      settings.fewestBlocks = 1
      settings.fewestColumns = 0
      settings.samples = [0.2, 0.4]
      settings.smallestSample = 2
      settings.onRound = { round in fewest.withLock { $0 = min($0, round.blocks) } }
      let engine = DecompositionEngine(
        warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
      _ = try engine.optimise(
        formulation.program, inOrder: [formulation.levels[0]], options: SolverOptions(),
        onLevel: nil)
      if fewest.withLock({ $0 }) * 2 <= study.beneficiaries.count { rehearsed += 1 }
    }
    #expect(rehearsed >= 3)
  }
}
