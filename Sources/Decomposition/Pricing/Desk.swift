// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A block that no way of solving could solve.
public struct BlockFault: Error, Sendable, CustomStringConvertible {
  /// Name of the first column of the block.
  public var column: String
  /// What happened at the last way tried.
  public var reason: String

  /// What is wrong, for logs.
  public var description: String { "the block of \(column) could not be solved: \(reason)" }
}

/// The problems of the blocks of one thread.
///
/// Only touched by bodies of that thread, which run one after another.
final class Desk: @unchecked Sendable {
  private var numbers: [Int?]

  init(blockCount: Int) { numbers = [Int?](repeating: nil, count: blockCount) }

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
      let result: SolverResult
      do {
        result = try attempt(solve, way, workspace)
      } catch {
        reason = String(describing: error)
        forget(solve.index, workspace)
        continue
      }
      switch result.termination {
      case .optimal: return .answer(solve.answer(result))
      case .infeasible where way != .warm:
        return .infeasible(result.dualStatus == .certificate ? result.rowDuals : [])
      case .unbounded where result.primalStatus == .certificate:
        return .answer(solve.answer(result))
      default:
        reason = result.detail
        forget(solve.index, workspace)
      }
    }
    throw BlockFault(column: solve.name, reason: reason)
  }

  private func forget(_ block: Int, _ workspace: any WarmWorkspace) {
    if let number = numbers[block] { workspace.remove(number) }
    numbers[block] = nil
  }

  private func attempt(
    _ solve: BlockSolve, _ way: Way, _ workspace: any WarmWorkspace
  ) throws -> SolverResult {
    var options = SolverOptions()
    options.primalTolerance = 1e-9
    options.dualTolerance = 1e-9
    if let number = numbers[solve.index] {
      let problem = try workspace.problem(number)
      try problem.setCosts(solve.costs)
      return try problem.solve(.primalSimplex, options: options)
    }
    let number = try workspace.add(solve.block.program, costs: solve.costs)
    numbers[solve.index] = number
    let problem = try workspace.problem(number)
    switch way {
    case .warm, .cold: options.scaling = .powersOfTwo
    case .otherScaling: options.scaling = .geometricMean
    case .unscaled: options.scaling = .none
    }
    if way != .warm { try problem.resetBasis() }
    return try problem.solve(
      way == .unscaled ? .dualThenPrimalSimplex : .primalSimplex, options: options)
  }
}

/// One solve of one block at prices.
struct BlockSolve {
  let block: Block
  let index: Int
  let costs: [Double]
  private let all: Costs

  /// Costs of the block's columns less what they use at prices.
  init(_ block: Block, _ index: Int, _ all: Costs, _ prices: [Double]) {
    self.block = block
    self.index = index
    self.all = all
    let masterRows = prices.count - all.goals.count
    var costs = [Double](repeating: 0, count: block.columns.count)
    let ownPrices = block.masterRows.map { prices[Int($0)] }
    for position in costs.indices {
      let column = Int(block.columns[position])
      var cost = all.level.isEmpty ? 0 : all.level[column]
      for entry in block.coupling.entries(of: position) {
        cost -= ownPrices[Int(block.coupling.row[entry])] * block.coupling.value[entry]
      }
      for (goal, coefficients) in all.goals.enumerated() {
        cost -= prices[masterRows + goal] * coefficients[column]
      }
      costs[position] = cost
    }
    self.costs = costs
  }

  var name: String { "number \(index + 1), column \(block.columns.first ?? -1)" }

  func answer(_ result: SolverResult) -> PricingPass.Answer {
    let isRay = result.termination == .unbounded
    var value = 0.0
    for (cost, position) in zip(costs, result.primal) { value += cost * position }
    return PricingPass.Answer(
      point: Point(block: index, of: block, result.primal, isRay: isRay, all),
      value: isRay ? -.infinity : value, rowDuals: isRay ? [] : result.rowDuals,
      iterations: result.iterations)
  }
}
