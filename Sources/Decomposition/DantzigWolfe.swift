// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// How the search of a level ended.
enum SearchEnd: Sendable {
  /// The gap is closed.
  case solved
  /// Time is up or the caller asked to stop.
  case stopped(TerminationStatus)
  /// No point exists: row multipliers of the master prove it, with those of the blocks.
  case infeasible
  /// A block by itself has no point.
  case blockInfeasible(block: Int, proof: [Double])
  /// The cost falls without end.
  case unbounded
  /// Rounding stands in the way.
  case stuck(String)
}

/// Dantzig–Wolfe decomposition over some blocks: points of blocks in, prices out, until the mixture
/// of points and the bound of the prices meet.
final class DantzigWolfe {
  let pricing: Pricing
  let desk: MasterDesk
  /// Blocks that take part.
  let chosen: [Int]
  let options: DecompositionOptions
  let clock: SearchClock
  var master: Master
  var costs: Costs
  /// Prices with the best bound at this level, or a guess with no bound yet.
  var centre: [Double]?
  /// Best bound at this level, in the sense of minimising.
  var bound = -Double.infinity
  /// Duals of each block's rows at ``centre``, once it has a bound.
  var blockDuals: [[Double]] = []
  /// Prices of the last master.
  var masterPrices: [Double] = []
  /// 1 where the level is minimised, -1 where it is maximised; for progress only.
  var sign = 1.0
  /// Rounds of this level.
  private(set) var round = 0
  private let reach: ImpliedBounds
  private var levelName = ""
  private var lastMasterIterations = 0

  init(
    pricing: Pricing, desk: MasterDesk, chosen: [Int], master: Master,
    options: DecompositionOptions, clock: SearchClock
  ) {
    self.pricing = pricing
    self.desk = desk
    self.chosen = chosen
    self.master = master
    self.options = options
    self.clock = clock
    costs = Costs(level: [], goals: [])
    var mixed = [Bool](repeating: false, count: master.rowCount)
    for block in pricing.structure.blocks {
      for row in block.coupling.row { mixed[Int(row)] = true }
    }
    reach = ImpliedBounds(master, mixed: mixed)
  }

  /// Starts a level.
  ///
  /// - Parameters:
  ///   - name: Name of the level.
  ///   - level: Costs to be minimised over the columns of the whole program.
  ///   - own: The same over the master's own columns.
  ///   - guess: Prices to try first.
  func begin(_ name: String, _ level: [Double], own: [Double], guess: [Double]?) {
    levelName = name
    round = 0
    costs.level = level
    master.costs = own
    master.isElastic = false
    bound = -.infinity
    blockDuals = []
    centre = guess.map {
      Prices.tidied($0, lower: master.rowLower, upper: master.rowUpper)
    }
    for slot in master.slots.indices {
      for position in master.slots[slot].points.indices {
        let value = level.isEmpty ? 0 : master.slots[slot].points[position].value(level)
        master.slots[slot].points[position].cost = value
      }
    }
  }

  /// Holds a goal for the levels after.
  func hold(_ coefficients: [Double], own: [Double], lower: Double, upper: Double) {
    costs.goals.append(coefficients)
    master.hold(own, lower: lower, upper: upper)
    for slot in master.slots.indices {
      for position in master.slots[slot].points.indices {
        let value = master.slots[slot].points[position].value(coefficients)
        master.slots[slot].points[position].goals.append(value)
      }
    }
  }

  /// Solves blocks at prices and adds every answer; for first points.
  func addPoints(at prices: [Double]) throws -> SearchEnd? {
    let pass = try pass(prices)
    if let end = end(of: pass) { return end }
    for (slot, answer) in pass.answers.enumerated() { master.slots[slot].add(answer.point) }
    return nil
  }

  private func pass(_ prices: [Double]) throws -> PricingPass {
    let clock = clock
    return try pricing.price(chosen, costs, prices) { clock.wantsStop != nil }
  }

  private func end(of pass: PricingPass) -> SearchEnd? {
    if let found = pass.infeasible {
      return .blockInfeasible(block: found.block, proof: found.proof)
    }
    if pass.isStopped { return .stopped(clock.wantsStop ?? .interrupted) }
    return nil
  }

  /// Runs rounds until the gap is at most `gap`, and makes the mixture exact.
  func search(gap: Double) throws -> SearchEnd {
    let end = try rounds(gap: gap)
    if case .solved = end, clock.wantsStop == nil {
      _ = try desk.solve(&master, options: SolverOptions(), isPolish: true)
    }
    return end
  }

