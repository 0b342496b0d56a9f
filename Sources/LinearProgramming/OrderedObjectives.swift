// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of one level of an ordered list of objectives.
public struct LevelOutcome: Sendable {
  /// Name of the objective.
  public var name: String
  /// Direction of the objective.
  public var sense: Sense
  /// How the solve of this level ended.
  public var termination: TerminationStatus
  /// Best value found at this level, constant included.
  public var value: Double?
  /// Best value that the prices allow, constant included.
  public var bestBound: Double?
  /// Difference of the two, relative.
  public var gap: Double?
  /// Value at the point of the last level: later levels may have given up the tolerance.
  public var finalValue: Double?
  /// Row duals of this level: one per row of the program, then one per goal row held so far.
  public var rowDuals: [Double]
  /// What our own arithmetic says of the answer of this level.
  public var optimality: OptimalityReport?
  /// Value that later levels must keep; `nil` for the last level.
  public var heldAt: Double?
  /// Iterations of this level.
  public var iterations: Int
  /// Time of this level in seconds.
  public var seconds: Double
  /// A sentence on how it ended.
  public var detail: String

  /// Creates the outcome of a level from the answer of its solve.
  ///
  /// - Parameters:
  ///   - program: The program with the goal rows held at this level.
  ///   - objective: What was optimised.
  ///   - result: The answer.
  ///   - seconds: Time of the level.
  public init(
    _ program: LinearProgram, _ objective: Objective, _ result: SolverResult, seconds: Double
  ) {
    name = objective.name
    sense = objective.sense
    termination = result.termination
    value = result.objectiveValue
    bestBound = result.bestBound
    rowDuals = result.rowDuals
    iterations = result.iterations
    self.seconds = seconds
    detail = result.detail
    if let value, let bestBound {
      gap = abs(value - bestBound) / max(1, abs(value), abs(bestBound))
    }
    if result.primalStatus == .feasible {
      optimality = OptimalityReport(program, objective, result)
    }
  }
}

/// The answer to an ordered list of objectives.
public struct OrderedOutcome: Sendable {
  /// Levels in order, up to the first that was not optimal.
  public var levels: [LevelOutcome]
  /// Whether every level was solved to a proven optimum.
  public var isComplete: Bool
  /// Answer of the last level that was tried.
  public var last: SolverResult
  /// Answer of the deepest level that has a feasible point; equals ``last`` where all went well.
  public var best: SolverResult?
  /// Point of the level before the deepest one that has a feasible point; `nil` where there is none.
  ///
  /// Both points are as good on every level before the deepest, but for what those may give up.
  public var pointBefore: [Double]?
  /// The program with its goal rows, as the last level saw it.
  public var program: LinearProgram
  /// Number of rows of the program without goal rows.
  public var rowCount: Int

  /// Puts the outcomes of levels together.
  ///
  /// - Parameters:
  ///   - levels: Outcomes, up to the first that is not optimal.
  ///   - wanted: The levels asked for.
  ///   - last: Answer of the last level that was tried.
  ///   - best: Answer of the deepest level that has a feasible point.
  ///   - pointBefore: Point of the level before that one.
  ///   - program: The program with its goal rows, as the last level saw it.
  ///   - rowCount: Number of rows without goal rows.
  public init(
    levels: [LevelOutcome], of wanted: [ObjectiveLevel], last: SolverResult,
    best: SolverResult?, pointBefore: [Double]? = nil, program: LinearProgram, rowCount: Int
  ) {
    self.levels = levels
    self.pointBefore = pointBefore
    if let best {
      for position in levels.indices {
        self.levels[position].finalValue = wanted[position].objective.value(at: best.primal)
      }
    }
    isComplete =
      levels.count == wanted.count && levels.allSatisfy { $0.termination == .optimal }
    self.last = last
    self.best = best
    self.program = program
    self.rowCount = rowCount
  }
}

extension LinearProgram {
  /// Adds the row `goal[number:name]` that holds a level within its tolerances.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - value: The value it reached, constant included.
  ///   - number: Number of the level, from 1.
  /// - Returns: The value that later levels must keep, constant included.
  public mutating func hold(
    _ level: ObjectiveLevel, at value: Double, number: Int
  ) -> Double {
    let room =
      level.relativeTolerance * abs(value) + level.absoluteTolerance
      + Tolerance.goalSlack * max(1, abs(value))
    let objective = level.objective
    let held = objective.sense == .minimize ? value + room : value - room
    appendRow(
      of: objective, named: "goal[\(number):\(objective.name)]",
      noWorseThan: held)
    return held
  }

