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
  /// Prices with the best bound at this level; `nil` before the first.
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
  /// Whether the masters of this level are solved to precise prices by now.
  private var isPrecise = false
  private var masterIterations = 0
  private var masterSeconds = 0.0
  /// Whether the last master was left before it was optimal.
  private var isInexact = false

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
      for row in block.masterRows { mixed[Int(row)] = true }
    }
    reach = ImpliedBounds(master, mixed: mixed)
  }

  /// Starts a level.
  ///
  /// - Parameters:
  ///   - name: Name of the level.
  ///   - level: Costs to be minimised over the columns of the whole program.
  ///   - own: The same over the master's own columns.
  func begin(_ name: String, _ level: [Double], own: [Double]) {
    levelName = name
    round = 0
    costs.level = level
    master.costs = own
    master.isElastic = false
    bound = -.infinity
    blockDuals = []
    centre = nil
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
    if case .solved = end, clock.wantsStop == nil { _ = try solveMaster(isPolish: true) }
    return end
  }

  private func rounds(gap: Double) throws -> SearchEnd {
    isPrecise = false
    if let end = try solveMaster() { return end }
    var alpha = options.smoothing
    var isPolished = false
    while true {
      if isClosed(gap) { return .solved }
      if let reason = clock.wantsStop { return .stopped(reason) }
      guard round < options.mostRounds else { return .stuck("too many rounds") }
      round += 1
      var watch = Stopwatch()
      let prices = centre.map { Prices.blended($0, masterPrices, alpha) } ?? masterPrices
      let isMasters = alpha == 0 || centre == nil
      let pass = try pass(prices)
      if let end = end(of: pass) { return end }
      takeBound(of: pass, at: prices)
      let added = addImproving(pass)
      report(pass, added, watch.lap())
      if isClosed(gap) { return .solved }
      // Where few blocks still improve, the master's own prices are the best to try.
      alpha = added * Self.fewShare < chosen.count ? 0 : options.smoothing
      isPrecise = isPrecise || alpha == 0
      if added > 0 {
        isPolished = false
        master.drop(beyond: options.pointsPerBlock, at: masterPrices)
        if let end = try solveMaster() { return end }
      } else if isMasters, isInexact {
        if let end = try solveMaster() { return end }
      } else if isMasters {
        // The bound at exact prices would meet the value: these are not exact enough.
        guard !isPolished else { return .stuck("no block improves the mixture") }
        isPolished = true
        if let end = try solveMaster() { return end }
      }
      masterSeconds = watch.lap()
    }
  }

  /// Fewer than one in so many blocks is few.
  private static let fewShare = 50

  private func solveMaster(isPolish: Bool = false) throws -> SearchEnd? {
    var solverOptions = SolverOptions()
    solverOptions.timeLimit = clock.remaining
    let clock = clock
    solverOptions.shouldStop = { clock.wantsStop != nil }
    let answer = try desk.solve(
      &master, options: solverOptions, isPolish: isPolish,
      isPrecise: isPrecise && !master.isElastic)
    masterIterations = answer.iterations
    switch answer.termination {
    case .optimal,
      .iterationLimit where !answer.prices.isEmpty && !isPolish:
      isInexact = answer.termination == .iterationLimit
      masterPrices = Prices.tidied(
        answer.prices, lower: master.rowLower, upper: master.rowUpper)
      return nil
    case .unbounded: return .unbounded
    case .interrupted, .timeLimit: return .stopped(clock.wantsStop ?? answer.termination)
    default: return isPolish ? nil : .stuck("the master: \(answer.detail)")
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

  /// Keeps prices whose bound is better.
  private func takeBound(of pass: PricingPass, at prices: [Double]) {
    let value = DualBound.value(
      prices, master, blockValues: pass.answers.map(\.value), reach: reach)
    guard value > bound else { return }
    bound = value
    centre = prices
    blockDuals = pass.answers.map(\.rowDuals)
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
        let room = max(share, 1e-14 * abs(cost))
        if let least, cost >= least - room { continue }
      }
      master.slots[slot].add(answer.point)
      added += 1
    }
    return added
  }

  private func report(_ pass: PricingPass, _ added: Int, _ pricing: Double) {
    clock.report(value: sign * master.objective, bound: sign * bound)
    options.onRound?(
      DecompositionRound(
        level: levelName, number: round, isFirstPhase: master.isElastic,
        value: master.objective, bound: bound, blocks: pass.answers.count, added: added,
        points: master.slots.reduce(0) { $0 + $1.points.count },
        convexity: master.slots.reduce(0) { $0 + ($1.convexity == nil ? 0 : 1) },
        blockIterations: pass.answers.reduce(0) { $0 + $1.iterations },
        masterIterations: masterIterations, pricingSeconds: pricing,
        masterSeconds: masterSeconds))
  }
}
