// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import StudyFiles
import TestSupport
import Testing

@Suite struct `Tables of a study` {
  /// A table with its rows in another order.
  private func shuffled(_ text: String, _ draw: inout SplitMix64) -> String {
    var lines = text.split(separator: "\n").map(String.init)
    let header = lines.removeFirst()
    lines.shuffle(using: &draw)
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  /// Everything a scenario says, without the order in which tables said it.
  private struct Unordered: Equatable {
    var beneficiaries: Set<Beneficiary>
    var measures: Set<Measure>
    var effects: [MeasureID: Set<Measure.Effect>]
    var contributions: [MeasureID: Set<Measure.Contribution>]
    var objectives: Set<NISObjective>
    var staffing: Set<StaffingRule>
    var fairness: FairnessRules
    var targets: Set<CoverageTarget>

    init(_ scenario: Scenario) {
      beneficiaries = Set(scenario.beneficiaries)
      effects = Dictionary(
        uniqueKeysWithValues: scenario.measures.map { ($0.id, Set($0.effects)) })
      contributions = Dictionary(
        uniqueKeysWithValues: scenario.measures.map { ($0.id, Set($0.contributions)) })
      measures = Set(
        scenario.measures.map {
          var measure = $0
          measure.effects = []
          measure.contributions = []
          return measure
        })
      objectives = Set(scenario.objectives)
      staffing = Set(scenario.staffing)
      fairness = scenario.fairness
      targets = Set(scenario.targets)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `the order of rows changes nothing but the order of what they make`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let study = try FixtureStudy()
    var other = study
    for name in [
      "beneficiaries.csv", "measures.csv", "effects.csv", "objectives.csv", "contributions.csv",
      "staffing.csv", "prerequisites.csv",
    ] {
      other = other.with(shuffled(study.text(name), &draw), as: name)
    }
    let expected = try study.read().study.scenario
    let scenario = try other.read().study.scenario
    #expect(Unordered(scenario) == Unordered(expected))
    let rows = other.text("beneficiaries.csv").split(separator: "\n").dropFirst()
    #expect(scenario.beneficiaries.map(\.id.rawValue) == rows.map { String($0.prefix(9)) })
  }

  @Test func `columns are found by name, in any order and with any separator`() throws {
    let study = try FixtureStudy()
    let other = study.with(
      "effect,threat,measure\n\"40 %\",T1,M01\n0.25,T1,M02\n", as: "effects.csv")
    #expect(try study.read().study.scenario == other.read().study.scenario)
  }

  @Test func `a table in Windows-1252 reads as one in UTF-8`() throws {
    let study = try FixtureStudy()
    let latin = study.text("measures.csv").unicodeScalars.map {
      $0 == "€" ? 0x80 : UInt8(truncatingIfNeeded: $0.value)
    }
    let other = study.with(latin, as: "measures.csv")
    #expect(try study.read().study.scenario == other.read().study.scenario)
  }

  @Test func `sizes are imputed where the study says how, and flagged`() throws {
    let scenario = try FixtureStudy().read().study.scenario
    #expect(scenario.beneficiaries[0].size[.workstations] == 900)
    #expect(scenario.beneficiaries[0].imputed.isEmpty)
    #expect(scenario.beneficiaries[1].size[.workstations] == 137)
    #expect(scenario.beneficiaries[1].imputed == [.agents, .workstations])
    #expect(scenario.beneficiaries[1].affordable == .euros(12_000))
    #expect(scenario.beneficiaries[1].groups == ["ght": "GHT-B"])
  }

  @Test func `amounts are converted to one unit, in tables as in the study`() throws {
    let scenario = try FixtureStudy().read().study.scenario
    #expect(scenario.measures[0].oneOff.fixed == .euros(10_000))
    #expect(scenario.measures[1].oneOff.fixed == .euros(2000))
    #expect(scenario.vehicles[0].amounts[0].secured == .euros(60_000))
  }

  @Test func `staff of one year grows, and targets hold until the next one given`() throws {
    let scenario = try FixtureStudy().read().study.scenario
    let staff = scenario.staffing.map { $0.available.map(\.value) }
    #expect(staff[0] == [4, 4 * 1.1, 4 * 1.1 * 1.1])
    #expect(staff[1] == [1.5, 1.5 * 1.1, 1.5 * 1.1 * 1.1])
    let levels = scenario.targets.map { $0.levels.map(\.value) }
    #expect(scenario.targets.map(\.objective) == ["O1", "O2"])
    #expect(levels == [[0.1, 0.1, 0.5], [0, 0.4, 0.4]])
    #expect(scenario.targets.map(\.isHard) == [false, true])
  }

  @Test func `a narrowed population keeps only what concerns it`() throws {
    let scenario = try FixtureStudy().read(
      overrides: [StudyOverride(path: "population.regions", value: "[\"94\"]")]
    ).study.scenario
    #expect(scenario.beneficiaries.map(\.id) == ["2A0000154"])
    #expect(scenario.initialDeployment.isEmpty)
    #expect(scenario.locked.isEmpty)
    #expect(scenario.fairness.noWorseThan == ["2A0000154": .euros(5000)])
  }
}