  private func rounds(gap: Double) throws -> SearchEnd {
    var stopwatch = Stopwatch()
    if let end = try solveMaster() { return end }
    var alpha = options.smoothing
    var masterIterations = lastMasterIterations
    var masterSeconds = stopwatch.lap()
    while true {
      if isClosed(gap) { return .solved }
      if let reason = clock.wantsStop { return .stopped(reason) }
      guard round < options.mostRounds else { return .stuck("too many rounds") }
      round += 1
      let prices = centre.map { Prices.blended($0, masterPrices, alpha) } ?? masterPrices
      let isGuess = bound == -.infinity && centre != nil && alpha > 0
      let tried = isGuess ? centre ?? prices : prices
      let pass = try pass(tried)
      if let end = end(of: pass) { return end }
      let improved = takeBound(of: pass, at: tried)
      let added = addImproving(pass)
      let pricingSeconds = stopwatch.lap()
      report(pass, added, masterIterations, pricingSeconds, masterSeconds)
      if isClosed(gap) { return .solved }
      if added == 0 {
        if alpha == 0 || centre == nil {
          return isClosed(max(gap, 10 * gap)) ? .solved : .stuck("no block improves the mixture")
        }
        // The tried prices were too far from the master's to find what improves it.
        alpha = improved ? alpha / 2 : 0
        masterIterations = 0
        masterSeconds = 0
        continue
      }
      alpha = options.smoothing
      master.drop(beyond: options.pointsPerBlock, at: masterPrices)
      if let end = try solveMaster() { return end }
      masterIterations = lastMasterIterations
      masterSeconds = stopwatch.lap()
    }
  }

  private func solveMaster() throws -> SearchEnd? {
    var solverOptions = SolverOptions()
    solverOptions.timeLimit = clock.remaining
    let clock = clock
    solverOptions.shouldStop = { clock.wantsStop != nil }
    let answer = try desk.solve(&master, options: solverOptions)
    lastMasterIterations = answer.iterations
    switch answer.termination {
    case .optimal:
      masterPrices = Prices.tidied(
        answer.prices, lower: master.rowLower, upper: master.rowUpper)
      return nil
    case .unbounded: return .unbounded
    case .interrupted, .timeLimit: return .stopped(clock.wantsStop ?? answer.termination)
    default: return .stuck("the master: \(answer.detail)")
    }
  }

  private func isClosed(_ gap: Double) -> Bool {
    let value = master.objective
    if master.isElastic, value <= 1e-9 { return true }
    if master.isElastic, bound > Self.provenBroken { return true }
    guard bound.isFinite else { return false }
    return abs(value - bound) <= gap * max(1, abs(value), abs(bound))
  }

  /// Penalised breach above which a bound proves that nothing is feasible.
  static let provenBroken = 1e-7

  /// Keeps prices whose bound is better; tells whether they are.
  private func takeBound(of pass: PricingPass, at prices: [Double]) -> Bool {
    let value = DualBound.value(
      prices, master, blockValues: pass.answers.map(\.value), reach: reach)
    guard value > bound else { return false }
    bound = value
    centre = prices
    blockDuals = pass.answers.map(\.rowDuals)
    return true
  }

  /// Adds the points that improve the mixture at the master's own prices.
  private func addImproving(_ pass: PricingPass) -> Int {
    let count = master.rowCount
    var added = 0
    let share = 1e-2 * options.gap * max(1, abs(master.objective)) / Double(max(1, chosen.count))
    for (slot, answer) in pass.answers.enumerated() {
      let cost = answer.point.pricedCost(masterPrices, rowCount: count)
      if answer.point.isRay {
        guard cost < 0 else { continue }
      } else {
        let least = master.slots[slot].points.lazy.filter { !$0.isRay }
          .map { $0.pricedCost(self.masterPrices, rowCount: count) }.min()
        let room = max(share, 1e-11 * abs(cost))
        if let least, cost >= least - room { continue }
      }
      master.slots[slot].add(answer.point)
      added += 1
    }
    return added
  }

  private func report(
    _ pass: PricingPass, _ added: Int, _ masterIterations: Int, _ pricing: Double,
    _ masterSeconds: Double
  ) {
    clock.report(value: sign * master.objective, bound: sign * bound)
    options.onRound?(
      DecompositionRound(
        level: levelName, number: round, isFirstPhase: master.isElastic,
        value: master.objective, bound: bound, blocks: pass.answers.count, added: added,
        points: master.slots.reduce(0) { $0 + $1.points.count },
        blockIterations: pass.answers.reduce(0) { $0 + $1.iterations },
        masterIterations: masterIterations, pricingSeconds: pricing,
        masterSeconds: masterSeconds))
  }
}
