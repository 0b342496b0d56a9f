// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import LinearProgramming
import Measuring

/// The problems of all blocks, kept warm by a solver on threads of their own.
///
/// Every block is solved in every pass: none is left out because its last basis proves that it has
/// nothing better, as the engine does.
final class BlockProblems: Sendable {
  /// What a pass over all blocks took.
  struct Pass: Sendable {
    /// Seconds by the clock.
    var seconds = 0.0
    /// Seconds of processor time, all threads together.
    var processor = 0.0
    /// Simplex iterations.
    var iterations = 0
    /// Blocks without an optimum, which measure something else.
    var failures = 0
  }

  private let blocks: ProgramBlocks
  private let threads: [any WarmThread]
  private let desks: [Desk]

  /// Starts the threads.
  init(_ blocks: ProgramBlocks, solver: any WarmSolver, threads count: Int) {
    self.blocks = blocks
    threads = (0..<max(1, count)).map { solver.makeThread(named: "blocks \($0 + 1)") }
    desks = threads.map { _ in Desk() }
  }

  /// Makes a problem of every block.
  func load(_ costs: [[Double]]) throws -> Pass {
    try pass { [blocks] workspace, desk, block in
      desk.numbers[block] = try workspace.add(blocks.programs[block], costs: costs[block])
      return nil
    }
  }

  /// Solves every block from nothing, as the engine does the first time.
  func solveCold() throws -> Pass {
    var options = Self.options
    options.scaling = .powersOfTwo
    return try pass { [options] workspace, desk, block in
      let problem = try workspace.problem(desk.numbers[block] ?? -1)
      try problem.resetBasis()
      return try problem.solve(.primalSimplex, options: options)
    }
  }

  /// Solves every block at other costs from the basis at hand.
  func solveWarm(_ costs: [[Double]]) throws -> Pass {
    try pass { workspace, desk, block in
      let problem = try workspace.problem(desk.numbers[block] ?? -1)
      try problem.setCosts(costs[block])
      return try problem.solve(.primalSimplex, options: Self.options)
    }
  }

  private static var options: SolverOptions {
    var options = SolverOptions()
    options.primalTolerance = 1e-9
    options.dualTolerance = 1e-9
    return options
  }

  private func pass(
    _ body: @escaping @Sendable (any WarmWorkspace, Desk, Int) throws -> SolverResult?
  ) throws -> Pass {
    let group = DispatchGroup()
    let before = processorSeconds()
    let taken = seconds {
      for number in threads.indices {
        group.enter()
        let desk = desks[number]
        let own = stride(from: number, to: blocks.programs.count, by: threads.count)
        threads[number].post { workspace in
          desk.run(own) { try body(workspace, desk, $0) }
          group.leave()
        }
      }
      group.wait()
    }.taken
    var result = Pass(seconds: taken, processor: processorSeconds() - before)
    for desk in desks {
      if let fault = desk.fault { throw fault }
      result.iterations += desk.iterations
      result.failures += desk.failures
    }
    return result
  }
}

/// The problems of one thread.
///
/// Only touched by bodies of that thread while a pass runs, and by nobody else until it is over.
private final class Desk: @unchecked Sendable {
  var numbers: [Int: Int] = [:]
  private(set) var iterations = 0
  private(set) var failures = 0
  private(set) var fault: (any Error)?

  func run(_ blocks: StrideTo<Int>, _ body: (Int) throws -> SolverResult?) {
    (iterations, failures, fault) = (0, 0, nil)
    do {
      for block in blocks {
        guard let result = try body(block) else { continue }
        iterations += result.iterations
        if result.termination != .optimal { failures += 1 }
      }
    } catch {
      fault = error
    }
  }
}
