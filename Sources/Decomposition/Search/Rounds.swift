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
    var end = try rounds(gap: gap)
    if case .stuck = end, !costs.goals.isEmpty {
      writeGoalsAsTheyAre()
      end = try rounds(gap: gap)
    }
    end = try settled(end, gap: gap)
    guard case .solved = end, !costs.goals.isEmpty, !isRehearsal, !isClosed(gap),
      clock.wantsStop == nil
    else { return end }
    // As they were written, the goals were those of another program, by more than the gap.
    writeGoalsAsTheyAre()
    end = try settled(rounds(gap: gap), gap: gap)
    switch end {
    case .solved, .stuck:
      // What rounding leaves open is said in the gap, as long as it is little.
      return isClosed(Self.littleOpen * gap) ? .solved : .stuck("rounding hides what is left")
    default: return end
    }
  }

  /// A gap that rounding may leave open at late levels, in terms of the gap asked for.
  private static let littleOpen = 10.0

  /// Makes the mixture and the bound of a level that is solved exact.
  private func settled(_ end: SearchEnd, gap: Double) throws -> SearchEnd {
    if case .decided = end { try settleBound() }
    guard case .solved = end, !master.isElastic, clock.wantsStop == nil else { return end }
    try polish()
    // A value that decides needs no bound.
    if isDecidedByValue { return end }
    try settleBound()
    if !isClosed(gap) { try tryPolishedPrices() }
    return end
  }

  func rounds(gap: Double) throws -> SearchEnd {
    isPrecise = false
    perturbedShare = Self.perturbedShare
    isNear = false
    radius = 0
    forgetWidening()
    smoothing = Smoothing(options.smoothing)
    if isMixed {
      isMixed = false
      if let end = try solveMaster() { return end }
    } else if isResumed, !master.isElastic, costs.goals.isEmpty, let centre, bound.isFinite {
      radius = Self.resumedRadius
      setBox(around: centre)
      if let end = try solveMaster() { return end }
    } else if !master.isElastic, incumbent == nil, let centre, bound.isFinite {
      radius = Self.leastRadius
      setBox(around: centre)
      master.start(at: centre)
      repeat {
        if let end = try solveMaster(hasNewCosts: true) { return end }
        guard master.usesArtificial else { break }
        resizeBox(5, around: centre)
      } while radius < Self.wideRadius
    } else if let end = try solveMaster(hasNewCosts: !isResumed) {
      return end
    }
    takeMixture()
    var exactness = 0
    while true {
      if let end = reached(gap) { return end }
      if let reason = clock.wantsStop { return .stopped(reason) }
      guard round < options.mostRounds else { return .stuck("too many rounds") }
      if radius > Self.greatestRadius, case .priced = master.breaking {
        guard incumbent != nil else { return .noMixture }
        master.breaking = .forbidden
      }
      stayNear()
      let alpha = shareOfBest
      let prices = centre.map { Prices.blended($0, masterPrices, alpha) } ?? masterPrices
      let (added, end) = try priced(at: prices)
      if let end = end ?? reached(gap) { return end }
      // Where few blocks still improve, the master's own prices are the best to try.
      if added * Self.fewShare < slots.count {
        smoothing.alpha = 0
        isPrecise = true
      }
      var watch = Stopwatch()
      if added > 0 {
        exactness = 0
        master.drop(beyond: options.pointsPerBlock, at: masterPrices)
        if let end = try solveMaster() { return end }
        if incumbent == nil, let end = try isResumed ? widenForBrokenRows() : widenBox(2) {
          return end
        }
      } else if case .priced = master.breaking, master.usesArtificial {
        // No block has anything better within the box: only a wider one shows what is missing.
        if let end = try widenBox(5) { return end }
      } else if alpha == 0, inexactMasters > 0 {
        if let end = try solveMaster() { return end }
      } else if alpha == 0 {
        // The bound at exact prices would meet the value: these are not exact enough.
        guard exactness < 3 else { return .stuck("no block improves the mixture") }
        exactness += 1
        perturbedShare *= 0.1
        if let end = try solveMaster(isPolish: exactness > 1, isExact: true) { return end }
      }
      takeMixture()
      masterSeconds = watch.lap()
    }
  }

  /// How the level ends with what is known by now; `nil` where it goes on.
  private func reached(_ gap: Double) -> SearchEnd? {
    if isClosed(gap) { return .solved }
    guard let decisionValue, !master.isElastic else { return nil }
    if isDecidedByValue { return .solved }
    return bound > decisionValue ? .decided : nil
  }

  /// Whether the mixture shows that the optimum is no more than what it was asked about.
  private var isDecidedByValue: Bool {
    guard let decisionValue, let incumbent else { return false }
    return incumbent.cost <= decisionValue
  }

  /// Share of the best known prices in those that are tried next.
  ///
  /// Without a mixture a master's prices say little, unless they were optimal a moment ago.
  private var shareOfBest: Double {
    if centre == nil { return 0 }
    return incumbent == nil && !master.isElastic && !isResumed ? 0.9 : smoothing.alpha
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

  func isClosed(_ gap: Double) -> Bool {
    if master.isElastic {
      let value = master.breakingCost
      return value <= 1e-9 || bound > Self.provenBroken
        || bound.isFinite && abs(value - bound) <= gap * max(1, abs(value), abs(bound))
    }
    guard bound.isFinite, let incumbent else { return false }
    let size = max(abs(incumbent.cost), abs(bound))
    return abs(incumbent.cost - bound) <= allowed(gap, of: size)
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
