// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Foundation
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport

/// Engines and programs of the tests.
enum Support {
  /// An engine that decomposes whatever can be taken apart.
  ///
  /// One that rehearses takes samples of two blocks and more for its first prices; small programs
  /// have none otherwise.
  static func engine(
    threads: Int = 2, gap: Double = 1e-6, smoothing: Double = 0.5, rehearses: Bool = false,
    warm: any WarmSolver = GLPKWarmSolver(), mostColumnsWhole: Int = 50_000,
    mostSlots: Int = 1_000
  ) -> DecompositionEngine {
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    settings.threads = threads
    settings.gap = gap
    settings.mostColumnsWhole = mostColumnsWhole
    settings.mostSlots = mostSlots
    settings.lastLevelGap = gap
    settings.smoothing = smoothing
    if rehearses {
      settings.samples = [0.2, 0.4]
      settings.smallestSample = 2
    }
    return DecompositionEngine(warm: warm, whole: GLPKSolver(), settings: settings)
  }

  static func solve(
    _ program: LinearProgram, _ levels: [ObjectiveLevel], threads: Int = 2,
    rehearses: Bool = false, options: SolverOptions = SolverOptions()
  ) throws -> OrderedOutcome {
    try engine(threads: threads, rehearses: rehearses).optimise(
      program, inOrder: levels, options: options, onLevel: nil)
  }

  static func scenario(seed: UInt64, beneficiaries: Int) -> Scenario {
    RandomScenario(seed: seed, beneficiaries: beneficiaries).make()
  }

  static func formulation(seed: UInt64, beneficiaries: Int) throws -> Formulation {
    try Formulation.compile(scenario(seed: seed, beneficiaries: beneficiaries))
  }

  /// The program as level `number`, from 0, saw it: with the goal rows held before it.
  static func program(
    _ program: LinearProgram, _ levels: [ObjectiveLevel], _ outcome: OrderedOutcome,
    atLevel number: Int
  ) -> LinearProgram {
    var program = program
    for position in 0..<number {
      guard let value = outcome.levels[position].value else { continue }
      _ = program.hold(levels[position], at: value, number: position + 1)
    }
    return program
  }

  /// Positions of batches of seeds; only the first two where the environment asks for few, as
  /// `scripts/sanitize.sh` does: under a sanitizer everything takes many times as long.
  static func batches(_ count: Int) -> [Int] {
    let areFew = ProcessInfo.processInfo.environment["RELEVE_FEW_SEEDS"] == "1"
    return Array(0..<(areFew ? min(2, count) : count))
  }

  /// Seeds from the first on, as many as there are batches.
  static func seeds(_ first: UInt64, _ count: Int) -> [UInt64] {
    batches(count).map { first + UInt64($0) }
  }

  static func relativeDifference(_ left: Double, _ right: Double) -> Double {
    abs(left - right) / max(1, abs(left), abs(right))
  }

  /// Families of the rows of a program, by their names.
  static func families(_ program: LinearProgram) -> Set<Family> {
    Set((0..<program.rowCount).compactMap { Family(rowName: program.rowNames[$0]) })
  }
}
