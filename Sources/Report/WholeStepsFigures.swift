// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a plan of whole steps is from plans that may take steps in part, and from the best plan
/// of whole steps.
///
/// All of it is about the first goal, for which the steps are chosen.
public struct WholeStepsFigures: Sendable, Hashable, Codable {
  /// Steps that could be taken: one for each beneficiary, measure and year.
  public var steps: Int
  /// Steps that the plan takes.
  public var taken: Int
  /// What no plan can beat in the first goal, steps in part allowed; `nil` without a proof.
  public var linearBound: Double?
  /// Distance of the plan from ``linearBound``, relative.
  public var linearGap: Double?
  /// What no plan of whole steps can beat in the first goal: at least as close as the bound that
  /// follows from prices alone; `nil` without a proof.
  public var wholeBound: Double?
  /// Distance of the plan from ``wholeBound``, relative.
  public var wholeGap: Double?
  /// Goal levels for which every choice of steps was looked at: no plan of whole steps is better.
  public var exhaustive: [String]

  /// Measures a plan.
  ///
  /// - Parameters:
  ///   - value: Value of the first goal at the plan.
  ///   - linearBound: What no plan can beat.
  ///   - wholeBound: What no plan of whole steps can beat.
  ///   - steps: Steps that could be taken.
  ///   - taken: Steps that are taken.
  ///   - exhaustive: Levels for which every choice was looked at.
  public init(
    value: Double, linearBound: Double?, wholeBound: Double?, steps: Int, taken: Int,
    exhaustive: [String]
  ) {
    self.steps = steps
    self.taken = taken
    self.linearBound = linearBound
    self.wholeBound = wholeBound
    self.exhaustive = exhaustive
    linearGap = linearBound.map { Self.gap(value, $0) }
    wholeGap = wholeBound.map { Self.gap(value, $0) }
  }

  /// Distance of a value from a bound, relative to the greater of them, at least 1.
  public static func gap(_ value: Double, _ bound: Double) -> Double {
    abs(value - bound) / max(1, abs(value), abs(bound))
  }
}
