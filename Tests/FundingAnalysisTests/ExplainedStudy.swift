// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming

@testable import FundingAnalysis

/// A study of one or two hospitals in one or two years, solved, for reasons worked out by hand.
///
/// A is in region 53, B in region 94; both are public, of class EE, and have 100 agents. M1 costs
/// 10 k€ once and reaches objective O1 in full, whose soft target is 1 in the last year. The vehicle
/// `v` pays what is one-off; own funds are 0 unless a test says otherwise. Goals: NIS shortfall, then
/// public money. So d = what is paid ÷ 10, and the shortfall is 1 − d.
struct ExplainedStudy {
  let plan: ExplainedPlan
  let book: AccountBook

  struct Unsolved: Error {}

  static func hospital(_ id: BeneficiaryID, _ region: RegionID) -> Beneficiary {
    Beneficiary(
      id: id, name: id.rawValue.uppercased(), region: region, nisClass: "EE",
      size: DriverValues([.agents: 100]))
  }

  static func measure(_ id: MeasureID, cost: Int64, weight: Double = 1) -> Measure {
    Measure(
      id: id, title: id.rawValue, domain: "d", oneOff: SizedAmount(fixed: .euros(cost * 1000)),
      contributions: weight > 0 ? [.init(objective: "O1", weight: weight)] : [])
  }

  static func target(_ levels: Double...) -> CoverageTarget {
    CoverageTarget(
      nisClass: "EE", objective: "O1", levels: levels.map { Share(clamping: $0) })
  }

  /// The study before a test changes it; `money` in thousands of euros, one for each year.
  static func base(_ money: Int64..., hospitals: Int = 1) -> Scenario {
    guard let horizon = Horizon(first: Year(2026), count: money.count) else {
      preconditionFailure("a year at least")
    }
    let vehicle = Vehicle(
      id: "v", title: "V", natures: [.oneOff],
      amounts: money.map { EnvelopeYear(secured: .euros($0 * 1000)) })
    var levels = [Share](repeating: .none, count: money.count)
    levels[money.count - 1] = .whole
    return Scenario(
      title: "by hand", horizon: horizon, economics: Economics(priceYear: Year(2026)),
      beneficiaries: Array([hospital("a", "53"), hospital("b", "94")].prefix(hospitals)),
      measures: [measure("M1", cost: 10)],
      objectives: [NISObjective(id: "O1", title: "O1", classes: ["EE"])], vehicles: [vehicle],
      targets: [CoverageTarget(nisClass: "EE", objective: "O1", levels: levels)],
      ownFunds: OwnFundsRule(affordable: SizedAmount(), share: .whole),
      goals: [GoalLevel(.nisShortfall), GoalLevel(.publicMoney)])
  }

  init(_ scenario: Scenario) throws {
    let formulation = try Formulation.compile(scenario)
    let ordered = try GLPKSolver().solve(
      formulation.program, inOrder: formulation.levels, options: SolverOptions())
    guard let best = ordered.best, ordered.isComplete else { throw Unsolved() }
    let exact = formulation.plan(at: best.primal)
    plan = ExplainedPlan(
      scenario: scenario, plan: exact, allocation: WholeEuros.round(exact, of: scenario),
      prices: RulePrices.list(
        of: formulation, at: best.primal, levels: ordered.levels.map { LevelPrices($0) }))
    let program = ordered.program
    book = AccountBook(
      formulation,
      levels: ordered.levels.map { level in
        CouplingLevel(
          name: level.name, sense: level.sense,
          prices: level.rowDuals.indices.filter {
            program.rowRole[$0] == .coupling && level.rowDuals[$0] != 0
          }.map { .init(row: program.rowNames[$0], price: level.rowDuals[$0]) })
      })
  }

  /// What open measures of a hospital are worth at its goal at hand.
  func accounts(
    _ e: Int = 0, _ scope: ReasonScope = .everything
  ) throws -> [MeasureAccount]? {
    guard let level = plan.levelAtHand(of: e, scope: scope), let page = book.page(of: level)
    else { return nil }
    return try book.accounts(of: e, page: page, plan: plan, solver: GLPKSolver())
  }

  /// Reasons of a hospital.
  func reasons(_ e: Int = 0, _ scope: ReasonScope = .everything) throws -> [Reason] {
    plan.reasons(of: e, scope: scope, accounts: try accounts(e, scope))
  }

  /// Reasons of a hospital, with what is lost where it gets no public money.
  func reasonsWithFunding(_ e: Int) throws -> [Reason] {
    plan.reasons(
      of: e, accounts: try accounts(e),
      without: try book.withoutMoney(
        for: e, plan: plan, pages: book.page, solver: GLPKSolver()))
  }

  func codes(_ e: Int = 0, _ scope: ReasonScope = .everything) throws -> [ReasonCode] {
    try reasons(e, scope).map(\.code)
  }
}
