// SPDX-License-Identifier: GPL-3.0-or-later

/// Tolerances by name, in one place.
public enum Tolerance {
  /// Relative infeasibility above which a point is not accepted as feasible.
  public static let feasibility = 1e-6
  /// Relative difference of primal and dual objective above which a proof is refused.
  public static let gap = 1e-6
  /// Relative dual infeasibility above which a proof is refused.
  public static let dualFeasibility = 1e-6
  /// Distance from a whole number above which an integer column is not accepted.
  public static let integrality = 1e-5
  /// Strength below which a proof of infeasibility is not believed.
  public static let certificate = 1e-9
  /// Room, relative to the value (at least 1), that a goal row leaves.
  ///
  /// A tenth of the gap to which the value is proven. With less, the levels after have no inside,
  /// and their masters stall.
  public static let goalSlack = 1e-7
  /// Relative difference within which two optima count as the same.
  public static let sameOptimum = 1e-6
}
