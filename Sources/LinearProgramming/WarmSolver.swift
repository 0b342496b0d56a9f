// SPDX-License-Identifier: GPL-3.0-or-later

/// A row to be added to a ``WarmProblem``.
public struct WarmRow: Sendable, Equatable {
  /// Lower bound, or -∞.
  public var lower: Double
  /// Upper bound, or ∞.
  public var upper: Double
  /// Columns of the nonzeros, each once.
  public var columns: [Int32]
  /// Coefficients, as many as columns.
  public var coefficients: [Double]

  /// Creates a row.
  public init(lower: Double, upper: Double, columns: [Int32], coefficients: [Double]) {
    self.lower = lower
    self.upper = upper
    self.columns = columns
    self.coefficients = coefficients
  }
}

/// Scale factors of the rows and columns of a ``WarmProblem``, as exponents of two.
public struct Scales: Sendable, Equatable {
  /// One per row.
  public var rows: [Int8]
  /// One per column.
  public var columns: [Int8]

  /// Factors of 1.
  public init(rows: Int, columns: Int) {
    self.rows = [Int8](repeating: 0, count: rows)
    self.columns = [Int8](repeating: 0, count: columns)
  }
}

/// A problem that keeps its basis between solves, on the thread that owns it.
///
/// Every problem is minimised. All members throw the faults of the solver behind them.
public protocol WarmProblem: AnyObject {
  /// Replaces the costs; the basis is kept.
  func setCosts(_ costs: [Double]) throws
  /// Row prices that the current basis has at other costs, without a solve; `nil` where it cannot
  /// be factorised.
  ///
  /// By weak duality they prove a bound at these costs, and the optimum where
  /// the basis is still optimal.
  func pricesOfBasis(at costs: [Double]) throws -> [Double]?
  /// The current basis.
  func basis() throws -> Basis
  /// Makes a basis the current one.
  func setBasis(_ basis: Basis) throws
  /// Forgets the basis: the next solve starts cold.
  func resetBasis() throws
  /// The scale factors in use.
  func scales() throws -> Scales
  /// Scales rows and columns; the basis is kept.
  func scale(by scales: Scales) throws
  /// Adds rows after the others; each is basic.
  func addRows(_ rows: [WarmRow]) throws
  /// Solves from the current basis; the answer is the solver's and not yet judged.
  ///
  /// - Parameters:
  ///   - method: A simplex method.
  ///   - options: Tolerances, limits, and a scaling where the problem is to be scaled anew.
  /// - Returns: The answer.
  /// - Throws: The fault of the solver.
  func solve(_ method: SolverMethod, options: SolverOptions) throws -> SolverResult
}

/// The problems of one thread, by number.
public protocol WarmWorkspace: AnyObject {
  /// Makes a problem of a program, to be minimised; its number may be that of one that was dropped.
  func add(_ program: LinearProgram, costs: [Double]) throws -> Int
  /// The problem under a number.
  func problem(_ number: Int) throws -> any WarmProblem
  /// Drops a problem.
  func remove(_ number: Int)
}

/// A thread that owns warm problems for as long as it lives.
public protocol WarmThread: Sendable {
  /// Runs `body` on the thread, after the bodies posted before, without waiting for it.
  func post(_ body: @escaping @Sendable (any WarmWorkspace) -> Void)
}

/// A solver that can keep many problems warm, each on one thread.
public protocol WarmSolver: Sendable {
  /// Name and version.
  var identity: String { get }
  /// Starts a thread.
  func makeThread(named name: String) -> any WarmThread
}
