// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import TestSupport

/// Something that a what-if changes in a study without another program being needed: other bounds,
/// coefficients and costs, in the same rows and columns.
enum WhatIfChange: String, CaseIterable {
  /// One vehicle has more or less money in one year: a bound of a coupling row.
  case envelope
  /// One class is to reach one objective later or sooner: bounds of local rows.
  case targets
  /// What the goals are weighed with: costs alone.
  case weights
  /// A vehicle pays each beneficiary more or less at the most: bounds of local rows.
  case ceilings
  /// No vehicle has any money; where a rule forces something there is no plan.
  case noMoney

  /// The change of a place in a chain, half of them envelopes; no money comes now and then.
  static func drawn(at place: Int, _ draw: inout SplitMix64) -> WhatIfChange {
    if place % 8 == 7 { return .noMoney }
    return draw.pick([.envelope, .envelope, .envelope, .targets, .weights, .ceilings])
  }

  /// Whether the rows and bounds of blocks stay as they are.
  var keepsBlocks: Bool { self == .envelope || self == .weights || self == .noMoney }

  func apply(to scenario: inout Scenario, _ draw: inout SplitMix64) {
    let factor = draw.pick([0.3, 0.6, 0.9, 0.97, 1.03, 1.1, 1.5, 2.5])
    let year = draw.integer(0...(scenario.horizon.count - 1))
    let vehicle = draw.integer(0...(scenario.vehicles.count - 1))
    switch self {
    case .envelope:
      let old = scenario.vehicles[vehicle].amounts[year].secured
      scenario.vehicles[vehicle].amounts[year].secured = old.scaled(by: factor)
    case .targets:
      guard !scenario.targets.isEmpty else { return }
      let place = draw.integer(0...(scenario.targets.count - 1))
      // A level of nothing has neither row nor shortfall: it stays nothing.
      scenario.targets[place].levels = scenario.targets[place].levels.map {
        $0.value > 0 ? Share(clamping: max(0.01, $0.value * factor)) : $0
      }
    case .weights:
      scenario.classWeights[draw.pick(["EE", "EI"])] = draw.number(0.2...4)
      for level in scenario.goals.indices where scenario.goals[level].terms.count > 1 {
        scenario.goals[level].terms[0].weight = draw.number(0.2...4)
      }
    case .ceilings:
      for place in scenario.vehicles.indices where scenario.vehicles[place].ceiling != nil {
        scenario.vehicles[place].ceiling?.schedule = .sized(
          SizedAmount(
            fixed: .euros(Int64(draw.integer(1...30)) * 1000),
            [.init(.agents, .euros(Int64(draw.integer(5...60))))]))
      }
    case .noMoney:
      for place in scenario.vehicles.indices {
        scenario.vehicles[place].amounts = scenario.vehicles[place].amounts.map { _ in
          EnvelopeYear()
        }
      }
    }
  }
}
