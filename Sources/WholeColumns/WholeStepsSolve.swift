// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Solves a program whose steps are taken whole or not at all, for objectives in order.
///
/// Steps are chosen for the first levels, level by level: the linear program, tightened by what
/// whole steps imply, gives a bound, prices and a point to start from; its blocks are then made
/// whole one after the other (`WholeSearch`), and small programs are searched to the end. With the
/// steps fixed, all levels are solved once more by the engine.
public struct WholeStepsSolve: Sendable {
  let engine: any Engine
  let solver: any Solver
  let settings: WholeSettings

  /// Creates a solve.
  ///
  /// - Parameters:
  ///   - engine: Solves linear programs.
  ///   - solver: Solves blocks with whole steps.
  ///   - settings: How hard whole steps are looked for.
  public init(
    engine: any Engine, solver: any Solver, settings: WholeSettings = WholeSettings()
  ) {
    self.engine = engine
    self.solver = solver
    self.settings = settings
  }

  /// Solves a program.
  ///
  /// - Parameters:
  ///   - program: The program, without integer columns.
  ///   - levels: Objectives, the most important first; at least one.
  ///   - steps: Size of a step of each column, which is taken whole or not at all; 0 for columns
  ///     that may take any value.
  ///   - options: Limits, progress and cancellation.
  ///   - onLevel: Told the number, from 1, and the name of each level before it is solved.
  /// - Returns: How it ended, with what is known.
  /// - Throws: As the engine does.
  public func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], steps: [Double],
    options: SolverOptions, onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> WholeStepsOutcome {
    precondition(!levels.isEmpty, "at least one level")
    var run = WholeStepsRun(self, program, levels, steps, options, onLevel)
    return try run.run()
  }
}
