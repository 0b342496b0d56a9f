// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A block that no way of solving could solve.
///
/// It says where the block stands in the whole program, so that whoever has that program can cut the
/// block out with its names: `program.part(columns:rows:named:)`.
public struct BlockFault: Error, Sendable, CustomStringConvertible {
  /// Number of the block, from 1; 0 where it is none.
  public let number: Int
  /// Columns of the block, as positions in the whole program, rising.
  public let columns: [Int]
  /// Local rows of the block, as positions in the whole program, rising.
  public let rows: [Int]
  /// What was minimised: one cost per column, prices of the coupling rows taken off.
  public let costs: [Double]
  /// What happened at the last way tried.
  public let reason: String

  init(number: Int, columns: [Int], rows: [Int], costs: [Double], reason: String) {
    self.number = number
    self.columns = columns
    self.rows = rows
    self.costs = costs
    self.reason = reason
  }

  /// A part that stands nowhere in the whole program, such as the master.
  init(column name: String, reason: String) {
    self.init(number: 0, columns: [], rows: [], costs: [], reason: "\(name): \(reason)")
  }

  /// What is wrong, for logs.
  public var description: String {
    let place = columns.first.map { "block \(number) (column \($0)) could not be solved: " }
    return (place ?? "") + reason
  }
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
    throw solve.fault(reason)
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

  func fault(_ reason: String) -> BlockFault {
    BlockFault(
      number: index + 1, columns: block.columns.map { Int($0) }, rows: block.rows.map { Int($0) },
      costs: costs, reason: reason)
  }

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
