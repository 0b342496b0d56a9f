// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Report
import Tables
import TestSupport
import Testing
import Wording

@Suite struct `The annex of an order` {
  private static func checksum(_ bytes: [UInt8]) -> String {
    String(bytes.reduce(UInt64(7)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
  }

  private func files(
    _ annex: Annex, _ style: CSVStyle = .machine
  ) throws -> [String: String] {
    let outcome = try SmallStudy.outcome()
    let source = AnnexDocument.Source(
      ManifestDocument(outcome, inputs: [], outputs: []), status: .optimal)
    let files = try AnnexFiles(annex, language: .french, style: style, hash: Self.checksum)
      .files(of: source)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test(arguments: [nil, 3, 11, 24, 58] as [UInt64?])
  func `adds up to the allocation, to the euro, in every way of adding`(seed: UInt64?) throws {
    let outcome =
      try seed.map { try SmallStudy.outcome(of: RandomScenario(seed: $0).make()) }
      ?? SmallStudy.outcome()
    let annex = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    let table = WrittenTable(
      text: String(
        decoding: try PlanFolder.bytes(of: .allocation, outcome), as: UTF8.self))
    let wanted = table.sums(of: "euros", by: "beneficiary", "payment_year", "vehicle")
      .filter { $0.value != 0 }
    let written = WrittenTable(text: try #require(files(annex)["canonical.csv"]))
    #expect(written.isRectangular && written.rows.count == annex.lines.count)
    #expect(written.sums(of: "euros", by: "finess", "year", "vehicle") == wanted)
    let all = wanted.values.reduce(0, +)
    #expect(annex.euros == all && annex.yearEuros.reduce(0, +) == all)
    #expect(annex.receivers.reduce(0) { $0 + $1.euros.reduce(0, +) } == all)
  }

  @Test func `has totals of beneficiaries and years in one table, the last row for all`() throws {
    let outcome = try SmallStudy.outcome()
    let annex = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    let totals = WrittenTable(text: try #require(files(annex)["totals.csv"]))
    #expect(totals.columns == ["FINESS", "Raison sociale", "2026", "2027", "2028", "Total"])
    let last = try #require(totals.rows.last)
    #expect(last["FINESS"] == "" && last["Total"] == "\(annex.euros)" && annex.euros > 0)
    for column in ["2026", "2027", "2028", "Total"] {
      let sum = totals.rows.dropLast().reduce(0) { $0 + (Int($1[column] ?? "") ?? -1) }
      #expect(last[column] == "\(sum)")
    }
  }

  @Test func `is in order of identifiers, whatever the order of the study`() throws {
    let outcome = try SmallStudy.outcome()
    let annex = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    let numbers = WrittenTable(text: try #require(files(annex)["canonical.csv"])).rows
      .compactMap { $0["finess"] }
    #expect(numbers == numbers.sorted() && numbers.first?.hasPrefix("0100") == true)
    #expect(annex.withoutFiness == [])
  }

  @Test func `the checksum covers the canonical lines, in whatever dialect and language`() throws {
    let outcome = try SmallStudy.outcome()
    let annex = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    let machine = try files(annex)
    let french = try files(annex, .frenchExcel)
    #expect(machine["annex.csv"] != french["annex.csv"])
    #expect(machine["canonical.csv"] == french["canonical.csv"])
    let canonical = try #require(machine["canonical.csv"])
    let wanted = "\(Self.checksum(Array(canonical.utf8)))  canonical.csv\n"
    #expect(machine["canonical.csv.sha256"] == wanted)
    #expect(french["canonical.csv.sha256"] == wanted)
    let table = try #require(french["annex.csv"])
    #expect(table.hasPrefix("\u{FEFF}FINESS;Raison sociale;Année;Vecteur;Montant (€)\r\n"))
  }

  @Test(arguments: ["=1+1", "+33 1", "-2", "@SUM(A1)", "\tCHU"])
  func `a name that a spreadsheet would compute is made harmless, in both dialects`(
    name: String
  ) throws {
    let outcome = try SmallStudy.outcome()
    var scenario = outcome.scenario
    for place in scenario.beneficiaries.indices { scenario.beneficiaries[place].name = name }
    let annex = Annex(scenario: scenario, allocation: outcome.allocation)
    for (style, separator) in [(CSVStyle.machine, ","), (.frenchExcel, ";")] {
      let files = try files(annex, style)
      for table in ["annex.csv", "totals.csv"] {
        let text = try #require(files[table])
        #expect(text.contains("\(separator)'\(name)\(separator)"))
        #expect(!text.contains("\(separator)\(name)"))
      }
      #expect(files["canonical.csv"]?.contains(",\(name),") == true)
    }
  }

  @Test func `an identifier that is no FINESS number is noticed`() throws {
    let outcome = try SmallStudy.outcome()
    var scenario = outcome.scenario
    scenario.beneficiaries[0].id = "GHT-1"
    let annex = Annex(scenario: scenario, allocation: outcome.allocation)
    #expect(annex.withoutFiness == [0])
  }
}
