// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGLPK
internal import LinearProgramming

extension cglpk_options {
  /// Options of one call.
  ///
  /// - Parameters:
  ///   - options: What the caller asked for.
  ///   - method: Method of this attempt.
  ///   - remaining: Seconds left of the time limit.
  init(_ options: SolverOptions, method: SolverMethod, remaining: Double?) {
    self.init()
    self.method =
      switch method {
      case .primalSimplex: CGLPK_PRIMAL
      case .dualSimplex: CGLPK_DUAL
      case .dualThenPrimalSimplex: CGLPK_DUAL_THEN_PRIMAL
      case .interiorPoint: CGLPK_INTERIOR
      case .branchAndCut: CGLPK_BRANCH_AND_CUT
      }
    scaling = options.scaling.native
    presolve = options.presolve && options.start == nil ? 1 : 0
    long_step = options.longSteps ? 1 : 0
    primal_tolerance = Self.tolerance(options.primalTolerance)
    dual_tolerance = Self.tolerance(options.dualTolerance)
    integer_gap = max(0, options.integerGap)
    iteration_limit = Int32(clamping: max(0, options.iterationLimit ?? Int(Int32.max)))
    time_limit = Self.milliseconds(remaining)
    memory_limit = options.memoryLimit.map { Int32(clamping: max(1, $0 >> 20)) } ?? 0
  }

  /// GLPK aborts on a tolerance outside 0…1.
  private static func tolerance(_ value: Double) -> Double {
    min(max(value, 1e-12), 0.1)
  }

  static func milliseconds(_ seconds: Double?) -> Int32 {
    guard let seconds, seconds * 1000 < Double(Int32.max) else { return Int32.max }
    return Int32(max(0, seconds * 1000))
  }
}

extension Scaling {
  var native: cglpk_scaling {
    switch self {
    case .none: CGLPK_SCALE_NONE
    case .automatic: CGLPK_SCALE_AUTOMATIC
    case .geometricMean: CGLPK_SCALE_GEOMETRIC
    case .equilibration: CGLPK_SCALE_EQUILIBRATION
    case .powersOfTwo: CGLPK_SCALE_POWERS_OF_TWO
    }
  }
}
