// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a solver stopped.
public enum TerminationStatus: String, Sendable, Codable, CaseIterable {
  /// Optimal within the tolerances asked for.
  case optimal
  /// No point satisfies all rows and bounds.
  case infeasible
  /// The objective can be improved without end.
  case unbounded
  /// One of the two; the solver did not say which.
  case infeasibleOrUnbounded
  case iterationLimit
  case timeLimit
  case memoryLimit
  /// The objective passed the limit set by the caller.
  case objectiveLimit
  /// The caller asked it to stop.
  case interrupted
  /// The solver gave up, or its answer failed our own check.
  case numericalError
}

/// What a result holds for the primal or for the dual side.
public enum ResultStatus: String, Sendable, Codable {
  /// No values.
  case none
  /// A feasible point.
  case feasible
  /// Values that are not feasible.
  case infeasible
  /// A ray that proves unboundedness (primal) or infeasibility (dual).
  case certificate
}

/// Place of a row or column in a simplex basis.
public enum BasisStatus: UInt8, Sendable, Codable {
  case basic
  case atLower
  case atUpper
  case free
  case fixed
}

/// A simplex basis, from which a later solve of a similar program may start.
public struct Basis: Sendable, Equatable, Codable {
  /// Status of each row's auxiliary variable.
  public var rows: [BasisStatus]
  /// Status of each column.
  public var columns: [BasisStatus]

  /// Creates a basis.
  public init(rows: [BasisStatus], columns: [BasisStatus]) {
    self.rows = rows
    self.columns = columns
  }
}

/// The answer of a solver, with each question answered apart: why it stopped, and what it holds.
///
/// Row duals are the derivative of the objective with respect to the row's bound, in the sense of
/// the objective that was given (also when it was maximised).
public struct SolverResult: Sendable {
  /// Why the solver stopped.
  public var termination: TerminationStatus
  /// What ``primal`` holds.
  public var primalStatus: ResultStatus
  /// What ``rowDuals`` and ``reducedCosts`` hold.
  public var dualStatus: ResultStatus
  /// Objective at ``primal``, constant included.
  public var objectiveValue: Double?
  /// Best proven bound on the objective.
  public var bestBound: Double?
  /// One value per column, or a ray (``ResultStatus/certificate``), or empty.
  public var primal: [Double]
  /// One value per row, or a Farkas certificate, or empty.
  public var rowDuals: [Double]
  /// One value per column, or empty.
  public var reducedCosts: [Double]
  /// Final basis, where the method has one.
  public var basis: Basis?
  /// Iterations or nodes used.
  public var iterations: Int
  /// A sentence on how it ended, from the solver's own code.
  public var detail: String

  /// Creates a result.
  public init(
    termination: TerminationStatus, primalStatus: ResultStatus = .none,
    dualStatus: ResultStatus = .none, objectiveValue: Double? = nil, bestBound: Double? = nil,
    primal: [Double] = [], rowDuals: [Double] = [], reducedCosts: [Double] = [],
    basis: Basis? = nil, iterations: Int = 0, detail: String = ""
  ) {
    self.termination = termination
    self.primalStatus = primalStatus
    self.dualStatus = dualStatus
    self.objectiveValue = objectiveValue
    self.bestBound = bestBound
    self.primal = primal
    self.rowDuals = rowDuals
    self.reducedCosts = reducedCosts
    self.basis = basis
    self.iterations = iterations
    self.detail = detail
  }
}
