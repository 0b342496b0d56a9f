// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingAnalysis
import FundingModel
import Report
import TestSupport
import Testing
import Wording
import Workbook

@Suite struct `The workbook of a plan` {
  static func written(
    _ outcome: PlanOutcome, _ language: Language = .french
  ) throws -> (document: WorkbookDocument, book: WrittenWorkbook) {
    let manifest = ManifestDocument(outcome, inputs: [], outputs: [])
    let document = PlanWorkbook.document(
      outcome, manifest: manifest, language: language, created: 1_700_000_000)
    let bytes = try document.bytes(
      for: "plan.xlsx", scratch: FileManager.default.temporaryDirectory.path)
    return (document, try WrittenWorkbook(bytes))
  }

  @Test(arguments: Language.allCases)
  func `has every sheet, and leaves no phrase unsaid`(language: Language) throws {
    let book = try Self.written(try SmallStudy.outcome(), language).book
    #expect(book.names.count == 11)
    #expect(book.names.first == (language == .french ? "Synthèse" : "Summary"))
    #expect(book.names.last == (language == .french ? "Contrôles" : "Checks"))
    for name in book.names {
      let cells = book.cells(of: name)
      #expect(cells.count > 8, "\(name)")
      for (place, cell) in cells {
        let texts = [cell.value, cell.formula ?? ""]
        for text in texts {
          let isRaw =
            text.contains(#/\b(?:workbook|page|screen|annex|goal)\.[a-z]/#)
            || text.contains(#/\{[a-zA-Z]+\}/#)
          #expect(!isRaw, "\(name) \(place): \(text)")
        }
      }
    }
  }

  @Test func `has the euros of the allocation, and identifiers as texts`() throws {
    let outcome = try SmallStudy.outcome()
    let scenario = outcome.scenario
    let book = try Self.written(outcome).book
    let rows = book.rows(of: "Allocation", below: 7)
    #expect(!rows.isEmpty)
    var wanted: [[String]: Int] = [:]
    for line in outcome.allocation.lines where line.euros != 0 {
      let year = scenario.horizon.first.number + line.year + scenario.vehicles[line.vehicle].lag
      let key = [
        scenario.beneficiaries[line.beneficiary].id.rawValue,
        scenario.vehicles[line.vehicle].id.rawValue,
        scenario.pots[line.pot].nature == .recurring ? "récurrent" : "ponctuel", "\(year)",
      ]
      wanted[key, default: 0] += line.euros
    }
    var found: [[String]: Int] = [:]
    for row in rows {
      let finess = try #require(row["FINESS"])
      #expect(finess.isText && finess.value.hasPrefix("01000000"))
      var sum = 0.0
      for year in ["2026", "2027", "2028"] {
        let cell = try #require(row[year])
        let euros = try #require(cell.number)
        #expect(cell.formula == nil && euros == euros.rounded())
        sum += euros
        let key = [finess.value, row["Vecteur"]?.value ?? "", row["Nature"]?.value ?? "", year]
        if euros != 0 { found[key] = Int(euros) }
      }
      #expect(row["Total"]?.number == sum && row["Total"]?.formula?.hasPrefix("SUM(") == true)
    }
    #expect(found == wanted)
  }

  @Test func `totals are formulas with the value of the plan`() throws {
    let outcome = try SmallStudy.outcome()
    let figures = outcome.figures
    let (_, book) = try Self.written(outcome)
    let summary = book.cells(of: "Synthèse")
    let titles = try #require(summary.first { $0.value.value == "Argent public" }?.key)
    let row = try #require(Int(titles.dropFirst()))
    for (t, column) in ["C", "D", "E"].enumerated() {
      let cell = try #require(summary["\(column)\(row)"])
      #expect(cell.formula?.hasPrefix("SUM(") == true)
      #expect(cell.number == figures.years[t].paid.euros)
      for (v, vehicle) in outcome.scenario.vehicles.enumerated() {
        let place = "\(row - outcome.scenario.vehicles.count + v)"
        #expect(summary["B\(place)"]?.value == vehicle.id.rawValue)
        let paid = try #require(summary["\(column)\(place)"])
        #expect(paid.formula?.contains("SUMPRODUCT(--('Allocation'!") == true)
        #expect(paid.number == figures.money(of: v, in: t).paid.euros)
      }
    }
    #expect(figures.years.reduce(0) { $0 + $1.paidForServices.euros } > 0)
    let beneficiaries = book.rows(of: "Bénéficiaires", below: 5)
    #expect(beneficiaries.count == outcome.scenario.beneficiaries.count)
    var euros = [Int](repeating: 0, count: beneficiaries.count)
    for line in outcome.allocation.lines { euros[line.beneficiary] += line.euros }
    for (e, row) in beneficiaries.enumerated() {
      #expect(row["Total"]?.number == Double(euros[e]))
      #expect(row["2027"]?.formula?.hasPrefix("SUMIFS(") == true)
    }
  }

  @Test func `checks hold envelopes and plan to account, with words`() throws {
    let outcome = try SmallStudy.outcome()
    let (document, book) = try Self.written(outcome)
    let checks = book.cells(of: "Contrôles")
    #expect(checks["A4"]?.value == "Tous les contrôles sont conformes")
    #expect(checks["A4"]?.formula?.contains("<>\"conforme\"") == true)
    let states = checks.filter { $0.key.hasPrefix("L") && $0.value.formula != nil }
    let vehicleYears = outcome.figures.vehicleYears
    // Sums: allocation, beneficiaries, services and each year.
    #expect(states.count == vehicleYears.count + 3 + outcome.figures.years.count)
    #expect(states.values.allSatisfy { $0.value == "conforme" })
    let first = try #require(
      states.keys.compactMap { Int($0.dropFirst()) }.max().map { $0 - vehicleYears.count + 1 })
    for (position, entry) in vehicleYears.enumerated() {
      let row = first + position
      #expect(checks["D\(row)"]?.number == entry.counted.euros)
      #expect(checks["H\(row)"]?.number == entry.paid.euros)
      #expect(checks["I\(row)"]?.number == entry.lapsed.euros)
      #expect(checks["I\(row)"]?.formula == "D\(row)+F\(row)-G\(row)-H\(row)")
    }
    let sheet = try #require(document.sheets.last)
    // Verdict, sums and envelopes, each fine and wrong.
    #expect(sheet.highlights.count == 6)
  }

  @Test func `charts are drawn from cells of the summary`() throws {
    let outcome = try SmallStudy.outcome()
    let (document, book) = try Self.written(outcome)
    let charts = try #require(document.sheets.first?.charts)
    #expect(charts.count == 3)
    for chart in charts {
      #expect(!chart.title.isEmpty && chart.description.count > 20)
      for series in chart.series {
        #expect(book[series.name.sheet, series.name.range.first.name]?.isText == true)
        let (first, last) = (series.values.range.first, series.values.range.last)
        let values = (first.column...last.column).compactMap {
          book[series.values.sheet, CellPlace(first.row, $0).name]?.number
        }
        #expect(!values.isEmpty && first.row == last.row)
        let titles = series.categories.range
        #expect(titles.first.column == first.column && titles.last.column == last.column)
      }
    }
    #expect(charts[0].series.count == outcome.scenario.vehicles.count)
    #expect(charts[1].series.count == 2 * outcome.figures.classes.count)
  }

  @Test func `whatever a study is named, it is a text and no formula`() throws {
    let harmless = try SmallStudy.outcome()
    let plain = try Self.written(harmless).book
    let attack = "=cmd|' /C calc'!A0\""
    let book = try Self.written(SmallStudy.named(attack, harmless)).book
    for name in book.names {
      for (place, cell) in book.cells(of: name) {
        #expect(cell.formula == plain[name, place]?.formula, "\(name) \(place)")
        if cell.value.contains("calc") { #expect(cell.isText && cell.formula == nil) }
      }
    }
    #expect(book["Synthèse", "A1"]?.value.hasPrefix(attack) == true)
  }

  @Test func `parameters have number, unit, layer and source, and assumptions are marked`() throws {
    let rows = try Self.written(try SmallStudy.outcome()).book.rows(of: "Paramètres", below: 4)
    #expect(rows.count == 2)
    #expect(rows[0]["Nombre"]?.number == 3 && rows[0]["Unité"]?.value == "%")
    #expect(rows[0]["Hypothèse"]?.value == "hypothèse")
    #expect(rows[0]["Couche"]?.value == "moins" && rows[0]["Couches remplacées"]?.value == "essai")
    #expect(rows[1]["Nombre"]?.number == 60_000 && rows[1]["Unité"]?.value == "€")
    #expect(rows[1]["Hypothèse"] == nil)
    #expect(rows[1]["Source"]?.value == "Arrêté du 3 juillet 2025")
    #expect(rows[1]["Fichier et ligne"]?.value == "essai.yaml:7")
  }

  @Test func `the glossary has both languages, and sheets the other figures of the plan`() throws {
    let outcome = try SmallStudy.outcome()
    let (_, book) = try Self.written(outcome)
    let terms = book.rows(of: "Glossaire", below: 4)
    #expect(terms.count == Catalogue.glossaryTerms.count)
    #expect(
      terms.contains { $0["Français"]?.value == "falaise" && $0["Anglais"]?.value == "cliff" })
    #expect(book.rows(of: "Prix", below: 4).count == outcome.prices.count)
    let measures = book.rows(of: "Déploiement", below: 4)
    #expect(measures.count == outcome.scenario.measures.count)
    for (row, entry) in zip(measures, outcome.figures.measures) {
      // Numbers of a file have 16 digits.
      let share = try #require(row["En place 2028"]?.number)
      #expect(abs(share - (entry.years.last ?? 9)) < 1e-12)
      let added = try #require(row["Points ajoutés 2026"])
      let wanted = ((entry.years.first ?? 0) - entry.before) * 100
      #expect(abs((added.number ?? 999) - wanted) < 1e-10 && added.formula?.contains("-") == true)
    }
    let coverage = book.rows(of: "Couverture", below: 4)
    #expect(coverage.count == 5 * outcome.figures.classes.count)
    let inPlace = book.rows(of: "En place à la fin", below: 4)
    #expect(inPlace.count == outcome.scenario.beneficiaries.count)
  }

  @Test func `a plan of one region says so, and layers are named`() throws {
    var outcome = try SmallStudy.outcome()
    func texts() throws -> [String] {
      try Self.written(outcome).book.cells(of: "Synthèse").values.map(\.value)
    }
    #expect(try texts().contains("Surcouches : moins"))
    #expect(try !texts().contains { $0.contains("Ce n’est pas un plan national") })
    outcome.study.scenario.scope = try #require(
      SmallStudy.scenario.restricted(toRegion: "53", weight: .agents)?.scope)
    #expect(
      try texts().contains("Une seule région : Bretagne. Ce n’est pas un plan national."))
  }

  @Test func `a plan that pays nothing has a workbook, too`() throws {
    var outcome = try SmallStudy.outcome()
    outcome.allocation = Allocation(
      lines: [], services: [], carried: outcome.allocation.carried)
    outcome.prices = []
    let (_, book) = try Self.written(outcome)
    #expect(book.names.count == 10)
    #expect(book.rows(of: "Allocation", below: 7).isEmpty)
  }
}

