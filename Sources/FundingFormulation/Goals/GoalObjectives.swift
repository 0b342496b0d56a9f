// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// Turns the ordered goals of a scenario into objectives; `docs/model.md` §5 has the formulas.
extension Compilation {
  func levels() throws(FormulationError) -> [ObjectiveLevel] {
    var result: [ObjectiveLevel] = []
    for level in scenario.goals {
      result.append(
        ObjectiveLevel(objective: try objective(of: level), relativeTolerance: level.tolerance))
    }
    return result
  }

  func objective(of level: GoalLevel) throws(FormulationError) -> Objective {
    var coefficients = [Double](repeating: 0, count: builder.columnCount)
    guard let first = level.terms.first else { throw .wrongLength("goals") }
    guard level.terms.count > 1 else {
      try add(first.goal, factor: 1, to: &coefficients)
      return Objective(
        name: first.goal.rawValue, sense: first.goal.sense, coefficients: coefficients)
    }
    for term in level.terms {
      let direction = term.goal.sense == .minimize ? 1.0 : -1.0
      try add(term.goal, factor: direction * term.weight, to: &coefficients)
    }
    return Objective(
      name: level.terms.map(\.goal.rawValue).joined(separator: "+"), sense: .minimize,
      coefficients: coefficients)
  }

  private func add(
    _ goal: Goal, factor: Double, to coefficients: inout [Double]
  ) throws(FormulationError) {
    switch goal {
    case .nisShortfall: try addNISShortfall(factor, &coefficients)
    case .avoidedLoss: addAvoidedLoss(factor, &coefficients)
    case .publicMoney: addAll(columns.spent + columns.pay, factor, &coefficients)
    case .ownMoney: addOwnMoney(factor, &coefficients)
    case .budgetCliff: addAll([columns.cliff], factor, &coefficients)
    case .minimumCoverage: addAll([columns.minimum], factor, &coefficients)
    case .tieBreak: addTieBreak(factor, &coefficients)
    }
  }

  private func addAll(_ indices: [Int32], _ factor: Double, _ coefficients: inout [Double]) {
    for index in indices where index >= 0 { coefficients[Int(index)] += factor }
  }

  /// Σ_{e,o,t} (W_e/W̄)·weight_o·weight_C(e)·short[e,o,t].
  private func addNISShortfall(
    _ factor: Double, _ coefficients: inout [Double]
  ) throws(FormulationError) {
    let members = (0..<data.beneficiaryCount).filter { data.classOf[$0] >= 0 }
    let weights = try MeanWeights(
      members, scenario.economics.shortfallWeight, "nis_shortfall", self)
    for (e, weight) in zip(members, weights.relative) {
      let nisClass = names.classes[data.classOf[e]]
      let classWeight = scenario.classWeights[nisClass] ?? 1
      for (o, objective) in scenario.objectives.enumerated() {
        for t in 0..<data.yearCount {
          guard let short = shortfall(e, o, t) else { continue }
          coefficients[short.position] += factor * weight * classWeight * objective.weight
        }
      }
    }
  }

  /// Σ_{e,k,t,i} δ[t]·care weight[e]·h[e,k,i]·y[e,k,t,i], k€.
  private func addAvoidedLoss(_ factor: Double, _ coefficients: inout [Double]) {
    for e in 0..<data.beneficiaryCount {
      let care = scenario.beneficiaries[e].careWeight
      for k in scenario.threats.indices {
        guard let curve = curves[e * scenario.threats.count + k] else { continue }
        for t in 0..<data.yearCount {
          for (piece, gain) in curve.gains.enumerated() {
            guard let position = avoided(e, k, t, piece) else { continue }
            coefficients[position.position] += factor * data.discount[t] * care * gain
          }
        }
      }
    }
  }

  private func addOwnMoney(_ factor: Double, _ coefficients: inout [Double]) {
    for start in columns.own where start >= 0 {
      for t in 0..<data.yearCount { coefficients[Int(start) + t] += factor }
    }
  }
}

extension Goal {
  /// Whether less or more of the goal is wanted.
  var sense: Sense {
    switch self {
    case .nisShortfall, .publicMoney, .ownMoney, .budgetCliff: .minimize
    case .avoidedLoss, .minimumCoverage, .tieBreak: .maximize
    }
  }
}
