// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel
import PlanComparison
import Report
import Testing
import Wording

@Suite struct `The page about comparisons` {
  @Test func `names every file and column`() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/compare.md"), encoding: .utf8)
    for name in ComparisonFolder.fileNames { #expect(page.contains("| `\(name)` |"), "\(name)") }
    let sections = page.components(separatedBy: "\n### ")
    for table in ComparisonTable.allCases {
      let section = try #require(sections.first { $0.hasPrefix("\(table.fileName)\n") })
      for column in table.columns.dropFirst() {
        #expect(section.contains("`\(column)`"), "\(table) \(column)")
      }
    }
    for band in MovementBand.allCases { #expect(page.contains("`\(band.rawValue)`")) }
  }

  @Test func `every band, status and verdict has words`() {
    let keys =
      MovementBand.allCases.map { "band.\($0.rawValue)" }
      + Beneficiary.Status.allCases.map { "status.\($0.rawValue)" }
      + PlanStatus.allCases.filter(\.hasPlan).map { "status.\($0.rawValue)" }
      + TakenMoney.Means.allCases.map { "taken.\($0.rawValue)" }
    for key in keys { #expect(Catalogue.phrases["compare.\(key)"] != nil, "\(key)") }
  }
}

@Suite struct `The page of a comparison` {
  private func scenario(_ name: String, _ outcome: PlanOutcome) -> ComparedScenario {
    ComparedScenario(outcome, name: name, argument: name, files: [])
  }

  private func text(_ comparison: Comparison, _ language: Language, width: Int = 100) -> String {
    let lines = ComparisonScreen.lines(comparison, language: language, width: width)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= width })
    return lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: [80, 100, 110])
  func `fits the screen, and names both scenarios in words`(width: Int) throws {
    let outcome = try SmallStudy.outcome()
    var richer = SmallStudy.scenario
    richer.vehicles[0].amounts[1].secured = .euros(400_000)
    var other = try SmallStudy.outcome(of: richer)
    other.study.parameters[1].value = "90 k€"
    let comparison = try Comparison(
      baseline: scenario("base", outcome), others: [scenario("plus", other)],
      settings: ComparisonSettings())
    let english = text(comparison, .english, width: width)
    #expect(english.contains("\"plus\" against A \"base\""))
    #expect(english.contains("FIR, secured money: 2026 60 k€ → 90 k€ (+50%)"))
    #expect(english.contains("\"plus\" has €250k of public money more than \"base\""))
    #expect(
      text(comparison, .french, width: width).contains("« plus » a 250\u{202F}k€ d’argent public"))
  }

  @Test func `a plan without proof is marked as such`() throws {
    let outcome = try SmallStudy.outcome()
    var stopped = outcome
    stopped.status = .feasible
    let comparison = try Comparison(
      baseline: scenario("base", outcome), others: [scenario("cut", stopped)],
      settings: ComparisonSettings())
    #expect(!comparison.isProven)
    #expect(text(comparison, .english).contains("cut feasible, optimum NOT proven"))
  }
}
