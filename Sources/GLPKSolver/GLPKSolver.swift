// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming

/// Solves whole linear programs with GLPK, each on a thread of its own.
///
/// Every answer is judged by our own arithmetic (``LinearProgramming/OptimalityReport``): where it
/// does not hold, other ways are tried (cold and without presolve, then other scalings), and where
/// none holds the answer is ``LinearProgramming/TerminationStatus/numericalError``. An infeasible
/// answer that started from a basis is confirmed from a cold start before it is given.
///
/// GLPK has no iteration limit for interior point: there
/// ``LinearProgramming/SolverOptions/iterationLimit`` is not used. With branch and cut it counts
/// nodes.
///
/// A method other than branch and cut solves the continuous relaxation of a program with integer
/// columns. Branch and cut gives no prices. A solve that is interrupted gives no values, except
/// with branch and cut, which gives the best point so far; a time limit with presolve gives none.
public struct GLPKSolver: Solver {
  /// Creates a solver.
  public init() {}

  /// Name and version, such as `GLPK 5.0`.
  public var identity: String { "GLPK \(Self.version)" }

  /// Version of the library that is linked, for example `5.0`.
  public static var version: String { String(cString: cglpk_version()) }

  /// Solves one program for one objective.
  ///
  /// - Throws: ``LinearProgramming/InvalidProgram``, or ``GLPKFault`` where GLPK met an internal
  ///   error in every way that was tried.
  public func solve(
    _ program: LinearProgram, for objective: Objective, options: SolverOptions
  ) throws -> SolverResult {
    try report(program, for: objective, options: options).result
  }

  /// Solves one program for one objective, and says all that is known of the answer.
  ///
  /// - Throws: As ``solve(_:for:options:)``.
  public func report(
    _ program: LinearProgram, for objective: Objective, options: SolverOptions
  ) throws -> GLPKReport {
    try program.validate(for: objective)
    if let start = options.start {
      guard start.rows.count == program.rowCount, start.columns.count == program.columnCount
      else { throw InvalidProgram(.wrongLength, "basis of \(program.name)") }
    }
    guard program.nonzeroCount < LinearProgram.mostNonzeros else {
      throw GLPKFault(.tooLarge, program.name)
    }
    return try OwnThread.run {
      var ladder = Ladder(program: program, objective: objective, options: options)
      return try ladder.climb()
    }
  }
}

/// An answer of ``GLPKSolver`` with both judgements of it.
public struct GLPKReport: Sendable {
  /// The answer.
  public var result: SolverResult
  /// What our own arithmetic says; `nil` where the answer has no point to judge.
  public var optimality: OptimalityReport?
  /// What GLPK's arithmetic says; `nil` where the answer is not optimal.
  public var measures: GLPKOptimalityMeasures?
  /// What was tried before this answer, in order, a sentence each.
  public var attempts: [String]
}
