// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension DantzigWolfe {
  /// Solves the master, and takes its prices.
  ///
  /// - Parameters:
  ///   - isPolish: Whether an optimum at hand is only made more exact.
  ///   - hasNewCosts: Whether costs changed since the last solve.
  ///   - isExact: Whether costs must be as they are.
  /// - Returns: How the level ends with it; `nil` where it goes on.
  /// - Throws: As the solver does.
  func solveMaster(
    isPolish: Bool = false, hasNewCosts: Bool = false, isExact: Bool = false
  ) throws -> SearchEnd? {
    var solverOptions = SolverOptions()
    solverOptions.timeLimit = clock.remaining
    let clock = clock
    solverOptions.shouldStop = { clock.wantsStop != nil }
    let mayShrink = canShrinkBox && !isPolish
    let answer = try desk.solve(
      &master, options: solverOptions, isPolish: isPolish,
      isPrecise: isPrecise && !master.isElastic, hasNewCosts: hasNewCosts,
      perturbation: isPolish || isExact ? 0 : perturbation,
      effort: isPolish || isExact ? .all : effort)
    masterIterations = answer.iterations
    switch answer.termination {
    case .optimal,
      .iterationLimit
    where (answer.hasMixture || !mayShrink) && !answer.prices.isEmpty && !isPolish:
      inexactMasters = answer.termination == .iterationLimit ? inexactMasters + 1 : 0
      masterPrices = Prices.tidied(
        answer.prices, lower: master.rowLower, upper: master.rowUpper)
      return nil
    case .unbounded:
      // A box can leave out all prices at which the cost does not fall without end.
      guard case .priced = master.breaking, let centre, radius < Self.greatestRadius else {
        return .unbounded
      }
      resizeBox(5, around: centre)
      return try solveMaster(hasNewCosts: true, isExact: isExact)
    case .interrupted, .timeLimit: return .stopped(clock.wantsStop ?? answer.termination)
    case .iterationLimit where mayShrink, .numericalError where mayShrink:
      guard let centre else { return .stuck("the master: \(answer.detail)") }
      // Nearer to the best known prices it is easier, from the blocks' best points there.
      resizeBox(0.1, around: centre)
      master.start(at: centre)
      return try solveMaster(hasNewCosts: true, isExact: isExact)
    default: return isPolish ? nil : .stuck("the master: \(answer.detail)")
    }
  }

  /// What the next master is worth.
  ///
  /// Near good prices, those of a master that is left early serve as well; not again and again.
  private var effort: MasterTask.Effort {
    if canShrinkBox { return .hasty }
    guard isNear else { return .all }
    return inexactMasters == 0 ? .hasty : inexactMasters == 1 ? .usual : .all
  }

  /// What costs of points may be changed by: all of them together by a small part of the gap.
  private var perturbation: Double {
    guard !master.isElastic, bound.isFinite else { return 0 }
    let size = max(abs(bound), abs(incumbent?.cost ?? 0))
    let open = incumbent.map { abs($0.cost - bound) } ?? size
    return perturbedShare * min(open, 0.1 * size) / Double(master.slots.count)
  }

  /// Part of the gap by which costs are perturbed.
  static let perturbedShare = 0.003

  /// Makes the mixture as feasible as double precision allows.
  ///
  /// Goals are written as they are for that: a small residue of a goal as it is written otherwise
  /// can be a great one of the rows it refers to.
  func polish() throws {
    let asWritten = costs.goals.isEmpty ? nil : master
    if asWritten != nil { master.writeGoalsAsTheyAre() }
    _ = try solveMaster(isPolish: true)
    takeMixture(isPolished: true)
    guard var written = asWritten else { return }
    if master.breach < written.breach { written.takeShares(of: master) }
    master = written
  }
}
