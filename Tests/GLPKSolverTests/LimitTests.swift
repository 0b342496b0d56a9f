// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import SolverConformance
import Synchronization
import Testing

/// What callbacks saw.
final class Seen: Sendable {
  private let state = Mutex<(progress: [SolverProgress], lines: [String])>(([], []))

  var progress: [SolverProgress] { state.withLock { $0.progress } }
  var lines: [String] { state.withLock { $0.lines } }
  func note(_ progress: SolverProgress) { state.withLock { $0.progress.append(progress) } }
  func note(_ line: String) { state.withLock { $0.lines.append(line) } }
}

@Suite struct `Limits, progress and stopping` {
  static let long = HardPrograms.densePacking(rows: 300, columns: 900, seed: 7)
  static let simplex: [SolverMethod] = [.primalSimplex, .dualSimplex, .dualThenPrimalSimplex]

  @Test(arguments: simplex, [true, false])
  func `a simplex in its middle stops on request`(method: SolverMethod, presolve: Bool) throws {
    let seen = Seen()
    var options = SolverOptions()
    options.method = method
    options.presolve = presolve
    options.onProgress = { seen.note($0) }
    options.shouldStop = { (seen.progress.last?.iterations ?? 0) > 0 }
    let result = try GLPKSolver().solve(Self.long.0, for: Self.long.1, options: options)
    #expect(result.termination == .interrupted)
    #expect(result.primal.isEmpty && result.objectiveValue == nil)
    #expect((seen.progress.last?.iterations ?? 0) > 0)
    #expect(seen.progress.last?.objectiveValue != nil)
  }

  @Test func `an interior point method stops on request and at its time limit`() throws {
    var options = SolverOptions()
    options.method = .interiorPoint
    options.shouldStop = { true }
    let stopped = try GLPKSolver().solve(Self.long.0, for: Self.long.1, options: options)
    #expect(stopped.termination == .interrupted)
    options.shouldStop = nil
    options.timeLimit = 1e-6
    let late = try GLPKSolver().solve(Self.long.0, for: Self.long.1, options: options)
    #expect(late.termination == .timeLimit)
  }

  @Test(arguments: [true, false])
  func `branch and cut stops on request and keeps its best point`(presolve: Bool) throws {
    let (program, objective) = HardPrograms.marketSplit(seed: 3)
    let seen = Seen()
    var options = SolverOptions()
    options.presolve = presolve
    options.onProgress = { seen.note($0) }
    options.shouldStop = { seen.progress.contains { $0.iterations > 20 } }
    let result = try GLPKSolver().solve(program, for: objective, options: options)
    #expect(result.termination == .interrupted)
    if let value = result.objectiveValue {
      #expect(OptimalityReport(program, objective, result).isFeasible)
      #expect((result.bestBound ?? .infinity) <= value)
    }
  }

  @Test func `branch and cut keeps its time limit`() throws {
    let (program, objective) = HardPrograms.marketSplit(seed: 3)
    var options = SolverOptions()
    options.timeLimit = 0.2
    let result = try GLPKSolver().solve(program, for: objective, options: options)
    #expect(result.termination == .timeLimit)
  }

  @Test(arguments: simplex)
  func `an iteration limit is an outcome of its own`(method: SolverMethod) throws {
    var options = SolverOptions()
    options.method = method
    options.presolve = false
    options.iterationLimit = 3
    let result = try GLPKSolver().solve(Self.long.0, for: Self.long.1, options: options)
    #expect(result.termination == .iterationLimit)
    #expect(result.iterations == 3)
  }

  @Test(arguments: [true, false])
  func `a time limit is an outcome of its own`(presolve: Bool) throws {
    var options = SolverOptions()
    options.presolve = presolve
    options.timeLimit = 0.02
    let result = try GLPKSolver().solve(Self.long.0, for: Self.long.1, options: options)
    #expect(result.termination == .timeLimit)
    if result.primalStatus == .feasible {
      #expect(OptimalityReport(Self.long.0, Self.long.1, result).isFeasible)
    }
  }

  @Test func `what GLPK says goes to the log`() throws {
    let seen = Seen()
    var options = SolverOptions()
    options.onLog = { seen.note($0) }
    options.onProgress = { seen.note($0) }
    let example = Textbook.all[0]
    _ = try GLPKSolver().solve(example.program, for: example.objective, options: options)
    #expect(seen.lines.contains { $0.contains("OPTIMAL") })
    #expect(!seen.progress.isEmpty)
    #expect(zip(seen.progress, seen.progress.dropFirst()).allSatisfy { $0.elapsed <= $1.elapsed })
  }
}
