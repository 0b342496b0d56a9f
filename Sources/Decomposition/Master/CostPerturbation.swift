// SPDX-License-Identifier: GPL-3.0-or-later

/// Small changes of the costs of points, which end the ties in which the dual simplex runs in
/// circles: many mixtures are worth the same where vehicles pay the same measures.
///
/// The prices that result are as good for the next pricing as others; the cost of the mixture is
/// computed from the costs as they are. Where no block improves it, it is solved without.
struct CostPerturbation: Sendable {
  /// About what is added to the cost of a whole block; 0 for costs as they are.
  let size: Double

  /// How many times as much is added where that did not suffice.
  static let stirring = 10.0

  /// Costs of a master's columns, each point's changed by between half and one and a half times
  /// ``size``, without a pattern, and the same in every run.
  func perturbed(_ layout: Master.Layout, of master: Master, times factor: Double) -> [Double] {
    var costs = layout.costs
    guard size > 0 else { return costs }
    // A direction that is taken without end must pay for itself: its cost stays as it is.
    for (offset, column) in layout.columns.enumerated() where !master.isRay(column) {
      let number =
        UInt64(column.slot) &* 0x9E37_79B9_7F4A_7C15
        &+ UInt64(column.point) &* 0xBF58_476D_1CE4_E5B9
      let part = Double((number &* 0x94D0_49BB_1331_11EB) >> 40) / Double(1 << 24)
      costs[layout.firstPoint + offset] +=
        factor * size * (0.5 + part) * master.slots[Int(column.slot)].multiplicity
    }
    return costs
  }
}
