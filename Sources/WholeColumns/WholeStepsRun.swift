// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// One search for whole steps: the state between its levels.
struct WholeStepsRun {
  let solve: WholeStepsSolve
  let program: LinearProgram
  let levels: [ObjectiveLevel]
  let steps: [Double]
  let options: SolverOptions
  let onLevel: (@Sendable (Int, String) -> Void)?
  let start = ContinuousClock.now
  private let memory: MemoryWatch
  /// The tightened program, with the goals held so far.
  var tight: LinearProgram
  var bounds: [LevelOutcome] = []
  /// Rows of ``tight`` that hold goals, without the tolerance that later goals may use up.
  ///
  /// Steps keep the goals before as they are: the tolerance is for what is solved once they are
  /// fixed, and must not be given up twice.
  var strict: [(row: Constraint, bound: Double, isMinimum: Bool)] = []
  var outcome: WholeStepsOutcome
  /// The best point with whole steps so far, in counts of steps.
  var point: [Double]?

  init(
    _ solve: WholeStepsSolve, _ program: LinearProgram, _ levels: [ObjectiveLevel],
    _ steps: [Double], _ options: SolverOptions, _ onLevel: (@Sendable (Int, String) -> Void)?
  ) {
    self.solve = solve
    self.program = program
    self.levels = levels
    self.steps = steps
    self.options = options
    memory = MemoryWatch(limit: options.memoryLimit)
    self.onLevel = onLevel
    tight = program.tightened(forSteps: steps)
    outcome = WholeStepsOutcome(
      ending: .stopped,
      plan: OrderedOutcome(
        levels: [], of: levels, last: SolverResult(termination: .interrupted), best: nil,
        program: program, rowCount: program.rowCount))
    outcome.steps = steps.count { $0 > 0 }
  }

  /// Options with what is left of the time.
  var remaining: SolverOptions {
    var options = options
    options.timeLimit = options.timeLimit.map { max(0, $0 - elapsed) }
    return options
  }

  var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Why to stop now; `nil` to go on.
  var stopReason: TerminationStatus? {
    if options.shouldStop?() ?? false { return .interrupted }
    if memory.isOver { return .memoryLimit }
    if let limit = options.timeLimit, elapsed >= limit { return .timeLimit }
    return nil
  }

  var shouldStop: @Sendable () -> Bool {
    let (options, start, memory) = (options, start, memory)
    return {
      if options.shouldStop?() ?? false || memory.isOver { return true }
      return options.timeLimit.map { (ContinuousClock.now - start) / .seconds(1) >= $0 } ?? false
    }
  }

  mutating func run() throws -> WholeStepsOutcome {
    onLevel?(1, levels[0].objective.name)
    let linear = try solve.engine.optimise(
      program, inOrder: [levels[0]], options: remaining, onLevel: nil)
    outcome.linear = linear
    guard linear.isComplete else {
      outcome.ending = linear.last.termination.isLimit ? .stopped : .linear
      outcome.plan = linear
      // A point with partial steps is no answer.
      outcome.plan.best = nil
      return outcome
    }
    var settings = solve.settings
    if let threads = options.threads { settings.threads = threads }
    let search = WholeSearch(solve.solver, settings, shouldStop: shouldStop)
    for position in levels.indices {
      if position > 0 { onLevel?(position + 1, levels[position].objective.name) }
      guard try choose(position, search) else { return outcome }
    }
    outcome.bounds = boundsOutcome
    return try finished()
  }

