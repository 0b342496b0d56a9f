// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import GLPKSolver
import LinearProgramming
import Synchronization
import Testing

@Suite struct `Blocks that share a slot of the master` {
  static let mostSlots = 3

  static func solve(
    _ program: LinearProgram, _ levels: [ObjectiveLevel], threads: Int = 2
  ) throws -> OrderedOutcome {
    try Support.engine(threads: threads, mostSlots: mostSlots).optimise(
      program, inOrder: levels, options: SolverOptions(), onLevel: nil)
  }

  /// Seeds 8501…8560; sizes 6…40.
  @Test(arguments: Support.batches(12))
  func `have the optima of the whole solve`(batch: Int) throws {
    for seed in UInt64(8501 + 5 * batch)...UInt64(8505 + 5 * batch) {
      let made = try Support.formulation(
        seed: seed, beneficiaries: [6, 10, 16, 24, 40][Int(seed % 5)])
      let outcome = try Self.solve(made.program, made.levels)
      let complaints = try Agreement.complaints(about: outcome, made.program, made.levels)
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  /// Seeds 9501…9600, every fifth with columns that have no bound.
  @Test(arguments: Support.batches(10))
  func `have them where programs are no studies, or end as it does`(batch: Int) throws {
    for seed in UInt64(9501 + 10 * batch)...UInt64(9510 + 10 * batch) {
      let made = BlockAngular(seed: seed, isOpen: seed % 5 == 0)
      let outcome = try Self.solve(made.program, made.levels)
      let complaints = try Agreement.complaints(about: outcome, made.program, made.levels)
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  @Test func `give the same euros whatever the number of threads`() throws {
    for seed in UInt64(8601)...8605 {
      let made = try Support.formulation(seed: seed, beneficiaries: 20)
      let points = try [1, 2, 4].map {
        try Self.solve(made.program, made.levels, threads: $0).best?.primal
      }
      #expect(points[0] == points[1] && points[0] == points[2], "seed \(seed)")
    }
  }

  @Test func `go on in what-ifs`() throws {
    for seed in UInt64(8701)...8706 {
      let made = try Support.formulation(seed: seed, beneficiaries: 16)
      let engine = Support.engine(mostSlots: Self.mostSlots)
      let session = engine.makeSession()
      var program = made.program
      for step in 0..<4 {
        for row in 0..<program.rowCount where program.rowNames[row].hasPrefix("envelope[") {
          let factor = 1 + 0.02 * Double(step)
          program.setBounds(
            Constraint(row), lower: program.rowLower[row],
            upper: made.program.rowUpper[row] * factor)
        }
        let warm = try session.optimise(
          program, inOrder: made.levels, options: SolverOptions(), onLevel: nil)
        let cold = try Self.solve(program, made.levels)
        let complaints = WarmAgreement.complaints(warm, cold)
        #expect(complaints.isEmpty, "seed \(seed), step \(step): \(complaints)")
      }
    }
  }

  /// Otherwise nothing above says anything of groups.
  @Test func `are several to a slot`() throws {
    let made = try Support.formulation(seed: 8801, beneficiaries: 30)
    let first = Mutex<(blocks: Int, added: Int)?>(nil)
    var settings = DecompositionOptions()
    settings.fewestColumns = 0
    settings.mostSlots = Self.mostSlots
    settings.onRound = { round in
      first.withLock { if $0 == nil { $0 = (round.blocks, round.added) } }
    }
    let engine = DecompositionEngine(
      warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
    _ = try engine.optimise(
      made.program, inOrder: [made.levels[0]], options: SolverOptions(), onLevel: nil)
    let seen = try #require(first.withLock { $0 })
    #expect(seen.added >= 1 && 2 * seen.added <= seen.blocks, "\(seen)")
  }
}
