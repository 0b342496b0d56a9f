// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import TestSupport
import Testing
import Wording

@Suite struct `The screen a plan ends with` {
  @Test(arguments: Language.allCases)
  func `a plan is told on one screen`(language: Language) throws {
    let lines = Screen.lines(
      try SmallStudy.outcome(), folder: "plan-essai", language: language)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= Screen.standardWidth })
    try expectGolden(lines.joined(separator: "\n") + "\n", "screen.\(language.rawValue).txt")
  }

  @Test func `a region alone is said to be one, with what was left out`() throws {
    var outcome = try SmallStudy.outcome()
    outcome.study.scenario.scope = Scope(
      region: "53", share: 0.0391, weight: .agents, nationalBeneficiaries: 1433,
      droppedRules: ["plancher"])
    let text = Screen.lines(outcome, language: .english).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    for words in ["Brittany only", "of 1,433", "3.9%", "share of agents", "plancher"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.contains("not a national plan"))
  }

  @Test func `statuses are never mixed up`() throws {
    var outcome = try SmallStudy.outcome()
    outcome.status = .feasible
    let feasible = Screen.lines(outcome, language: .english)[0...1].joined()
    #expect(feasible.contains("feasible, optimum NOT proven"))
    #expect(!feasible.contains("optimal, proven"))
    let stopped = Screen.linesWithoutPlan(
      outcome.scenario, status: .stoppedAtLimit, language: .english
    ).joined()
    #expect(stopped.contains("stopped at a limit"))
    #expect(!stopped.contains("infeasible") && !stopped.contains("proven"))
  }

  @Test(arguments: [
    (TerminationStatus.interrupted, "interrupted as you asked"), (.timeLimit, "time limit reached"),
  ])
  func `a plan without proof says why and where it was stopped`(
    reason: TerminationStatus, words: String
  ) throws {
    var outcome = try SmallStudy.outcome()
    #expect(outcome.stopReason == nil)
    #expect(!Screen.lines(outcome, language: .english).contains { $0.hasPrefix("Stopped") })
    outcome.status = .feasible
    outcome.goals.removeLast(outcome.goals.count - 2)
    outcome.goals[1].termination = reason
    outcome.goals[1].relativeGap = 0.02
    func sentence() -> String {
      let lines = Screen.lines(outcome, language: .english, width: 200)
      return lines.first { $0.hasPrefix("Stopped") } ?? ""
    }
    let count = outcome.scenario.goals.count
    #expect(
      sentence().contains("\(words), at goal 2 of \(count) (avoided losses, gap 2.0%)"))
    outcome.goals[1].relativeGap = nil
    #expect(sentence().contains("gap unknown"))
  }

  @Test func `rules in conflict are told in words, with amounts in their unit`() throws {
    let broken = [
      BrokenRule(
        rowName: "envelope[fir,2027]", family: .envelope, amount: 1250, isShortfall: false),
      BrokenRule(
        rowName: "staffing[53,2026]", family: .staffing, amount: 1.5, isShortfall: false),
    ]
    let text = Screen.linesWithoutPlan(
      SmallStudy.scenario, status: .infeasible, contradiction: Contradiction(broken: broken),
      language: .french
    ).joined(separator: "\n")
    #expect(text.contains("enveloppe FIR 2027 : 1,3\u{202F}M€ de plus que permis"))
    #expect(text.contains("ETP sécurité en Bretagne 2026 : 1,50 ETP de plus que permis"))
  }

  @Test func `rules that cannot hold together are told before what gives way least`() throws {
    let scenario = SmallStudy.scenario
    let envelope = try #require(
      RuleName("envelope[fir,2027]", of: scenario).flatMap(WrittenRule.init))
    let staff = try #require(RuleName("staffing[53,2026]", of: scenario).flatMap(WrittenRule.init))
    let broken = BrokenRule(
      rowName: "envelope[fir,2027]", family: .envelope, amount: 1250, isShortfall: false)
    let lines = Screen.linesWithoutPlan(
      scenario, status: .infeasible,
      contradiction: Contradiction(conflict: [envelope, staff], broken: [broken]),
      language: .english, width: 90)
    let place = try #require(lines.firstIndex(of: "These rules cannot hold together:"))
    #expect(lines[place + 1].hasPrefix("  – ") && lines[place + 2].hasPrefix("  – "))
    #expect(lines[place + 3].hasPrefix("Proven, and minimal"))
    let least = try #require(lines.firstIndex { $0.hasPrefix("Rules broken") })
    #expect(least > place)
  }

  @Test func `a narrow screen puts notes below and keeps every line inside`() throws {
    let outcome = try SmallStudy.outcome()
    let lines = Screen.lines(outcome, folder: "plan-essai", language: .french, width: 80)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= 80 })
    #expect(lines.contains { $0.hasPrefix("    erreur d’approximation") })
  }
}

@Suite struct `Prices of rules` {
  /// Optimal values of the goals, in order, after a change of the scenario.
  private func goals(_ change: (inout Scenario) -> Void) throws -> [String: Double] {
    var scenario = SmallStudy.scenario
    change(&scenario)
    let outcome = try SmallStudy.outcome(of: scenario)
    return Dictionary(outcome.goals.map { ($0.name, $0.value) }) { first, _ in first }
  }

  @Test func `one more euro in an envelope changes each goal by its price`() throws {
    let outcome = try SmallStudy.outcome()
    let before = try goals { _ in }
    let added = 0.2
    var compared = 0
    for price in outcome.prices where price.rowName == "envelope[fir,2026]" {
      let after = try goals {
        $0.vehicles[1].amounts[0].secured = .euros(60_000) + Money(roundingThousandsOfEuros: added)
      }
      let gain = try #require(after[price.level]) - (try #require(before[price.level]))
      #expect(
        abs(gain / added - price.priceInOrder) <= 1e-3 * max(1, abs(price.priceInOrder)),
        "\(price.level): \(gain / added) against \(price.priceInOrder)")
      compared += 1
    }
    #expect(compared == 3)
  }

  @Test func `every rule across beneficiaries is listed once a level, the tie-break apart`() throws
  {
    let outcome = try SmallStudy.outcome()
    let levels = Set(outcome.prices.map(\.level))
    #expect(levels == ["nis_shortfall", "avoided_loss", "public_money"])
    for level in levels.sorted() {
      let names = outcome.prices.filter { $0.level == level }.map(\.rowName)
      #expect(names.count == Set(names).count)
      #expect(names.filter { $0.hasPrefix("envelope[") }.count == 9)
    }
  }

  @Test func `a rule with room has no price`() throws {
    for price in try SmallStudy.outcome().prices where !price.isBinding {
      #expect(price.price == 0, "\(price.rowName) at \(price.level)")
    }
  }
}
