// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import TestSupport
import Testing
import Wording

/// A solved scenario as `releve explain` reads it back, with what open measures are worth.
struct ExplainedOutcome {
  let outcome: PlanOutcome
  let plan: ExplainedPlan
  private let book: AccountBook

  init(_ scenario: Scenario = SmallStudy.scenario) throws {
    outcome = try SmallStudy.outcome(of: scenario)
    plan = ExplainedPlan(
      scenario: scenario, plan: outcome.plan, allocation: outcome.allocation,
      prices: outcome.prices)
    let formulation = try Formulation.compile(scenario)
    let ordered = try GLPKSolver().solve(
      formulation.program, inOrder: formulation.levels, options: SolverOptions())
    book = AccountBook(
      formulation,
      levels: ProofDocument(ordered).levels.map { level in
        CouplingLevel(
          name: level.level, sense: level.sense,
          prices: level.prices.map { .init(row: $0.row, price: $0.price) })
      })
  }

  func accounts(_ e: Int, _ level: Int) throws -> [MeasureAccount]? {
    guard let page = book.page(of: level) else { return nil }
    return try book.accounts(of: e, page: page, plan: plan, solver: GLPKSolver())
  }

  func explanation(of e: Int) throws -> BeneficiaryExplanation {
    plan.explanation(
      of: e, yields: GoalYields(plan),
      accounts: try plan.levelAtHand(of: e).flatMap { try accounts(e, $0) })
  }

  func told(_ subject: ExplainOutcome.Subject) -> ExplainOutcome {
    ExplainOutcome(plan: plan, subject: subject, isProven: true, hasAccounts: true)
  }
}

