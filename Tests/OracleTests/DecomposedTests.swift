// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@Suite struct `The decomposition and the hand-written model` {
  private struct NoOptimum: Error {
    var detail: String
  }

  /// The largest relative difference of a level, as between the two statements of the model.
  private func largestDifference(_ scenario: Scenario, rehearses: Bool) throws -> Double {
    let compiled = try Formulation.compile(scenario)
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    settings.lastLevelGap = settings.gap
    if rehearses {
      settings.samples = [0.3]
      settings.smallestSample = 2
    }
    let engine = DecompositionEngine(
      warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
    let outcome = try engine.optimise(
      compiled.program, inOrder: compiled.levels, options: SolverOptions(), onLevel: nil)
    let oracle = try MathProgOracle(scenario)
    // Each side holds what the decomposition reached, so that levels are compared one by one.
    var apart = 0.0
    var held: [Double] = []
    for (number, level) in outcome.levels.enumerated() {
      guard level.termination == .optimal, let value = level.value else {
        throw NoOptimum(detail: "\(level.name): \(level.detail)")
      }
      let optimum = try oracle.optimum(ofLevel: number + 1, held: held)
      apart = max(apart, TwoStatements.largestDifference([0, value], [0, optimum]))
      held.append(value)
    }
    return held.count == scenario.goals.count ? apart : .infinity
  }

  @Test(arguments: OracleStudy.all, [false, true])
  func `agree on every study made by hand`(study: OracleStudy, rehearses: Bool) throws {
    let apart = try largestDifference(study.scenario, rehearses: rehearses)
    #expect(apart <= Tolerance.sameOptimum)
  }

  @Test(arguments: UInt64(101)...120)
  func `agree on random studies`(seed: UInt64) throws {
    let study = RandomScenario(seed: seed, beneficiaries: 9).make()
    let apart = try largestDifference(study, rehearses: seed % 2 == 0)
    #expect(apart <= Tolerance.sameOptimum)
  }
}
