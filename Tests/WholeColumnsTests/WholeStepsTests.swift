// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing
import WholeColumns

/// Random studies small enough to be searched to the end by branch and cut.
private enum Small {
  static func formulation(_ seed: UInt64) throws -> Formulation {
    try Formulation.compile(
      RandomScenario(
        seed: seed, beneficiaries: [2, 3, 4][Int(seed % 3)], measures: 3, years: 2, objectives: 2
      ).make())
  }

  /// The first goal over whole steps, by GLPK's branch and cut on the program as it was written.
  static func optimum(_ formulation: Formulation) throws -> SolverResult {
    let steps = formulation.wholeSteps
    return try GLPKSolver().solve(
      formulation.program.counted(inSteps: steps, .integer),
      for: formulation.levels[0].objective.counted(inSteps: steps), options: SolverOptions())
  }

  static func solve(
    _ formulation: Formulation, threads: Int = 2, exactSteps: Int = 0
  ) throws -> WholeStepsOutcome {
    var settings = WholeSettings()
    settings.threads = threads
    settings.exactSteps = exactSteps
    settings.exactNodes = 10_000
    return try WholeStepsSolve(
      engine: WholeSolve(GLPKSolver()), solver: GLPKSolver(), settings: settings
    ).optimise(
      formulation.program, inOrder: formulation.levels, steps: formulation.wholeSteps,
      options: SolverOptions(), onLevel: nil)
  }
}

@Suite struct `Whole steps` {
  static let seeds = Array(UInt64(9101)...9140)

  @Test(arguments: seeds)
  func `what whole steps imply takes no choice of steps away`(seed: UInt64) throws {
    let formulation = try Small.formulation(seed)
    let steps = formulation.wholeSteps
    let exact = try Small.optimum(formulation)
    var tight = formulation.program.tightened(forSteps: steps)
    let objective = formulation.levels[0].objective.counted(inSteps: steps)
    let bound = try GLPKSolver().solve(tight, for: objective, options: SolverOptions())
    let linear = try GLPKSolver().solve(
      formulation.program, for: formulation.levels[0].objective, options: SolverOptions())
    for column in steps.indices where steps[column] > 0 {
      tight.setDomain(Variable(column), .integer)
    }
    let whole = try GLPKSolver().solve(tight, for: objective, options: SolverOptions())
    #expect(whole.termination == exact.termination)
    guard let value = exact.objectiveValue, exact.termination == .optimal else { return }
    #expect(abs((whole.objectiveValue ?? .infinity) - value) <= 1e-6 * max(1, abs(value)))
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    let (loose, close) = (sign * (linear.objectiveValue ?? 0), sign * (bound.objectiveValue ?? 0))
    #expect(loose <= close + 1e-6 * max(1, abs(close)))
    #expect(close <= sign * value + 1e-6 * max(1, abs(value)))
  }

  @Test(arguments: seeds)
  func `are never better than the optimum, and their bounds never worse`(seed: UInt64) throws {
    let formulation = try Small.formulation(seed)
    let exact = try Small.optimum(formulation)
    let outcome = try Small.solve(formulation)
    guard exact.termination == .optimal, let optimum = exact.objectiveValue else {
      #expect(outcome.ending == .impossible || outcome.ending == .notFound)
      return
    }
    // Where whole steps exist, the search may miss them, but must not say that there are none.
    guard outcome.ending == .found else {
      #expect(outcome.ending == .notFound)
      return
    }
    let sign = formulation.levels[0].objective.sense == .minimize ? 1.0 : -1.0
    let room = 1e-6 * max(1, abs(optimum))
    let value = try #require(outcome.plan.levels[0].value)
    #expect(sign * (value - optimum) >= -room, "\(value) beats \(optimum)")
    for bound in [outcome.bounds?.levels[0].bestBound, outcome.wholeBound] {
      let bound = try #require(bound)
      #expect(sign * (bound - optimum) <= room, "the bound \(bound) crosses \(optimum)")
    }
    for (level, bound) in zip(outcome.plan.levels, outcome.bounds?.levels ?? []) {
      let sign = level.sense == .minimize ? 1.0 : -1.0
      let (value, bound) = (level.finalValue ?? 0, bound.bestBound ?? 0)
      #expect(sign * (bound - value) <= 1e-5 * max(1, abs(value)), "\(level.name)")
    }
  }

  @Test(arguments: seeds)
  func `leave no step in part, and keep every rule`(seed: UInt64) throws {
    let formulation = try Small.formulation(seed)
    let outcome = try Small.solve(formulation)
    guard outcome.ending == .found else { return }
    let best = try #require(outcome.plan.best)
    let steps = formulation.wholeSteps
    for column in steps.indices where steps[column] > 0 {
      #expect([0, steps[column]].contains { abs(best.primal[column] - $0) <= 1e-9 })
    }
    let report = OptimalityReport(
      formulation.program, formulation.levels[0].objective,
      SolverResult(termination: .optimal, primalStatus: .feasible, primal: best.primal))
    #expect(report.isFeasible)
    #expect(outcome.taken == steps.indices.count { steps[$0] > 0 && best.primal[$0] > 1e-6 })
  }

