// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import SyntheticPopulation
import Testing

@Suite struct `Drawing a population` {
  @Test func `the same seed gives the same bytes, another seed gives others`() throws {
    let first = try PopulationTables.beneficiaries(Population.generate(seed: 5, count: 300))
    let again = try PopulationTables.beneficiaries(Population.generate(seed: 5, count: 300))
    let other = try PopulationTables.beneficiaries(Population.generate(seed: 6, count: 300))
    #expect(first == again)
    #expect(first != other)
  }

  @Test(arguments: [50, 300, 1_433, 3_000, 35_000])
  func `any number of units keeps the proportions of the classes`(count: Int) {
    let population = Population.generate(seed: 11, count: count)
    #expect(population.units.count == count)
    let national: [(CandidateClass, Int)] = [
      (.ght, 134), (.publicOutsideGroup, 21), (.nonProfit, 411), (.forProfit, 867),
    ]
    for (candidateClass, units) in national {
      let drawn = population.units.filter { $0.candidateClass == candidateClass }.count
      let expected = Double(units * count) / 1_433
      #expect(abs(Double(drawn) - expected) <= 1, "\(candidateClass)")
    }
  }

  @Test func `fewer units than the least are raised to it, and every class is there`() {
    let population = Population.generate(seed: 3, count: 1)
    #expect(population.units.count == Population.smallestCount)
    #expect(Set(population.units.map(\.candidateClass)) == Set(CandidateClass.allCases))
  }

  @Test func `identifiers are unique and none is a FINESS number`() {
    let units = Population.generate(seed: 2026).beneficiaries
    #expect(Set(units.map(\.id)).count == units.count)
    #expect(Set(units.map(\.name)).count == units.count)
    #expect(units.allSatisfy { FinessNumber($0.id.rawValue) == nil })
    #expect(units.allSatisfy { $0.id.rawValue.hasPrefix("SYN-\($0.region.rawValue)-") })
  }

  @Test func `the NIS class follows the agents`() {
    let thresholds = NISThresholds()
    #expect(thresholds.nisClass(agents: 251) == "EE")
    #expect(thresholds.nisClass(agents: 250) == "EI")
    #expect(thresholds.nisClass(agents: 50) == "EI")
    #expect(thresholds.nisClass(agents: 49) == nil)
    for unit in Population.generate(seed: 8, count: 500).beneficiaries {
      #expect(unit.nisClass == thresholds.nisClass(agents: Int(unit.size[.agents] ?? 0)))
    }
  }

  @Test func `every unit declares its sizes, with at least one agent, site and workstation`() {
    for unit in Population.generate(seed: 4).beneficiaries {
      for driver in [Driver.agents, .workstations, .sites] {
        #expect((unit.size[driver] ?? 0) >= 1)
      }
      #expect((unit.size[.beds] ?? -1) >= 0)
      #expect((unit.size[.activity] ?? -1) >= 0)
    }
  }

  @Test func `what already stands names drawn units only, once per measure`() {
    let population = Population.generate(seed: 9, count: 400)
    let rows = InitialState.draw(for: population)
    let known = Set(population.beneficiaries.map(\.id))
    #expect(rows.allSatisfy { known.contains($0.beneficiary) })
    #expect(Set(rows.map { [$0.beneficiary.rawValue, $0.measure.rawValue] }).count == rows.count)
    let exercised = rows.filter { $0.measure == "M09" }.count
    #expect((0.72...0.86).contains(Double(exercised) / 400))
  }
}
