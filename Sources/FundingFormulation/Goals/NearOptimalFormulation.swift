// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import LinearProgramming

/// The program of all plans that are as good as the optimum but for a tolerance.
///
/// With a tolerance each goal has a row `goal_limit[name]` that keeps it from being worse than its
/// optimal value by more than a share of it. Without one such rows would leave no room at all, on
/// which simplex methods lose their way: then the goals are sought again, in order, before the
/// quantity, and held as in a plan. The tie-break is left out: it chooses among plans that are
/// equally good.
public struct NearOptimalFormulation: Sendable {
  private let formulation: Formulation
  /// Goals that are sought before the quantity.
  private let before: [ObjectiveLevel]

  /// Whether a goal is kept near its optimum: the tie-break is not.
  public static func keeps(_ name: String) -> Bool { name != Goal.tieBreak.rawValue }

  /// Prepares a program.
  ///
  /// - Parameters:
  ///   - formulation: A program with its goals.
  ///   - values: The optimal value of each goal, in order; those of the tie-break are not looked at.
  ///   - within: Share of its value by which a goal may be worse, at least 0.
  public init(_ formulation: Formulation, values: [Double], within: Double) {
    precondition(values.count == formulation.levels.count, "one value per goal")
    let kept = zip(formulation.levels, values).filter { Self.keeps($0.0.objective.name) }
    guard within > 0 else {
      self.formulation = formulation
      before = kept.map(\.0)
      return
    }
    before = []
    var program = formulation.program
    for (level, value) in kept {
      let room = within * abs(value) + Tolerance.goalSlack * max(1, abs(value))
      let sign = level.objective.sense == .minimize ? 1.0 : -1.0
      program.appendRow(
        of: level.objective, named: "goal_limit[\(level.objective.name)]",
        noWorseThan: value + sign * room)
    }
    self.formulation = Formulation(
      program: program, levels: formulation.levels, worstLossError: formulation.worstLossError,
      compilation: formulation.compilation)
  }

  /// The program, whose last goal is the least or the most of a sum of quantities.
  ///
  /// - Parameters:
  ///   - terms: The quantities with their factors.
  ///   - sense: Whether the least or the most of the sum is sought.
  /// - Returns: A formulation that shares everything but this objective with the others.
  public func seeking(_ terms: [WeightedQuantity], _ sense: Sense) -> Formulation {
    let sought = ObjectiveLevel(objective: formulation.objective(of: terms, sense))
    return Formulation(
      program: formulation.program, levels: before + [sought],
      worstLossError: formulation.worstLossError, compilation: formulation.compilation)
  }
}
