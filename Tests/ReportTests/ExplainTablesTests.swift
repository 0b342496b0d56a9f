// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingModel
import Report
import TestSupport
import Testing
import Wording

/// A plan written to a folder and explained; the tables tell what must come out.
private final class WrittenExplanation {
  let told: ExplainedOutcome
  let folder: String

  init(_ scenario: Scenario) throws {
    told = try ExplainedOutcome(scenario)
    folder = NSTemporaryDirectory() + "releve-explain-\(UUID().uuidString)"
    try PlanFolder.write(told.outcome, to: folder) { "\($0.count)" }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func table(_ table: PlanTable) throws -> WrittenTable {
    try WrittenTable("\(folder)/\(table.fileName)")
  }

  /// Rows of a table about one beneficiary.
  func rows(_ table: PlanTable, of id: String) throws -> [[String: String]] {
    try self.table(table).rows.filter { $0["beneficiary"] == id }
  }
}

private func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? .nan }

private struct Told: Decodable {
  struct Rule: Decodable {
    let row: String
    let level: String
    let price: Double
    let activity: Double
  }
  struct Reason: Decodable {
    let code: String
    let text: String
    let rules: [Rule]
  }
  struct Money: Decodable {
    let vehicle: String
    let euros: [Int]
  }
  struct Progress: Decodable {
    let measure: String
    let years: [Double]
  }
  struct Yield: Decodable {
    let goal: String
    let amount: Double
    let perMillion: Double
    let rank: Int
    let count: Int
  }
  struct Member: Decodable {
    let euros: Int
    let money: [Money]
    let ownEuros: [Double]
    let measures: [Progress]
    let coverage: [Double]
    let targets: Int
    let targetsMet: Int
    let avoidedLossEuros: [Double]
    let yields: [Yield]
    let reasons: [Reason]
  }

  let beneficiaries: [Member]
}

@Suite struct `What is told of a beneficiary stands in the tables` {
  static let seeds: [UInt64] = [3, 11, 24, 58, 71, 90]

