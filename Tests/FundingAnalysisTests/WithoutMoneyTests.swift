// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import FundingAnalysis

@Suite struct `What is lost without money` {
  /// A measure costs A 10 k€ and B, by its 400 agents, 40 k€; each misses 1 without it.
  ///
  /// Of 15 k€ A gets 10 and B 5 (d = 1/8): a k€ is worth 1/40.
  ///
  /// Without money, A misses 1 where its 10 k€ would be worth 1/4 elsewhere: 3/4 are lost. B's money is
  /// worth at B what it is worth anywhere.
  @Test func `is what was worked out by hand`() throws {
    var scenario = ExplainedStudy.base(15, hospitals: 2)
    scenario.beneficiaries[1].size = DriverValues([.agents: 400])
    scenario.measures[0].oneOff = SizedAmount([.init(.agents, .euros(100))])
    let study = try ExplainedStudy(scenario)
    let always = try #require(try study.reasonsWithFunding(0).first { $0.code == .alwaysFunded })
    #expect(always.without?.level == 0)
    #expect(abs((always.without?.change ?? 0) - 0.75) < 1e-6)
    let codes = try study.reasonsWithFunding(1).map(\.code)
    #expect(codes.contains(.fundedAtMargin) && !codes.contains(.alwaysFunded))
  }

  @Test func `is told of nobody that gets nothing, and of the tie-break where it decided`() throws {
    let study = try ExplainedStudy(ExplainedStudy.base(0, hospitals: 2))
    for e in 0..<2 {
      let codes = try study.reasonsWithFunding(e).map(\.code)
      #expect(!codes.contains(.alwaysFunded) && !codes.contains(.fundedAtMargin))
    }
    let told = study.plan
    let plan = ExplainedPlan(
      scenario: told.scenario, plan: told.plan, allocation: told.allocation, prices: told.prices,
      tieBroken: ["b"])
    #expect(!plan.reasons(of: 0).map(\.code).contains(.tieBroken))
    #expect(plan.reasons(of: 1).map(\.code).contains(.tieBroken))
  }

  private static let seeds: [UInt64] = [3, 5, 8, 11, 14, 17, 21, 25, 33, 41]

  /// Every beneficiary that is said to be funded in every plan as good: planned again without its
  /// money, that goal or one before it loses at least what is told.
  @Test func `is lost where random studies are planned again without it`() throws {
    var (always, margin) = (0, 0)
    for seed in Self.seeds {
      let scenario = RandomScenario(seed: seed).make()
      let formulation = try Formulation.compile(scenario)
      guard let study = try? ExplainedStudy(scenario) else { continue }
      let before = try Self.values(formulation, formulation.program)
      for e in scenario.beneficiaries.indices where study.plan.euros[e] > 0 {
        let found = try study.book.withoutMoney(
          for: e, plan: study.plan, pages: study.book.page, solver: GLPKSolver())
        guard let found else { continue }
        guard let level = found.level else {
          margin += 1
          continue
        }
        always += 1
        var program = formulation.program
        let grants = formulation.objective(of: .grants(to: [e]), .minimize).coefficients
        let columns = grants.indices.filter { grants[$0] != 0 }
        guard columns.allSatisfy({ program.columnLower[$0] <= 0 }) else {
          #expect(found.isImpossible)
          continue
        }
        for column in columns { program.setUpperBound(Variable(column), 0) }
        let after = try Self.values(formulation, program)
        guard !after.isEmpty else { continue }  // Nothing obeys the rules: more than any loss.
        #expect(!found.isImpossible, "seed \(seed), \(e)")
        let losses = zip(formulation.levels, zip(before, after)).map { level, values in
          (level.objective.sense == .minimize ? 1 : -1) * (values.1 - values.0)
        }
        func room(_ level: Int) -> Double { 1e-5 * max(1, abs(before[level])) }
        let isWorseBefore = (0..<level).contains { losses[$0] > room($0) }
        #expect(
          isWorseBefore || losses[level] >= abs(found.change) - room(level),
          "seed \(seed), \(e): \(losses[level]) of \(found.change)")
      }
    }
    #expect(always > 10 && margin > 0)
  }

  /// Values of all goals in order; none where no plan exists.
  private static func values(
    _ formulation: Formulation, _ program: LinearProgram
  ) throws -> [Double] {
    let outcome = try WholeSolve(GLPKSolver()).optimise(
      program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
    return outcome.isComplete ? outcome.levels.map { $0.value ?? .nan } : []
  }
}
