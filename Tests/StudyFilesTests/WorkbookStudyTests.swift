// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import TestSupport
import Testing
import Wording

@testable import StudyFiles

@Suite struct `A study that a workbook tells` {
  @Test func `is the study that was written, every parameter with its source`() throws {
    let study = try FixtureStudy().read()
    let read = try WorkbookFixture.small().read()
    #expect(read.study.scenario == study.study.scenario)
    #expect(read.study.layers == ["budget"])
    #expect(read.study.files == [.init(path: "budget.xlsx", role: "study")])
    #expect(Self.traits(read) == Self.traits(study))
    #expect(read.warnings.all.map(\.code) == study.warnings.all.map(\.code))
  }

  /// Parameters with what is told of them; values as quantities, whatever their unit.
  private static func traits(_ reading: StudyReading) -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: reading.study.parameters.map { parameter in
        let origin = parameter.origins.first
        let value = ScalarType.money.read(parameter.value)
        let written = if case .success(let cell) = value { "\(cell)" } else { parameter.value }
        return (
          parameter.path,
          [
            written.filter { !"\" ".contains($0) }, origin?.source ?? "–",
            "\(origin?.isAssumption == true)",
          ]
        )
      })
  }

  @Test func `keeps sources, remarks and marks that rows do not share`() throws {
    let study = try FixtureStudy().replacing(
      "    announced_counted: 50 %\n",
      """
          source: "Vecteur"
          note: "Remarque"
          announced_counted: { value: 50 %, source: "Part", assumption: true, note: "Sienne" }
          after_horizon: { value: 1 k€, source: "Part" }

      """, in: "study.yaml")
    let reader = StudyReader(folder: .memory(study.files))
    let sheets = try reader.sheets(StudySpecification(study: "study.yaml"))
    let read = try WorkbookFixture(sheets).read()
    #expect(Self.traits(read) == Self.traits(try study.read()))
    let parameters = try #require(sheets.first { $0.name == "parameters" })
    let notes = parameters.rows.compactMap { row in row.last == .empty ? nil : row.last }
    #expect(notes == [.text("Sienne")])
    let vehicles = try #require(sheets.first { $0.name == "vehicles" })
    #expect(vehicles.rows[0].last == .text("Remarque"))
  }

  @Test func `takes layers, with their origin beside its own`() throws {
    var fixture = try WorkbookFixture.small()
    fixture.files["less.yaml"] = Array(
      "layer: 1\nvehicles: { fir: { amounts: { 2026: 5 k€ } } }\n".utf8)
    let read = try fixture.read("less.yaml")
    let parameter = try #require(
      read.study.parameters.first { $0.path == "vehicles.fir.amounts.2026.secured" })
    #expect(parameter.value == "5 k€")
    #expect(parameter.origins.map(\.place) == ["less.yaml:2", "budget.xlsx:amounts:5"])
  }

  @Test func `may have titles, hidden rows, sheets of the user and columns in any order`() throws {
    let plain = try WorkbookFixture.small()
    var changed = plain.changed { book in
      book.sheets.insert(("Mes notes", [[.fault("#REF!")]]), at: 0)
      book.sheets.append(("vehicles (2)", [[.shared("id")]]))
      book.hidden["beneficiaries"] = [3, 4]
      for (place, sheet) in book.sheets.enumerated() where sheet.name == "measures" {
        let width = sheet.rows.map(\.count).max() ?? 0
        book.sheets[place].rows = sheet.rows.enumerated().map { number, row in
          guard number > 0 else { return row }
          let padded = row + [ExcelBook.Cell](repeating: .none, count: width - row.count)
          return padded.reversed()
        }
        book.sheets[place].rows += [[], [.shared("  ")], []]
      }
      book.merges["beneficiaries"] = ["A1:C1"]
    }
    changed = changed.changed { book in
      for place in book.sheets.indices where book.sheets[place].name == "Measures" {
        book.sheets[place].name = "measures"
      }
    }
    #expect(try changed.read().study.scenario == plain.read().study.scenario)
  }

  @Test func `takes formulas by their value, and amounts with any unit`() throws {
    let plain = try WorkbookFixture.small()
    // fir, 2026: 10 k€.
    let cell = "C5"
    for amount: ExcelBook.Cell in [
      .formula("2*5000", value: "10000"), .shared("10 k€"), .number("10000", style: 0),
      .number("10", style: 8), .shared("10 000"), .number("10000", style: 6),
    ] {
      let read = try plain.with(amount, at: cell, in: "amounts").read()
      #expect(read.study.scenario == (try plain.read().study.scenario), "\(amount)")
    }
  }

  @Test func `an empty sheet is as if it were not there`() throws {
    let plain = try WorkbookFixture.small()
    let place = plain.place(of: "staffing")
    let empty = plain.changed { $0.sheets[place].rows.removeSubrange(2...) }
    let without = plain.changed { $0.sheets.remove(at: place) }
    let codes = empty.findings().map(\.code)
    #expect(codes == without.findings().map(\.code))
    #expect(codes.contains(.growthWithoutTable))
  }

  // MARK: - Faults

  /// One way to spoil the workbook.
  static func faults() throws -> [(name: String, findings: [Finding])] {
    let plain = try WorkbookFixture.small()
    func cell(
      _ name: String, _ cell: ExcelBook.Cell, _ place: String, _ sheet: String
    ) -> (String, [Finding]) {
      (name, plain.with(cell, at: place, in: sheet).findings())
    }
    func book(_ name: String, _ change: (inout ExcelBook) -> Void) -> (String, [Finding]) {
      (name, plain.changed(change).findings())
    }
    let measures = plain.place(of: "measures")
    var layer = plain
    layer.files["layer.yaml"] = plain.book.bytes
    return [
      cell("a fault of a formula", .fault("#REF!"), "C3", "amounts"),
      cell("a formula without value", .formula("A1", value: nil), "C3", "amounts"),
      cell("a number in a key without value", .formula("A1", value: nil), "A3", "beneficiaries"),
      cell("a FINESS as a number", .number("10000024", style: 0), "A3", "beneficiaries"),
      cell("a region as a number", .number("1", style: 0), "D3", "beneficiaries"),
      cell("a word that is not allowed", .shared("hopital"), "C3", "beneficiaries"),
      cell("a percentage for an amount", .number("0.5", style: 1), "C3", "amounts"),
      cell("an amount for a share", .number("50", style: 2), "D3", "targets"),
      cell("a share above one", .number("1.5", style: 1), "D3", "targets"),
      cell("a day for a year", .number("46023", style: 3), "B3", "amounts"),
      cell("an unknown column", .shared("regoin"), "D2", "beneficiaries"),
      cell("an unknown vehicle", .shared("firr"), "A5", "amounts"),
      cell("an unknown key", .shared("horizon.frist"), "A5", "parameters"),
      cell("no path", .shared("horizon..first"), "A5", "parameters"),
      (
        "a list that is none",
        plain.with(.shared("population.regions"), at: "A40", in: "parameters")
          .with(.shared("[a, b"), at: "B40", in: "parameters").findings()
      ),
      (
        "the same twice",
        plain.with(.shared("vehicles.fir.after_horizon"), at: "A40", in: "parameters")
          .with(.shared("1 k€"), at: "B40", in: "parameters").findings()
      ),
      book("joined cells") { $0.merges["beneficiaries"] = ["D3:D4"] },
      book("a renamed sheet") { $0.sheets[measures].name = "mesures" },
      book("a sheet that is missing") { $0.sheets.remove(at: measures) },
      book("macros") { $0.parts["xl/vbaProject.bin"] = "x" },
      ("a workbook as a layer", layer.findings("layer.yaml")),
    ]
  }

  @Test func `has every fault told at its cell, in both languages`() throws {
    var text = ""
    for (name, findings) in try Self.faults() {
      text += "## \(name)\n"
      #expect(findings.contains { $0.severity == .error }, "nothing is told about: \(name)")
      for finding in findings where finding.severity == .error {
        #expect(Catalogue.phrases[finding.code.rawValue] != nil, "\(finding.code.rawValue)")
        for language in Language.allCases {
          text += Catalogue.text(of: finding, in: language) + "\n"
        }
      }
      text += "\n"
    }
    try Golden.check(text, "workbook-messages.txt")
  }

  @Test func `has all faults told at once`() throws {
    let findings = try WorkbookFixture.small()
      .with(.fault("#N/A"), at: "C3", in: "amounts")
      .with(.shared("x"), at: "C3", in: "beneficiaries")
      .with(.shared("zut"), at: "A5", in: "parameters").findings()
    let sheets = Set(findings.filter { $0.severity == .error }.compactMap(\.position?.sheet))
    #expect(sheets == ["amounts", "beneficiaries", "parameters"])
  }
}
