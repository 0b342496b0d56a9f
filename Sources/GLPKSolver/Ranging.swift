// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming

/// How far one number of a program may move before the optimal basis changes.
public struct SensitivityRange: Sendable, Equatable {
  /// Least value; -∞ where there is no limit.
  public var lower: Double
  /// Greatest value; ∞ where there is no limit.
  public var upper: Double
  /// Objective with the number at its least value; `nil` where there is none.
  public var objectiveAtLower: Double?
  /// Objective with the number at its greatest value; `nil` where there is none.
  public var objectiveAtUpper: Double?
  /// Name of the row or column that stops the number at its least value.
  public var lowerLimiter: String?
  /// Name of the row or column that stops the number at its greatest value.
  public var upperLimiter: String?
}

/// Ranges of one row or column at an optimal basis.
public enum Sensitivity: Sendable, Equatable {
  /// It is at a bound: the range of that bound.
  case bound(SensitivityRange)
  /// It lies between its bounds: the range of its objective coefficient (0 for a row).
  case coefficient(SensitivityRange)
}

/// Ranges of all rows and columns asked for.
public struct SensitivityReport: Sendable, Equatable {
  /// Optimum the ranges belong to.
  public var result: SolverOutcome
  /// One per row asked for.
  public var rows: [Sensitivity]
  /// One per column asked for.
  public var columns: [Sensitivity]

  /// The optimum in short.
  public struct SolverOutcome: Sendable, Equatable {
    /// Objective value.
    public var objectiveValue: Double
    /// Value of each column of the program.
    public var primal: [Double]
    /// Price of each row of the program.
    public var rowDuals: [Double]
  }
}

extension GLPKSolver {
  /// Solves a program with simplex and says how far bounds and costs may move.
  ///
  /// At a degenerate optimum the ranges are those of one of several optimal bases: they may be
  /// narrower than the truth, never wider.
  ///
  /// - Parameters:
  ///   - program: The program; integer columns are taken as continuous.
  ///   - objective: Its objective.
  ///   - rows: Rows to range; `nil` for all.
  ///   - columns: Columns to range; `nil` for all.
  ///   - options: Options of the solve.
  /// - Returns: The ranges.
  /// - Throws: ``LinearProgramming/InvalidProgram``, ``GLPKFault`` with the code
  ///   ``GLPKFault/Code/noOptimalBasis`` where there is no optimum.
  public func sensitivity(
    of program: LinearProgram, for objective: Objective, rows: [Constraint]? = nil,
    columns: [Variable]? = nil, options: SolverOptions = SolverOptions()
  ) throws -> SensitivityReport {
    var options = options
    options.method = .primalSimplex
    let solved = try solve(program, for: objective, options: options)
    guard solved.termination == .optimal, let basis = solved.basis else {
      throw GLPKFault(.noOptimalBasis, solved.detail)
    }
    let rows = rows?.map(\.index) ?? (0..<program.rowCount).map { Int32($0) }
    let columns = columns?.map(\.index) ?? (0..<program.columnCount).map { Int32($0) }
    let places = rows + columns.map { $0 + Int32(program.rowCount) }
    return try OwnThread.run {
      let workspace = GLPKWorkspace()
      defer { workspace.close() }
      let problem = try workspace.problem(workspace.add(program, for: objective))
      try problem.restore(basis)
      let again = try problem.solve(.primalSimplex)
      guard again.termination == .optimal else {
        throw GLPKFault(.noOptimalBasis, again.detail)
      }
      let ranges = try problem.rawRanges(places).map { Sensitivity($0, program) }
      return SensitivityReport(
        result: .init(
          objectiveValue: again.objectiveValue ?? .nan, primal: again.primal,
          rowDuals: again.rowDuals),
        rows: Array(ranges.prefix(rows.count)), columns: Array(ranges.dropFirst(rows.count)))
    }
  }

  /// Solves a small program in rational arithmetic, from the basis that simplex ends with.
  ///
  /// - Parameters:
  ///   - program: The program; integer columns are taken as continuous.
  ///   - objective: Its objective.
  ///   - options: Options of both solves.
  /// - Returns: The exact answer.
  /// - Throws: As ``solve(_:for:options:)``.
  public func solveExactly(
    _ program: LinearProgram, for objective: Objective, options: SolverOptions = SolverOptions()
  ) throws -> SolverResult {
    try OwnThread.run {
      let workspace = GLPKWorkspace()
      defer { workspace.close() }
      let problem = try workspace.problem(workspace.add(program, for: objective))
      let guess = try problem.solve(.primalSimplex, options: options)
      if guess.termination == .interrupted || guess.termination == .timeLimit { return guess }
      return try problem.solveExactly(options: options)
    }
  }
}

extension Sensitivity {
  fileprivate init(_ range: cglpk_range, _ program: LinearProgram) {
    let values = SensitivityRange(
      lower: range.lower, upper: range.upper,
      objectiveAtLower: range.lower_objective.isFinite ? range.lower_objective : nil,
      objectiveAtUpper: range.upper_objective.isFinite ? range.upper_objective : nil,
      lowerLimiter: program.name(ofPlace: Int(range.lower_limiter)),
      upperLimiter: program.name(ofPlace: Int(range.upper_limiter)))
    self = range.basic != 0 ? .coefficient(values) : .bound(values)
  }
}
