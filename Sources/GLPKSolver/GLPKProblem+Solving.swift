// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
public import LinearProgramming

extension GLPKProblem {
  /// Solves from the current basis.
  ///
  /// "Infeasible" and failure are confirmed by a second solve from a cold basis before they are
  /// given. The answer is GLPK's: whoever has the program judges it with
  /// ``LinearProgramming/OptimalityReport``. A solve that is stopped on request leaves the problem
  /// usable, with the basis it started from.
  ///
  /// - Parameters:
  ///   - method: A simplex method; others are taken as primal simplex.
  ///   - options: Tolerances, limits and callbacks; presolve and start are not used, and scaling
  ///     only where it is not ``LinearProgramming/Scaling/automatic``.
  /// - Returns: The answer. Certificates are as GLPK's last basis gives them: verify them with
  ///   `farkasStrength(of:)` and `isUnboundedDirection(_:for:)` of the program.
  /// - Throws: ``GLPKFault``.
  public func solve(
    _ method: SolverMethod, options: SolverOptions = SolverOptions()
  ) throws -> SolverResult {
    let watch = Watch(options)
    let warm = try simplex(method, options, watch)
    guard warm.result.termination.needsColdConfirmation else { return warm.result }
    try resetBasis()
    watch.iterationsBefore = warm.result.iterations
    var cold = try simplex(.primalSimplex, options, watch).result
    cold.iterations += warm.result.iterations
    return cold
  }

  private func simplex(
    _ method: SolverMethod, _ options: SolverOptions, _ watch: Watch
  ) throws(GLPKFault) -> Attempt {
    let used: SolverMethod =
      method == .dualSimplex || method == .dualThenPrimalSimplex ? method : .primalSimplex
    var native = cglpk_options(options, method: used, remaining: watch.remaining)
    native.presolve = 0
    // Scaling a warm problem anew would throw its factorisation away.
    if options.scaling == .automatic { native.scaling = CGLPK_SCALE_KEEP }
    var attempt = try solved(used, certificates: true) { handle, answer, fault in
      watch.withCallbacks { cglpk_simplex(handle, &native, $0, &answer, &fault) }
    }
    watch.nameStop(in: &attempt.result)
    return attempt
  }

  /// Solves from the current basis in rational arithmetic.
  ///
  /// The optimum is exact up to the last rounding to a double. Time grows steeply with size: for
  /// programs of some hundred rows at most.
  ///
  /// - Parameter options: Limits; the rest is not used.
  /// - Returns: The answer.
  /// - Throws: ``GLPKFault``.
  public func solveExactly(options: SolverOptions = SolverOptions()) throws -> SolverResult {
    let watch = Watch(options)
    var native = cglpk_options(options, method: .primalSimplex, remaining: watch.remaining)
    return try solved(.primalSimplex, certificates: false) { handle, answer, fault in
      watch.withCallbacks { cglpk_exact(handle, &native, $0, &answer, &fault) }
    }.result
  }
}
