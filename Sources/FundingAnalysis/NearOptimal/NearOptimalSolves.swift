// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import LinearProgramming

/// Solves for the least or the most of sums of quantities over all plans that are good enough.
///
/// One program serves all of them: the study's, with its goals kept near their optimum
/// (``FundingFormulation/NearOptimalFormulation``). From one solve to the next only the objective
/// changes, so that the engine goes on from where it was.
final class NearOptimalSolves {
  private let near: NearOptimalFormulation
  private let engine: any Engine
  private var session: any EngineSession
  /// Limits and progress of each solve.
  var options: SolverOptions
  /// Goals that are kept near their optimum, as the optimum reached them.
  let keptLevels: [LevelOutcome]
  /// Linear programs solved.
  private(set) var count = 0

  init(
    _ formulation: Formulation, optimum: OrderedOutcome, within: Double, engine: any Engine,
    options: SolverOptions
  ) {
    near = NearOptimalFormulation(
      formulation, values: optimum.levels.map { $0.finalValue ?? $0.value ?? 0 }, within: within)
    self.engine = engine
    self.options = options
    keptLevels = optimum.levels.filter { NearOptimalFormulation.keeps($0.name) }
    session = engine.makeSession()
  }

  /// Solves for one sum.
  ///
  /// - Parameters:
  ///   - terms: The sum.
  ///   - sense: Whether the least or the most of it is sought.
  ///   - gap: How far the value may be from the bound.
  /// - Returns: A value that was found, the bound that is proven, and the point that has the value.
  /// - Throws: ``UnprovenSolve``, and what the engine throws.
  func solved(
    _ terms: [WeightedQuantity], _ sense: Sense, gap: Double
  ) throws -> (value: Double, bound: Double, point: [Double]) {
    count += 1
    let sought = near.seeking(terms, sense)
    var options = options
    options.absoluteGap = gap
    var outcome = try session.optimise(
      sought.program, inOrder: sought.levels, options: options, onLevel: nil)
    if outcome.last.termination == .numericalError {
      // What the session kept may be the trouble.
      session = engine.makeSession()
      outcome = try session.optimise(
        sought.program, inOrder: sought.levels, options: options, onLevel: nil)
    }
    guard outcome.isComplete, let level = outcome.levels.last, let value = level.value,
      let best = outcome.best
    else { throw UnprovenSolve(outcome) }
    return (value, level.bestBound ?? value, best.primal)
  }
}
