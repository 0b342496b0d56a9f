// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import FundingAnalysis

/// Parts left out against scenarios from which they were taken before compiling, solved whole.
@Suite struct `What a goal comes to without a part of the study` {
  private struct Case {
    let scenario: Scenario
    let formulation: Formulation
    let search: ImportanceSearch
    let value: Double

    init(_ seed: UInt64) throws {
      var scenario = RandomScenario(seed: seed).make()
      // What is locked or asked for would need its measure or vehicle.
      scenario.goals = [GoalLevel(seed.isMultiple(of: 2) ? .nisShortfall : .avoidedLoss)]
      self.scenario = scenario
      formulation = try Formulation.compile(scenario)
      var settings = DecompositionOptions()
      settings.fewestBlocks = 1
      settings.fewestColumns = 0
      let session = DecompositionEngine(
        warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings
      ).makeSession()
      let optimum = try session.optimise(
        formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
      value = try #require(optimum.isComplete ? optimum.levels[0].value : nil)
      search = ImportanceSearch(
        formulation, optimum: optimum.levels[0], session: session, options: SolverOptions())
    }
  }

  /// The optimum of a scenario by the whole program; `nil` where there is no plan.
  private static func value(_ scenario: Scenario) throws -> Double? {
    let formulation = try Formulation.compile(scenario)
    let result = try GLPKSolver().solve(
      formulation.program, for: formulation.levels[0].objective, options: SolverOptions())
    return result.termination == .optimal ? result.objectiveValue : nil
  }

  private static func expect(_ found: Double?, _ wanted: Double?, _ comment: Comment) {
    guard let found, let wanted else {
      #expect((found == nil) == (wanted == nil), comment)
      return
    }
    #expect(abs(found - wanted) <= 3e-6 * max(1, abs(wanted)), comment)
  }

  @Test(arguments: UInt64(1)...16)
  func `is that of a study whose vehicle has no money`(seed: UInt64) throws {
    let one = try Case(seed)
    guard one.scenario.lockedYears == nil else { return }
    for v in one.scenario.vehicles.indices {
      var poor = one.scenario
      poor.vehicles[v].amounts = poor.vehicles[v].amounts.map { _ in EnvelopeYear(secured: .zero) }
      let found = try one.search.importance(of: .vehicle(v)).value
      // Territory rules may be written relative to the envelope: then the two differ.
      guard poor.territory.allSatisfy({ !$0.vehicles.contains(poor.vehicles[v].id) }) else {
        continue
      }
      Self.expect(found, try Self.value(poor), "vehicle \(v)")
    }
  }

  @Test(arguments: UInt64(1)...16)
  func `is that of a study in which nobody may take the measure on`(seed: UInt64) throws {
    let one = try Case(seed)
    for m in one.scenario.measures.indices {
      var program = one.formulation.program
      let measure = one.scenario.measures[m].id.rawValue
      for column in 0..<program.columnCount where program.columnLower[column] == 0 {
        let parts = program.columnNames[column].split(separator: ",")
        guard parts.count == 3, parts[0].hasPrefix("d["), parts[1] == measure[...] else { continue }
        program.setBounds(Variable(column), lower: 0, upper: 0)
      }
      let whole = try GLPKSolver().solve(
        program, for: one.formulation.levels[0].objective, options: SolverOptions())
      let found = try one.search.importance(of: .measure(m)).value
      Self.expect(
        found, whole.termination == .optimal ? whole.objectiveValue : nil, "measure \(measure)")
    }
  }

  @Test(arguments: UInt64(1)...16)
  func `is no worse without a rule, and the same without one that has no price`(seed: UInt64) throws
  {
    let one = try Case(seed)
    let sign = one.formulation.levels[0].objective.sense == .minimize ? 1.0 : -1.0
    let noise = 3e-6 * max(1, abs(one.value))
    let priced = one.search.rulesWithAPrice()
    for rule in priced.prefix(4) {
      let found = try #require(try one.search.importance(of: .rule(rule)).value)
      #expect(sign * (found - one.value) <= noise, "\(rule.name)")
    }
    let program = one.formulation.program
    let rules = (0..<program.rowCount).compactMap {
      RuleName(program.rowNames[$0], of: one.scenario).flatMap(WrittenRule.init)
    }
    for rule in Set(rules).subtracting(priced).sorted(by: { $0.name < $1.name }).prefix(4) {
      Self.expect(
        try one.search.importance(of: .rule(rule)).value, one.value, "\(rule.name)")
    }
  }
}
