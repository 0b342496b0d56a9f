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
  /// Points near good prices gave no feasible mixture.
  case noMixture
}

/// Dantzig–Wolfe decomposition over some blocks: points of blocks in, prices out, until the mixture
/// of points and the bound of the prices meet.
final class DantzigWolfe {
  let pricing: Pricing
  let desk: MasterDesk
  /// Blocks that take part; each stands for as many as its slot's multiplicity.
  let chosen: [Int]
  let options: DecompositionOptions
  /// Limits and progress; another for each solve of a session.
  var clock: SearchClock
  var master: Master
  var costs: Costs
  /// Prices with the best bound at this level; `nil` before the first.
  var centre: [Double]?
  /// Best bound at this level, in the sense of minimising.
  var bound = -Double.infinity
  /// Duals of each block's rows at ``centre``, once it has a bound.
  var blockDuals: [[Double]] = []
  /// Least priced cost of each block at ``centre``.
  private var blockValues: [Double] = []
  /// Whether each block was solved at ``centre``, and not only bounded.
  private var isExact: [Bool] = []
  /// Best feasible mixture of this level.
  var incumbent: Mixture?
  /// Prices of the last master.
  var masterPrices: [Double] = []
  /// 1 where the level is minimised, -1 where it is maximised; for progress only.
  var sign = 1.0
  /// Whether values and bounds are those of a sample.
  var isRehearsal = false
  /// Whether the master holds the optimal basis of a similar program.
  var isResumed = false
  /// Rounds of this level.
  private(set) var round = 0
  private let reach: ImpliedBounds
  private(set) var levelName = ""
  private var smoothing = Smoothing(0)
  private var latestBound = 0.0
  /// Radius of the box around the best prices, relative to them.
  private var radius = 0.0
  /// Prices of each pass of this level.
  private(set) var trail: [[Double]] = []
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
    costs = Costs(level: [], goals: [], version: pricing.newVersion())
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
    costs.version = pricing.newVersion()
    master.costs = own
    master.breaking = .forbidden
    bound = -.infinity
    blockDuals = []
    centre = nil
    incumbent = nil
    trail = []
    for slot in master.slots.indices {
      for position in master.slots[slot].points.indices {
        let value = level.isEmpty ? 0 : master.slots[slot].points[position].value(level)
        master.slots[slot].points[position].cost = value
        master.slots[slot].points[position].round = 0
      }
    }
  }

  /// Holds a goal for the levels after.
  ///
  /// - Parameters:
  ///   - coefficients: The goal over the columns of the whole program.
  ///   - lower: Least value.
  ///   - upper: Greatest value.
  func hold(_ coefficients: [Double], lower: Double, upper: Double) {
    costs.goals.append(coefficients)
    costs.version = pricing.newVersion()
    let own = pricing.structure.masterColumns.map { coefficients[Int($0)] }
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
    for (slot, answer) in pass.answers.enumerated() {
      if let point = answer.point { master.slots[slot].add(point) }
    }
    return nil
  }

  /// Gives a point to every block that has none, or only directions without end: any that its rows
  /// allow.
  func completePoints() throws -> SearchEnd? {
    let without = master.slots.indices.filter { !master.slots[$0].hasPoint }
    guard !without.isEmpty else { return nil }
    let nothing = Costs(
      level: [], goals: [[Double]](repeating: [], count: costs.goals.count),
      version: pricing.newVersion())
    let zero = [Double](repeating: 0, count: master.rowCount + costs.goals.count)
    let clock = clock
    let pass = try pricing.price(without.map { chosen[$0] }, nothing, zero) {
      clock.wantsStop != nil
    }
    if let end = end(of: pass) { return end }
    for (slot, answer) in zip(without, pass.answers) {
      guard var point = answer.point else { continue }
      point.cost = costs.level.isEmpty ? 0 : point.value(costs.level)
      point.goals = costs.goals.map { point.value($0) }
      master.slots[slot].add(point)
    }
    return nil
  }

  /// Best points at prices; where every block has points, blocks that cannot improve the bound by
  /// a noticeable part of the gap are left out.
  private func pass(_ prices: [Double]) throws -> PricingPass {
    let clock = clock
    return try pricing.price(chosen, costs, prices, known: known(at: prices)) {
      clock.wantsStop != nil
    }
  }

  private func known(at prices: [Double]) -> [(cost: Double, room: Double)]? {
    guard hasMixture, bound.isFinite else { return nil }
    let open = abs((incumbent?.cost ?? master.cost) - bound)
    let wanted = options.gap * max(1, abs(bound))
    let room = Self.roomShare * max(wanted, min(open, 1e3 * wanted)) / Double(chosen.count)
    return master.slots.map { slot in
      var least = Double.infinity
      for point in slot.points where !point.isRay {
        least = min(least, point.pricedCost(prices, rowCount: master.rowCount))
      }
      return (least, room / slot.multiplicity)
    }
  }

  /// Part of the gap that blocks left out may cost the bound, all together.
  private static let roomShare = 0.05

  private func end(of pass: PricingPass) -> SearchEnd? {
    if let found = pass.infeasible {
      return .blockInfeasible(block: found.block, proof: found.proof)
    }
    if pass.isStopped { return .stopped(clock.wantsStop ?? .interrupted) }
    return nil
  }

  /// Runs rounds until the gap is at most `gap`, and makes the mixture exact.
  func search(gap: Double) throws -> SearchEnd {
    if let end = try completePoints() { return end }
    let end = try rounds(gap: gap)
    if case .solved = end, !master.isElastic, clock.wantsStop == nil {
      _ = try solveMaster(isPolish: true)
      takeMixture(isPolished: true)
      try settleBound()
      if !isClosed(gap) { try tryPolishedPrices() }
    }
    return end
  }

  private func rounds(gap: Double) throws -> SearchEnd {
    isPrecise = false
    smoothing = Smoothing(options.smoothing)
    if !master.isElastic, incumbent == nil, let centre, bound.isFinite {
      radius = Self.leastRadius
      setBox(around: centre)
      master.start(at: centre)
      repeat {
        if let end = try solveMaster(hasNewCosts: true) { return end }
        guard master.usesArtificial else { break }
        radius *= 5
        setBox(around: centre)
      } while radius < Self.wideRadius
    } else if let end = try solveMaster(hasNewCosts: !isResumed) {
      return end
    }
    takeMixture()
    var exactness = 0
    while true {
      if isClosed(gap) { return .solved }
      if let reason = clock.wantsStop { return .stopped(reason) }
      guard round < options.mostRounds else { return .stuck("too many rounds") }
      if case .priced = master.breaking {
        if incumbent != nil {
          master.breaking = .forbidden
        } else if radius > Self.greatestRadius {
          return .noMixture
        }
      }
      let alpha = centre == nil ? 0 : incumbent == nil && !master.isElastic ? 0.9 : smoothing.alpha
      let prices = centre.map { Prices.blended($0, masterPrices, alpha) } ?? masterPrices
      let (added, end) = try priced(at: prices)
      if let end { return end }
      if isClosed(gap) { return .solved }
      // Where few blocks still improve, the master's own prices are the best to try.
      if added * Self.fewShare < chosen.count {
        smoothing.alpha = 0
        isPrecise = true
      }
      var watch = Stopwatch()
      if added > 0 {
        exactness = 0
        master.drop(beyond: options.pointsPerBlock, at: masterPrices)
        if let end = try solveMaster() { return end }
        if let end = try widenBox(2) { return end }
      } else if case .priced = master.breaking, master.usesArtificial {
        // No block has anything better within the box: only a wider one shows what is missing.
        if let end = try widenBox(5) { return end }
      } else if alpha == 0, isInexact {
        if let end = try solveMaster() { return end }
      } else if alpha == 0 {
        // The bound at exact prices would meet the value: these are not exact enough.
        guard exactness < 3 else { return .stuck("no block improves the mixture") }
        exactness += 1
        if let end = try solveMaster(isPolish: exactness > 1) { return end }
      }
      takeMixture()
      masterSeconds = watch.lap()
    }
  }

  /// Radius of the first box around good prices, relative to them; it grows until the box is no
  /// longer in the way.
  private static let leastRadius = 0.01
  /// Radius at which new points are asked for, be the box in the way or not.
  private static let wideRadius = 0.3
  /// Radius beyond which there is no mixture.
  private static let greatestRadius = 1e5

  /// Keeps the prices of the next master near known ones, as long as no mixture is known.
  private func setBox(around centre: [Double]) {
    let units = master.priceUnits
    let radii = centre.indices.map { radius * max(abs(centre[$0]), 0.01 * units[$0]) }
    master.breaking = .priced(
      PriceBox(
        around: centre, radius: radii, rowLower: master.rowLower, rowUpper: master.rowUpper))
  }

  /// Makes the box wider where it is in the way, and solves the master again.
  private func widenBox(_ factor: Double) throws -> SearchEnd? {
    guard case .priced = master.breaking, master.usesArtificial, let centre else { return nil }
    radius *= factor
    setBox(around: centre)
    return try solveMaster(hasNewCosts: true)
  }

  /// One pricing pass with all that follows from it.
  private func priced(at prices: [Double]) throws -> (added: Int, end: SearchEnd?) {
    round += 1
    trail.append(prices)
    var watch = Stopwatch()
    let pass = try pass(prices)
    if let end = end(of: pass) { return (0, end) }
    takeBound(of: pass, at: prices)
    let added = addImproving(pass)
    report(pass, added, watch.lap())
    return (added, nil)
  }

  /// Adds the points of blocks at prices that served elsewhere, and takes the bounds they prove.
  func replay(_ prices: [[Double]]) throws -> SearchEnd? {
    for prices in prices where prices != trail.last {
      masterPrices = prices
      if let end = try priced(at: prices).end { return end }
    }
    return nil
  }

  /// Fewer than one in so many blocks is few.
  private static let fewShare = 50

  private func solveMaster(
    isPolish: Bool = false, hasNewCosts: Bool = false
  ) throws -> SearchEnd? {
    var solverOptions = SolverOptions()
    solverOptions.timeLimit = clock.remaining
    let clock = clock
    solverOptions.shouldStop = { clock.wantsStop != nil }
    let answer = try desk.solve(
      &master, options: solverOptions, isPolish: isPolish,
      isPrecise: isPrecise && !master.isElastic, hasNewCosts: hasNewCosts)
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
    if master.isElastic {
      let value = master.breakingCost
      return value <= 1e-9 || bound > Self.provenBroken
        || bound.isFinite && abs(value - bound) <= gap * max(1, abs(value), abs(bound))
    }
    guard bound.isFinite, let incumbent else { return false }
    return abs(incumbent.cost - bound) <= gap * max(1, abs(incumbent.cost), abs(bound))
  }

  /// Penalised breach above which a bound proves that nothing is feasible.
  static let provenBroken = 1e-7

  /// Breach, over all rows, up to which a mixture counts as feasible: what the master's tolerance
  /// leaves, well below ``Tolerance/feasibility``.
  static let noBreach = 5e-7

  /// Keeps the mixture where it is feasible and the best of this level.
  ///
  /// - Parameter isPolished: Whether the master was solved once more, for a smaller breach: then
  ///   the mixture is the better one, be its cost a little higher.
  func takeMixture(isPolished: Bool = false) {
    guard !master.isElastic, hasMixture else { return }
    let breach = master.breach
    guard breach <= Self.noBreach else { return }
    if let incumbent {
      guard master.cost <= incumbent.cost || isPolished && breach < incumbent.breach else {
        return
      }
    }
    incumbent = Mixture(of: master, breach: breach)
  }

  /// Takes the prices of the polished master instead, where they prove more.
  ///
  /// Prices of earlier levels can be so high that rounding in the best known prices costs more
  /// than the gap allows.
  private func tryPolishedPrices() throws {
    let kept = (centre, bound, blockDuals, blockValues, isExact)
    bound = -.infinity
    centre = masterPrices
    let pass = try pricing.price(chosen, costs, masterPrices, wantsExactDuals: true) { false }
    takeBound(of: pass, at: masterPrices)
    try settleBound()
    if bound <= kept.1 { (centre, bound, blockDuals, blockValues, isExact) = kept }
  }

  /// Computes the bound of the best prices anew, from the duals of every block by weak duality.
  ///
  /// Blocks that were left out at these prices are solved, so that their duals are exact.
  private func settleBound() throws {
    guard let centre, blockDuals.count == chosen.count else { return }
    // High prices of earlier levels make rounding of all duals count.
    let inexact = chosen.indices.filter { !isExact[$0] || !costs.goals.isEmpty }
    if !inexact.isEmpty {
      let pass = try pricing.price(
        inexact.map { chosen[$0] }, costs, centre, wantsExactDuals: true
      ) { false }
      for (slot, answer) in zip(inexact, pass.answers) where !answer.rowDuals.isEmpty {
        blockDuals[slot] = answer.rowDuals
        blockValues[slot] = answer.value
        isExact[slot] = true
      }
    }
    let values = chosen.indices.map { slot in
      let block = pricing.structure.blocks[chosen[slot]]
      let proven = block.provenCost(
        block.pricedCosts(costs, centre), rowPrices: blockDuals[slot])
      return (proven.isFinite ? proven : blockValues[slot]) * master.slots[slot].multiplicity
    }
    bound = DualBound.value(centre, master, blockValues: values, reach: reach)
  }

  /// Keeps prices whose bound is better.
  private func takeBound(of pass: PricingPass, at prices: [Double]) {
    let values = zip(pass.answers, master.slots).map { $0.value * $1.multiplicity }
    let value = DualBound.value(prices, master, blockValues: values, reach: reach)
    latestBound = value
    if !master.isElastic, let incumbent {
      smoothing.learn(from: value, after: bound, towards: incumbent.cost)
    }
    guard value > bound else { return }
    bound = value
    centre = prices
    blockDuals = pass.answers.map(\.rowDuals)
    blockValues = pass.answers.map(\.value)
    isExact = pass.answers.map { $0.isExact }
  }

  /// Adds the points that improve the mixture at the master's own prices.
  private func addImproving(_ pass: PricingPass) -> Int {
    let count = master.rowCount
    let size = incumbent?.cost ?? (bound.isFinite ? bound : 0)
    let share = 1e-2 * options.gap * max(1, abs(size)) / Double(max(1, chosen.count))
    var gains = [Double](repeating: 0, count: pass.answers.count)
    for (slot, answer) in pass.answers.enumerated() {
      guard let point = answer.point else { continue }
      let cost = point.pricedCost(masterPrices, rowCount: count)
      if point.isRay {
        gains[slot] = cost < 0 ? .infinity : 0
        continue
      }
      let least = master.slots[slot].points.lazy.filter { !$0.isRay }
        .map { $0.pricedCost(self.masterPrices, rowCount: count) }.min()
      guard let least else {
        gains[slot] = .infinity
        continue
      }
      let times = master.slots[slot].multiplicity
      gains[slot] = least - cost > 1e-14 * abs(cost) ? (least - cost) * times : 0
    }
    let total = gains.reduce(0) { $0 + ($1.isFinite ? $1 : 0) }
    let least = max(share, options.fewestGain * total / Double(max(1, chosen.count)))
    var added = 0
    for (slot, answer) in pass.answers.enumerated() where gains[slot] > least {
      guard var point = answer.point else { continue }
      point.round = round
      master.slots[slot].add(point)
      added += 1
    }
    return added
  }

  private func report(_ pass: PricingPass, _ added: Int, _ pricing: Double) {
    let value =
      master.isElastic ? master.breakingCost : incumbent?.cost ?? .infinity
    let isBefore = isRehearsal || value == .infinity || master.isElastic
    clock.report(
      value: isBefore ? master.breach : sign * value, bound: sign * bound,
      blocks: pass.answers.count, isFirstPhase: isBefore)
    options.onRound?(
      DecompositionRound(
        level: levelName, number: round, isFirstPhase: master.isElastic,
        value: value, bound: bound, latest: latestBound, breach: master.breach,
        blocks: pass.answers.reduce(0) { $0 + ($1.point == nil ? 0 : 1) },
        added: added, points: master.slots.reduce(0) { $0 + $1.points.count },
        convexity: master.slots.reduce(0) { $0 + ($1.convexity == nil ? 0 : 1) },
        blockIterations: pass.answers.reduce(0) { $0 + $1.iterations },
        masterIterations: masterIterations, pricingSeconds: pricing,
        masterSeconds: masterSeconds, radius: smoothing.alpha))
  }
}
