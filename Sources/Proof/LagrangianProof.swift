// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
public import LinearProgramming
internal import Synchronization

/// A price of one row across blocks.
public struct RowPrice: Sendable, Hashable {
  /// The row.
  public var row: Constraint
  /// Change of the objective per unit of the row's bound, in the sense of the objective.
  public var price: Double

  /// Creates a price.
  public init(_ row: Constraint, _ price: Double) {
    self.row = row
    self.price = price
  }
}

/// What prices prove of an objective.
public struct ProvenBound: Sendable {
  /// No feasible point is better than this, constant included; `nil` where nothing is proven.
  public var value: Double?
  /// Name of the first column whose reduced cost leans on an absent bound, where nothing is proven.
  public var obstacle: String?
  /// Number of blocks that were minimised.
  public var blocks: Int
  /// The block whose bound lies farthest below the solver's point, named by its first column.
  public var worstBlock: Discrepancy
  /// Seconds it took.
  public var seconds: Double

  /// Distance of a value from the bound, relative (at least to 1); `nil` where nothing is proven.
  public func gap(to value: Double) -> Double? {
    self.value.map { abs(value - $0) / max(1, abs(value), abs($0)) }
  }
}

/// Proves the bound of a solved program anew, from the prices of its coupling rows alone.
///
/// With prices π of the rows across blocks, no feasible point costs less than
/// `Σ π·bound + Σ_blocks min (c − π·A)·x`. The blocks are found and minimised here, from nothing;
/// their solver is asked for row prices only, and what these prove is computed by our own
/// arithmetic, in twice the digits of a double. Nothing is shared with the search that found the
/// prices, and wrong prices prove less, never too much.
public struct LagrangianProof: Sendable {
  private let program: LinearProgram
  private let split: BlockSplit
  private let reach: ReachableBounds

  /// Takes a program apart.
  ///
  /// - Parameter program: The program, with the goal rows held before the objective in question.
  public init(_ program: LinearProgram) {
    self.program = program
    split = BlockSplit(program)
    reach = ReachableBounds(program)
  }

  /// Number of blocks.
  public var blockCount: Int { split.columns.count }

  /// The bound that prices prove of an objective.
  ///
  /// - Parameters:
  ///   - objective: The objective.
  ///   - value: Value that is to be proven optimal: what is lost to rounding stays small beside it.
  ///   - prices: Prices of coupling rows, each once; those left out are 0, and those of local rows
  ///     are not used.
  ///   - solver: Minimises blocks; its answers are not trusted.
  ///   - threads: Threads; the result does not depend on it.
  ///   - shouldStop: Asked now and then from any thread; `true` ends the work.
  /// - Returns: The bound; `nil` where the work was stopped.
  /// - Throws: ``LinearProgramming/InvalidProgram``, or a fault of the solver.
  public func bound(
    of objective: Objective, value: Double = 0, prices: [RowPrice], solver: any Solver,
    threads: Int = 1, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) throws -> ProvenBound? {
    try program.validate(for: objective)
    let clock = ContinuousClock()
    let start = clock.now
    let pricing = CouplingPrices(program, split, reach, objective, prices)
    let parts = try minimiseBlocks(
      costs: pricing.costs,
      precision: Self.lossToRounding * max(1, abs(value)) / Double(max(1, blockCount)),
      solver: solver, threads: threads, shouldStop: shouldStop)
    guard let parts else { return nil }
    // Added in the order of the blocks, whichever thread came first.
    var sum = pricing.sum
    var worst = Discrepancy()
    var obstacle = pricing.obstacle
    for (block, part) in parts.enumerated() {
      sum.add(part.sum)
      obstacle = obstacle ?? part.obstacle
      if let slack = part.slack, slack > worst.absolute {
        worst = Discrepancy(
          relative: slack / max(1, abs(part.sum.value)), absolute: slack,
          name: program.columnNames[Int(split.columns[block][0])])
      }
    }
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    let isProven = obstacle == nil && sum.value.isFinite
    return ProvenBound(
      value: isProven ? sign * sum.value + objective.constant : nil,
      obstacle: obstacle.map { program.columnNames[$0] }, blocks: parts.count, worstBlock: worst,
      seconds: (clock.now - start) / .seconds(1))
  }

  /// Share of the value that blocks together may lose to the rounding of their prices.
  private static let lossToRounding = 1e-8

  private func minimiseBlocks(
    costs: [ExactSum], precision: Double, solver: any Solver, threads: Int,
    shouldStop: @escaping @Sendable () -> Bool
  ) throws -> [BlockMinimum]? {
    let count = blockCount
    let next = Atomic<Int>(0)
    let found = Mutex([BlockMinimum?](repeating: nil, count: count))
    let fault = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      while !shouldStop(), fault.withLock({ $0 == nil }) {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < count else { return }
        do {
          let minimum = try BlockMinimum(
            program, columns: split.columns[block], rows: split.rows[block],
            position: split.position, reach: reach, costs: costs, precision: precision,
            solver: solver)
          found.withLock { $0[block] = minimum }
        } catch {
          fault.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let fault = fault.withLock({ $0 }) { throw fault }
    let parts = found.withLock { $0.compactMap { $0 } }
    return parts.count == count ? parts : nil
  }
}
