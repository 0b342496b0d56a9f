// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import GLPKSolver
import LinearProgramming
import Synchronization
import Testing

@Suite struct `A decomposition worked by hand` {
  /// Two blocks, x ≤ 4 and y ≤ 4, share x + y ≤ 5; 3x + 2y is to be greatest.
  ///
  /// The best point is x = 4, y = 1, worth 14. One more of the shared row is worth 2 (more y); at
  /// that price block x earns 1 for each of its 4, and block y earns nothing: the row of x has the
  /// price 1, that of y the price 0. The bound of the price 2 is 5·2 + 4·(3 − 2) + 4·0 = 14.
  static func twoBlocks(_ sense: Sense) -> (LinearProgram, [ObjectiveLevel]) {
    var builder = LinearProgramBuilder(name: "two blocks")
    let x = builder.addColumn(named: "x")
    let y = builder.addColumn(named: "y")
    for (column, name) in [(x, "local x"), (y, "local y")] {
      builder.add(1, column)
      builder.closeRow(named: name, upper: 4)
    }
    builder.add(1, x)
    builder.add(1, y)
    builder.closeRow(named: "shared", upper: 5, role: .coupling)
    let sign = sense == .maximize ? 1.0 : -1.0
    let objective = Objective(
      name: "worth", sense: sense, coefficients: [3 * sign, 2 * sign], constant: 10)
    return (builder.build(), [ObjectiveLevel(objective: objective)])
  }

  @Test(arguments: [Sense.maximize, .minimize])
  func `gives the point, the bound and the prices`(sense: Sense) throws {
    let (program, levels) = Self.twoBlocks(sense)
    let outcome = try Support.solve(program, levels)
    let sign = sense == .maximize ? 1.0 : -1.0
    let level = try #require(outcome.levels.first)
    #expect(outcome.isComplete)
    #expect(abs((level.value ?? 0) - (10 + 14 * sign)) < 1e-7)
    #expect(abs((level.bestBound ?? 0) - (10 + 14 * sign)) < 1e-4)
    #expect(zip(level.rowDuals, [1, 0, 2]).allSatisfy { abs($0 - sign * $1) < 1e-4 })
    let whole = try GLPKSolver().solve(
      program, for: levels[0].objective, options: SolverOptions())
    #expect(zip(level.rowDuals, whole.rowDuals).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(level.detail.contains("2 blocks"))
  }

  @Test func `is left to the whole solve where it is too small, and says so`() throws {
    let (program, levels) = Self.twoBlocks(.maximize)
    let engine = DecompositionEngine(warm: GLPKWarmSolver(), whole: GLPKSolver())
    let outcome = try engine.optimise(
      program, inOrder: levels, options: SolverOptions(), onLevel: nil)
    #expect(outcome.isComplete)
    #expect(outcome.last.detail.contains("solved whole"))
    #expect(outcome.levels[0].detail.contains("solved whole"))
  }

  @Test func `a block without a point makes the program infeasible, with its proof`() throws {
    var (program, levels) = Self.twoBlocks(.maximize)
    program.appendRow(
      named: "at least", columns: [Variable(1)], coefficients: [1], lower: 6, role: .local)
    levels[0].objective.constant = 0
    let outcome = try Support.solve(program, levels)
    #expect(outcome.last.termination == .infeasible)
    #expect(outcome.last.dualStatus == .certificate)
    #expect((program.farkasStrength(of: outcome.last.rowDuals) ?? 0) > 0.1)
  }

  @Test func `an objective without end is unbounded`() throws {
    var builder = LinearProgramBuilder(name: "open")
    let columns = ["a", "b", "c", "d"].map { builder.addColumn(named: $0) }
    for pair in [(0, 1), (2, 3)] {
      builder.add(1, columns[pair.0])
      builder.add(-1, columns[pair.1])
      builder.closeRow(named: "tied \(pair.0)", upper: 1)
    }
    builder.add(1, columns[0])
    builder.add(-1, columns[2])
    builder.closeRow(named: "shared", upper: 5, role: .coupling)
    let level = ObjectiveLevel(
      objective: Objective(name: "more", sense: .maximize, coefficients: [1, 0, 0, 0]))
    let outcome = try Support.solve(builder.build(), [level])
    #expect(outcome.last.termination == .unbounded, "\(outcome.last.detail)")
    #expect(!outcome.isComplete)
  }
}

