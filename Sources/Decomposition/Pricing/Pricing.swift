// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import LinearProgramming

/// Best points of blocks at one price vector.
struct PricingPass: Sendable {
  /// What became of one block.
  struct Answer: Sendable {
    /// Its best point, or a direction without end; `nil` where none better than what is known is
    /// worth seeking.
    var point: Point?
    /// Least priced cost, as far as it is proven; -∞ for a direction.
    var value: Double
    /// Duals of the block's rows.
    var rowDuals: [Double]
    /// Simplex iterations.
    var iterations: Int
    /// Whether the block was solved, and not only bounded.
    var isExact = false
  }

  /// One per block asked for, in that order.
  var answers: [Answer]
  /// A block without any feasible point, with multipliers of its rows that prove it.
  var infeasible: (block: Int, proof: [Double])?
  /// Whether it was stopped before all blocks were solved.
  var isStopped = false
}

/// Solves blocks at given prices, on threads that each have their own blocks for life.
///
/// What a block starts from depends on the prices before alone, not on the threads: each block is
/// solved once in each pass that names it.
final class Pricing: Sendable {
  let structure: Blocks
  private let threads: [any WarmThread]
  private let desks: [Desk]

  /// The same threads and bases, for blocks of the same shape.
  init(_ other: Pricing, _ structure: Blocks) {
    self.structure = structure
    threads = other.threads
    desks = other.desks
  }

  /// Opens the threads.
  init(_ structure: Blocks, solver: any WarmSolver, threads count: Int) {
    self.structure = structure
    let used = max(1, min(count, structure.blocks.count))
    threads = (0..<used).map { solver.makeThread(named: "blocks \($0 + 1)") }
    desks = (0..<used).map { _ in Desk(blockCount: structure.blocks.count) }
  }

  /// Solves blocks at prices of the master's rows, then of the goals held.
  ///
  /// - Parameters:
  ///   - chosen: Positions of the blocks.
  ///   - costs: What is minimised.
  ///   - prices: One per row of the master, then one per goal.
  ///   - known: Priced cost of the best known point of each block, where blocks may be left out
  ///     that have nothing better by more than their room.
  ///   - wantsExactDuals: Whether the duals are wanted as exact as double precision allows.
  ///   - asTheyAre: Whether goals held count as they are, and not as they are written: what this
  ///     proves holds for the program itself.
  ///   - shouldStop: Asked between blocks.
  /// - Returns: One answer per block, in order.
  /// - Throws: ``BlockFault`` naming the block.
  func price(
    _ chosen: [Int], _ costs: Costs, _ prices: [Double],
    known: [(cost: Double, room: Double)]? = nil, wantsExactDuals: Bool = false,
    asTheyAre: Bool = false, shouldStop: @escaping @Sendable () -> Bool
  ) throws -> PricingPass {
    let prices = asTheyAre ? prices : costs.references.writtenPrices(prices)
    let results = threads.map { _ in ResultBox() }
    let group = DispatchGroup()
    for number in threads.indices {
      group.enter()
      let mine = chosen.enumerated().filter { $0.element % threads.count == number }
        .map(\.offset)
      let desk = desks[number]
      let box = results[number]
      let structure = structure
      threads[number].post { workspace in
        box.value = Result {
          var work = DeskWork()
          for offset in mine {
            if shouldStop() {
              work.isStopped = true
              break
            }
            let block = chosen[offset]
            let solve = BlockSolve(
              structure.program(of: block), block, costs, prices, areAsTheyAre: asTheyAre,
              known: known?[offset].cost, room: known?[offset].room ?? 0,
              wantsExactDuals: wantsExactDuals)
            switch try desk.solve(solve, workspace) {
            case .answer(let answer): work.answers.append((offset, answer))
            case .infeasible(let proof):
              work.infeasible = (block, proof)
              return work
            }
          }
          return work
        }
        group.leave()
      }
    }
    group.wait()
    return try merged(results, chosen.count)
  }

  // Nobody works at the desks between two passes.

  /// Lets blocks that were never solved start from the basis of a similar one.
  ///
  /// - Parameter model: For each block, the block that it is like.
  func startBlocks(like model: [Int]) {
    for block in model.indices where model[block] != block {
      if let basis = basis(of: model[block]) { desk(of: block).start(block, from: basis) }
    }
  }

  /// Lets blocks that were never solved start from bases of their own.
  func startBlocks(from bases: [Basis?]) {
    for (block, basis) in bases.enumerated() {
      if let basis { desk(of: block).start(block, from: basis) }
    }
  }

  /// Lets the next solve of each block start from a kept basis.
  func recall(_ bases: [Basis?]) {
    for (block, basis) in bases.enumerated() {
      if let basis { desk(of: block).recall(block, basis) }
    }
  }

  /// The basis of every block that was solved.
  func bases() -> [Basis?] { structure.blocks.indices.map { basis(of: $0) } }

  private func basis(of block: Int) -> Basis? { desk(of: block).basis(of: block) }

  private func desk(of block: Int) -> Desk { desks[block % threads.count] }

  private func merged(_ boxes: [ResultBox], _ count: Int) throws -> PricingPass {
    var answers = [PricingPass.Answer?](repeating: nil, count: count)
    var pass = PricingPass(answers: [])
    for box in boxes {
      guard let work = try box.value?.get() else { continue }
      for (offset, answer) in work.answers { answers[offset] = answer }
      pass.isStopped = pass.isStopped || work.isStopped
      if let found = work.infeasible, found.block < pass.infeasible?.block ?? .max {
        pass.infeasible = found
      }
    }
    pass.answers = answers.compactMap { $0 }
    return pass
  }
}

/// What one thread did in a pass.
private struct DeskWork: Sendable {
  var answers: [(Int, PricingPass.Answer)] = []
  var infeasible: (block: Int, proof: [Double])?
  var isStopped = false
}

/// Where a thread leaves its work; read after it has said that it is done.
private final class ResultBox: @unchecked Sendable {
  var value: Result<DeskWork, any Error>?
}
