// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
import LinearProgramming

extension Formulation {
  /// The formulation of a scenario that differs from this one in numbers only: amounts, ceilings,
  /// targets, shares, weights, goals (``ScenarioPart``).
  ///
  /// Equal to what ``compile(_:shouldStop:)`` makes of it, byte for byte, and far quicker: rows of
  /// the families that read what changed are built aside, and must be the same rows over the same
  /// columns; their numbers then take the place of the old ones. Everything else is shared with
  /// this formulation.
  ///
  /// - Parameter scenario: A resolved scenario.
  /// - Returns: The formulation; `nil` where the scenario needs other rows or columns, or is not
  ///   consistent: it has to be compiled then.
  public func adapted(to scenario: Scenario) -> Formulation? {
    guard scenario.vehicles.count == self.scenario.vehicles.count,
      let changed = changes(to: scenario)
    else { return nil }
    var adaptation = Adaptation(self, to: scenario)
    do {
      return try adaptation.adapted(changed)
    } catch {
      // Compiling meets the same fault and tells it in its own order.
      return nil
    }
  }

  /// The parts that differ; `nil` where something differs that is in none of them.
  private func changes(to scenario: Scenario) -> [ScenarioPart]? {
    let changed = ScenarioPart.allCases.filter { $0.differs(self.scenario, scenario) }
    guard changed.allSatisfy({ $0.keepsColumns(self.scenario, scenario) }) else { return nil }
    var rest = scenario
    for part in changed { part.take(from: self.scenario, into: &rest) }
    return rest == self.scenario ? changed : nil
  }
}

/// The work of fitting a formulation to another scenario.
private struct Adaptation {
  let old: Formulation
  let scenario: Scenario
  var program: LinearProgram
  var aside: Compilation
  /// Rows built aside, each run with the place where it belongs.
  var runs: [(rows: Range<Int>, place: Range<Int>)] = []

  init(_ old: Formulation, to scenario: Scenario) {
    self.old = old
    self.scenario = scenario
    program = old.program
    aside = old.compilation
    aside.data.take(scenario)
    aside.builder = LinearProgramBuilder(rowsAsideOf: old.program)
  }

  mutating func adapted(_ changed: [ScenarioPart]) throws(FormulationError) -> Formulation? {
    for (number, family) in RowFamilies.local.enumerated()
    where changed.contains(where: { $0.localFamilies.contains { $0 == family } }) {
      for e in 0..<aside.data.beneficiaryCount {
        let first = aside.builder.rowCount
        try family.addRows(of: e, to: &aside)
        runs.append((first..<aside.builder.rowCount, aside.layout.rows(ofLocal: number, at: e)))
      }
    }
    for (number, family) in RowFamilies.coupling.enumerated()
    where changed.contains(where: { $0.couplingFamilies.contains { $0 == family } }) {
      let first = aside.builder.rowCount
      try family.addRows(to: &aside)
      runs.append((first..<aside.builder.rowCount, aside.layout.rows(ofCoupling: number)))
    }
    let levels = try levels(changed)
    guard takeRows() else { return nil }
    if changed.contains(.money) { setCarriedBounds() }
    if changed.contains(.services) { setCapacityBounds() }
    program.name = scenario.title
    return Formulation(
      program: program, levels: levels, worstLossError: old.worstLossError, compilation: aside)
  }

  private mutating func takeRows() -> Bool {
    let built = aside.takeProgram()
    for run in runs {
      guard run.rows.count == run.place.count,
        program.takeRows(run.rows, of: built, at: run.place.lowerBound)
      else { return false }
    }
    return true
  }

  /// The goals: objectives of levels that are weighed as before are kept.
  private func levels(_ changed: [ScenarioPart]) throws(FormulationError) -> [ObjectiveLevel] {
    guard changed.contains(.goals) else { return old.levels }
    let before = old.scenario
    let sameWeights =
      before.classWeights == scenario.classWeights && before.economics == scenario.economics
    var result: [ObjectiveLevel] = []
    for level in scenario.goals {
      let objective: Objective
      if let known = before.goals.firstIndex(where: { sameWeights && $0.terms == level.terms }) {
        objective = old.levels[known].objective
      } else {
        objective = try aside.objective(of: level)
      }
      result.append(ObjectiveLevel(objective: objective, relativeTolerance: level.tolerance))
    }
    return result
  }

  /// Upper bounds of carry[v,t], as ``Compilation`` gives them to new columns.
  private mutating func setCarriedBounds() {
    for (v, vehicle) in scenario.vehicles.enumerated() {
      for t in 0..<aside.data.yearCount {
        guard let carry = aside.carry(v, t) else { continue }
        program.setUpperBound(carry, aside.largestCarried(vehicle, t))
      }
    }
  }

  /// Upper bounds of capacity[s,t].
  private mutating func setCapacityBounds() {
    for (s, service) in scenario.services.enumerated() {
      for t in 0..<aside.data.yearCount {
        let capacity = Variable(Int(aside.columns.capacity[s * aside.data.yearCount + t]))
        program.setUpperBound(capacity, service.largestCapacity ?? .infinity)
      }
    }
  }
}
