// SPDX-License-Identifier: GPL-3.0-or-later

/// What plans are solved with: a program and objectives in order go in, the outcome of each level
/// comes out.
///
/// Today the whole program is solved at once (``WholeSolve``); a decomposition will stand behind the
/// same protocol.
public protocol Engine: Sendable {
  /// Name and version, for the manifest of a run.
  var identity: String { get }

  /// Solves a program for objectives in order.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - levels: Objectives, the most important first.
  ///   - options: Limits, progress and cancellation.
  ///   - onLevel: Told the number, from 1, and the name of each level before it is solved.
  /// - Returns: The outcomes of the levels; the list stops at the first that is not optimal.
  /// - Throws: ``InvalidProgram``, or an error of the solver itself.
  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome
}

/// Solves the whole program at once with one solver.
public struct WholeSolve: Engine {
  private let solver: any Solver

  /// Creates an engine around a solver.
  public init(_ solver: any Solver) { self.solver = solver }

  /// Name and version of the solver.
  public var identity: String { solver.identity }

  /// Solves the whole program, level by level.
  ///
  /// - Throws: As the solver does.
  public func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    try solver.solve(program, inOrder: levels, options: options, onLevel: onLevel)
  }
}
