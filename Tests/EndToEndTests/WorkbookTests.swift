// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing
import Workbook

@Suite struct `The workbook of a planned tutorial` {
  private static func planned() async throws -> Sandbox {
    try await `The annex of a planned tutorial`.planned()
  }

  @Test func `is written beside the plan, with the euros of allocation.csv`() async throws {
    let sandbox = try await Self.planned()
    let run = try await sandbox.run("report", "plan/", "--xlsx")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("plan.xlsx") && run.output.contains("11 feuilles"))
    #expect(!sandbox.exists("plan.html"))
    let book = try WrittenWorkbook(sandbox.url("plan.xlsx").path)
    let allocation = try WrittenTable(sandbox.url("plan/allocation.csv").path)
    let wanted = allocation.sums(
      of: "euros", by: "beneficiary", "vehicle", "nature", "payment_year"
    )
    .filter { $0.value != 0 }
    let found = try book.allocation(on: "Allocation")
    #expect(found == wanted && !wanted.isEmpty)
  }

  @Test func `is replaced only when asked, and only where releve wrote it`() async throws {
    let sandbox = try await Self.planned()
    let first = try await sandbox.run("report", "plan", "--xlsx", "a.xlsx", "--html", "a.html")
    #expect(first.status == 0 && first.output.contains("a.html") && first.output.contains("a.xlsx"))
    let bytes = try sandbox.bytes("a.xlsx")
    let again = try await sandbox.run("report", "plan", "--xlsx", "a.xlsx")
    #expect(again.status == 3 && again.output == "")
    #expect(try sandbox.bytes("a.xlsx") == bytes)
    let same = try await sandbox.run("report", "plan", "--xlsx", "a.xlsx", "--replace", "--json")
    #expect(same.status == 0 && same.output.contains("\"sheets\" : 11"))
    // One plan, one workbook: every byte.
    #expect(try sandbox.bytes("a.xlsx") == bytes)
    let english = try await sandbox.run(
      "report", "plan", "--xlsx", "a.xlsx", "--replace", "--lang", "en")
    #expect(english.status == 0 && english.output.contains("Workbook written: a.xlsx"))
    #expect(try WrittenWorkbook(sandbox.url("a.xlsx").path).names.first == "Summary")
    var other = StoredZip()
    other.add(Array("<a><dc:creator>Moi</dc:creator></a>".utf8), as: "docProps/core.xml")
    try Data(other.archive).write(to: sandbox.url("mine.xlsx"))
    let mine = try await sandbox.run("report", "plan", "--xlsx", "mine.xlsx", "--replace")
    #expect(mine.status == 3)
    #expect(try sandbox.bytes("mine.xlsx") == Data(other.archive))
  }

  @Test func `a plan that changed, and a place that is none, leave nothing`() async throws {
    let sandbox = try await Self.planned()
    let before = try sandbox.listing()
    for place in ["no/such/plan.xlsx", "plan"] {
      let run = try await sandbox.run("report", "plan", "--xlsx", place)
      #expect(run.status == 3 && run.output == "" && run.errorLines.count == 1)
    }
    let scratch = try await sandbox.run(
      "report", "plan", "--xlsx", "a.xlsx", environment: ["TMPDIR": "/nowhere/at/all"])
    #expect(scratch.status == 3 && scratch.errors.contains("TMPDIR"))
    #expect(scratch.errorLines.count == 1)
    try sandbox.append("x", to: "plan/coverage.csv")
    let altered = try await sandbox.run("report", "plan", "--xlsx", "a.xlsx")
    #expect(altered.status == 3 && altered.errors.contains("coverage.csv"))
    #expect(try sandbox.listing() == before)
  }

  @Test(
    .enabled(if: mayMount, "mounting a small file system needs root"),
    arguments: ["small/plan.xlsx", "plan.xlsx"])
  func `on a full disk, for itself or for its temporary files`(place: String) async throws {
    let sandbox = try await Self.planned()
    let folder = place.hasPrefix("small") ? "" : "TMPDIR=$PWD/small "
    guard
      let run = try await sandbox.onSmallDisk(
        "40k", "\(folder)$RELEVE report plan --xlsx \(place)")
    else { return }
    #expect(run.status == 3)
    #expect(run.output == "" && run.errorLines.count == 1, "\(run.errors)")
    #expect(run.errors.contains("plan.xlsx") && run.errors.contains("plein"))
    #expect(!sandbox.exists("plan.xlsx"))
  }

  @Test func `the annex has one, with the totals of totals.csv`() async throws {
    let sandbox = try await Self.planned()
    let run = try await sandbox.run("report", "plan", "--annex", "--out", "annexe")
    #expect(run.status == 0 && run.output.contains("annex.xlsx"))
    let book = try WrittenWorkbook(sandbox.url("annexe/annex.xlsx").path)
    let totals = try WrittenTable(sandbox.url("annexe/totals.csv").path)
    let rows = book.rows(of: "Totaux", below: 5)
    #expect(rows.count == totals.rows.count - 1 && !rows.isEmpty)
    for (row, line) in zip(rows, totals.rows) {
      for title in ["FINESS", "2026", "2029", "Total"] {
        #expect(row[title]?.value == line[title], "\(title)")
      }
    }
    #expect(book["Annexe", "F5"]?.value == totals.rows.last?["Total"])
  }

  // MARK: In a spreadsheet

  /// Sheets in which no formula comes to something else once a spreadsheet has computed it.
  private func differences(_ before: WrittenWorkbook, _ after: WrittenWorkbook) -> [String] {
    var differences: [String] = []
    for name in before.names {
      for (place, cell) in before.cells(of: name) where cell.formula != nil {
        let other = after[name, place]
        let isSame: Bool
        if let number = cell.number, let computed = other?.number {
          isSame = abs(number - computed) <= 1e-6 * max(1, abs(number))
        } else {
          isSame = other?.value == cell.value
        }
        if !isSame { differences.append("\(name) \(place): \(cell) \(String(describing: other))") }
      }
    }
    return differences
  }

  @Test(.enabled(if: LibreOffice.isInstalled, "needs Debian's libreoffice-calc"))
  func `LibreOffice computes what was written, and every check is fine`() async throws {
    let sandbox = try await Self.planned()
    _ = try await sandbox.run("report", "plan", "--xlsx", "a.xlsx")
    _ = try await sandbox.run("report", "plan", "--annex", "--out", "annexe")
    try FileManager.default.copyItem(
      at: sandbox.url("annexe/annex.xlsx"), to: sandbox.url("annex.xlsx"))
    for file in ["a.xlsx", "annex.xlsx"] {
      let before = try WrittenWorkbook(sandbox.url(file).path)
      let after = try await LibreOffice.recalculated(file, in: sandbox)
      #expect(after.names == before.names)
      #expect(differences(before, after) == [])
    }
    let computed = try await LibreOffice.recalculated("a.xlsx", in: sandbox)
    #expect(computed["Contrôles", "A4"]?.value == "Tous les contrôles sont conformes")
    // FINESS numbers and what looks like one are texts still.
    #expect(computed["Allocation", "B8"]?.isText == true)
  }

  @Test(
    .enabled(if: LibreOffice.isInstalled, "needs Debian's libreoffice-calc"),
    arguments: [-1000.0, 1, 5_000_000])
  func `LibreOffice turns the checks where an amount is edited`(change: Double) async throws {
    let sandbox = try await Self.planned()
    _ = try await sandbox.run("report", "plan", "--xlsx", "a.xlsx")
    let before = try WrittenWorkbook(sandbox.url("a.xlsx").path)
    // The first amount of the first row, in the first year.
    let amount = try #require(before["Allocation", "H8"])
    let edited = try #require(amount.number) + change
    let archive = try ZipArchive([UInt8](sandbox.bytes("a.xlsx")))
    var other = StoredZip()
    for name in archive.names {
      var part = try #require(try archive.part(name))
      if name == "xl/worksheets/sheet2.xml" {
        let text = String(decoding: part, as: UTF8.self)
        let cell = try #require(text.firstMatch(of: #/(<c r="H8"[^>]*><v>)[^<]*/#))
        part = Array(text.replacingCharacters(in: cell.range, with: "\(cell.1)\(edited)").utf8)
      }
      other.add(part, as: name)
    }
    try Data(other.archive).write(to: sandbox.url("edited.xlsx"))
    let after = try await LibreOffice.recalculated("edited.xlsx", in: sandbox)
    let verdict = try #require(after["Contrôles", "A4"]?.value)
    #expect(verdict.hasPrefix("Contrôles non conformes : "))
    // The sum, that of the year, the envelope of the year, the beneficiary.
    #expect(verdict.hasSuffix(" 4"), "\(verdict)")
    #expect(after["Synthèse", "A4"]?.value == verdict)
    let states = after.cells(of: "Contrôles").filter { $0.key.hasPrefix("L") }.map(\.value.value)
    #expect(states.contains("dépasse l’enveloppe") == (change > 0))
    #expect(after["Bénéficiaires", "L6"]?.value == "modifié")
    let paid = try #require(before["Synthèse", "C15"]?.number)
    #expect(after["Synthèse", "C15"]?.number == paid + change)
  }
}

extension WrittenWorkbook {
  /// Euros of a sheet of the tutorial's allocation by FINESS, vehicle, nature and year; only those above 0.
  func allocation(on sheet: String) throws -> [[String]: Int] {
    let natures = ["ponctuel": "one_off", "récurrent": "recurring"]
    var found: [[String]: Int] = [:]
    for row in rows(of: sheet, below: 7) {
      for year in ["2026", "2027", "2028", "2029"] {
        let euros = Int(try #require(row[year]?.number))
        let nature = natures[row["Nature"]?.value ?? ""] ?? ""
        let key = [row["FINESS"]?.value ?? "", row["Vecteur"]?.value ?? "", nature, year]
        if euros != 0 { found[key] = euros }
      }
    }
    return found
  }
}