  /// Adds a coupling row that keeps an objective from being worse than a value.
  ///
  /// - Parameters:
  ///   - objective: The objective.
  ///   - name: Name of the row.
  ///   - value: The value, constant included; `nil`: the row limits nothing.
  /// - Returns: Index of the row.
  @discardableResult
  public mutating func appendRow(
    of objective: Objective, named name: String, noWorseThan value: Double?
  ) -> Constraint {
    let columns = objective.coefficients.indices.filter { objective.coefficients[$0] != 0 }
    let row = appendRow(
      named: name, columns: columns.map { Variable($0) },
      coefficients: columns.map { objective.coefficients[$0] }, role: .coupling)
    limit(row, of: objective, noWorseThan: value)
    return row
  }

  /// Moves the limit of a row that holds an objective.
  ///
  /// - Parameters:
  ///   - row: A row made by ``appendRow(of:named:noWorseThan:)``.
  ///   - objective: The objective.
  ///   - value: The value, constant included; `nil`: the row limits nothing.
  public mutating func limit(
    _ row: Constraint, of objective: Objective, noWorseThan value: Double?
  ) {
    let bound = value.map { $0 - objective.constant }
    let isMinimum = objective.sense == .minimize
    setBounds(
      row, lower: isMinimum ? -.infinity : bound ?? -.infinity,
      upper: isMinimum ? bound ?? .infinity : .infinity)
  }
}

extension Solver {
  /// Solves a program for objectives in order: each is optimised among the points that keep the
  /// ones before.
  ///
  /// After a level is optimal at `v`, a row `goal[1:name]` holds its objective within
  /// `relativeTolerance · |v| + absoluteTolerance` of `v`, plus ``Tolerance/goalSlack`` relative
  /// to the size of `v`, without which rounding would leave the next level no room. The next level
  /// starts from the basis of the one before. A time limit counts for all levels together.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - levels: Objectives, the most important first; an empty list asks for any feasible point.
  ///   - options: Options of every solve.
  ///   - onLevel: Told the number, from 1, and the name of each level before it is solved.
  /// - Returns: The outcomes of the levels; the list stops at the first that is not optimal.
  /// - Throws: As ``solve(_:for:options:)``.
  public func solve(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)? = nil
  ) throws -> OrderedOutcome {
    var ordered = OrderedSolve(program, options)
    let nothing = Objective(
      name: "any feasible point", sense: .minimize,
      coefficients: [Double](repeating: 0, count: program.columnCount))
    let wanted = levels.isEmpty ? [ObjectiveLevel(objective: nothing)] : levels
    for (position, level) in wanted.enumerated() {
      onLevel?(position + 1, level.objective.name)
      let goesOn = try ordered.solve(
        level, number: position + 1, isLast: position == wanted.count - 1, with: self)
      if !goesOn { break }
    }
    return ordered.outcome(of: wanted)
  }
}

/// The state of an ordered solve between its levels.
private struct OrderedSolve {
  var program: LinearProgram
  var options: SolverOptions
  var levels: [LevelOutcome] = []
  var last = SolverResult(termination: .interrupted)
  var best: SolverResult?
  var pointBefore: [Double]?
  let rowCount: Int
  let clock = ContinuousClock()
  let start: ContinuousClock.Instant

  init(_ program: LinearProgram, _ options: SolverOptions) {
    self.program = program
    self.options = options
    rowCount = program.rowCount
    start = clock.now
  }

  private func seconds(since instant: ContinuousClock.Instant) -> Double {
    let parts = (clock.now - instant).components
    return Double(parts.seconds) + 1e-18 * Double(parts.attoseconds)
  }

  /// Solves one level and holds it; `false` where it is not optimal.
  mutating func solve(
    _ level: ObjectiveLevel, number: Int, isLast: Bool, with solver: some Solver
  ) throws -> Bool {
    let began = clock.now
    var options = options
    options.timeLimit = options.timeLimit.map { max(0, $0 - seconds(since: start)) }
    last = try solver.solve(program, for: level.objective, options: options)
    if best != nil, [.infeasible, .infeasibleOrUnbounded].contains(last.termination) {
      // The point of the level before satisfies this one: the solver contradicts itself.
      last.termination = .numericalError
      last.detail += " A point that satisfies every row is known all the same."
    }
    if last.primalStatus == .feasible {
      pointBefore = best?.primal
      best = last
    }
    var outcome = LevelOutcome(
      program, level.objective, last, seconds: seconds(since: began))
    let goesOn = last.termination == .optimal
    if goesOn, !isLast, let value = last.objectiveValue {
      outcome.heldAt = hold(level, at: value, number: number)
    }
    levels.append(outcome)
    return goesOn
  }

  /// Adds the goal row, and the basis for the next level.
  private mutating func hold(_ level: ObjectiveLevel, at value: Double, number: Int) -> Double {
    let held = program.hold(level, at: value, number: number)
    options.start = last.basis.map { basis in
      Basis(rows: basis.rows + [.basic], columns: basis.columns)
    }
    return held
  }

  func outcome(of wanted: [ObjectiveLevel]) -> OrderedOutcome {
    OrderedOutcome(
      levels: levels, of: wanted, last: last, best: best, pointBefore: pointBefore,
      program: program, rowCount: rowCount)
  }
}