  @Test(arguments: Array(UInt64(9101)...9120))
  func `are optimal where every choice was looked at`(seed: UInt64) throws {
    let formulation = try Small.formulation(seed)
    let exact = try Small.optimum(formulation)
    let outcome = try Small.solve(formulation, exactSteps: 1_000)
    guard exact.termination == .optimal, let optimum = exact.objectiveValue else {
      #expect(outcome.ending == .impossible)
      return
    }
    #expect(outcome.ending == .found)
    #expect(outcome.isExhaustive.first == true)
    let value = try #require(outcome.plan.levels.first?.value)
    #expect(abs(value - optimum) <= 1e-6 * max(1, abs(optimum)))
  }

  @Test func `do not depend on the number of threads`() throws {
    for seed in UInt64(9201)...9204 {
      let formulation = try Small.formulation(seed)
      let one = try Small.solve(formulation, threads: 1)
      for threads in [2, 4] {
        let other = try Small.solve(formulation, threads: threads)
        #expect(other.plan.best?.primal == one.plan.best?.primal, "seed \(seed)")
        #expect(other.wholeBound == one.wholeBound, "seed \(seed)")
      }
    }
  }

  @Test func `end without an answer where they are stopped`() throws {
    let formulation = try Small.formulation(9101)
    var options = SolverOptions()
    options.shouldStop = { true }
    let outcome = try WholeStepsSolve(
      engine: WholeSolve(GLPKSolver()), solver: GLPKSolver()
    ).optimise(
      formulation.program, inOrder: formulation.levels, steps: formulation.wholeSteps,
      options: options, onLevel: nil)
    #expect(outcome.ending == .stopped)
    #expect(outcome.plan.best == nil)
  }
}

@Suite struct `A program of one choice` {
  /// b steps of 0.4 each cover what 0.5 asks for, or the rest is missing: `0.4·(b1 + b2) + z ≥ 0.5`.
  private static func program(most: Double = .infinity) -> LinearProgram {
    var builder = LinearProgramBuilder(name: "cover")
    let steps = [1, 2].map { builder.addColumn(named: "d\($0)", upper: 0.5) }
    let missing = builder.addColumn(named: "z", upper: most)
    for step in steps { builder.add(1, step) }
    builder.add(1, missing)
    builder.closeRow(named: "cover", lower: 0.5)
    for (number, step) in steps.enumerated() {
      builder.add(10, step)
      if number == 1 { builder.closeRow(named: "budget", upper: 5, role: .coupling) }
    }
    return builder.build()
  }

  private static let least = Objective(name: "missing", sense: .minimize, coefficients: [0, 0, 1])

  private func solve(_ program: LinearProgram) throws -> WholeStepsOutcome {
    try WholeStepsSolve(engine: WholeSolve(GLPKSolver()), solver: GLPKSolver()).optimise(
      program, inOrder: [ObjectiveLevel(objective: Self.least)], steps: [0.4, 0.4, 0],
      options: SolverOptions(), onLevel: nil)
  }

  @Test func `takes the one step that money allows`() throws {
    // Money for 1.25 steps: partial steps cover 0.5, one whole step 0.4.
    let outcome = try solve(Self.program())
    #expect(outcome.ending == .found)
    #expect(outcome.taken == 1)
    #expect(abs((outcome.linear?.best?.objectiveValue ?? 1) - 0) < 1e-9)
    #expect(abs((outcome.plan.best?.objectiveValue ?? 0) - 0.1) < 1e-9)
    #expect(outcome.isExhaustive == [true])
  }

  @Test func `says that there is no choice where partial steps only would do`() throws {
    let outcome = try solve(Self.program(most: 0.05))
    #expect(outcome.ending == .impossible)
    #expect(outcome.plan.best == nil)
  }

  @Test func `is tightened by what the next step or the rest must cover`() {
    let tight = Self.program().tightened(forSteps: [0.4, 0.4, 0])
    #expect(tight.rowCount == 3)
    #expect(tight.rowNames[2] == "whole[1:cover]")
    // One step leaves 0.1 missing, none 0.5: z ≥ 0.1·(2 − b1 − b2) through both points above it.
    #expect(abs(tight.rowUpper[2] + 0.2) < 1e-9)
    let entries = tight.entries(of: 2).map { tight.coefficient[$0] }
    for (value, wanted) in zip(entries, [-0.1, -0.1, -1]) { #expect(abs(value - wanted) < 1e-9) }
  }
}
