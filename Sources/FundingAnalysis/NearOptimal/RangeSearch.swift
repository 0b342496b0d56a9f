// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// Looks for the least and the most of quantities over all plans that are good enough.
///
/// One program serves all of them: the study's, with its goals kept near their optimum
/// (``FundingFormulation/NearOptimalFormulation``). From one solve to the next only the objective
/// changes, so that the engine goes on from where it was. This is flux variability analysis
/// (Mahadevan and Schilling, *Metabolic Engineering* 5, 2003) on a plan of money.
public final class RangeSearch {
  private let formulation: Formulation
  private let near: NearOptimalFormulation
  private let point: [Double]
  private let engine: any Engine
  private var session: any EngineSession
  /// Limits and progress of each solve.
  public var options: SolverOptions
  /// Goals that are kept near their optimum, as the optimum reached them.
  public let keptLevels: [LevelOutcome]
  /// Linear programs solved.
  public private(set) var solves = 0

  /// Part of a quantity to which its ends are found.
  public static let precision = 1e-3

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - formulation: The program of a study.
  ///   - optimum: Its proven optimum, every goal in order.
  ///   - within: Share of its optimal value by which each goal may be worse, at least 0.
  ///   - engine: What solves.
  ///   - options: Limits of each solve.
  public init(
    _ formulation: Formulation, optimum: OrderedOutcome, within: Double, engine: any Engine,
    options: SolverOptions
  ) {
    self.formulation = formulation
    near = NearOptimalFormulation(
      formulation, values: optimum.levels.map { $0.finalValue ?? $0.value ?? 0 }, within: within)
    point = optimum.best?.primal ?? []
    self.engine = engine
    self.options = options
    keptLevels = optimum.levels.filter { NearOptimalFormulation.keeps($0.name) }
    session = engine.makeSession()
  }

  /// The range of a quantity.
  ///
  /// - Parameter quantity: The quantity; never below 0.
  /// - Returns: Its range; the optimum itself lies in it.
  /// - Throws: ``UnprovenSolve``, and what the engine throws.
  public func range(of quantity: PlanQuantity) throws -> PlanRange {
    let inPlan = max(0, formulation.objective(of: quantity, .minimize).value(at: point))
    var range = PlanRange(
      quantity: quantity, inPlan: inPlan, least: .init(value: inPlan, bound: 0),
      most: .init(value: inPlan, bound: .infinity))
    let most = try end(of: quantity, .maximize, inPlan)
    range.most = .init(value: max(inPlan, most.value), bound: max(inPlan, most.bound))
    // What the optimum has none of needs no search for less.
    guard inPlan > PlanRange.nothing else { return range }
    let least = try end(of: quantity, .minimize, inPlan)
    range.least = .init(
      value: min(inPlan, max(0, least.value)), bound: max(0, min(inPlan, least.bound)))
    return range
  }

  private func end(
    of quantity: PlanQuantity, _ sense: Sense, _ inPlan: Double
  ) throws -> PlanRange.End {
    solves += 1
    let sought = near.seeking(quantity, sense)
    var options = options
    options.absoluteGap = max(PlanRange.nothing, Self.precision * inPlan)
    var outcome = try session.optimise(
      sought.program, inOrder: sought.levels, options: options, onLevel: nil)
    if outcome.last.termination == .numericalError {
      // What the session kept may be the trouble.
      session = engine.makeSession()
      outcome = try session.optimise(
        sought.program, inOrder: sought.levels, options: options, onLevel: nil)
    }
    guard outcome.isComplete, let level = outcome.levels.last, let value = level.value else {
      throw UnprovenSolve(outcome)
    }
    return PlanRange.End(value: value, bound: level.bestBound ?? value)
  }
}
