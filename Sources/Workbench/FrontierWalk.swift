// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report

/// Solves the points of a curve between two goals one after the other, each from where the last one
/// ended.
///
/// The ends are solved for both goals in order. Every other point is the best for the second goal
/// with the first no worse than a limit, then the best for the first: the price of the limit is the
/// slope of a tangent. The limit is where chord and tangents are farthest apart.
struct FrontierWalk {
  private let bench: Workbench
  private let request: FrontierRequest
  private let control: WorkControl
  private let formulation: TradeOffFormulation
  private let study: Scenario
  private let axes: [FrontierOutcome.Axis]
  private var session: any EngineSession
  private var solves = 0

  /// Prepares a walk.
  ///
  /// - Parameters:
  ///   - bench: whose engine solves.
  ///   - request: points, and limits of each solve.
  ///   - control: progress and cancellation.
  ///   - formulation: the program of the two goals.
  ///   - study: the study with all of its goals.
  init(
    _ bench: Workbench, _ request: FrontierRequest, _ control: WorkControl,
    _ formulation: TradeOffFormulation, study: Scenario
  ) {
    self.bench = bench
    self.request = request
    self.control = control
    self.formulation = formulation
    self.study = study
    let levels = formulation.firstThenSecond.levels
    axes = zip(formulation.firstThenSecond.scenario.goals, levels).map {
      FrontierOutcome.Axis(goal: $0.terms[0].goal, sense: $1.objective.sense)
    }
    session = bench.engine.makeSession()
  }

  /// Solves the points.
  ///
  /// - Throws: where a solve ends without a proven optimum, and where the user stops the work.
  mutating func outcome() throws -> FrontierOutcome {
    let first = try solved(formulation.firstThenSecond) { walk, ordered in
      walk.tangent(ordered.levels[1], of: 1, price: ordered.rowCount, at: ordered.levels[0].heldAt)
    }
    let last = try solved(formulation.secondThenFirst()) { walk, ordered in
      walk.tangent(ordered.levels[1], of: 0, price: ordered.rowCount, at: ordered.levels[0].heldAt)
    }
    var curve = TradeOffCurve(first: place(of: first), last: place(of: last))
    var points = curve.points.count == 1 ? [first] : [first, last]
    while points.count < request.points, let next = curve.next {
      let limit = axes[0].sign * next
      let row = formulation.limitRow.position
      let point = try solved(formulation.secondThenFirst(limit: limit)) { walk, ordered in
        walk.tangent(ordered.levels[0], of: 1, price: row, at: limit)
      }
      points.insert(point, at: curve.add(place(of: point)))
    }
    return FrontierOutcome(
      study: study, axes: axes,
      leftOut: study.goals.flatMap(\.terms).map(\.goal).filter { goal in
        !axes.contains { $0.goal == goal }
      }, points: points, shape: curve.shape, error: curve.error)
  }

  private func place(of point: FrontierPoint) -> TradeOffCurve.Point {
    TradeOffCurve.Point(
      x: axes[0].sign * point.values[0], y: axes[1].sign * point.values[1],
      tangent: point.tangent)
  }

  /// What the prices of a level prove of every plan.
  ///
  /// Where a goal is best at `bound` with the other no worse than `limit`, at a price of `rate` for
  /// each unit of it, then `goal + rate · other ≥ bound + rate · limit` whatever the limit, all of
  /// them as something of which less is wanted.
  ///
  /// - Parameters:
  ///   - level: the level.
  ///   - goal: position of the goal that it seeks.
  ///   - row: position of the row that limits the other.
  ///   - limit: its limit.
  /// - Returns: a tangent of the curve.
  private func tangent(
    _ level: LevelOutcome, of goal: Int, price row: Int, at limit: Double?
  ) -> TradeOffCurve.Tangent {
    let signs = axes.map(\.sign)
    let price = level.rowDuals.indices.contains(row) ? level.rowDuals[row] : 0
    let rate = max(0, -signs[0] * signs[1] * price)
    let bound = signs[goal] * (level.optimality?.dualObjective ?? level.bestBound ?? -.infinity)
    let least = bound + rate * signs[1 - goal] * (limit ?? 0)
    return goal == 0
      ? TradeOffCurve.Tangent(first: 1, second: rate, least: least)
      : TradeOffCurve.Tangent(first: rate, second: 1, least: least)
  }

  /// Solves one point, and checks its plan outside the solver.
  private mutating func solved(
    _ program: Formulation,
    tangent: (FrontierWalk, OrderedOutcome) -> TradeOffCurve.Tangent
  ) throws -> FrontierPoint {
    solves += 1
    let clock = Stopwatch()
    let limits = WorkLimits(
      request.plan, control.forCase(solves, of: max(solves, request.points)))
    let ordered = try proven(program, limits)
    guard let best = ordered.best else {
      throw WorkFailure.stopped(ordered.last.termination, level: ordered.levels.last?.name ?? "")
    }
    let both = formulation.firstThenSecond
    let checked = try bench.checked(best.primal, both)
    return FrontierPoint(
      values: both.levels.map { $0.objective.value(at: best.primal) },
      tangent: tangent(self, ordered),
      publicEuros: checked.figures.years.reduce(0) { $0 + $1.paid.euros },
      coverage: checked.figures.classes, seconds: clock.lap())
  }

  /// An optimum with its proof, begun anew where the engine has trouble with what it kept.
  private mutating func proven(
    _ program: Formulation, _ limits: WorkLimits
  ) throws -> OrderedOutcome {
    var ordered: OrderedOutcome
    do {
      ordered = try bench.optimise(program, limits, in: session)
    } catch WorkFailure.infeasible {
      // Of one among many, rules in conflict are not looked for.
      throw bench.infeasible(program, limits)
    }
    if !ordered.isComplete, ordered.last.termination == .numericalError {
      try control.checkpoint()
      session = bench.engine.makeSession()
      ordered = try bench.optimise(program, limits, in: session)
    }
    try control.checkpoint()
    guard ordered.isComplete else {
      let level = ordered.levels.last?.name ?? ""
      throw ordered.last.termination == .numericalError
        ? WorkFailure.numericalTrouble(level: level, detail: ordered.last.detail)
        : WorkFailure.stopped(ordered.last.termination, level: level)
    }
    return ordered
  }
}
