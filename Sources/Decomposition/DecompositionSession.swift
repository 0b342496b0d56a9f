// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// What-ifs by decomposition: the problems of the blocks, and for each level its points, basis and
/// prices, stay in memory.
///
/// Where only bounds of coupling rows or of the master's own columns change, or objectives, each
/// level goes on from the master that solved it before. Where bounds within blocks change, it goes on
/// with those of its points that keep them. Where coefficients change, points are asked for anew, at
/// the prices that served before and from the bases at hand. Any other program starts from nothing.
final class DecompositionSession: EngineSession {
  private let engine: DecompositionEngine
  private let fixedSettings: DecompositionOptions?
  private var search: DantzigWolfe?
  private var levels: [ObjectiveLevel] = []
  private var identical: IdenticalBlocks?
  private var memory: [LevelMemory] = []
  /// Prices that served before, level by level, where only they can be used.
  private var trails: [[[Double]]] = []

  init(engine: DecompositionEngine, settings: DecompositionOptions?) {
    self.engine = engine
    fixedSettings = settings
  }

  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    for level in levels { try program.validate(for: level.objective) }
    var settings = fixedSettings ?? engine.settings.honouring(options)
    settings.remembers = fixedSettings == nil
    let clock = SearchClock(options)
    let forced = ForcedColumns(program)
    guard let search = try prepared(for: forced.fixed(program), levels, settings, clock) else {
      let (_, reason) = engine.structure(of: program, settings)
      return try engine.solveWhole(program, levels, options, onLevel, reason)
    }
    var solve = DecomposedSolve(
      search, of: program, forced, levels, settings, clock, memory: memory, trails: trails)
    let outcome = try solve.run(onLevel)
    if outcome.isComplete || outcome.last.termination == .objectiveLimit {
      self.levels = levels
      memory = solve.memory
    } else {
      forget()
    }
    if outcome.last.termination == .numericalError,
      program.columnCount <= settings.mostColumnsWhole
    {
      return try engine.solveWhole(
        program, levels, options, onLevel,
        "the decomposition did not end (\(outcome.last.detail.drop { $0 == " " }))")
    }
    return outcome
  }

  private func forget() {
    search = nil
    memory = []
    levels = []
  }

  /// A search for the program: the one at hand where it can go on.
  private func prepared(
    for program: LinearProgram, _ levels: [ObjectiveLevel], _ settings: DecompositionOptions,
    _ clock: SearchClock
  ) throws -> DantzigWolfe? {
    trails = []
    let old = search
    let isSimilar = self.levels.count == levels.count
    if let old, isSimilar, old.pricing.structure.differsOnlyInMaster(from: program),
      IdenticalBlocks(old.pricing.structure, levels) == identical
    {
      return goOn(old, old.pricing.structure.with(program), settings, clock)
    }
    guard let structure = engine.structure(of: program, settings).blocks else {
      forget()
      return nil
    }
    let identical = IdenticalBlocks(structure, levels)
    if let old, isSimilar, identical == self.identical, let left = leftOfMemory(structure, old) {
      memory = left
      return goOn(old, structure, settings, clock)
    }
    let kept = isSimilar ? memory.map(\.trail) : []
    forget()
    let pricing = Pricing(structure, solver: engine.warm, threads: settings.threads)
    if let old, structure.hasShape(of: old.pricing.structure) {
      trails = kept
      pricing.startBlocks(from: old.pricing.bases())
    }
    self.identical = identical
    let slots = BlockSlots(structure, identical, most: settings.slots(of: structure.blocks.count))
    let made = newSearch(pricing, MasterDesk(solver: engine.warm), slots, settings, clock)
    search = made
    return made
  }

  /// A search that goes on with the problems and the master at hand.
  private func goOn(
    _ old: DantzigWolfe, _ structure: Blocks, _ settings: DecompositionOptions,
    _ clock: SearchClock
  ) -> DantzigWolfe {
    let made = newSearch(Pricing(old.pricing, structure), old.desk, old.slots, settings, clock)
    search = made
    return made
  }

  /// What serves of each level for blocks that differ in bounds only; `nil` where it is too little.
  private func leftOfMemory(_ structure: Blocks, _ old: DantzigWolfe) -> [LevelMemory]? {
    guard let bounds = TighterBounds(structure, from: old.pricing.structure.program) else {
      return nil
    }
    var result: [LevelMemory] = []
    for level in memory {
      guard
        let left = level.kept(
          by: bounds, old.slots, columnCount: structure.program.columnCount)
      else { return nil }
      result.append(left)
    }
    return result
  }

  private func newSearch(
    _ pricing: Pricing, _ desk: MasterDesk, _ slots: BlockSlots,
    _ settings: DecompositionOptions, _ clock: SearchClock
  ) -> DantzigWolfe {
    DantzigWolfe(pricing: pricing, desk: desk, slots: slots, options: settings, clock: clock)
  }
}

extension Blocks {
  /// Whether a program has the same blocks: only bounds of rows of the master and of its own
  /// columns may differ.
  func differsOnlyInMaster(from other: LinearProgram) -> Bool {
    guard program.hasMatrix(of: other) else { return false }
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      guard other.rowLower[row] == program.rowLower[row],
        other.rowUpper[row] == program.rowUpper[row]
      else { return false }
    }
    var isMasters = [Bool](repeating: false, count: program.columnCount)
    for column in masterColumns { isMasters[Int(column)] = true }
    for column in 0..<program.columnCount where !isMasters[column] {
      guard other.columnLower[column] == program.columnLower[column],
        other.columnUpper[column] == program.columnUpper[column]
      else { return false }
    }
    return true
  }

  /// Whether blocks and rows of the master correspond one to one, be their numbers others.
  func hasShape(of other: Blocks) -> Bool {
    masterRows == other.masterRows && blocks.count == other.blocks.count
      && zip(blocks, other.blocks).allSatisfy {
        $0.columns == $1.columns && $0.rows == $1.rows
      }
  }
}

extension LinearProgram {
  /// Whether another program differs in names and bounds at the most.
  func hasMatrix(of other: LinearProgram) -> Bool {
    other.rowCount == rowCount && other.columnCount == columnCount && other.rowRole == rowRole
      && other.rowStart == rowStart && other.columnIndex == columnIndex
      && other.coefficient == coefficient && other.columnDomain == columnDomain
  }
}
