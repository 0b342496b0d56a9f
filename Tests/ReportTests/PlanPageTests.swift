// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel
import Report
import TestSupport
import Testing
import WebPage
import Wording

@Suite struct `The page of a plan` {
  private func page(
    _ outcome: PlanOutcome, _ language: Language = .french, charts: ChartLibrary? = nil
  ) -> String {
    let manifest = ManifestDocument(outcome, inputs: [], outputs: [])
    let document = PlanPage.document(
      outcome, manifest: manifest, language: language, charts: charts)
    return String(decoding: document.bytes, as: UTF8.self)
  }

  /// A library of parts that do nothing: what the page makes of it is all that is looked at.
  private static let library = ChartLibrary(
    files: ChartLibrary.parts.map { "exports.name='\($0)';" })

  private func values(_ pattern: String, _ text: String) throws -> [String] {
    try PageStructure.values(pattern, text)
  }

  @Test(arguments: Language.allCases)
  func `is built as readers of screens need it`(language: Language) throws {
    let page = page(try SmallStudy.outcome(), language, charts: Self.library)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    try PageStructure.expectSound(page, tables: 11, charts: 5)
  }

  @Test(arguments: Language.allCases)
  func `fetches nothing and leaves no phrase unsaid`(language: Language) throws {
    let page = page(try SmallStudy.outcome(), language)
    try PageStructure.expectSelfContained(page)
  }

  @Test func `has every beneficiary with the euros of the allocation`() throws {
    let outcome = try SmallStudy.outcome()
    let page = page(outcome)
    let table = try #require(page.components(of: "<table id=\"who-table\"").first)
      .components(separatedBy: "</table>")[0]
    let rows = table.components(of: "<tr>").dropFirst()
    #expect(rows.count == outcome.scenario.beneficiaries.count + 1)
    var euros: [String: Int] = [:]
    for line in outcome.allocation.lines {
      euros[outcome.scenario.beneficiaries[line.beneficiary].id.rawValue, default: 0] += line.euros
    }
    for row in rows.dropLast() {
      let cells = try values("<td[^>]*>([^<]*)</td>", row)
      let id = try #require(cells.first)
      let amounts = cells.dropFirst(3).prefix(4).map(Self.number)
      #expect(amounts.last == euros[id] ?? 0)
      #expect(amounts.dropLast().reduce(0, +) == amounts.last)
    }
    let totals = try values("<td[^>]*>([^<]*)</td>", try #require(rows.last))
    #expect(Self.number(totals[6]) == euros.values.reduce(0, +))
    #expect(euros.values.reduce(0, +) > 0)
  }

  private static func number(_ text: String) -> Int {
    Int(text.filter(\.isNumber)) ?? -1
  }

  @Test func `no name becomes markup, in tables and in charts`() throws {
    let attack = "</script><img src=x onerror=alert(1)>\""
    let outcome = SmallStudy.named(attack, try SmallStudy.outcome())
    let page = page(outcome, charts: Self.library)
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(!page.contains("<img"))
    let opened = page.components(separatedBy: "<script").count
    #expect(opened == page.components(separatedBy: "</script>").count && opened > 20)
  }

  @Test func `assumptions are marked where they stand`() throws {
    var outcome = try SmallStudy.outcome()
    let vehicle = try #require(outcome.scenario.vehicles.first)
    func marks(of path: String, isAssumption: Bool) throws -> Int {
      // A neighbour whose name begins alike stands before it in the order of names.
      outcome.study.parameters = ["vehicles.\(vehicle.id)-other.amounts.2027", path].map {
        ResolvedStudy.Parameter(
          path: $0, value: "1",
          origins: [
            Provenance(
              layer: "s", file: "s", line: 1, isAssumption: $0 != path || isAssumption)
          ])
      }
      let table = try #require(page(outcome).components(of: "<table id=\"envelopes-table\"").first)
      return table.components(separatedBy: "</table>")[0]
        .components(separatedBy: "class=\"mark\"").count - 1
    }
    let path = "vehicles.\(vehicle.id).amounts.2027.secured"
    #expect(try marks(of: path, isAssumption: true) == 1)
    #expect(try marks(of: path, isAssumption: false) == 0)
    #expect(try marks(of: "vehicles.\(vehicle.id)x.amounts.2027", isAssumption: true) == 0)
  }

  @Test func `without a library there are tables and no charts`() throws {
    let page = page(try SmallStudy.outcome())
    #expect(!page.contains("data-kind=\"chart\"") && !page.contains("<figure"))
    #expect(page.contains("<table id=\"money-table\""))
  }
}
