// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report

/// Solves the points of curves between two goals one after the other, each from where the last one
/// ended.
///
/// The ends are solved for both goals in order. Every other point is the best for the second goal
/// with the first no worse than a limit, then the best for the first: the price of the limit is the
/// slope of a tangent. The limit is where chord and tangents are farthest apart.
struct TradeOffWalk {
  private let bench: Workbench
  private let plan: PlanRequest
  /// Most points of a curve.
  private let most: Int
  private let curves: Int
  private let control: WorkControl
  private var session: any EngineSession
  private var solves = 0

  /// Prepares walks along curves whose programs share rows and columns.
  ///
  /// - Parameters:
  ///   - bench: Whose engine solves.
  ///   - plan: Limits of each solve.
  ///   - most: Most points of a curve.
  ///   - curves: Number of curves, for those who wait.
  ///   - control: Progress and cancellation.
  init(
    _ bench: Workbench, _ plan: PlanRequest, most: Int, curves: Int = 1, _ control: WorkControl
  ) {
    self.bench = bench
    self.plan = plan
    self.most = most
    self.curves = curves
    self.control = control
    session = bench.engine.makeSession()
  }

  /// Solves the points of a curve.
  ///
  /// - Parameters:
  ///   - formulation: The program of the two goals.
  ///   - audited: The program whose goals are those of its scenario, by which plans are checked.
  /// - Returns: The points, the best for the first goal first, and what is known of the curve.
  /// - Throws: Where a solve ends without a proven optimum, and where the user stops the work.
  mutating func walk(
    _ formulation: TradeOffFormulation, auditedBy audited: Formulation
  ) throws -> (points: [FrontierPoint], curve: TradeOffCurve) {
    let ends = TradeOffEnds(formulation, audited)
    let first = try solved(formulation.firstThenSecond, ends) { ordered in
      ends.tangent(ordered.levels[1], of: 1, price: ordered.rowCount, at: ordered.levels[0].heldAt)
    }
    let last = try solved(formulation.secondThenFirst(), ends) { ordered in
      ends.tangent(ordered.levels[1], of: 0, price: ordered.rowCount, at: ordered.levels[0].heldAt)
    }
    var curve = TradeOffCurve(first: ends.place(of: first), last: ends.place(of: last))
    var points = curve.points.count == 1 ? [first] : [first, last]
    while points.count < most, let next = curve.next {
      let limit = ends.signs[0] * next
      let row = formulation.limitRow.position
      let point = try solved(formulation.secondThenFirst(limit: limit), ends) { ordered in
        ends.tangent(ordered.levels[0], of: 1, price: row, at: limit)
      }
      points.insert(point, at: curve.add(ends.place(of: point)))
    }
    return (points, curve)
  }

  /// Solves one point, and checks its plan outside the solver.
  private mutating func solved(
    _ program: Formulation, _ ends: TradeOffEnds,
    tangent: (OrderedOutcome) -> TradeOffCurve.Tangent
  ) throws -> FrontierPoint {
    solves += 1
    let clock = Stopwatch()
    let limits = WorkLimits(plan, control.forCase(solves, of: max(solves, most * curves)))
    let ordered = try proven(program, limits)
    guard let best = ordered.best else {
      throw WorkFailure.stopped(ordered.last.termination, level: ordered.levels.last?.name ?? "")
    }
    let checked = try bench.checked(best.primal, ends.audited)
    return FrontierPoint(
      values: ends.formulation.firstThenSecond.levels.map {
        $0.objective.value(at: best.primal)
      }, tangent: tangent(ordered),
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

/// The two goals of a curve as something of which less is wanted.
private struct TradeOffEnds {
  let formulation: TradeOffFormulation
  let audited: Formulation
  /// 1 where less of a goal is wanted, −1 where more is.
  let signs: [Double]

  init(_ formulation: TradeOffFormulation, _ audited: Formulation) {
    self.formulation = formulation
    self.audited = audited
    signs = formulation.firstThenSecond.levels.map { $0.objective.sense == .minimize ? 1 : -1 }
  }

  func place(of point: FrontierPoint) -> TradeOffCurve.Point {
    TradeOffCurve.Point(
      x: signs[0] * point.values[0], y: signs[1] * point.values[1], tangent: point.tangent)
  }

  /// What the prices of a level prove of every plan.
  ///
  /// Where a goal is best at `bound` with the other no worse than `limit`, at a price of `rate` for
  /// each unit of it, then `goal + rate · other ≥ bound + rate · limit` whatever the limit, all of
  /// them as something of which less is wanted.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - goal: Position of the goal that it seeks.
  ///   - row: Position of the row that limits the other.
  ///   - limit: Its limit.
  /// - Returns: A tangent of the curve.
  func tangent(
    _ level: LevelOutcome, of goal: Int, price row: Int, at limit: Double?
  ) -> TradeOffCurve.Tangent {
    let price = level.rowDuals.indices.contains(row) ? level.rowDuals[row] : 0
    let rate = max(0, -signs[0] * signs[1] * price)
    let bound = signs[goal] * (level.optimality?.dualObjective ?? level.bestBound ?? -.infinity)
    let least = bound + rate * signs[1 - goal] * (limit ?? 0)
    return goal == 0
      ? TradeOffCurve.Tangent(first: 1, second: rate, least: least)
      : TradeOffCurve.Tangent(first: rate, second: 1, least: least)
  }
}
