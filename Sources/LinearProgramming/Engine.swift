// SPDX-License-Identifier: GPL-3.0-or-later

/// What plans are solved with: a program and objectives in order go in, the outcome of each level
/// comes out.
///
/// The whole program may be solved at once (``WholeSolve``), or taken apart.
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

  /// Starts a series of what-ifs.
  func makeSession() -> any EngineSession
}

/// What-ifs one after the other: what a solve found is kept for the next.
///
/// A program whose local rows, columns and coefficients are those of the one before, with other
/// bounds of coupling rows, other bounds of columns without local rows, or other objectives, is
/// solved from there; any other program is solved as by ``Engine/optimise(_:inOrder:options:onLevel:)``.
/// Either way the answer is a proven optimum within the same gap. Not for several threads at once.
public protocol EngineSession: AnyObject {
  /// Solves a program, level by level.
  ///
  /// - Throws: As the engine does.
  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome
}

extension Engine {
  /// A session that keeps nothing; engines that can do better have their own.
  public func makeSession() -> any EngineSession { ForgetfulSession(engine: self) }
}

/// Solves each what-if as if it were the first.
private final class ForgetfulSession: EngineSession {
  private let engine: any Engine

  init(engine: any Engine) { self.engine = engine }

  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    try engine.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
  }
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
