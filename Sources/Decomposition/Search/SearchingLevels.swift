// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension DantzigWolfe {
  /// Solves one level.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - gap: Relative gap at which it is solved.
  ///   - trail: Prices that served in a rehearsal of the level, the best last.
  /// - Returns: How it ended.
  /// - Throws: As the solver does.
  func solve(
    _ level: ObjectiveLevel, gap: Double, after trail: [[Double]]
  ) throws -> SearchEnd {
    begin(level.objective)
    takeMixture()
    if let end = try replay(trail) { return end }
    if costs.goals.isEmpty, trail.isEmpty, let end = try firstMixture(level.objective) {
      return end
    }
    let end = try search(gap: gap)
    guard case .noMixture = end, costs.goals.isEmpty else { return end }
    if let end = try firstMixture(level.objective) { return end }
    return try search(gap: gap)
  }

  /// Solves one level from the master that solved a similar program.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - gap: Relative gap at which it is solved.
  ///   - kept: The master with its points and basis; the bounds of its rows and columns are
  ///     brought up to date.
  /// - Returns: How it ended.
  /// - Throws: As the solver does.
  func resume(
    _ level: ObjectiveLevel, gap: Double, from kept: LevelMemory
  ) throws -> SearchEnd {
    pricing.recall(kept.bases)
    guard costs.goals.isEmpty else {
      return try resumeHeld(level, gap: gap, from: kept)
        ?? go(on: level, gap: gap, with: kept)
    }
    takeMaster(of: kept)
    begin(level.objective)
    recallBound(of: kept)
    let end =
      try kept.hasOtherBlocks
      ? mixAnew(kept) ?? search(gap: gap) : searchOn(from: kept.prices, gap: gap)
    switch end {
    case .stuck, .noMixture:
      begin(level.objective)
      if let end = try replay(kept.trail) { return end }
      let end = try search(gap: gap)
      if case .noMixture = end {} else if case .stuck = end {} else { return end }
      if let end = try firstMixture(level.objective) { return end }
      return try search(gap: gap)
    default: return end
    }
  }

  /// Solves a later level from the basis it left behind in a similar program, with the points of
  /// the mixture at hand: it keeps the goals.
  ///
  /// Only where the goals before are the same and have the values they had: otherwise the old
  /// mixture is far from keeping them.
  ///
  /// - Returns: How it ended; `nil` where it must be solved another way.
  private func resumeHeld(
    _ level: ObjectiveLevel, gap: Double, from kept: LevelMemory
  ) throws -> SearchEnd? {
    guard !kept.isBasisLost, kept.costs.goals == costs.goals, holdsSameValues(kept.master) else {
      return nil
    }
    let (ownMaster, ownCosts) = (master, costs)
    takeMaster(of: kept)
    costs = kept.costs
    begin(level.objective)
    addPoints(inUseIn: ownMaster)
    let end = try searchOn(from: kept.prices, gap: gap)
    switch end {
    case .solved, .stopped: return end
    default:
      (master, costs) = (ownMaster, ownCosts)
      return nil
    }
  }

  /// Mixes the points that blocks with other bounds still have, and asks for more at prices that served.
  ///
  /// No box around these prices: the optimum may lie far from them, and without a mixture nothing says
  /// how far.
  private func mixAnew(_ kept: LevelMemory) throws -> SearchEnd? {
    if let end = try completePoints() { return end }
    isMixed = try solveMaster(hasNewCosts: kept.isBasisLost) == nil
    takeMixture()
    return try replay([kept.prices])
  }

  /// Whether the goals held have the values that another master holds them at.
  private func holdsSameValues(_ other: Master) -> Bool {
    (master.rowCount..<master.rowLower.count).allSatisfy { row in
      [(master.rowLower[row], other.rowLower[row]), (master.rowUpper[row], other.rowUpper[row])]
        .allSatisfy { own, other in
          own == other || abs(own - other) <= Tolerance.goalSlack * max(1, abs(own))
        }
    }
  }

  /// Solves a later level from the mixture of the one before, with the points that the level used
  /// in a similar program.
  ///
  /// The old basis is of no use here: its mixture kept other values of the goals. Points that were
  /// not used make the first master several times longer, and seldom serve.
  private func go(
    on level: ObjectiveLevel, gap: Double, with kept: LevelMemory
  ) throws -> SearchEnd {
    begin(level.objective)
    takeMixture()
    addPoints(inUseIn: kept.master)
    return try search(gap: gap)
  }

  /// Takes over the master of a similar program; the bounds of its rows and columns stay those of
  /// this one.
  private func takeMaster(of kept: LevelMemory) {
    let own = master
    master = kept.master
    (master.rowLower, master.rowUpper) = (own.rowLower, own.rowUpper)
    (master.columnLower, master.columnUpper) = (own.columnLower, own.columnUpper)
  }

  /// Takes the bound that the prices of a similar program prove here, for the first level.
  ///
  /// What the blocks cost at these prices is known as long as the level has the same costs; only
  /// what the rows of the master allow is counted anew. With goals held the prices of those move
  /// too far: their bound is worth little.
  private func recallBound(of kept: LevelMemory) {
    guard kept.costs.level == costs.level, kept.blockValues.count == slots.solved.count else {
      return
    }
    (blockDuals, blockValues, isExact) = (kept.blockDuals, kept.blockValues, kept.isExact)
    centre = kept.prices
    bound = DualBound.value(
      kept.prices, master, blockValues: counted(blockValues), reach: reach)
  }

  /// Goes on from a basis that was optimal for a similar program, and from its prices.
  private func searchOn(from prices: [Double], gap: Double) throws -> SearchEnd {
    masterPrices = prices
    isResumed = true
    defer { isResumed = false }
    return try search(gap: gap)
  }

  /// Adds the points that another master's mixture takes something of.
  private func addPoints(inUseIn other: Master) {
    for (slot, theirs) in other.slots.enumerated() {
      for point in theirs.pointsInUse where !master.slots[slot].has(point) {
        master.slots[slot].add(renewed(point))
      }
    }
  }

  /// A point of a similar program, with its cost and goals here.
  private func renewed(_ point: Point) -> Point {
    var point = point
    point.renew(at: costs)
    point.round = 0
    return point
  }

  /// Starts a level with an objective of the whole program.
  private func begin(_ objective: Objective) {
    sign = objective.sense == .minimize ? 1 : -1
    let all = sign == 1 ? objective.coefficients : objective.coefficients.map { -$0 }
    begin(objective.name, all, own: pricing.structure.masterColumns.map { all[Int($0)] })
  }

  /// Gives the master a feasible mixture of points.
  ///
  /// - Returns: Why there is none; `nil` where there is.
  private func firstMixture(_ objective: Objective) throws -> SearchEnd? {
    let structure = pricing.structure
    let none = master.columnLower.map { _ in 0.0 }
    begin("feasibility", [], own: none)
    if !hasMixture {
      if let end = try addPoints(at: structure.sparingPrices()) { return end }
      begin(objective)
      if let end = try addPoints(at: [Double](repeating: 0, count: master.rowCount)) { return end }
      begin("feasibility", [], own: none)
    }
    master.breaking = .isAllThatCosts
    let end = try search(gap: 1e-9)
    guard case .solved = end else { return end }
    if master.breakingCost > 1e-9 && bound > Self.provenBroken {
      // The master's own prices prove more than smoothed ones, and name fewer rows.
      try settleBound()
      try tryPolishedPrices()
      return .infeasible
    }
    begin(objective)
    return nil
  }
}

extension Blocks {
  /// A master of blocks without points.
  ///
  /// - Parameter multiplicities: How many blocks each slot stands for.
  /// - Returns: The master.
  func master(_ multiplicities: [Double]) -> Master {
    Master(
      coefficients: masterCoefficients, rowLower: masterRows.map { program.rowLower[Int($0)] },
      rowUpper: masterRows.map { program.rowUpper[Int($0)] },
      columnLower: masterColumns.map { program.columnLower[Int($0)] },
      columnUpper: masterColumns.map { program.columnUpper[Int($0)] },
      multiplicities: multiplicities)
  }

  /// Prices that make blocks use little of what is limited and much of what is asked for.
  fileprivate func sparingPrices() -> [Double] {
    var greatest = [Double](repeating: 0, count: masterRows.count)
    for block in blocks {
      for (row, value) in zip(block.coupling.row, block.coupling.value) {
        let position = Int(block.masterRows[Int(row)])
        greatest[position] = max(greatest[position], abs(value))
      }
    }
    return masterRows.enumerated().map { position, row in
      let weight = greatest[position] > 0 ? 1 / greatest[position] : 0
      return program.rowUpper[Int(row)].isFinite ? -weight : weight
    }
  }
}