@Suite struct `The workbook of an annex` {
  @Test func `has the lines of the annex, and totals that are computed from them`() throws {
    let outcome = try SmallStudy.outcome()
    let annex = Annex(scenario: outcome.scenario, allocation: outcome.allocation)
    let document = AnnexWorkbook(
      annex, status: .optimal, checksum: String(repeating: "a", count: 64), language: .french
    ).document(created: 1_700_000_000)
    let book = try WrittenWorkbook(
      document.bytes(for: "annex.xlsx", scratch: FileManager.default.temporaryDirectory.path))
    #expect(book.names == ["Annexe", "Totaux"])
    let rows = book.rows(of: "Annexe", below: 8)
    #expect(rows.count == annex.lines.count && !rows.isEmpty)
    for (row, line) in zip(rows, annex.lines) {
      let beneficiary = outcome.scenario.beneficiaries[line.beneficiary]
      #expect(row["FINESS"] == .init(value: beneficiary.id.rawValue, isText: true))
      #expect(row["Montant (€)"]?.number == Double(line.euros))
      #expect(row["Année"]?.number == Double(2026 + line.year))
    }
    #expect(book["Annexe", "F5"]?.number == Double(annex.euros))
    #expect(book["Annexe", "F7"]?.value == "conforme")
    #expect(book["Annexe", "A2"]?.value.contains("aaaa") == true)
    let totals = book.rows(of: "Totaux", below: 5)
    #expect(totals.count == annex.receivers.count)
    for (row, receiver) in zip(totals, annex.receivers) {
      #expect(row["Total"]?.number == Double(receiver.euros.reduce(0, +)))
      #expect(row["2026"]?.formula?.hasPrefix("SUMIFS('Annexe'!") == true)
    }
  }
}
