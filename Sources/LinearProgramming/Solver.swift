// SPDX-License-Identifier: GPL-3.0-or-later

/// The method by which a program is solved.
public enum SolverMethod: String, Sendable, Codable, CaseIterable {
  case primalSimplex
  case dualSimplex
  /// Dual simplex, and primal simplex where it fails.
  case dualThenPrimalSimplex
  case interiorPoint
  /// Branch and cut; needed where columns are integer.
  case branchAndCut
}

/// How a problem is scaled before it is solved.
public enum Scaling: String, Sendable, Codable {
  case none
  case automatic
  case geometricMean
  case equilibration
  case powersOfTwo
}

/// What a solver reports while it works.
public struct SolverProgress: Sendable {
  /// Iterations or nodes so far; of a decomposition, rounds.
  public var iterations: Int
  /// Objective of the current point, where there is one.
  public var objectiveValue: Double?
  /// Sum of infeasibilities of the current point, where the solver tells it; of a decomposition,
  /// the penalised breach while it looks for a first feasible point.
  public var infeasibility: Double?
  /// Seconds since the start.
  public var elapsed: Double
  /// Best proven bound on the objective, where the solver has one before it ends.
  public var bound: Double?
  /// Rounds of a decomposition so far; `nil` where the program is solved whole.
  public var rounds: Int?
  /// Blocks solved per second of the last round; `nil` where not told.
  public var blocksPerSecond: Double?

  /// Creates a report.
  public init(
    iterations: Int, objectiveValue: Double? = nil, infeasibility: Double? = nil, elapsed: Double,
    bound: Double? = nil, rounds: Int? = nil, blocksPerSecond: Double? = nil
  ) {
    self.iterations = iterations
    self.objectiveValue = objectiveValue
    self.infeasibility = infeasibility
    self.elapsed = elapsed
    self.bound = bound
    self.rounds = rounds
    self.blocksPerSecond = blocksPerSecond
  }

  /// Distance of value and bound, relative (to at least 1); `nil` where one of them is missing.
  public var gap: Double? {
    guard let objectiveValue, let bound else { return nil }
    return abs(objectiveValue - bound) / max(1, abs(objectiveValue), abs(bound))
  }
}

/// Options of one solve.
public struct SolverOptions: Sendable {
  /// Method; `nil` lets the solver choose.
  public var method: SolverMethod?
  /// Whether the solver may simplify the program first.
  public var presolve = true
  /// Scaling of the program.
  public var scaling = Scaling.automatic
  /// Whether the dual simplex may pass many columns to their other bound in one iteration, where
  /// columns have two bounds.
  public var longSteps = false
  /// Primal feasibility tolerance (relative).
  public var primalTolerance = 1e-7
  /// Dual feasibility tolerance (relative).
  public var dualTolerance = 1e-7
  /// Relative gap at which branch and cut stops.
  public var integerGap = 0.0
  /// Difference of value and bound at which an engine may leave the last of several objectives, where
  /// it is more than what the engine asks for; in the unit of the objective.
  public var absoluteGap = 0.0
  /// Relative gap at which an engine may leave the last of several objectives, where it is more than
  /// what the engine asks for: for a value of which the size is enough.
  public var relativeGap = 0.0
  /// Value of the last of several objectives of which it is only asked on which side the optimum lies;
  /// for objectives that are minimised.
  ///
  /// An engine may end with a point at or below it, as optimal, or with prices that prove more, as
  /// ``TerminationStatus/objectiveLimit`` and maybe without a point.
  public var decisionValue: Double?
  /// Iteration limit.
  public var iterationLimit: Int?
  /// Time limit in seconds.
  public var timeLimit: Double?
  /// Memory limit in bytes: of what the whole process holds, not of the solver alone.
  public var memoryLimit: Int?
  /// Threads to solve with, where an engine uses several; `nil` leaves it to the engine.
  ///
  /// The answer does not depend on it.
  public var threads: Int?
  /// Whether an infeasible or unbounded answer must come with its proof.
  ///
  /// The proof may cost further solves. One that is at hand is given in any case.
  public var wantsCertificate = false
  /// Basis to start from; with one, presolve is off.
  public var start: Basis?
  /// Called now and then from the thread that solves.
  public var onProgress: (@Sendable (SolverProgress) -> Void)?
  /// Lines the solver would have printed.
  public var onLog: (@Sendable (String) -> Void)?
  /// Asked now and then from the thread that solves: `true` stops the solve.
  public var shouldStop: (@Sendable () -> Bool)?

  /// Creates options with the defaults.
  public init() {}
}

/// Anything that can solve a linear program.
///
/// The call blocks. An infeasible or unbounded program is an answer, not an error.
public protocol Solver: Sendable {
  /// Name and version, for the manifest of a run.
  var identity: String { get }

  /// Solves one program for one objective.
  ///
  /// - Throws: ``InvalidProgram`` for a program no solver should see (non-finite coefficients,
  ///   crossed bounds), or an error of the solver itself.
  func solve(
    _ program: LinearProgram, for objective: Objective, options: SolverOptions
  ) throws -> SolverResult
}
