// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// An ordered solve by decomposition: the state between its levels.
struct DecomposedSolve {
  private let structure: Blocks
  private let wanted: [ObjectiveLevel]
  private let settings: DecompositionOptions
  private let clock: SearchClock
  private let search: DantzigWolfe
  private var program: LinearProgram
  private var levels: [LevelOutcome] = []
  private var last = SolverResult(termination: .interrupted)
  private var best: SolverResult?

  init(
    _ structure: Blocks, _ levels: [ObjectiveLevel], _ solver: any WarmSolver,
    _ settings: DecompositionOptions, _ options: SolverOptions
  ) {
    self.structure = structure
    self.settings = settings
    program = structure.program
    let nothing = Objective(
      name: "any feasible point", sense: .minimize,
      coefficients: [Double](repeating: 0, count: structure.program.columnCount))
    wanted = levels.isEmpty ? [ObjectiveLevel(objective: nothing)] : levels
    clock = SearchClock(options)
    let pricing = Pricing(structure, solver: solver, threads: settings.threads)
    search = DantzigWolfe(
      pricing: pricing, desk: MasterDesk(solver: solver),
      chosen: Array(structure.blocks.indices), master: structure.master(), options: settings,
      clock: clock)
  }

  /// Solves all levels.
  ///
  /// - Throws: As the solver does.
  mutating func run(_ onLevel: (@Sendable (Int, String) -> Void)?) throws -> OrderedOutcome {
    var watch = Stopwatch()
    onLevel?(1, wanted[0].objective.name)
    var end = try firstPoints()
    for (position, level) in wanted.enumerated() {
      if position > 0 { onLevel?(position + 1, level.objective.name) }
      if end == nil { end = try solved(position) }
      record(level, end ?? .stuck("no search"), seconds: watch.lap())
      guard last.termination == .optimal, position < wanted.count - 1,
        let value = last.objectiveValue
      else { break }
      levels[position].heldAt = hold(level, at: value, number: position + 1)
      end = nil
    }
    return OrderedOutcome(
      levels: levels, of: wanted, last: last, best: best, program: program,
      rowCount: structure.program.rowCount)
  }

  /// Gives every block points to start from, and the master a feasible mixture of them.
  ///
  /// - Returns: Why there is none; `nil` where there is.
  private func firstPoints() throws -> SearchEnd? {
    let none = search.master.columnLower.map { _ in 0.0 }
    search.begin("feasibility", [], own: none)
    if let end = try search.addPoints(at: structure.sparingPrices()) { return end }
    let (costs, own) = minimised(wanted[0].objective)
    search.begin("feasibility", costs, own: own)
    let zero = [Double](repeating: 0, count: search.master.rowCount)
    if let end = try search.addPoints(at: zero) { return end }
    search.begin("feasibility", [], own: none)
    search.master.isElastic = true
    let end = try search.search(gap: 1e-9)
    guard case .solved = end else { return end }
    return search.master.objective > 1e-9 && search.bound > DantzigWolfe.provenBroken
      ? .infeasible : nil
  }

  private func solved(_ position: Int) throws -> SearchEnd {
    let level = wanted[position]
    let (costs, own) = minimised(level.objective)
    search.begin(level.objective.name, costs, own: own)
    search.sign = level.objective.sense == .minimize ? 1 : -1
    let isLast = position == wanted.count - 1 && position > 0
    return try search.search(gap: isLast ? max(settings.gap, settings.lastLevelGap) : settings.gap)
  }

  /// Costs to be minimised: of all columns, and of the master's own.
  private func minimised(_ objective: Objective) -> (all: [Double], own: [Double]) {
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    let all = objective.coefficients.map { sign * $0 }
    return (all, structure.masterColumns.map { all[Int($0)] })
  }

  private mutating func hold(_ level: ObjectiveLevel, at value: Double, number: Int) -> Double {
    let held = program.hold(level, at: value, number: number)
    let row = program.rowCount - 1
    let coefficients = level.objective.coefficients
    search.hold(
      coefficients, own: structure.masterColumns.map { coefficients[Int($0)] },
      lower: program.rowLower[row], upper: program.rowUpper[row])
    return held
  }
}

extension DecomposedSolve {
  private mutating func record(_ level: ObjectiveLevel, _ end: SearchEnd, seconds: Double) {
    let objective = level.objective
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    var result = SolverResult(termination: .optimal)
    result.iterations = search.round
    let hasPoint = !search.master.isElastic
    switch end {
    case .solved:
      result.detail = "Solved by decomposition into \(structure.blocks.count) blocks."
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
    case .stuck(let reason):
      result.termination = .numericalError
      result.detail = "The decomposition is stuck: \(reason)."
    }
    if hasPoint, result.termination != .infeasible, search.hasMixture {
      result.primal = search.mixture(columnCount: program.columnCount)
      result.primalStatus = .feasible
      result.objectiveValue = objective.value(at: result.primal)
      if search.bound.isFinite {
        result.bestBound = sign * search.bound + objective.constant
        result.rowDuals = wholeDuals().map { sign * $0 }
        result.reducedCosts = program.reducedCosts(objective, result.rowDuals)
        result.dualStatus = .feasible
      }
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
    if result.primalStatus == .feasible { best = result }
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
    for (block, values) in zip(structure.blocks, search.blockDuals) {
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
    let proof = program.tidiedFarkas(multipliers)
    guard let strength = program.farkasStrength(of: proof), strength > Tolerance.certificate
    else { return }
    result.rowDuals = proof
    result.dualStatus = .certificate
  }
}

extension LinearProgram {
  /// Costs less prices times coefficients.
  fileprivate func reducedCosts(_ objective: Objective, _ prices: [Double]) -> [Double] {
    var result = objective.coefficients
    for row in 0..<rowCount where prices[row] != 0 {
      for entry in entries(of: row) {
        result[Int(columnIndex[entry])] -= prices[row] * coefficient[entry]
      }
    }
    return result
  }
}

extension Blocks {
  /// A master of all blocks, without points.
  fileprivate func master() -> Master {
    Master(
      coefficients: masterCoefficients, rowLower: masterRows.map { program.rowLower[Int($0)] },
      rowUpper: masterRows.map { program.rowUpper[Int($0)] },
      columnLower: masterColumns.map { program.columnLower[Int($0)] },
      columnUpper: masterColumns.map { program.columnUpper[Int($0)] },
      slotCount: blocks.count)
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
