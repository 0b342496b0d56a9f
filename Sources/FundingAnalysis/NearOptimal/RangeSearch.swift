// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// Looks for the least and the most of quantities over all plans that are good enough.
///
/// This is flux variability analysis (Mahadevan and Schilling, *Metabolic Engineering* 5, 2003) on a
/// plan of money.
public final class RangeSearch {
  private let formulation: Formulation
  private let point: [Double]
  private let program: NearOptimalSolves

  /// Part of a quantity to which its ends are found.
  public static let precision = 1e-3

  /// Limits and progress of each solve.
  public var options: SolverOptions {
    get { program.options }
    set { program.options = newValue }
  }

  /// Goals that are kept near their optimum, as the optimum reached them.
  public var keptLevels: [LevelOutcome] { program.keptLevels }

  /// Linear programs solved.
  public var solves: Int { program.count }

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
    program = NearOptimalSolves(
      formulation, optimum: optimum, within: within, engine: engine, options: options)
    point = optimum.best?.primal ?? []
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
    let end = try program.solved(
      [WeightedQuantity(quantity, weight: 1)], sense,
      gap: max(PlanRange.nothing, Self.precision * inPlan))
    return PlanRange.End(value: end.value, bound: end.bound)
  }
}