  /// Bounds a level, chooses steps for it where it is one of the first, and holds it; `false` where
  /// the run ends here.
  private mutating func choose(_ position: Int, _ search: WholeSearch) throws -> Bool {
    var level = levels[position]
    level.objective = level.objective.counted(inSteps: steps)
    let bound = try solve.engine.optimise(
      tight, inOrder: [level], options: remaining, onLevel: nil)
    guard bound.isComplete, let best = bound.best, var outcomeOfLevel = bound.levels.first else {
      return end(with: bound)
    }
    let sign = level.objective.sense == .minimize ? 1.0 : -1.0
    let costs = level.objective.coefficients.map { sign * $0 }
    var isExhaustive = false
    if position < solve.settings.searchedLevels {
      var program = tight
      for goal in strict {
        program.setBounds(
          goal.row, lower: goal.isMinimum ? -.infinity : goal.bound,
          upper: goal.isMinimum ? goal.bound : .infinity)
      }
      let state = WholeState(program, WholeBlocks(program), steps, at: point ?? best.primal)
      let prices = state.blocks.coupling.map { row in
        outcomeOfLevel.rowDuals.isEmpty ? 0 : sign * outcomeOfLevel.rowDuals[Int(row)]
      }
      try improve(
        state, level.objective, prices, bound: outcomeOfLevel.bestBound, isFirst: position == 0,
        search)
      if outcome.steps <= solve.settings.exactSteps {
        isExhaustive = try searchToTheEnd(program, costs)
        if isExhaustive, point == nil {
          outcome.ending = .impossible
          return false
        }
      }
      guard point != nil else {
        outcome.ending = stopReason == nil ? .notFound : .stopped
        outcome.plan.last.termination = stopReason ?? .interrupted
        return false
      }
    }
    outcome.isExhaustive.append(isExhaustive)
    if let point, position < levels.count - 1 {
      let value = level.objective.value(at: point)
      outcomeOfLevel.heldAt = tight.hold(level, at: value, number: position + 1)
      let slack = sign * Tolerance.goalSlack * max(1, abs(value))
      strict.append(
        (
          Constraint(tight.rowCount - 1), value + slack - level.objective.constant,
          level.objective.sense == .minimize
        ))
    }
    bounds.append(outcomeOfLevel)
    if let stopReason { return stop(stopReason) }
    return true
  }

  /// Looks for whole steps from a point, its blocks one after the other.
  ///
  /// A mixture of whole points is the better start, but may break rows beyond mending; the linear
  /// optimum breaks none.
  private mutating func improve(
    _ state: WholeState, _ objective: Objective, _ prices: [Double], bound: Double?,
    isFirst: Bool, _ search: WholeSearch
  ) throws {
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    let costs = objective.coefficients.map { sign * $0 }
    let value = sign * ((bound ?? objective.constant) - objective.constant)
    let passes = isFirst ? solve.settings.passes : solve.settings.laterPasses
    var starts = [(state: state, prices: prices)]
    if isFirst, bound != nil {
      let priced = try search.price(state, costs: costs, prices: prices, bound: value)
      if priced.bound.isFinite { outcome.wholeBound = sign * priced.bound + objective.constant }
      if let mixture = priced.mixture {
        starts.insert(
          (WholeState(state.program, state.blocks, steps, at: mixture), priced.prices), at: 0)
      }
    }
    let report = options.onProgress
    for start in starts {
      var state = start.state
      let elapsed = elapsed
      try search.improve(&state, passes: passes, costs: costs, prices: start.prices, value: value) {
        var progress = SolverProgress(iterations: $0, elapsed: elapsed, rounds: $0)
        progress.objectiveValue = sign * $1 + objective.constant
        progress.bound = bound
        report?(progress)
      }
      guard state.isWhole, WholeSearch.holds(state) else { continue }
      keep(state.point, costs)
      if outcome.steps > solve.settings.stepsForBothStarts { return }
    }
  }

  /// Keeps a point that is better than the one so far.
  mutating func keep(_ candidate: [Double], _ costs: [Double]) {
    func value(_ point: [Double]) -> Double {
      zip(costs, point).reduce(0) { $0 + $1.0 * $1.1 }
    }
    if let point, value(point) <= value(candidate) { return }
    point = candidate
  }

  /// Looks at every choice of steps, as far as the nodes go; whether they did.
  private mutating func searchToTheEnd(
    _ program: LinearProgram, _ costs: [Double]
  ) throws -> Bool {
    var whole = program
    for column in steps.indices where steps[column] > 0 {
      whole.setDomain(Variable(column), .integer)
    }
    let search = BlockSearch(
      solver: solve.solver, mostNodes: solve.settings.exactNodes, shouldStop: shouldStop)
    let result = try search.minimise(whole, costs)
    if !result.point.isEmpty { keep(result.point, costs) }
    return result.isComplete
  }

  var boundsOutcome: OrderedOutcome {
    OrderedOutcome(
      levels: bounds, of: [], last: SolverResult(termination: .optimal), best: nil,
      program: tight, rowCount: tight.rowCount - bounds.count { $0.heldAt != nil })
  }
}