@Suite struct `The screen of an explanation` {
  private func lines(_ outcome: ExplainOutcome, _ language: Language) -> [String] {
    let lines = ExplainScreen.lines(outcome, language: language)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= Screen.standardWidth })
    return lines
  }

  @Test(arguments: Language.allCases)
  func `tells of beneficiaries, regions, objectives and measures`(language: Language) throws {
    let told = try ExplainedOutcome()
    let members = try told.plan.scenario.beneficiaries.indices.map { try told.explanation(of: $0) }
    let subjects: [ExplainOutcome.Subject] = [
      .beneficiary(members[0]), .beneficiary(members[3]), .members("GHT 1", members),
      .region(try told.plan.explanation(of: "53", accounts: told.accounts)),
      .objective(try told.plan.explanation(ofObjective: 0, accounts: told.accounts)),
      .measure(try told.plan.explanation(ofMeasure: 1, accounts: told.accounts)),
    ]
    let text = subjects.map { lines(told.told($0), language).joined(separator: "\n") }
      .joined(separator: "\n\n----\n\n")
    try expectGolden(text + "\n", "explain.\(language.rawValue).txt")
  }

  @Test func `says what is not known of a plan without proof`() throws {
    let told = try ExplainedOutcome()
    let outcome = ExplainOutcome(
      plan: told.plan, subject: .beneficiary(try told.explanation(of: 1)), isProven: false,
      hasAccounts: false)
    let text = lines(outcome, .english).joined(separator: "\n")
    #expect(text.contains("stopped before the proof"))
    #expect(text.contains("is not known here"))
  }

  // MARK: Every reason

  private func rule(
    _ row: String, _ price: Double, level: Int = 0, _ scenario: Scenario
  ) throws -> RulePrice {
    let name = try #require(RuleName(row, of: scenario))
    return RulePrice(
      rowName: row, rule: name, level: level == 0 ? "nis_shortfall" : "avoided_loss",
      levelIndex: level, price: price, priceInOrder: price, unit: RuleUnit(name.family),
      activity: 1, bound: 1, slack: 0, isBinding: true)
  }

  /// A row for each reason that stands on rules.
  private static let rows: [ReasonCode: [String]] = [
    .pilotPhase: ["pilot_share[M2,2026]"], .ownFundsLimit: ["own_funds[010000001,2027]"],
    .ceilingReached: ["ceiling[fir,010000001]"],
    .entitlementUsed: ["entitlement[fir,010000001,2026]"],
    .aidRate: ["rate[appels,010000001,directories:one_off,2026]"],
    .yearOnYear: ["band_rise[fir,010000001,2027]", "band_rise[fir,010000001,2028]"],
    .paidOnResults: ["results[fir,010000001,2028]"],
    .waitsForStaff: ["staffing[53,2026]", "staffing[53,2027]"],
    .envelopeExhausted: ["envelope[appels,2026]", "envelope[fir,2026]", "envelope[fir,2028]"],
    .serviceFull: ["service_use[soc,2028]"], .lastingMeans: ["sustainability"],
    .regionalCeiling: ["territory_ceiling[plancher,53]"], .ratioCap: ["ratio_cap[010000001]"],
    .regionalFloor: ["territory_floor[plancher,04]"], .vehicleFloor: ["floor[fir,010000001]"],
    .noWorse: ["no_worse[010000001]"], .deploymentAsked: ["massive[exercices,53]"],
  ]

  @Test(arguments: Language.allCases)
  func `each reason has its sentence, its few words and its rules`(language: Language) throws {
    let scenario = SmallStudy.scenario
    let words = ReasonWords(scenario, in: language)
    let targets = [
      OpenTarget(objective: 0, year: 1, missing: 0.2),
      OpenTarget(objective: 0, year: 2, missing: 0.3),
      OpenTarget(objective: 1, year: 2, missing: 0.1),
    ]
    var lines: [String] = []
    for code in ReasonCode.allCases {
      var reason = Reason(code, targets: targets, measures: [0, 2])
      reason.rules = try (Self.rows[code] ?? []).enumerated().map {
        try rule($1, $0 == 0 ? -0.00042 : 1.25, level: $0 == 0 ? 0 : 1, scenario)
      }
      if code == .notEligible {
        reason.refusals = [
          VehicleRefusal(vehicle: 0, conditions: VehicleRefusal.Condition.allCases),
          VehicleRefusal(vehicle: 1, conditions: [.region]),
        ]
      }
      if code == .nothingGained {
        reason.nearest = MeasureAccount(
          measure: 1, year: 0, brings: 2, money: -3.5, staff: -0.25, others: 0)
      }
      if code == .alwaysFunded {
        reason.without = WithoutMoney(level: 0, change: .infinity)
        lines.append(words.sentence(reason))
        reason.without = WithoutMoney(level: 0, change: 0.42)
      }
      lines.append("\(code.rawValue)\n  \(words.short(code))\n  \(words.sentence(reason))")
      lines += reason.rules.map { "  - \(words.rule($0)): \(words.price($0))" }
    }
    let text = lines.joined(separator: "\n")
    #expect(!text.contains("{") && !text.contains("explain."))
    try expectGolden(text + "\n", "explain-reasons.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `each fault says what is wrong and what to do`(language: Language) throws {
    let codes = [
      "notAPlan", "planChanged", "inputsChanged", "unknownBeneficiary", "unknownRegion",
      "unknownObjective", "unknownMeasure", "severalBeneficiary", "severalRegion",
      "severalObjective", "severalMeasure", "unknownPlaceholder", "openBrace",
    ]
    let arguments = [
      "text": "Kervel", "count": "2", "list": "INV-01 Kerval, INV-02 Kermor", "name": "totl",
      "known": "{name}, {total}", "nearest": "INV-01 Kerval",
    ]
    let told = codes.map { code in
      let finding = Finding(
        Finding.Code(rawValue: "explain.\(code)"), .error, at: SourcePosition(file: "plan"),
        arguments)
      return Catalogue.text(of: finding, in: language)
    }
    let hints = ["oneQuestion", "lettersToWhom", "templateAlone"].map {
      Catalogue.text("explain.\($0)", in: language)
    }
    let text = (told + hints).joined(separator: "\n")
    #expect(!text.contains("explain."))
    try expectGolden(text + "\n", "explain-faults.\(language.rawValue).txt")
  }

  @Test func `the few words of a reason hold no number, for letters`() {
    for language in Language.allCases {
      let words = ReasonWords(SmallStudy.scenario, in: language)
      for code in ReasonCode.allCases {
        let hasNumber = words.short(code).contains { $0.isNumber }
        #expect(!hasNumber, "\(code)")
      }
    }
  }
}
