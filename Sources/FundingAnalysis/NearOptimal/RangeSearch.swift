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
  private let engine: any Engine
  private let program: NearOptimalSolves

  /// Part of a quantity to which its ends are found.
  public static let precision = 1e-3
  /// Part of the mean way of its terms to which the sum of several quantities is found.
  static let togetherGap = 0.01

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
    self.engine = engine
    program = NearOptimalSolves(
      formulation, optimum: optimum, within: within, engine: engine, options: options)
    point = optimum.best?.primal ?? []
  }

  /// The ranges of quantities.
  ///
  /// Each end is first looked for together with others: a plan that has the most of a sum has, for
  /// many of its terms, the most that their own block allows (``LocalBounds``), and then nothing is
  /// left to prove of them. What no such plan settles is sought by itself.
  ///
  /// - Parameters:
  ///   - quantities: The quantities; never below 0.
  ///   - willSolve: Called before each solve with the number of ranges that are settled.
  /// - Returns: Their ranges, in the same order; the optimum itself lies in each.
  /// - Throws: ``UnprovenSolve``, what `willSolve` and what the engine throw.
  public func ranges(
    of quantities: [PlanQuantity], willSolve: (Int) throws -> Void = { _ in }
  ) throws -> [PlanRange] {
    var open = OpenRanges(
      quantities, sums: quantities.map { ColumnSum(formulation.objective(of: $0, .minimize)) },
      at: point)
    if quantities.count > 1 {
      let bounds = LocalBounds(formulation.program)
      for place in quantities.indices {
        try willSolve(0)
        if let most = try bounds.most(of: open.sums[place], with: engine, options: options) {
          open.bound(place, mostly: most)
        }
      }
    }
    for sense in [Sense.maximize, .minimize] {
      while let sum = open.together(sense) {
        try willSolve(open.settled)
        let before = open.settledEnds
        let end = try program.solved(
          sum.terms.map { WeightedQuantity(quantities[$0.place], weight: $0.weight) }, sense,
          gap: max(PlanRange.nothing, Self.togetherGap * sum.length))
        open.take(end.point)
        // A sum that settles nothing more is no help for the rest.
        if open.settledEnds == before { break }
      }
      for place in quantities.indices where open.isOpen(place, sense) {
        try willSolve(open.settled)
        let end = try program.solved(
          [WeightedQuantity(quantities[place], weight: 1)], sense, gap: open.precision(of: place))
        open.take(end.point)
        open.settle(place, sense, bound: end.bound)
      }
    }
    return open.ranges
  }
}