@Suite struct `A decomposition of a random study` {
  @Test func `gives the same point with one, two and four threads`() throws {
    for seed in UInt64(7501)...7505 {
      let formulation = try Support.formulation(seed: seed, beneficiaries: 18)
      let points = try [1, 2, 4].map { threads in
        try Support.solve(formulation.program, formulation.levels, threads: threads).best?.primal
      }
      let first = try #require(points[0])
      #expect(points[1] == first, "seed \(seed)")
      #expect(points[2] == first, "seed \(seed)")
    }
  }

  @Test func `stops on request with a feasible point that is not called optimal`() throws {
    let formulation = try Support.formulation(seed: 7601, beneficiaries: 30)
    let rounds = Mutex(0)
    var options = SolverOptions()
    options.onProgress = { _ in rounds.withLock { $0 += 1 } }
    options.shouldStop = { rounds.withLock { $0 } >= 3 }
    let outcome = try Support.solve(
      formulation.program, formulation.levels, options: options)
    #expect(outcome.last.termination == .interrupted)
    #expect(!outcome.isComplete)
    let best = try #require(outcome.best)
    let report = OptimalityReport(
      formulation.program, formulation.levels[0].objective,
      SolverResult(termination: .interrupted, primal: best.primal))
    #expect(report.isFeasible)
  }

  @Test func `a time limit of nothing stops before the first point`() throws {
    let formulation = try Support.formulation(seed: 7602, beneficiaries: 10)
    var options = SolverOptions()
    options.timeLimit = 0
    let outcome = try Support.solve(
      formulation.program, formulation.levels, options: options)
    #expect(outcome.last.termination == .timeLimit)
    #expect(outcome.best == nil)
  }

  @Test func `a memory limit ends the search, whatever was asked for besides`() throws {
    let formulation = try Support.formulation(seed: 7602, beneficiaries: 10)
    var options = SolverOptions()
    options.memoryLimit = 1
    options.timeLimit = 0
    let outcome = try Support.solve(
      formulation.program, formulation.levels, options: options)
    #expect(outcome.last.termination == .memoryLimit)
    options.memoryLimit = 1 << 50
    options.timeLimit = nil
    let free = try Support.solve(formulation.program, formulation.levels, options: options)
    #expect(free.last.termination != .memoryLimit)
  }

  @Test func `progress tells rounds and a bound`() throws {
    let formulation = try Support.formulation(seed: 7603, beneficiaries: 12)
    let seen = Mutex<[SolverProgress]>([])
    var options = SolverOptions()
    options.onProgress = { progress in seen.withLock { $0.append(progress) } }
    _ = try Support.solve(formulation.program, formulation.levels, options: options)
    let reports = seen.withLock { $0 }
    #expect(reports.map(\.iterations) == Array(1...reports.count))
    #expect(reports.map(\.rounds) == reports.map { $0.iterations })
    #expect(reports.contains { $0.bound != nil })
  }
}

@Suite struct `What an engine is asked for` {
  /// Counts the threads that are started for blocks.
  private struct CountingSolver: WarmSolver {
    final class Count: Sendable {
      let value = Mutex(0)
    }

    let count = Count()
    var identity: String { GLPKWarmSolver().identity }

    func makeThread(named name: String) -> any WarmThread {
      if name.hasPrefix("blocks") { count.value.withLock { $0 += 1 } }
      return GLPKWarmSolver().makeThread(named: name)
    }
  }

  @Test(arguments: [1, 3])
  func `threads of a solve come before those of the settings`(threads: Int) throws {
    let formulation = try Support.formulation(seed: 7604, beneficiaries: 12)
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    let solver = CountingSolver()
    let engine = DecompositionEngine(warm: solver, whole: GLPKSolver(), settings: settings)
    var options = SolverOptions()
    options.threads = threads
    _ = try engine.optimise(
      formulation.program, inOrder: formulation.levels, options: options, onLevel: nil)
    #expect(solver.count.value.withLock { $0 } == threads)
  }

  @Test func `progress tells blocks per second, and no goal before there is a point`() throws {
    let formulation = try Support.formulation(seed: 7603, beneficiaries: 12)
    let seen = Mutex<[SolverProgress]>([])
    var options = SolverOptions()
    options.onProgress = { progress in seen.withLock { $0.append(progress) } }
    _ = try Support.solve(formulation.program, formulation.levels, options: options)
    let reports = seen.withLock { $0 }
    #expect(reports.allSatisfy { ($0.blocksPerSecond ?? 0) > 0 })
    #expect(reports.allSatisfy { ($0.infeasibility == nil) != ($0.objectiveValue == nil) })
  }
}
