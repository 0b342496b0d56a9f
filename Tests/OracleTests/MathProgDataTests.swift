// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming
import TestSupport
import Testing

@Suite struct `Data for the hand-written model` {
  @Test func `are the same text for equal scenarios`() {
    let maker = RandomScenario(seed: 7, beneficiaries: 12)
    #expect(MathProgData(maker.make()).text == MathProgData(maker.make()).text)
    var other = maker.make()
    other.vehicles[0].amounts[0].secured = other.vehicles[0].amounts[0].secured + Money(cents: 1)
    #expect(MathProgData(maker.make()).text != MathProgData(other).text)
  }

  @Test func `hold euros to the cent, not what is derived from them`() {
    var scenario = OracleStudy.call.scenario
    scenario.economics.inflation = 0.25
    scenario.vehicles[0].amounts[0].secured = Money(cents: 3_000_001)
    let text = MathProgData(scenario).text
    #expect(text.contains("'call' 2026 30000.01 20000\n"))
    #expect(text.contains("'M1' 'agents' 100"))
  }

  @Test func `keep apart names that are too long or hold line breaks`() throws {
    var scenario = OracleStudy.yearlyTerritory.scenario
    let long = String(repeating: "Groupement hospitalier de territoire, ", count: 5)
    for (position, group) in [long + "Nord", long + "Sud\n", long + "Sud"].enumerated() {
      scenario.beneficiaries[position].groups["ght"] = group
    }
    scenario.title = "Titre\nend;"
    let both = try TwoStatements(scenario)
    #expect(both.largestDifference <= Tolerance.sameOptimum, "\(both)")
  }

  @Test func `of a study that lacks a size it needs are refused by the model`() throws {
    var scenario = OracleStudy.call.scenario
    scenario.beneficiaries[0].size[.agents] = nil
    #expect(throws: OracleFolder.Failure.self) { try MathProgOracle(scenario).optima() }
    #expect(throws: FormulationError.self) { try Formulation.compile(scenario) }
  }
}