  private func told(_ written: WrittenExplanation, _ e: Int) throws -> Told.Member {
    let outcome = written.told.told(.beneficiary(try written.told.explanation(of: e)))
    let text = try ReportJSON.text(of: ExplainDocument(outcome, language: .english))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try #require(
      try decoder.decode(Told.self, from: Data(text.utf8)).beneficiaries.first)
  }

  @Test func `of a small study`() throws {
    try check(WrittenExplanation(SmallStudy.scenario))
  }

  @Test(arguments: seeds)
  func `of a random study`(seed: UInt64) throws {
    try check(WrittenExplanation(RandomScenario(seed: seed).make()))
  }

  private func check(_ written: WrittenExplanation) throws {
    let scenario = written.told.plan.scenario
    let years = scenario.horizon.years.map(\.description)
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      let id = beneficiary.id.rawValue
      let told = try told(written, e)
      let allocation = try written.rows(.allocation, of: id)
      #expect(told.euros == allocation.reduce(0) { $0 + (Int($1["euros"] ?? "") ?? 0) })
      for vehicle in scenario.vehicles.map(\.id.rawValue) {
        let sums = years.map { year in
          allocation.filter { $0["vehicle"] == vehicle && $0["payment_year"] == year }
            .reduce(0) { $0 + (Int($1["euros"] ?? "") ?? 0) }
        }
        let money = told.money.first { $0.vehicle == vehicle }?.euros
        #expect((money ?? sums.map { _ in 0 }) == sums)
      }
      let own = try written.rows(.own, of: id)
      for (t, year) in years.enumerated() {
        let sum = own.filter { $0["year"] == year }
          .reduce(0) { $0 + number($1["exact_euros"]) }
        #expect(abs(told.ownEuros[t] - sum) <= 1e-9 * max(1, sum))
      }
      try checkState(told, written, id, years)
      try checkPrices(told, written)
    }
    try checkYields(written)
  }

  private func checkState(
    _ told: Told.Member, _ written: WrittenExplanation, _ id: String, _ years: [String]
  ) throws {
    for row in try written.rows(.deployment, of: id) {
      let t = try #require(years.firstIndex(of: row["year"] ?? ""))
      let share = told.measures.first { $0.measure == row["measure"] }?.years[t]
      // Shares of less than a hundredth of a point are not told.
      #expect(abs((share ?? 0) - number(row["deployed_share"])) <= 1e-4)
    }
    let coverage = try written.rows(.coverage, of: id)
    for (t, year) in years.enumerated() {
      let shares = coverage.filter { $0["year"] == year }.map { number($0["coverage_share"]) }
      guard !shares.isEmpty else {
        #expect(told.coverage.isEmpty)
        continue
      }
      #expect(abs(told.coverage[t] - shares.reduce(0, +) / Double(shares.count)) < 1e-12)
    }
    let last = coverage.filter { $0["year"] == years.last && number($0["target_share"]) > 0 }
    #expect(told.targets == last.count)
    #expect(told.targetsMet == last.count { number($0["shortfall_share"]) <= 1e-4 })
    let risk = try written.rows(.risk, of: id)
    for (t, year) in years.enumerated() {
      let sum = risk.filter { $0["year"] == year }
        .reduce(0) { $0 + number($1["avoided_by_plan_euros"]) }
      // Each threat is written to the cent.
      #expect(abs(told.avoidedLossEuros[t] - sum) <= 0.01 * Double(risk.count + 1))
    }
  }

  private func checkPrices(_ told: Told.Member, _ written: WrittenExplanation) throws {
    let prices = try written.table(.prices).rows
    for rule in told.reasons.flatMap(\.rules) {
      let row = try #require(
        prices.first { $0["row"] == rule.row && $0["level"] == rule.level })
      #expect(number(row["price"]) == rule.price && rule.price != 0)
      #expect(number(row["activity"]) == rule.activity)
      // What is left of the rule is worth no more than the goal may give up.
      let goal = try #require(written.told.outcome.goals.first { $0.name == rule.level })
      let level = written.told.plan.scenario.goals.first {
        $0.terms.map(\.goal.rawValue).joined(separator: "+") == rule.level
      }
      let room = (level?.tolerance ?? 0) * abs(goal.value) + 1e-6 * max(1, abs(goal.value))
      #expect(
        row["binding"] == "true"
          || abs(rule.price) * number(row["slack"]) <= 3 * room + 1e-5)
    }
    for reason in told.reasons { #expect(!reason.text.contains("{")) }
  }

  /// Yield, amount and rank, anew from coverage, risk and allocation.
  private func checkYields(_ written: WrittenExplanation) throws {
    let scenario = written.told.plan.scenario
    let discount = scenario.horizon.years.indices.map {
      pow(1 + scenario.economics.discount, -Double($0))
    }
    var yields: [String: Double] = [:]
    for beneficiary in scenario.beneficiaries {
      let id = beneficiary.id.rawValue
      let euros = try written.rows(.allocation, of: id).reduce(0.0) { $0 + number($1["euros"]) }
      guard euros > 0 else { continue }
      let avoided = try written.rows(.risk, of: id).reduce(0.0) { sum, row in
        let t = (Int(row["year"] ?? "") ?? 0) - scenario.horizon.first.number
        return sum + discount[t] * number(row["avoided_by_plan_euros"]) / 1000
      }
      yields[id] = beneficiary.careWeight * avoided / (euros / 1e6)
    }
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      let told = try told(written, e).yields.first { $0.goal == "avoided_loss" }
      guard let own = yields[beneficiary.id.rawValue], let told else {
        #expect(told == nil)
        continue
      }
      #expect(abs(told.perMillion - own) <= 1e-3 * max(1, abs(own)))
      #expect(told.count == yields.count)
      // Cents that are rounded may change the order of those that are next to equal.
      let better = yields.values.count { $0 > own * (1 + 1e-3) + 1e-3 }
      let atLeast = yields.values.count { $0 >= own * (1 - 1e-3) - 1e-3 }
      #expect(told.rank > better && told.rank <= atLeast)
    }
  }

  @Test(arguments: seeds)
  func `prices are read back as they were written`(seed: UInt64) throws {
    let written = try WrittenExplanation(RandomScenario(seed: seed).make())
    let prices = try WrittenPrices.read(written.folder, of: written.told.plan.scenario)
    #expect(prices == written.told.outcome.prices)
    let path = "\(written.folder)/prices.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("nis_shortfall", with: "other_goal")
      .write(toFile: path, atomically: true, encoding: .utf8)
    if text.contains("nis_shortfall") {
      #expect(throws: Findings.self) {
        try WrittenPrices.read(written.folder, of: written.told.plan.scenario)
      }
    }
  }
}

@Suite struct `Letters to beneficiaries` {
  private func letters(
    _ written: WrittenExplanation, _ language: Language, template: LetterTemplate? = nil
  ) throws -> [String] {
    let letter = Letter(
      written.told.plan, template: template ?? .builtIn(in: language), in: language)
    return try written.told.plan.scenario.beneficiaries.indices.map {
      letter.text(try written.told.explanation(of: $0))
    }
  }

