// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// An ordered solve by decomposition: the state between its levels.
struct DecomposedSolve {
  private let structure: Blocks
  private let wanted: [ObjectiveLevel]
  private let settings: DecompositionOptions
  private let clock: SearchClock
  private let search: DantzigWolfe
  private let forced: ForcedColumns
  /// The program as it is, with the goals held.
  private var program: LinearProgram
  private var levels: [LevelOutcome] = []
  private var last = SolverResult(termination: .interrupted)
  private var best: SolverResult?
  private var pointBefore: [Double]?
  private let known: [LevelMemory]
  private let trails: [[[Double]]]
  /// What the levels that were solved leave behind.
  private(set) var memory: [LevelMemory] = []

  /// - Parameters:
  ///   - search: Threads, problems and masters, maybe of a solve before; its forced columns are
  ///     fixed.
  ///   - program: The program as it is.
  ///   - forced: Its forced columns.
  ///   - levels: Objectives in order.
  ///   - settings: Gaps, and how to rehearse.
  ///   - clock: Limits and progress.
  ///   - memory: What each level of a similar program left behind.
  ///   - trails: Prices that served at each level of a program of this shape; with them, nothing is
  ///     rehearsed.
  init(
    _ search: DantzigWolfe, of program: LinearProgram, _ forced: ForcedColumns,
    _ levels: [ObjectiveLevel], _ settings: DecompositionOptions,
    _ clock: SearchClock, memory: [LevelMemory] = [], trails: [[[Double]]] = []
  ) {
    self.trails = trails
    structure = search.pricing.structure
    self.settings = settings
    self.search = search
    self.clock = clock
    known = memory
    self.program = program
    self.forced = forced
    let nothing = Objective(
      name: "any feasible point", sense: .minimize,
      coefficients: [Double](repeating: 0, count: structure.program.columnCount))
    wanted = levels.isEmpty ? [ObjectiveLevel(objective: nothing)] : levels
  }

  /// Solves all levels.
  ///
  /// - Throws: As the solver does.
  mutating func run(_ onLevel: (@Sendable (Int, String) -> Void)?) throws -> OrderedOutcome {
    var watch = Stopwatch()
    onLevel?(1, wanted[0].objective.name)
    let rehearsed =
      known.isEmpty && trails.isEmpty
      ? try Rehearsal(structure, wanted, search, settings).trails() : trails
    for (position, level) in wanted.enumerated() {
      if position > 0 { onLevel?(position + 1, level.objective.name) }
      let isLast = position == wanted.count - 1
      search.absoluteGap = isLast ? settings.absoluteGap : 0
      search.decisionValue = settings.decisionValue(of: level, isLast: isLast)
      let end =
        position < known.count
        ? try search.resume(level, gap: gap(position), from: known[position])
        : try search.solve(
          level, gap: gap(position),
          after: position < rehearsed.count ? rehearsed[position] : [])
      record(level, end, seconds: watch.lap())
      guard last.termination == .optimal || last.termination == .objectiveLimit else { break }
      if settings.remembers { memory.append(search.memory(replays: settings.replays)) }
      guard position < wanted.count - 1, let value = last.objectiveValue else { break }
      levels[position].heldAt = hold(level, at: value, number: position + 1)
    }
    return OrderedOutcome(
      levels: levels, of: wanted, last: last, best: best, pointBefore: pointBefore,
      program: program, rowCount: structure.program.rowCount)
  }

  private func gap(_ position: Int) -> Double {
    guard position == wanted.count - 1 else { return settings.gap }
    let gap = max(settings.gap, settings.relativeGap)
    return position > 0 ? max(gap, settings.lastLevelGap) : gap
  }

  private mutating func hold(_ level: ObjectiveLevel, at value: Double, number: Int) -> Double {
    let held = program.hold(level, at: value, number: number)
    let row = program.rowCount - 1
    search.hold(
      level.objective.coefficients, lower: program.rowLower[row], upper: program.rowUpper[row])
    return held
  }
}

