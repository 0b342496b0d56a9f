// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// What one thread keeps of its blocks between solves: bases and points, but no problems.
///
/// A problem takes the solver a hundred times the memory of its basis, and making it again costs
/// little beside solving it. Only touched by bodies of its thread, which run one after another, and
/// between passes.
final class Desk: @unchecked Sendable {
  /// What is kept of a block between solves.
  private struct Kept {
    /// Its last basis.
    var basis: Basis?
    /// Scale factors of its problem.
    var scales: Scales?
    /// Another basis to start from.
    var start: Basis?
    /// Its best point at the last prices at which it was solved.
    var point: Point?
  }

  private var kept: [Kept]

  init(blockCount: Int) { kept = [Kept](repeating: Kept(), count: blockCount) }

  /// What became of a block.
  enum Outcome {
    case answer(PricingPass.Answer)
    /// Multipliers of the block's rows that prove that it has no feasible point.
    case infeasible([Double])
  }

  /// The ways of solving a block, from the fastest to the safest.
  private enum Way: CaseIterable {
    case warm, cold, otherScaling, unscaled
  }

  /// Solves a block: warm, then from nothing, then with other scalings.
  ///
  /// - Throws: ``BlockFault``.
  func solve(_ solve: BlockSolve, _ workspace: any WarmWorkspace) throws -> Outcome {
    var reason = ""
    for way in Way.allCases {
      do {
        let number = try workspace.add(solve.program, costs: solve.costs)
        defer { workspace.remove(number) }
        let problem = try workspace.problem(number)
        let (outcome, detail) = try outcome(of: solve, way, problem)
        if let outcome {
          kept[solve.index].start = nil
          kept[solve.index].basis = try problem.basis()
          if kept[solve.index].scales == nil { kept[solve.index].scales = try problem.scales() }
          return outcome
        }
        reason = detail
      } catch {
        reason = String(describing: error)
      }
      kept[solve.index] = Kept()
    }
    throw solve.fault(reason)
  }

  /// The outcome of one way of solving; `nil`, with the reason, where it failed.
  private func outcome(
    of solve: BlockSolve, _ way: Way, _ problem: any WarmProblem
  ) throws -> (Outcome?, String) {
    let scaling = try prepare(problem, for: solve, way)
    if way == .warm, let answer = try unsolved(solve, problem) { return (.answer(answer), "") }
    let result = try attempt(solve, way, scaling, problem)
    switch result.termination {
    case .optimal:
      let answer = solve.answer(
        solve.wantsExactDuals ? try sharpened(result, solve, problem) : result)
      kept[solve.index].point = answer.point
      return (.answer(answer), "")
    case .infeasible where way != .warm:
      return (.infeasible(result.dualStatus == .certificate ? result.rowDuals : []), "")
    case .unbounded where result.primalStatus == .certificate:
      return (.answer(solve.answer(result)), "")
    default: return (nil, result.detail)
    }
  }

  /// Gives a problem the basis and the scale factors that are known.
  ///
  /// - Returns: The scaling that it still needs.
  private func prepare(
    _ problem: any WarmProblem, for solve: BlockSolve, _ way: Way
  ) throws -> Scaling {
    let own = kept[solve.index]
    switch way {
    case .warm:
      if let scales = own.scales { try problem.scale(by: scales) }
      if let basis = own.start ?? own.basis, solve.fits(basis) { try problem.setBasis(basis) }
      return own.scales == nil ? .powersOfTwo : .automatic
    case .cold, .otherScaling, .unscaled:
      try problem.resetBasis()
      return way == .cold ? .powersOfTwo : way == .otherScaling ? .geometricMean : .none
    }
  }

  private func attempt(
    _ solve: BlockSolve, _ way: Way, _ scaling: Scaling, _ problem: any WarmProblem
  ) throws -> SolverResult {
    var options = SolverOptions()
    options.primalTolerance = 1e-9
    options.dualTolerance = 1e-9
    options.scaling = scaling
    // Beyond this the simplex runs in circles, and another way may not.
    options.iterationLimit = 2_000 + 50 * (solve.block.rows.count + solve.block.columns.count)
    return try problem.solve(
      way == .unscaled ? .dualThenPrimalSimplex : .primalSimplex, options: options)
  }

  /// The answer where the last basis proves that nothing much better is to be found than what is
  /// known, or than its own point: then nothing is sought.
  private func unsolved(
    _ solve: BlockSolve, _ problem: any WarmProblem
  ) throws -> PricingPass.Answer? {
    guard kept[solve.index].start == nil, kept[solve.index].basis != nil, let known = solve.known,
      var point = kept[solve.index].point,
      let prices = try? problem.pricesOfBasis(at: solve.costs)
    else { return nil }
    let proven = solve.own.provenCost(solve.costs, rowPrices: prices)
    if proven >= known - solve.room {
      return PricingPass.Answer(
        point: nil, value: min(proven, known), rowDuals: prices, iterations: 0)
    }
    let value = solve.renew(&point)
    guard proven >= value - solve.room else { return nil }
    return PricingPass.Answer(
      point: point, value: min(proven, value), rowDuals: prices, iterations: 0)
  }

  /// The optimum with duals that prove its value as exactly as wanted.
  ///
  /// High prices of goals make what the solver's tolerance leaves over count: the simplex goes on
  /// at a tighter one, which alone would run in circles now and then.
  private func sharpened(
    _ result: SolverResult, _ solve: BlockSolve, _ problem: any WarmProblem
  ) throws -> SolverResult {
    var result = result
    if let duals = try exactDuals(solve, problem) { result.rowDuals = duals }
    guard solve.unproven(result) > max(solve.room, 1e-12 * abs(solve.value(of: result))) else {
      return result
    }
    var options = SolverOptions()
    options.primalTolerance = 1e-9
    options.dualTolerance = 1e-13
    options.iterationLimit = 500
    // There is an answer already: a fault on the way to a sharper one takes nothing from it.
    guard var sharper = try? problem.solve(.primalSimplex, options: options),
      sharper.termination == .optimal
    else { return result }
    sharper.iterations += result.iterations
    if let duals = try exactDuals(solve, problem) { sharper.rowDuals = duals }
    return solve.unproven(sharper) < solve.unproven(result) ? sharper : result
  }

  /// Duals of the optimal basis, computed from the costs as they are and refined once: the costs
  /// that they leave over are priced again.
  private func exactDuals(_ solve: BlockSolve, _ problem: any WarmProblem) throws -> [Double]? {
    guard var duals = try problem.pricesOfBasis(at: solve.costs),
      let correction = try problem.pricesOfBasis(
        at: solve.own.reducedCosts(solve.costs, rowPrices: duals))
    else { return nil }
    for row in duals.indices { duals[row] += correction[row] }
    return duals
  }
}

extension Desk {
  /// The basis of a block; `nil` before its first solve.
  func basis(of block: Int) -> Basis? { kept[block].basis }

  /// Lets the next solve of a block start from a kept basis.
  func recall(_ block: Int, _ basis: Basis) {
    kept[block].start = basis
    kept[block].point = nil
  }

  /// Gives a block that was never solved a basis to start from.
  func start(_ block: Int, from basis: Basis) {
    if kept[block].basis == nil { kept[block].start = basis }
  }
}

extension BlockSolve {
  /// Whether a basis is one of this block's problem.
  fileprivate func fits(_ basis: Basis) -> Bool {
    basis.rows.count == block.rows.count && basis.columns.count == block.columns.count
  }
}
