// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming
internal import SideBySide

/// What rounds of pricing over whole points found.
struct WholePrices {
  /// What no point with whole steps is below; -∞ where nothing is proven.
  var bound = -Double.infinity
  /// Prices of coupling rows that prove the best bound.
  var prices: [Double]
  /// The mixture of whole points, one value per column; `nil` where there is none.
  var mixture: [Double]?
}

extension WholeSearch {
  /// Prices the blocks over whole steps, round by round.
  ///
  /// Blocks with whole steps use other parts of coupling rows than blocks with partial ones: a
  /// mixture of whole points, and not the linear optimum, says who is to have what. Each round of
  /// prices proves a bound, too.
  ///
  /// - Parameters:
  ///   - state: The linear optimum.
  ///   - costs: Costs of all columns, to be minimised.
  ///   - prices: Prices of coupling rows there.
  ///   - bound: What they prove.
  /// - Returns: Bound, prices and mixture.
  /// - Throws: As the solver does.
  func price(
    _ state: WholeState, costs: [Double], prices: [Double], bound: Double
  ) throws -> WholePrices {
    let size = max(1, abs(bound))
    let blocks = state.blocks
    let radius = state.activity.indices.map {
      settings.priceRadius * (abs(prices[$0]) + 0.1 * size / max(1, abs(state.activity[$0])))
    }
    var master = WholeMaster(state, costs: costs, solver: solver)
    var result = WholePrices(prices: prices)
    var trial = prices
    var mixture: WholeMaster.Mixture?
    let rounds = max(2, settings.pricedBlocks / max(1, blocks.columns.count))
    for round in 0..<min(settings.priceRounds, rounds) where !shouldStop() {
      let answers = try self.answers(state, WholeAim(costs: costs, prices: trial, penalty: []))
      if shouldStop() { break }
      let proven =
        round == 0
        ? bound + answers.reduce(0) { $0 + max(0, $1.gain) }
        : constant(state, costs, trial) + answers.reduce(0) { $0 + $1.bound }
      if proven > result.bound { (result.bound, result.prices) = (proven, trial) }
      for (block, answer) in answers.enumerated() {
        if !answer.point.isEmpty {
          master.add(block, answer.point)
        } else if master.candidates[block].isEmpty {
          // Its nodes ran out before it had a point: the linear optimum stands for it so far.
          master.add(block, blocks.columns[block].map { state.point[Int($0)] })
        }
      }
      guard
        let found = try master.solve(
          around: result.prices, radius: radius, shouldStop: shouldStop)
      else { break }
      mixture = found
      trial = zip(result.prices, found.prices).map { 0.5 * $0 + 0.5 * $1 }
    }
    guard mixture != nil, !shouldStop() else { return result }
    // Prices are found: now rows are to be broken only where there is no other mixture.
    mixture = try master.solve(
      around: result.prices, radius: radius.map { Self.farEdge * $0 }, shouldStop: shouldStop)
    guard let mixture else { return result }
    var point = [Double](repeating: 0, count: state.point.count)
    for (block, shares) in mixture.shares.enumerated() {
      for (share, candidate) in zip(shares, master.candidates[block]) where share > 1e-9 {
        for (column, value) in zip(blocks.columns[block], candidate.point) {
          point[Int(column)] += share * value
        }
      }
    }
    for (column, value) in zip(blocks.free, mixture.free) { point[Int(column)] = value }
    for column in point.indices where state.steps[column] > 0 {
      if abs(point[column] - point[column].rounded()) < 1e-9 { point[column].round() }
    }
    result.mixture = point
    return result
  }

  /// Radius of the box of prices, in parts of the usual one, where rows are not to be broken.
  private static var farEdge: Double { 100 }

  private struct Answer: Sendable {
    var point: [Double] = []
    /// What no whole point of the block is below at the prices.
    var bound = -Double.infinity
    /// How much that is above the optimum with partial steps.
    var gain = 0.0
  }

  private func answers(_ state: WholeState, _ aim: WholeAim) throws -> [Answer] {
    let search = search(settings.nodesPerBlock)
    return try Concurrent.map(
      Array(state.blocks.columns.indices), threads: settings.threads
    ) { block in
      if search.shouldStop() { return Answer() }
      let part = BlockProblem(alone: block, state, aim)
      var relaxed = part.program
      relaxed.relax()
      let linear = try search.solver.solve(
        relaxed, for: Objective(name: "block", sense: .minimize, coefficients: part.costs),
        options: SolverOptions())
      let whole = try search.minimise(part.program, part.costs)
      var answer = Answer(point: whole.point)
      if linear.termination == .optimal, let value = linear.objectiveValue {
        answer.bound = max(value, whole.bound.isFinite ? whole.bound : value)
        answer.gain = answer.bound - value
      }
      return answer
    }
  }

  /// What coupling rows and free columns add to the bound of prices.
  private func constant(_ state: WholeState, _ costs: [Double], _ prices: [Double]) -> Double {
    let (program, blocks) = (state.program, state.blocks)
    var sum = 0.0
    for (place, row) in blocks.coupling.enumerated() where prices[place] != 0 {
      let price = prices[place]
      let bound = price > 0 ? program.rowLower[Int(row)] : program.rowUpper[Int(row)]
      // A price of the wrong sign is rounding, or proves nothing.
      guard bound.isFinite else {
        if abs(price) * max(1, abs(state.activity[place])) > 1e-9 { return -.infinity }
        continue
      }
      sum += price * bound
    }
    let aim = WholeAim(costs: costs, prices: prices, penalty: [])
    for column in blocks.free {
      let cost = aim.cost(of: Int(column), blocks)
      let bound =
        cost > 0 ? program.columnLower[Int(column)] : program.columnUpper[Int(column)]
      guard bound.isFinite else {
        if abs(cost) * max(1, abs(state.point[Int(column)])) > 1e-7 { return -.infinity }
        continue
      }
      sum += cost * bound
    }
    return sum
  }
}
