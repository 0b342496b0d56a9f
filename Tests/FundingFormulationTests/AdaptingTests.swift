// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming
import TestSupport
import Testing

@testable import FundingFormulation

/// A formulation adapted to another scenario must be the one that compiling gives.
///
/// Seeds are fixed: a failure names its own.
@Suite struct `Adapting a formulation` {
  /// Whether it was adapted; what it became is held against a full compile.
  private func adapts(
    _ formulation: Formulation, to scenario: Scenario, _ name: String
  ) -> Formulation? {
    let adapted = formulation.adapted(to: scenario)
    guard let full = try? Formulation.compile(scenario) else {
      #expect(adapted == nil, "\(name): compiling throws")
      return nil
    }
    guard let adapted else { return nil }
    #expect(adapted.scenario == full.scenario, "\(name)")
    expectSame(adapted.program, full.program, name)
    #expect(adapted.levels == full.levels, "\(name)")
    #expect(adapted.worstLossError == full.worstLossError, "\(name)")
    return adapted
  }

  /// Equal, told by rows and columns where not: two programs in full say nothing to a reader.
  private func expectSame(_ left: LinearProgram, _ right: LinearProgram, _ name: String) {
    guard left != right else { return }
    #expect(left.name == right.name, "\(name)")
    #expect(left.columnUpper == right.columnUpper, "\(name)")
    #expect(left.columnLower == right.columnLower, "\(name)")
    for row in 0..<min(left.rowCount, right.rowCount) {
      let isSame =
        left.rowLower[row] == right.rowLower[row] && left.rowUpper[row] == right.rowUpper[row]
        && left.coefficient[left.entries(of: row)] == right.coefficient[right.entries(of: row)]
      guard isSame else {
        Issue.record("\(name): row \(right.rowNames[row]) differs")
        return
      }
    }
    Issue.record("\(name): the programs differ")
  }

  @Test(arguments: UInt64(1)...60)
  func `random edits of random scenarios, one after the other`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed &+ 5000)
    var scenario = RandomScenario(seed: seed).make()
    var formulation = try Formulation.compile(scenario)
    for turn in 1...12 {
      var edited = scenario
      let edits = (0...draw.integer(0...2)).map { _ in draw.pick(ScenarioEdit.allCases) }
      for edit in edits { edit.apply(to: &edited, &draw) }
      let name = "seed \(seed), turn \(turn): \(edits.map(\.rawValue))"
      // What was adapted is adapted again: nothing of it may be left behind.
      guard let adapted = adapts(formulation, to: edited, name) else { continue }
      (scenario, formulation) = (edited, adapted)
    }
  }

  @Test(arguments: Family.allCases)
  func `each edit of the scenario of each family`(family: Family) throws {
    let scenario = FamilyStudies.scenario(for: family)
    let formulation = try Formulation.compile(scenario)
    for edit in ScenarioEdit.allCases {
      var draw = SplitMix64(seed: 7)
      var edited = scenario
      for _ in 0..<3 { edit.apply(to: &edited, &draw) }
      _ = adapts(formulation, to: edited, "\(family.rawValue), \(edit.rawValue)")
    }
  }

  @Test(arguments: ScenarioEdit.ofNumbers)
  func `an edit of numbers needs no compiling`(edit: ScenarioEdit) throws {
    var count = 0
    for seed in UInt64(1)...60 {
      var draw = SplitMix64(seed: seed)
      let scenario = RandomScenario(seed: seed).make()
      var edited = scenario
      edit.apply(to: &edited, &draw)
      guard edited != scenario else { continue }
      let formulation = try Formulation.compile(scenario)
      if adapts(formulation, to: edited, "seed \(seed), \(edit.rawValue)") != nil { count += 1 }
    }
    #expect(count > 0, "\(edit.rawValue) was never adapted")
  }

  @Test func `an equal scenario gives the same program`() throws {
    let scenario = RandomScenario(seed: 3).make()
    let formulation = try Formulation.compile(scenario)
    #expect(adapts(formulation, to: scenario, "unchanged") != nil)
  }

  @Test func `a scenario that needs other columns is compiled`() throws {
    var scenario = RandomScenario(seed: 3).make()
    let formulation = try Formulation.compile(scenario)
    scenario.beneficiaries.removeLast()
    #expect(formulation.adapted(to: scenario) == nil)
  }

  @Test func `a plan is read back with the scenario it was adapted to`() throws {
    let scenario = RandomScenario(seed: 5).make()
    let formulation = try Formulation.compile(scenario)
    var richer = scenario
    richer.vehicles[0].amounts[0].secured = .euros(123_456)
    let adapted = try #require(formulation.adapted(to: richer))
    let point = [Double](repeating: 0.25, count: adapted.program.columnCount)
    #expect(adapted.plan(at: point) == (try Formulation.compile(richer)).plan(at: point))
  }
}
