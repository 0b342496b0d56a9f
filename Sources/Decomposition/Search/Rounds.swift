// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension DantzigWolfe {
  func end(of pass: PricingPass) -> SearchEnd? {
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

  func rounds(gap: Double) throws -> SearchEnd {
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
  static let leastRadius = 0.01
  /// Radius at which new points are asked for, be the box in the way or not.
  static let wideRadius = 0.3
  /// Radius beyond which there is no mixture.
  static let greatestRadius = 1e5

  /// Keeps the prices of the next master near known ones, as long as no mixture is known.
  func setBox(around centre: [Double]) {
    let units = master.priceUnits
    let radii = centre.indices.map { radius * max(abs(centre[$0]), 0.01 * units[$0]) }
    master.breaking = .priced(
      PriceBox(
        around: centre, radius: radii, rowLower: master.rowLower, rowUpper: master.rowUpper))
  }

  /// Makes the box wider where it is in the way, and solves the master again.
  func widenBox(_ factor: Double) throws -> SearchEnd? {
    guard case .priced = master.breaking, master.usesArtificial, let centre else { return nil }
    radius *= factor
    setBox(around: centre)
    return try solveMaster(hasNewCosts: true)
  }

  /// One pricing pass with all that follows from it.
  func priced(at prices: [Double]) throws -> (added: Int, end: SearchEnd?) {
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
  static let fewShare = 50

  func solveMaster(
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

  func isClosed(_ gap: Double) -> Bool {
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

  func report(_ pass: PricingPass, _ added: Int, _ pricing: Double) {
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
