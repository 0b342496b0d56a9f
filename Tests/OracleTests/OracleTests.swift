// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming
import TestSupport
import Testing

@Suite struct `The two statements of the model` {
  @Test(arguments: OracleStudy.all)
  func `agree on every study made by hand`(study: OracleStudy) throws {
    let both = try TwoStatements(study.scenario)
    #expect(both.largestDifference <= Tolerance.sameOptimum, "\(both)")
  }

  @Test(arguments: UInt64(1)...60)
  func `agree on random studies`(seed: UInt64) throws {
    let both = try TwoStatements(RandomScenario(seed: seed).make())
    #expect(both.largestDifference <= Tolerance.sameOptimum, "\(both)")
  }

  @Test(arguments: RandomScenario.Forced.allCases)
  func `agree on larger random studies`(forced: RandomScenario.Forced) throws {
    let maker = RandomScenario(
      seed: 2026, beneficiaries: 15, measures: 6, years: 4, objectives: 4, threats: 3, regions: 4,
      forced: forced)
    let both = try TwoStatements(maker.make())
    #expect(both.largestDifference <= Tolerance.sameOptimum, "\(both)")
  }

  @Test(arguments: OracleStudy.all.filter { $0.worked != nil })
  func `reach the optimum that was worked out by hand`(study: OracleStudy) throws {
    let worked = try #require(study.worked)
    let both = try TwoStatements(study.scenario)
    let apart = TwoStatements.largestDifference(both.mathProg, worked)
    // By hand a goal is held exactly; both statements leave it room, which later goals use.
    #expect(apart <= 10 * Tolerance.goalSlack, "\(both.mathProg) against \(worked)")
  }
}

@Suite struct `The studies of the oracle` {
  @Test func `use every family of rows between them`() throws {
    let named = OracleStudy.all.reduce(into: Set<Family>()) { $0.formUnion($1.families) }
    #expect(named == Set(Family.allCases))
  }

  @Test(arguments: OracleStudy.all)
  func `have rows of the families they name`(study: OracleStudy) throws {
    let program = try Formulation.compile(study.scenario).program
    let present = Set((0..<program.rowCount).compactMap { Family(rowName: program.rowNames[$0]) })
    #expect(study.families.isSubset(of: present))
  }

  @Test func `use every goal, alone or in a level of several`() {
    let goals = OracleStudy.all.flatMap { $0.scenario.goals.flatMap { $0.terms.map(\.goal) } }
    #expect(Set(goals) == Set(Goal.allCases))
  }

  @Test(arguments: OracleStudy.all)
  func `have another optimum without each rule they are about`(study: OracleStudy) throws {
    let with = try MathProgOracle(study.scenario).optima()
    for (position, relax) in study.relax.enumerated() {
      var relaxed = study.scenario
      relax(&relaxed)
      let without = try MathProgOracle(relaxed).optima()
      let apart = TwoStatements.largestDifference(with, without)
      #expect(apart > 1e-4, "rule \(position): \(with) with it, \(without) without")
    }
  }
}
