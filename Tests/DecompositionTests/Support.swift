// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import GLPKSolver
import LinearProgramming
import TestSupport

/// Engines and programs of the tests.
enum Support {
  /// An engine that decomposes whatever can be taken apart.
  static func engine(
    threads: Int = 2, gap: Double = 1e-6, smoothing: Double = 0.5
  ) -> DecompositionEngine {
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    settings.threads = threads
    settings.gap = gap
    settings.lastLevelGap = gap
    settings.smoothing = smoothing
    return DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
  }

  static func solve(
    _ program: LinearProgram, _ levels: [ObjectiveLevel], threads: Int = 2,
    options: SolverOptions = SolverOptions()
  ) throws -> OrderedOutcome {
    try engine(threads: threads).optimise(
      program, inOrder: levels, options: options, onLevel: nil)
  }

  static func formulation(seed: UInt64, beneficiaries: Int) throws -> Formulation {
    try Formulation.compile(RandomScenario(seed: seed, beneficiaries: beneficiaries).make())
  }

  /// The program as level `number`, from 0, saw it: with the goal rows held before it.
  static func program(
    _ formulation: Formulation, _ outcome: OrderedOutcome, atLevel number: Int
  ) -> LinearProgram {
    var program = formulation.program
    for position in 0..<number {
      guard let value = outcome.levels[position].value else { continue }
      _ = program.hold(formulation.levels[position], at: value, number: position + 1)
    }
    return program
  }

  static func relativeDifference(_ left: Double, _ right: Double) -> Double {
    abs(left - right) / max(1, abs(left), abs(right))
  }
}
