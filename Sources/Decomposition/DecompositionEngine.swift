// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Solves a program for objectives in order by Dantzig–Wolfe decomposition, and the whole program
/// at once where that has no use.
///
/// Rows with the role ``LinearProgramming/RowRole/coupling`` form the master; the rest falls into
/// blocks. The answer comes with row prices of the whole program, so that the same check as for a
/// whole solve (``LinearProgramming/OptimalityReport``) proves it. The best point is a mixture of
/// points of blocks: feasible and within the gap of the optimum, but in general no vertex.
///
/// The answer does not depend on the number of threads.
public struct DecompositionEngine: Engine {
  private let warm: any WarmSolver
  private let whole: any Solver
  private let settings: DecompositionOptions

  /// Creates an engine.
  ///
  /// - Parameters:
  ///   - warm: Solver of blocks and masters.
  ///   - whole: Solver of programs that are not worth decomposing.
  ///   - settings: Threads, gaps, and when to decompose.
  public init(
    warm: any WarmSolver, whole: any Solver,
    settings: DecompositionOptions = DecompositionOptions()
  ) {
    self.warm = warm
    self.whole = whole
    self.settings = settings
  }

  /// Name and version of the solver behind it.
  public var identity: String { whole.identity }

  /// Solves a program, level by level.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram``, ``BlockFault``, or a fault of the solver.
  public func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    for level in levels { try program.validate(for: level.objective) }
    if let reason = reasonAgainst(program) {
      return try solveWhole(program, levels, options, onLevel, reason)
    }
    let structure = Blocks(program)
    guard structure.blocks.count >= settings.fewestBlocks else {
      let reason = "it falls into \(structure.blocks.count) blocks only"
      return try solveWhole(program, levels, options, onLevel, reason)
    }
    var solve = DecomposedSolve(
      structure, levels, warm, settings.honouring(options), options)
    return try solve.run(onLevel)
  }

  private func reasonAgainst(_ program: LinearProgram) -> String? {
    if program.columnCount < settings.fewestColumns {
      return "it has \(program.columnCount) columns only"
    }
    return program.columnDomain.contains(.integer) ? "it has integer columns" : nil
  }

  private func solveWhole(
    _ program: LinearProgram, _ levels: [ObjectiveLevel], _ options: SolverOptions,
    _ onLevel: (@Sendable (Int, String) -> Void)?, _ reason: String
  ) throws -> OrderedOutcome {
    var outcome = try whole.solve(
      program, inOrder: levels, options: options, onLevel: onLevel)
    let note = " The program was solved whole: \(reason)."
    outcome.last.detail += note
    outcome.best?.detail += note
    for position in outcome.levels.indices { outcome.levels[position].detail += note }
    return outcome
  }
}
