// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingFormulation
import FundingModel
import LinearProgramming

/// Solves a scenario by the hand-written statement of the model, with `glpsol` as another process.
struct MathProgOracle {
  /// The model, in the sources.
  static let model = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "models/allocation.mod")

  private let folder: OracleFolder
  private let scenario: Scenario

  init(_ scenario: Scenario) throws {
    self.scenario = scenario
    folder = try OracleFolder()
    try folder.write(MathProgData(scenario).text, to: "case.dat")
  }

  /// Optimum of one level (from 1) in its own direction, earlier ones held at `held`.
  func optimum(ofLevel level: Int, held: [Double]) throws -> Double {
    // The room of held values is a tolerance of ours, not a part of the model.
    let room = "param hold_slack := \(Tolerance.goalSlack);\n"
    let data = MathProgData.held(level: level, values: held)
      .replacing("data;\n", with: "data;\n" + room, maxReplacements: 1)
    try folder.write(data, to: "held.dat")
    let minimised = try folder.optimum([
      "-m", Self.model.path, "-d", "case.dat", "-d", "held.dat",
    ])
    let terms = scenario.goals[level - 1].terms
    let isUpwards = terms.count == 1 && terms[0].goal.isBetterHigher
    return isUpwards ? -minimised : minimised
  }

  /// Optima of all levels, each with the earlier ones held.
  func optima() throws -> [Double] {
    var values: [Double] = []
    for level in 1...scenario.goals.count {
      values.append(try optimum(ofLevel: level, held: values))
    }
    return values
  }
}

extension Goal {
  /// Whether more of the goal is wanted.
  var isBetterHigher: Bool {
    switch self {
    case .avoidedLoss, .minimumCoverage, .tieBreak: true
    case .nisShortfall, .publicMoney, .ownMoney, .budgetCliff: false
    }
  }
}
