// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import FundingAnalysis

@Suite struct `Nearest changes of an amount` {
  private static let seeds: [UInt64] = [3, 5, 8, 11, 14, 17, 21, 25]

  private static func planned(
    _ scenario: Scenario
  ) throws -> (plan: ExplainedPlan, allocation: Allocation) {
    let formulation = try Formulation.compile(scenario)
    let outcome = try WholeSolve(GLPKSolver()).optimise(
      formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
    let best = try #require(outcome.best)
    let plan = formulation.plan(at: best.primal)
    let allocation = WholeEuros.round(plan, of: scenario)
    let prices = RulePrices.list(
      of: formulation, at: best.primal, levels: outcome.levels.map(LevelPrices.init))
    return (
      ExplainedPlan(scenario: scenario, plan: plan, allocation: allocation, prices: prices),
      allocation
    )
  }

  private static func euros(_ scenario: Scenario, _ beneficiary: Int) throws -> Int {
    try planned(scenario).allocation.lines.reduce(0) {
      $0 + ($1.beneficiary == beneficiary ? $1.euros : 0)
    }
  }

  /// Changes of the first beneficiary of a random study that is paid anything.
  private static func changes(
    _ seed: UInt64
  ) throws -> (search: NearestChangeSearch, beneficiary: Int, changes: [NearestChange])? {
    let scenario = RandomScenario(seed: seed).make()
    let (plan, allocation) = try planned(scenario)
    guard let beneficiary = allocation.lines.first(where: { $0.euros > 0 })?.beneficiary
    else { return nil }
    let search = NearestChangeSearch(
      scenario, beneficiary: beneficiary, engine: WholeSolve(GLPKSolver()),
      options: SolverOptions())
    return (search, beneficiary, try search.changes(plan.levers(of: beneficiary)))
  }

  @Test(arguments: seeds)
  func `both values planned from nothing give what is told`(seed: UInt64) throws {
    guard let (search, beneficiary, changes) = try Self.changes(seed) else { return }
    for change in changes {
      // Costs fall, the others rise.
      let isFarther: (Double, Double) -> Bool = change.lever == .costs ? (<) : (>)
      #expect(change.unaltered == change.from || isFarther(change.unaltered, change.from))
      let near = search.scenario(with: change.lever, at: change.unaltered)
      #expect(!change.alters(try Self.euros(near, beneficiary), at: change.unaltered))
      guard let altered = change.altered else { continue }
      #expect(isFarther(altered, change.unaltered))
      let far = search.scenario(with: change.lever, at: altered)
      let after = try Self.euros(far, beneficiary)
      #expect(after == change.after && change.alters(after, at: altered))
    }
  }

  @Test func `some of these studies have a change that alters the amount, others have none`() throws
  {
    let all = try Self.seeds.compactMap { try Self.changes($0) }.flatMap(\.changes)
    #expect(all.contains { $0.altered != nil }, "\(all)")
    #expect(all.contains { $0.altered == nil }, "\(all)")
  }

  @Test func `measures for less money are told apart by what is left of the price`() {
    let change = NearestChange(
      lever: .costs, from: 2, unaltered: 2, altered: nil, before: 100_000, after: 100_000)
    // A quarter cheaper: the same measures come to 75 000.
    #expect(!change.alters(75_000, at: 1.5) && !change.alters(75_600, at: 1.5))
    #expect(change.alters(80_000, at: 1.5) && change.alters(100_000, at: 1.5))
    var risk = change
    risk.lever = .risk
    #expect(risk.alters(75_000, at: 1.5) && !risk.alters(100_000, at: 1.5))
  }

  @Test func `amounts differ from 1 % and 500 euros on`() {
    #expect(!NearestChange.differ(10_000, 10_500))
    #expect(NearestChange.differ(10_000, 10_501))
    #expect(!NearestChange.differ(1_000_000, 1_010_000))
    #expect(NearestChange.differ(1_000_000, 1_010_200))
  }
}