extension DecomposedSolve {
  private mutating func record(_ level: ObjectiveLevel, _ end: SearchEnd, seconds: Double) {
    let objective = level.objective
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    var result = SolverResult(termination: .optimal)
    result.iterations = search.round
    switch end {
    case .solved:
      result.detail = "Solved by decomposition into \(structure.blocks.count) blocks."
    case .decided:
      result.termination = .objectiveLimit
      result.detail = "The optimum is proven to lie above the value asked about."
    case .stopped(let reason):
      result.termination = reason
      result.detail = "The decomposition was stopped before the gap was closed."
    case .infeasible:
      result.termination = .infeasible
      addProof(to: &result, wholeDuals())
    case .blockInfeasible(let block, let proof):
      result.termination = .infeasible
      addProof(to: &result, proofOfBlock(block, proof))
    case .unbounded:
      result.termination = .unbounded
      result.detail = "The objective can be improved without end."
    case .noMixture:
      result.termination = .numericalError
      result.detail = "No feasible mixture of the points found keeps the goals before."
    case .stuck(let reason):
      result.termination = .numericalError
      result.detail = "The decomposition is stuck: \(reason)."
    }
    if result.termination != .infeasible, let mixture = search.incumbent {
      result.primal = mixture.point(of: structure, search.slots)
      result.primalStatus = .feasible
      result.objectiveValue = objective.value(at: result.primal)
    }
    let hasAnswer = result.primalStatus == .feasible || result.termination == .objectiveLimit
    if hasAnswer, search.bound.isFinite {
      result.bestBound = sign * search.bound + objective.constant
      let costs = objective.coefficients.map { sign * $0 }
      result.rowDuals = forced.priced(wholeDuals(), costs: costs, in: program)
      if sign != 1 { result.rowDuals = result.rowDuals.map { -$0 } }
      result.dualStatus = .feasible
    }
    var outcome = LevelOutcome(program, objective, result, seconds: seconds)
    if let report = outcome.optimality, !report.isFeasible {
      result.primalStatus = .infeasible
      if result.termination == .optimal { result.termination = .numericalError }
      result.detail += " Our own check refuses it: \(report.complaint)."
      outcome.termination = result.termination
      outcome.detail = result.detail
    }
    levels.append(outcome)
    last = result
    if result.primalStatus == .feasible {
      pointBefore = best?.primal
      best = result
    }
  }

  /// Row multipliers of the whole program, as for minimising.
  private func wholeDuals() -> [Double] {
    var duals = [Double](repeating: 0, count: program.rowCount)
    guard let prices = search.centre else { return duals }
    for (position, row) in structure.masterRows.enumerated() {
      duals[Int(row)] = prices[position]
    }
    for goal in search.costs.goals.indices {
      duals[structure.program.rowCount + goal] = prices[structure.masterRows.count + goal]
    }
    guard !search.blockDuals.isEmpty else { return duals }
    for (block, place) in zip(structure.blocks, search.slots.places) {
      let values = search.blockDuals[place]
      for (row, value) in zip(block.rows, values) { duals[Int(row)] = value }
    }
    return duals
  }

  private func proofOfBlock(_ block: Int, _ proof: [Double]) -> [Double] {
    var duals = [Double](repeating: 0, count: program.rowCount)
    for (row, value) in zip(structure.blocks[block].rows, proof) { duals[Int(row)] = value }
    return duals
  }

  private func addProof(to result: inout SolverResult, _ multipliers: [Double]) {
    result.detail = "No point satisfies all rows and bounds."
    let nothing = [Double](repeating: 0, count: program.columnCount)
    let proof = program.tidiedFarkas(forced.priced(multipliers, costs: nothing, in: program))
    guard let strength = program.farkasStrength(of: proof), strength > Tolerance.certificate
    else { return }
    result.rowDuals = proof
    result.dualStatus = .certificate
  }
}
