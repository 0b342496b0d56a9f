// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel
import PlanComparison
import Report
import Testing
import WebPage
import Wording

@Suite struct `The HTML page of a comparison` {
  private static let library = ChartLibrary(
    files: ChartLibrary.parts.map { "exports.name='\($0)';" })

  /// A plan against one with more money, and against itself.
  private func comparison(pairs: Int = 2) throws -> Comparison {
    let outcome = try SmallStudy.outcome()
    var richer = SmallStudy.scenario
    richer.vehicles[0].amounts[1].secured = .euros(400_000)
    let other = try SmallStudy.outcome(of: richer)
    let others = [("plus", other), ("same", outcome)].prefix(pairs).map { name, outcome in
      ComparedScenario(outcome, name: name, argument: name, files: [])
    }
    return try Comparison(
      baseline: ComparedScenario(outcome, name: "base <b>", argument: "base", files: []),
      others: Array(others), settings: ComparisonSettings())
  }

  private func page(
    _ comparison: Comparison, _ language: Language = .french, charts: ChartLibrary? = nil
  ) -> String {
    let run = RunIdentity(tool: "releve 0", solver: "GLPK", command: ["releve", "compare"])
    let document = ComparisonPage.document(
      comparison, run: run, language: language, charts: charts)
    return String(decoding: document.bytes, as: UTF8.self)
  }

  @Test(arguments: Language.allCases, [1, 2])
  func `is built as readers of screens need it`(language: Language, pairs: Int) throws {
    let page = page(try comparison(pairs: pairs), language, charts: Self.library)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    try PageStructure.expectSound(page, tables: 7 * pairs + 3, charts: pairs)
    try PageStructure.expectSelfContained(page)
    #expect(page.contains("base &lt;b&gt;") && !page.contains("base <b>"))
  }

  @Test func `has each beneficiary with its euros in every scenario`() throws {
    let comparison = try comparison()
    let table = try #require(
      page(comparison).components(of: "<table id=\"who-table\"").first
    ).components(separatedBy: "</table>")[0]
    let rows = table.components(of: "<tr>").dropFirst()
    let movements = comparison.pairs[0].movements.all
    #expect(rows.count == movements.count + 1)
    func numbers(_ row: String) throws -> [Int?] {
      try PageStructure.values("<td[^>]*>([^<]*)</td>", row).dropFirst(3).map { text in
        Int(text.filter { $0.isNumber || $0 == "−" }.replacingOccurrences(of: "−", with: "-"))
      }
    }
    for (movement, row) in zip(movements, rows) {
      let told = try numbers(row)
      #expect(told[0] == movement.before && told[1] == movement.after)
      #expect(told[2] == movement.difference)
      // The second scenario is the baseline again.
      #expect(told[4] == movement.before && told[5] == 0)
    }
    let totals = try numbers(try #require(rows.last))
    #expect(totals[0] == movements.reduce(0) { $0 + $1.before })
    #expect(totals[2] == movements.reduce(0) { $0 + $1.difference } && totals[2] != 0)
  }

  @Test func `bands of all groups add up to everybody`() throws {
    let comparison = try comparison(pairs: 1)
    let page = page(comparison)
    let count = comparison.baseline.plan.population.count
    let table = try #require(page.components(of: "<table id=\"regions-table\"").first)
      .components(separatedBy: "</table>")[0]
    let inBands = try table.components(of: "<tr>").dropFirst().map { row in
      try PageStructure.values("<td[^>]*>([^<]*)</td>", row).prefix(5).reduce(0) {
        $0 + (Int($1) ?? 0)
      }
    }
    #expect(inBands.count > 1 && inBands.reduce(0, +) == count)
  }

  @Test func `without a library there are tables alone`() throws {
    let page = page(try comparison())
    #expect(!page.contains("<figure") && !page.contains("releveCharts"))
  }
}