  @Test(arguments: Language.allCases)
  func `have one page and every place filled`(language: Language) throws {
    let texts = try letters(WrittenExplanation(SmallStudy.scenario), language)
    for text in texts {
      #expect(!text.contains("{") && !text.contains("explain."))
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
    }
    try expectGolden(texts[0], "letter.\(language.rawValue).md")
  }

  @Test(arguments: [0, 3, 11, 24, 58] as [UInt64])
  func `hold no number that is not in the tables`(seed: UInt64) throws {
    let scenario = seed == 0 ? SmallStudy.scenario : RandomScenario(seed: seed).make()
    let written = try WrittenExplanation(scenario)
    let texts = try letters(written, .french)
    for (beneficiary, text) in zip(scenario.beneficiaries, texts) {
      let known = try known(written, beneficiary.id.rawValue)
      for value in numbers(in: text, leavingOut: names(scenario, beneficiary)) {
        #expect(known.contains { abs($0 - value) < 1e-9 }, "\(value) in \(text)")
      }
    }
  }

  /// Texts of the tables that may hold digits: names, titles, identifiers.
  private func names(_ scenario: Scenario, _ beneficiary: Beneficiary) -> [String] {
    [
      beneficiary.name, beneficiary.id.rawValue, scenario.title,
      RegionNames.name(of: beneficiary.region.rawValue, in: .french),
    ] + scenario.vehicles.map(\.title) + scenario.measures.map(\.title)
      + scenario.measures.map(\.id.rawValue)
  }

  private func numbers(in letter: String, leavingOut names: [String]) -> [Double] {
    var text = letter
    for name in names.sorted(by: { $0.count > $1.count }) {
      text = text.replacing(name, with: "…")
    }
    text = text.replacing(NumberStyle.narrowSpace, with: "")
    return text.matches(of: #/[0-9]+(,[0-9]+)?/#).compactMap {
      Double($0.output.0.replacing(",", with: "."))
    }
  }

  /// Cells about a beneficiary, and the sums and counts that a letter may tell.
  private func known(_ written: WrittenExplanation, _ id: String) throws -> [Double] {
    let allocation = try written.rows(.allocation, of: id)
    let coverage = try written.rows(.coverage, of: id)
    let years = try written.table(.vehicles).rows.compactMap { $0["year"] }
    var known = Set(years).map { number($0) }
    for (v, year) in Set(allocation.map { [$0["vehicle"] ?? "", $0["payment_year"] ?? ""] })
      .map({ ($0[0], $0[1]) })
    {
      known.append(
        allocation.filter { $0["vehicle"] == v && $0["payment_year"] == year }
          .reduce(0) { $0 + number($1["euros"]) })
    }
    known.append(allocation.reduce(0) { $0 + number($1["euros"]) })
    let own = try written.rows(.own, of: id).reduce(0) { $0 + number($1["exact_euros"]) }
    known.append(own.rounded(.toNearestOrAwayFromZero))
    known += try written.rows(.deployment, of: id).map {
      (number($0["deployed_share"]) * 100).rounded(.toNearestOrAwayFromZero)
    }
    let last = years.max() ?? ""
    let targets = coverage.filter { $0["year"] == last && number($0["target_share"]) > 0 }
    known.append(Double(targets.count))
    known.append(Double(targets.count { number($0["shortfall_share"]) <= 1e-4 }))
    let cents = try written.rows(.risk, of: id).filter { $0["year"] == last }
      .reduce(0) { $0 + (number($1["avoided_by_plan_euros"]) * 100).rounded() }
    known.append((cents / 100).rounded(.toNearestOrAwayFromZero))
    return known
  }

  // MARK: Templates

  @Test func `a template of one's own is filled`() throws {
    let template = try LetterTemplate("À {name} ({identifier})\n{total}\n", file: "t.md")
    let text = try #require(
      try letters(WrittenExplanation(SmallStudy.scenario), .french, template: template).first)
    #expect(text.hasPrefix("À CHU d’Armor (010000001)\n"))
  }

  @Test func `every name that is unknown is told with line and column`() {
    do {
      _ = try LetterTemplate("{name}\nau {totl}, {x\n{own} {wrong}", file: "t.md")
      Issue.record("not refused")
    } catch {
      let places = error.all.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
      #expect(places == ["2:4", "2:12", "3:7"])
      #expect(
        error.all.map(\.code.rawValue) == [
          "explain.unknownPlaceholder", "explain.openBrace", "explain.unknownPlaceholder",
        ])
      #expect(error.all.first?.arguments["nearest"] == "total")
    }
  }

  @Test func `the built-in templates use known names only`() throws {
    for language in Language.allCases {
      let text = try #require(Catalogue.phrases["explain.letter.template"]).text(in: language)
      #expect(throws: Never.self) { try LetterTemplate(text, file: "built-in") }
    }
  }
}
