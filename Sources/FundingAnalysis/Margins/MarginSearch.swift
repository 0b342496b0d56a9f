// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// Finds what a little more and a little less of a rule is worth, by solving along the rule.
///
/// One basis says what a rule is worth as long as that basis lasts, which at a degenerate optimum may
/// be not at all. Here the bound is moved, the program is solved again from where it was, and value
/// and price there say how far the worth at the bound holds (``FirstPiece``).
public final class MarginSearch {
  private let formulation: Formulation
  private let base: LevelOutcome
  private let session: any EngineSession
  /// Limits and progress of each solve.
  public var options: SolverOptions
  /// Linear programs solved besides the first.
  public private(set) var solves = 0

  /// Part of a worth within which two count as one.
  public static let sameWorth = 0.05

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - formulation: A program with one goal.
  ///   - optimum: Its proven optimum.
  ///   - session: The session that solved it.
  ///   - options: Limits of each solve.
  public init(
    _ formulation: Formulation, optimum: LevelOutcome, session: any EngineSession,
    options: SolverOptions
  ) {
    precondition(formulation.levels.count == 1, "a margin is that of one goal")
    self.formulation = formulation
    base = optimum
    self.session = session
    self.options = options
  }

  /// Rows whose margin can be asked for: rules across beneficiaries with one bound.
  ///
  /// - Returns: Positions of rows, rising.
  public func rows() -> [Int] {
    let program = formulation.program
    return (0..<program.rowCount).filter { row in
      guard program.rowRole[row] == .coupling, program.rowLower[row] != program.rowUpper[row],
        let rule = RuleName(program.rowNames[row], of: formulation.scenario)
      else { return false }
      return ![.spend, .serviceUse, .serviceCapacity, .serviceBuild, .serviceRun].contains(
        rule.family)
    }
  }

  /// Price of a row at the optimum: any of those between its two sides.
  public func price(of row: Int) -> Double {
    base.rowDuals.indices.contains(row) ? base.rowDuals[row] : 0
  }

  /// How far a bound is moved at most: half of it, and at least a million euros or one unit.
  private func most(_ bound: Double, _ unit: RuleUnit) -> Double {
    max(0.5 * abs(bound), unit.step)
  }

  /// The margin of a row.
  ///
  /// - Parameter row: One of ``rows()``.
  /// - Returns: Its margin.
  /// - Throws: ``UnprovenSolve``, and what the engine throws.
  public func margin(of row: Int) throws -> RuleMargin? {
    let program = formulation.program
    let name = program.rowNames[row]
    guard let rule = RuleName(name, of: formulation.scenario) else { return nil }
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    let isUpper = upper.isFinite
    let bound = isUpper ? upper : lower
    let unit = RuleUnit(rule.family)
    let most = most(bound, unit)
    // What may not fall below nothing is not made stricter than that.
    let isAmount = rule.family == .envelope || rule.family == .staffing
    let strictest = isAmount && isUpper ? min(most, bound) : most
    return RuleMargin(
      rowName: name, rule: rule, unit: unit, bound: bound, isUpper: isUpper,
      looser: try side(row, isUpper ? 1 : -1, most),
      stricter: strictest > 0 ? try side(row, isUpper ? -1 : 1, strictest) : nil)
  }

  /// One side of a row's bound: the direction is 1 where it grows, −1 where it falls.
  private func side(_ row: Int, _ direction: Double, _ most: Double) throws -> RuleMargin.Side? {
    let sign = base.sense == .minimize ? 1.0 : -1.0
    let value = base.value ?? 0
    // Value and price are those of minimising, so that the function is convex.
    let start = FirstPiece.Point(
      place: 0, value: sign * value, slope: sign * direction * price(of: row))
    let error = Tolerance.gap * max(1, abs(value))
    let piece = try FirstPiece.find(
      from: start, most: most, error: error, sameSlope: Self.sameWorth
    ) { place in
      try solved(row, direction * place).map {
        FirstPiece.Point(
          place: place, value: sign * $0.value, slope: sign * direction * $0.price)
      }
    }
    return piece.map { piece in
      RuleMargin.Side(
        worth: sign * quiet(piece.slope, error / max(piece.end, 1e-9)), reach: piece.end,
        isOpen: piece.isOpen,
        worthBeyond: piece.slopeBeyond.map { sign * quiet($0, error / most) })
    }
  }

  /// A slope, or 0 where the values it comes from are not known better than that.
  private func quiet(_ slope: Double, _ noise: Double) -> Double {
    abs(slope) <= 2 * noise ? 0 : slope
  }

  /// Value and price with a bound moved; `nil` where no plan is left.
  private func solved(_ row: Int, _ shift: Double) throws -> (value: Double, price: Double)? {
    solves += 1
    var program = formulation.program
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    program.setBounds(
      Constraint(row), lower: upper.isFinite ? lower : lower + shift,
      upper: upper.isFinite ? upper + shift : upper)
    let outcome = try session.optimise(
      program, inOrder: formulation.levels, options: options, onLevel: nil)
    switch outcome.last.termination {
    case .infeasible, .infeasibleOrUnbounded: return nil
    default: break
    }
    guard outcome.isComplete, let level = outcome.levels.first, let value = level.value else {
      throw UnprovenSolve(outcome)
    }
    return (value, level.rowDuals.indices.contains(row) ? level.rowDuals[row] : 0)
  }
}
