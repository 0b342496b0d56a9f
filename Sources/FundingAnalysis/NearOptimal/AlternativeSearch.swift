// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// Looks for plans that are good enough and as different as can be from the optimum and from one
/// another.
///
/// Modelling to generate alternatives (Brill, Chang and Hopkins, *Management Science* 28, 1982).
/// Plans differ by `Σ_j |q_j − r_j|` over some quantities. The farthest plan is no linear question;
/// for a given pattern of signs `s` the plan that makes `Σ_j s_j · (q_j − r_j)` largest is one. With
/// the signs of the plan found the sum is its distance, so that solving again with those can only
/// lead farther (``Climb``). Several starts, and of all plans on the way the one is taken whose
/// nearest earlier plan is farthest.
public final class AlternativeSearch {
  /// A plan that was found.
  public struct Found: Sendable {
    /// Values of the columns of the program.
    public let point: [Double]
    /// What it has of each quantity.
    public let amounts: [Double]
  }

  private let formulation: Formulation
  private let quantities: [PlanQuantity]
  private let reading: PlanAmounts
  private let program: NearOptimalSolves
  /// What the optimum and the plans found have of each quantity.
  private var earlier: [[Double]]

  /// Part of what the optimum has in all to which each solve is found.
  public static let precision = 1e-3
  /// Part of what the optimum has in all that plans differ by at least.
  public static let leastDistance = 0.01
  /// Solves from one start at most.
  private static let mostSteps = 6
  /// Solves away from the nearest plan at most.
  private static let mostPushes = 3
  /// Quantities that are turned round one by one at most.
  private static let mostTurns = 4

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
  ///   - quantities: By what plans are told apart; all money, or all numbers of beneficiaries.
  ///   - engine: What solves.
  ///   - options: Limits of each solve.
  public init(
    _ formulation: Formulation, optimum: OrderedOutcome, within: Double,
    by quantities: [PlanQuantity], engine: any Engine, options: SolverOptions
  ) {
    self.formulation = formulation
    self.quantities = quantities
    let reading = PlanAmounts(quantities, of: formulation.scenario)
    self.reading = reading
    program = NearOptimalSolves(
      formulation, optimum: optimum, within: within, engine: engine, options: options)
    earlier = (optimum.best?.primal).map { [reading.amounts(of: formulation.plan(at: $0))] } ?? []
  }

  /// What the optimum has in all.
  private var total: Double { earlier[0].reduce(0, +) }

  private var gap: Double { max(PlanRange.nothing, Self.precision * total) }

  /// The next plan, far from the optimum and from all plans found before.
  ///
  /// - Returns: The plan; `nil` where none was found that differs enough.
  /// - Throws: ``UnprovenSolve``, and what the engine throws.
  public func next() throws -> Found? {
    guard !earlier.isEmpty, !quantities.isEmpty else { return nil }
    var best: (found: Found, distance: Double)?
    func take(_ found: Found) -> Double {
      let distance = distances(of: found.amounts).min() ?? 0
      if distance > best?.distance ?? -1 { best = (found, distance) }
      return distance
    }
    for start in SignPatterns.starts(awayFrom: earlier) {
      var climb = Climb(start: start, from: earlier.count)
      for _ in 0..<Self.mostSteps {
        guard let weights = climb.weights else { break }
        let found = try solved(weights)
        _ = take(found)
        climb.step(to: found.amounts, awayFrom: earlier, noise: gap)
      }
    }
    if earlier.count > 1 {
      for _ in 0..<Self.mostPushes {
        guard let here = best else { break }
        let weights = SignPatterns.push(
          here.found.amounts, awayFrom: earlier, distances: distances(of: here.found.amounts))
        guard try take(solved(weights)) > here.distance + gap else { break }
      }
    }
    if let here = best {
      for weights in SignPatterns.turns(
        here.found.amounts, awayFrom: earlier, distances: distances(of: here.found.amounts)
      ).prefix(Self.mostTurns) {
        _ = try take(solved(weights))
      }
    }
    guard let best, best.distance >= max(Self.leastDistance * total, PlanRange.nothing) else {
      return nil
    }
    earlier.append(best.found.amounts)
    return best.found
  }

  private func distances(of amounts: [Double]) -> [Double] {
    earlier.map { PlanDistance.between(amounts, $0) }
  }

  private func solved(_ weights: [Double]) throws -> Found {
    let terms = zip(quantities, weights).map { WeightedQuantity($0, weight: $1) }
    let point = try program.solved(terms, .maximize, gap: gap).point
    return Found(point: point, amounts: reading.amounts(of: formulation.plan(at: point)))
  }
}
