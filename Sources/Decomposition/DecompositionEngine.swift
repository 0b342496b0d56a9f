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
  let warm: any WarmSolver
  private let whole: any Solver
  let settings: DecompositionOptions

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
    try session(settings.honouring(options)).optimise(
      program, inOrder: levels, options: options, onLevel: onLevel)
  }

  /// Starts a series of what-ifs that keeps points, prices and bases.
  public func makeSession() -> any EngineSession { session(nil) }

  private func session(_ settings: DecompositionOptions?) -> DecompositionSession {
    DecompositionSession(engine: self, settings: settings)
  }

  /// The parts of a program; `nil`, with the reason, where taking it apart has no use.
  func structure(
    of program: LinearProgram, _ settings: DecompositionOptions
  ) -> (blocks: Blocks?, reason: String) {
    if let reason = reasonAgainst(program) { return (nil, reason) }
    let structure = Blocks(program)
    guard structure.blocks.count >= settings.fewestBlocks else {
      return (nil, "it falls into \(structure.blocks.count) blocks only")
    }
    return (structure, "")
  }

  private func reasonAgainst(_ program: LinearProgram) -> String? {
    if program.columnCount < settings.fewestColumns {
      return "it has \(program.columnCount) columns only"
    }
    return program.columnDomain.contains(.integer) ? "it has integer columns" : nil
  }

  func solveWhole(
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
