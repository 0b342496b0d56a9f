// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import Testing
import Wording

@Suite struct `Rules in words` {
  @Test(arguments: [
    ("envelope[fir,2027]", "enveloppe FIR 2027"),
    ("staffing[53,2028]", "ETP sécurité en Bretagne 2028"),
    ("territory_floor[plancher,04]", "plancher de La Réunion"),
    (
      "massive[exercices,11]",
      "déploiement demandé, Exercices de crise à 50\u{202F}% fin 2028 en Île-de-France"
    ),
    ("ceiling[fir,010000001]", "plafond FIR, CHU d’Armor"),
    ("goal[1:nis_shortfall]", "valeur atteinte du but « manque NIS »"),
    ("service_use[soc,2026]", "capacité du service « SOC mutualisé » 2026"),
    ("nonsense", "nonsense"),
  ])
  func `a row is named as a person would`(row: String, words: String) {
    #expect(RuleWords(SmallStudy.scenario, in: .french).words(for: row) == words)
  }

  @Test(arguments: Language.allCases)
  func `every row of a program has words without holes`(language: Language) throws {
    let scenario = SmallStudy.scenario
    let program = try Formulation.compile(scenario).program
    let words = RuleWords(scenario, in: language)
    for row in 0..<program.rowCount {
      let name = program.rowNames[row]
      let text = words.words(for: name)
      #expect(text != name || name == "sustainability")
      #expect(!text.contains("{") && !text.contains("  "), "\(name): \(text)")
    }
  }

  @Test func `every family has words`() {
    for family in Family.allCases {
      #expect(Catalogue.phrases["rule.\(family.rawValue)"] != nil, "\(family.rawValue)")
    }
    for goal in Goal.allCases {
      #expect(Catalogue.phrases["goal.\(goal.rawValue)"] != nil, "\(goal.rawValue)")
    }
    for unit in RuleUnit.allCases where unit != .thousandEuros {
      #expect(Catalogue.phrases["screen.unit.\(unit.rawValue)"] != nil, "\(unit.rawValue)")
    }
    for driver in Driver.allCases {
      #expect(Catalogue.phrases["screen.driver.\(driver.rawValue)"] != nil, "\(driver.rawValue)")
    }
  }

  @Test func `a group whose name holds commas, or looks like a year, stays whole`() {
    var scenario = SmallStudy.scenario
    scenario.territory = [
      TerritoryRule(id: "t", grouping: .column("ght"), floor: 1),
      TerritoryRule(id: "y", grouping: .column("ght"), floor: 1, period: .year),
    ]
    #expect(RuleName("territory_floor[t,A, B,2027]", of: scenario)?.group == "A, B,2027")
    let yearly = RuleName("territory_floor[y,A, B,2027]", of: scenario)
    #expect(yearly?.group == "A, B" && yearly?.year == Year(2027))
  }
}
