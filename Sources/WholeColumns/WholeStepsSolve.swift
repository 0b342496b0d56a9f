// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Solves a program whose steps are taken whole or not at all, for objectives in order.
///
/// Steps are chosen for the first levels, level by level: the linear program, tightened by what
/// whole steps imply, gives a bound, prices and a point to start from; its blocks are then made
/// whole one after the other (`WholeSearch`), and small programs are searched to the end. With the
/// steps fixed, all levels are solved once more by the engine.
public struct WholeStepsSolve: Sendable {
  let engine: any Engine
  let solver: any Solver
  let settings: WholeSettings

  /// Creates a solve.
  ///
  /// - Parameters:
  ///   - engine: Solves linear programs.
  ///   - solver: Solves blocks with whole steps.
  ///   - settings: How hard whole steps are looked for.
  public init(
    engine: any Engine, solver: any Solver, settings: WholeSettings = WholeSettings()
  ) {
    self.engine = engine
    self.solver = solver
    self.settings = settings
  }

  /// Solves a program.
  ///
  /// - Parameters:
  ///   - program: The program, without integer columns.
  ///   - levels: Objectives, the most important first; at least one.
  ///   - steps: Size of a step of each column, which is taken whole or not at all; 0 for columns
  ///     that may take any value.
  ///   - options: Limits, progress and cancellation.
  ///   - onLevel: Told the number, from 1, and the name of each level before it is solved.
  /// - Returns: How it ended, with what is known.
  /// - Throws: As the engine does.
  public func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], steps: [Double],
    options: SolverOptions, onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> WholeStepsOutcome {
    precondition(!levels.isEmpty, "at least one level")
    var run = WholeStepsRun(self, program, levels, steps, options, onLevel)
    return try run.run()
  }
}

/// One search for whole steps: the state between its levels.
struct WholeStepsRun {
  private let solve: WholeStepsSolve
  private let program: LinearProgram
  private let levels: [ObjectiveLevel]
  private let steps: [Double]
  private let options: SolverOptions
  private let onLevel: (@Sendable (Int, String) -> Void)?
  private let start = ContinuousClock.now
  /// The tightened program, with the goals held so far.
  private var tight: LinearProgram
  private var bounds: [LevelOutcome] = []
  /// Rows of ``tight`` that hold goals, without the tolerance that later goals may use up.
  ///
  /// Steps keep the goals before as they are: the tolerance is for what is solved once they are
  /// fixed, and must not be given up twice.
  private var strict: [(row: Constraint, bound: Double, isMinimum: Bool)] = []
  private var outcome: WholeStepsOutcome
  /// The best point with whole steps so far, in counts of steps.
  private var point: [Double]?

  init(
    _ solve: WholeStepsSolve, _ program: LinearProgram, _ levels: [ObjectiveLevel],
    _ steps: [Double], _ options: SolverOptions, _ onLevel: (@Sendable (Int, String) -> Void)?
  ) {
    self.solve = solve
    self.program = program
    self.levels = levels
    self.steps = steps
    self.options = options
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
  private var remaining: SolverOptions {
    var options = options
    options.timeLimit = options.timeLimit.map { max(0, $0 - elapsed) }
    return options
  }

  private var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Why to stop now; `nil` to go on.
  private var stopReason: TerminationStatus? {
    if options.shouldStop?() ?? false { return .interrupted }
    if let limit = options.timeLimit, elapsed >= limit { return .timeLimit }
    return nil
  }

  private var shouldStop: @Sendable () -> Bool {
    let (options, start) = (options, start)
    return {
      if options.shouldStop?() ?? false { return true }
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
    let search = WholeSearch(solve.solver, solve.settings, shouldStop: shouldStop)
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
      var state = WholeState(program, WholeBlocks(program), steps, at: point ?? best.primal)
      let prices = state.blocks.coupling.map { row in
        outcomeOfLevel.rowDuals.isEmpty ? 0 : sign * outcomeOfLevel.rowDuals[Int(row)]
      }
      let report = options.onProgress
      let (elapsed, constant) = (elapsed, level.objective.constant)
      try search.improve(
        &state,
        passes: position == 0 ? solve.settings.passes : solve.settings.laterPasses, costs: costs,
        prices: prices, value: best.objectiveValue ?? 0
      ) { number, value in
        var progress = SolverProgress(iterations: number, elapsed: elapsed, rounds: number)
        progress.objectiveValue = sign * value + constant
        progress.bound = outcomeOfLevel.bestBound
        report?(progress)
      }
      if state.isWhole, WholeSearch.holds(state) { keep(state.point, costs) }
      if position == 0, let bound = outcomeOfLevel.bestBound {
        let gain = try search.gain(state, costs: costs, prices: prices)
        outcome.wholeBound = bound + sign * gain
      }
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

  /// Keeps a point that is better than the one so far.
  private mutating func keep(_ candidate: [Double], _ costs: [Double]) {
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

  private var boundsOutcome: OrderedOutcome {
    OrderedOutcome(
      levels: bounds, of: [], last: SolverResult(termination: .optimal), best: nil,
      program: tight, rowCount: tight.rowCount - bounds.count { $0.heldAt != nil })
  }
}

extension WholeStepsRun {
  /// Solves all levels with the steps fixed.
  private mutating func finished() throws -> WholeStepsOutcome {
    guard let point else { return outcome }
    var fixed = program
    for column in steps.indices where steps[column] > 0 {
      let value = steps[column] * point[column]
      fixed.setBounds(Variable(column), lower: value, upper: value)
    }
    outcome.taken = steps.indices.count { steps[$0] > 0 && point[$0] > 0.5 }
    let plan = try solve.engine.optimise(
      fixed, inOrder: levels, options: remaining, onLevel: onLevel)
    guard plan.best != nil else {
      _ = stop(stopReason ?? plan.last.termination)
      return outcome
    }
    outcome.plan = plan
    outcome.ending = plan.isComplete ? .found : .stopped
    return outcome
  }

  /// Ends where the tightened program has no proven optimum; always `false`.
  private mutating func end(with bound: OrderedOutcome) -> Bool {
    switch bound.last.termination {
    case .infeasible, .infeasibleOrUnbounded:
      if point != nil { return stop(.numericalError) }
      outcome.ending = .impossible
    default:
      return stop(bound.last.termination)
    }
    return false
  }

  /// Ends with the point found so far, if any; always `false`.
  private mutating func stop(_ reason: TerminationStatus) -> Bool {
    outcome.ending = .stopped
    outcome.bounds = boundsOutcome
    var result = SolverResult(termination: reason == .optimal ? .interrupted : reason)
    result.detail = "The search for whole steps was stopped."
    guard let point else {
      outcome.plan.last = result
      return false
    }
    outcome.taken = steps.indices.count { steps[$0] > 0 && point[$0] > 0.5 }
    result.primal = point.indices.map { steps[$0] > 0 ? steps[$0] * point[$0] : point[$0] }
    result.primalStatus = .feasible
    result.objectiveValue = levels[0].objective.value(at: result.primal)
    let level = LevelOutcome(program, levels[0].objective, result, seconds: elapsed)
    let isFeasible = level.optimality?.isFeasible ?? false
    outcome.plan = OrderedOutcome(
      levels: [level], of: levels, last: result, best: isFeasible ? result : nil,
      program: program, rowCount: program.rowCount)
    return false
  }
}

extension TerminationStatus {
  /// Whether a limit or the user ended the solve.
  fileprivate var isLimit: Bool {
    [.interrupted, .timeLimit, .memoryLimit, .iterationLimit, .objectiveLimit].contains(self)
  }
}
