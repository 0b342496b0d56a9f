// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Every code that a solver routine of GLPK 5.0 can return, with what it means.
///
/// Return codes and solution statuses are two things: a routine may return ``done`` and leave a
/// solution that proves infeasibility.
public enum GLPKCode: Int32, Sendable, CaseIterable {
  case done = 0
  case badBasis
  case singular
  case illConditioned
  case badBounds
  case failed
  case objectiveLowerLimit
  case objectiveUpperLimit
  case iterationLimit
  case timeLimit
  case noPrimalFeasible
  case noDualFeasible
  case noRoot
  case stopped
  case gapReached
  case noFeasible
  case noConvergence
  case unstable
  case badData
  case outOfRange

  /// Why the solver stopped, where the code alone tells it; `nil` where the solution status does.
  public var termination: TerminationStatus? {
    switch self {
    case .done: nil
    case .badBasis, .singular, .illConditioned, .failed, .noConvergence, .unstable, .outOfRange,
      .badBounds, .badData, .noRoot:
      .numericalError
    case .objectiveLowerLimit, .objectiveUpperLimit: .objectiveLimit
    case .iterationLimit: .iterationLimit
    case .timeLimit: .timeLimit
    case .noPrimalFeasible: .infeasible
    case .noDualFeasible, .noFeasible: .infeasibleOrUnbounded
    case .stopped: .interrupted
    case .gapReached: .optimal
    }
  }

  /// What happened, in a sentence.
  public var sentence: String {
    switch self {
    case .done: "The solver finished."
    case .badBasis: "The basis to start from has not as many basic variables as rows."
    case .singular: "The matrix of the basis to start from is singular."
    case .illConditioned: "The matrix of the basis to start from is too ill-conditioned."
    case .badBounds: "Some variable with two bounds has them in the wrong order, or fractional."
    case .failed: "The solver failed and gave up."
    case .objectiveLowerLimit: "The objective reached its lower limit and goes on falling."
    case .objectiveUpperLimit: "The objective reached its upper limit and goes on rising."
    case .iterationLimit: "The iteration limit was reached."
    case .timeLimit: "The time limit was reached."
    case .noPrimalFeasible: "The presolver found that no point satisfies all rows and bounds."
    case .noDualFeasible:
      "The presolver found that the dual has no feasible point: the program is unbounded, or"
        + " infeasible."
    case .noRoot: "Branch and cut was started without an optimum of the continuous program."
    case .stopped: "The search was stopped on request."
    case .gapReached: "The search stopped within the integer gap asked for."
    case .noFeasible: "The program has no primal or no dual feasible point."
    case .noConvergence: "The interior point method converges slowly or not at all."
    case .unstable: "The interior point method met numerical instability."
    case .badData: "The data are invalid."
    case .outOfRange: "The result is outside the range of numbers."
    }
  }
}

/// Every status of a solution in GLPK 5.0, with what it means.
public enum GLPKStatus: Int32, Sendable, CaseIterable {
  case undefined = 1
  case feasible
  case infeasible
  case noneFeasible
  case optimal
  case unbounded

  /// What the solution is, in a sentence.
  public var sentence: String {
    switch self {
    case .undefined: "The solution is undefined."
    case .feasible: "The solution is feasible but not proven optimal."
    case .infeasible: "The solution at hand is infeasible; nothing is proven."
    case .noneFeasible: "No point satisfies all rows and bounds."
    case .optimal: "The solution is optimal."
    case .unbounded: "The objective can be improved without end."
    }
  }

  /// What a solution of this status holds.
  var resultStatus: ResultStatus {
    switch self {
    case .undefined: .none
    case .feasible, .optimal, .unbounded: .feasible
    case .infeasible, .noneFeasible: .infeasible
    }
  }
}

/// The one table from what GLPK says to what we say.
enum GLPKMeaning {
  /// Why a solve ended, from its code and the statuses of the solution it left.
  ///
  /// - Parameters:
  ///   - code: What the routine returned.
  ///   - status: Status of the solution as a whole.
  ///   - primal: Status of the primal side (simplex).
  ///   - dual: Status of the dual side (simplex).
  ///   - method: The method; interior point has no proof of infeasibility.
  /// - Returns: The reason in our words.
  static func termination(
    code: GLPKCode, status: GLPKStatus, primal: GLPKStatus, dual: GLPKStatus,
    method: SolverMethod
  ) -> TerminationStatus {
    if let known = code.termination { return known }
    switch status {
    case .optimal: return .optimal
    case .unbounded: return .unbounded
    case .noneFeasible: return method == .interiorPoint ? .infeasibleOrUnbounded : .infeasible
    case .undefined, .feasible, .infeasible:
      // The dual simplex says "no dual feasible solution" without a feasible primal point.
      return dual == .noneFeasible ? .infeasibleOrUnbounded : .numericalError
    }
  }

  /// The sentence for a result.
  static func sentence(code: GLPKCode, status: GLPKStatus) -> String {
    code == .done ? status.sentence : code.sentence
  }
}
