// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// The problems of the blocks of one thread.
///
/// Only touched by bodies of that thread, which run one after another.
final class Desk: @unchecked Sendable {
  /// What is kept of a block between solves.
  private struct Kept {
    /// Number of its problem in the workspace.
    var number: Int?
    /// Version of the costs for which idle columns are fixed.
    var version = -1
    /// Columns that are fixed at their lower bounds.
    var idle: [Int32] = []
    /// Basis of a similar block, to start from.
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
    if let answer = try unsolved(solve, workspace) { return .answer(answer) }
    var reason = ""
    for way in Way.allCases {
      let result: SolverResult
      do {
        result = try attempt(solve, way, workspace)
      } catch {
        reason = String(describing: error)
        forget(solve.index, workspace)
        continue
      }
      switch result.termination {
      case .optimal:
        let answer = solve.answer(
          solve.wantsExactDuals ? try sharpened(result, solve, workspace) : result)
        kept[solve.index].point = answer.point
        return .answer(answer)
      case .infeasible where way != .warm:
        return .infeasible(result.dualStatus == .certificate ? result.rowDuals : [])
      case .unbounded where result.primalStatus == .certificate:
        return .answer(solve.answer(result))
      default:
        reason = result.detail
        forget(solve.index, workspace)
      }
    }
    throw solve.fault(reason)
  }

  /// Fixes the columns that are idle at these costs, which makes the block smaller for the solver,
  /// and frees those that are no longer.
  private func rest(_ solve: BlockSolve, _ problem: any WarmProblem) throws {
    guard kept[solve.index].version != solve.version else { return }
    kept[solve.index].version = solve.version
    let idle = solve.idle
    guard idle != kept[solve.index].idle else { return }
    let program = solve.block.program
    let freed = kept[solve.index].idle
    try problem.setColumnBounds(
      freed.map { WarmBounds($0, program.columnLower[Int($0)], program.columnUpper[Int($0)]) })
    try problem.setColumnBounds(
      idle.map { WarmBounds($0, program.columnLower[Int($0)], program.columnLower[Int($0)]) })
    kept[solve.index].idle = idle
  }

  /// Bases of blocks that were solved.
  func bases(of blocks: Set<Int>, _ workspace: any WarmWorkspace) throws -> [Int: Basis] {
    var result: [Int: Basis] = [:]
    for block in blocks {
      if let number = kept[block].number { result[block] = try workspace.problem(number).basis() }
    }
    return result
  }

  /// Lets the next solve of blocks start from kept bases.
  func recall(_ bases: [Int: Basis]) {
    for (block, basis) in bases {
      kept[block].start = basis
      kept[block].point = nil
    }
  }

  /// Gives a block that was never solved a basis to start from.
  func start(_ block: Int, from basis: Basis?) {
    if kept[block].number == nil { kept[block].start = basis }
  }

  /// The answer where the last basis proves that nothing much better is to be found than what is
  /// known, or than its own point: then nothing is sought.
  private func unsolved(
    _ solve: BlockSolve, _ workspace: any WarmWorkspace
  ) throws -> PricingPass.Answer? {
    guard kept[solve.index].start == nil, let known = solve.known,
      let number = kept[solve.index].number,
      var point = kept[solve.index].point,
      let prices = try? workspace.problem(number).pricesOfBasis(at: solve.costs)
    else { return nil }
    let proven = solve.block.provenCost(solve.costs, rowPrices: prices)
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
    _ result: SolverResult, _ solve: BlockSolve, _ workspace: any WarmWorkspace
  ) throws -> SolverResult {
    guard let number = kept[solve.index].number else { return result }
    var result = result
    if let duals = try exactDuals(solve, workspace) { result.rowDuals = duals }
    guard solve.unproven(result) > max(solve.room, 1e-12 * abs(solve.value(of: result))) else {
      return result
    }
    var options = SolverOptions()
    options.primalTolerance = 1e-9
    options.dualTolerance = 1e-13
    options.iterationLimit = 500
    // There is an answer already: a fault on the way to a sharper one takes nothing from it.
    guard
      var sharper = try? workspace.problem(number).solve(.primalSimplex, options: options),
      sharper.termination == .optimal
    else { return result }
    sharper.iterations += result.iterations
    if let duals = try exactDuals(solve, workspace) { sharper.rowDuals = duals }
    return solve.unproven(sharper) < solve.unproven(result) ? sharper : result
  }

  /// Duals of the optimal basis, computed from the costs as they are and refined once: the costs
  /// that they leave over are priced again.
  private func exactDuals(
    _ solve: BlockSolve, _ workspace: any WarmWorkspace
  ) throws -> [Double]? {
    guard let number = kept[solve.index].number else { return nil }
    let problem = try workspace.problem(number)
    guard var duals = try problem.pricesOfBasis(at: solve.costs),
      let correction = try problem.pricesOfBasis(
        at: solve.block.reducedCosts(solve.costs, rowPrices: duals))
    else { return nil }
    for row in duals.indices { duals[row] += correction[row] }
    return duals
  }

  private func forget(_ block: Int, _ workspace: any WarmWorkspace) {
    if let number = kept[block].number { workspace.remove(number) }
    kept[block] = Kept()
  }

  private func attempt(
    _ solve: BlockSolve, _ way: Way, _ workspace: any WarmWorkspace
  ) throws -> SolverResult {
    var options = SolverOptions()
    options.primalTolerance = 1e-9
    options.dualTolerance = 1e-9
    // Beyond this the simplex runs in circles, and another way may not.
    options.iterationLimit = 2_000 + 50 * (solve.block.rows.count + solve.block.columns.count)
    if let number = kept[solve.index].number {
      let problem = try workspace.problem(number)
      try rest(solve, problem)
      // Only now: a basis is made for the columns that are free at this level.
      if let start = kept[solve.index].start { try problem.setBasis(start) }
      kept[solve.index].start = nil
      try problem.setCosts(solve.costs)
      return try problem.solve(.primalSimplex, options: options)
    }
    let number = try workspace.add(solve.block.program, costs: solve.costs)
    kept[solve.index].number = number
    let problem = try workspace.problem(number)
    try rest(solve, problem)
    switch way {
    case .warm, .cold: options.scaling = .powersOfTwo
    case .otherScaling: options.scaling = .geometricMean
    case .unscaled: options.scaling = .none
    }
    let start = kept[solve.index].start
    kept[solve.index].start = nil
    if way == .warm, let start,
      start.rows.count == solve.block.rows.count, start.columns.count == solve.block.columns.count
    {
      try problem.setBasis(start)
      return try problem.solve(.primalSimplex, options: options)
    }
    if way != .warm { try problem.resetBasis() }
    return try problem.solve(
      way == .unscaled ? .dualThenPrimalSimplex : .primalSimplex, options: options)
  }
}
