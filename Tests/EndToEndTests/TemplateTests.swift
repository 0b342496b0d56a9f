// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing
import Workbook

@Suite struct `The input workbook` {
  private static func written() async throws -> Sandbox {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run("template", "budget.xlsx", "--lang", "en")
    try #require(run.status == 0, "\(run.errors)")
    return sandbox
  }

  /// Parameters by path, with source and mark, and the value as a quantity.
  private static func parameters(_ json: String) throws -> [String: [String]] {
    struct Document: Decodable {
      struct Parameter: Decodable {
        struct Origin: Decodable {
          let source: String?
          let is_assumption: Bool
        }
        let path: String
        let value: String
        let origins: [Origin]
      }
      let parameters: [Parameter]
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
    return Dictionary(
      uniqueKeysWithValues: document.parameters.map { parameter in
        let origin = parameter.origins.first
        return (
          parameter.path,
          [
            quantity(parameter.value), origin?.source ?? "–",
            origin?.is_assumption == true ? "assumption" : "",
          ]
        )
      })
  }

  /// `60 M€` and `60000000 €` are the same.
  private static func quantity(_ text: String) -> String {
    let plain = text.filter { !$0.isWhitespace && $0 != "\"" }.replacing(",", with: ".")
    let units = [("M€", 1e6), ("k€", 1e3), ("€", 1.0), ("%", 0.01), ("", 1.0)]
    for (unit, factor) in units where plain.hasSuffix(unit) {
      if let number = Double(plain.dropLast(unit.count)) {
        return "\((number * factor * 1e6).rounded()) \(unit.hasSuffix("€") ? "€" : "")"
      }
    }
    return plain
  }

  @Test func `plans at once, to the euros of the study that it was made of`() async throws {
    let sandbox = try await Self.written()
    let study = try await sandbox.run("plan", "study/study.yaml", "--out", "a")
    let book = try await sandbox.run("plan", "budget.xlsx", "--out", "b")
    #expect(study.status == 0 && book.status == 0, "\(book.errors)")
    for file in ["allocation.csv", "deployment.csv", "coverage.csv", "own.csv"] {
      #expect(try sandbox.bytes("a/\(file)") == sandbox.bytes("b/\(file)"), "\(file)")
    }
    let manifest = try sandbox.text("b/manifest.json")
    #expect(manifest.contains("\"path\" : \"budget.xlsx\""))
    #expect(!manifest.contains("tables/beneficiaries.csv"))
    let verified = try await sandbox.run("verify", "b")
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    // What moved is told.
    try FileManager.default.removeItem(at: sandbox.url("budget.xlsx"))
    let other = try await sandbox.run(
      "template", "budget.xlsx", "--from", "study/study.yaml+more-money")
    #expect(other.status == 0)
    let moved = try await sandbox.run("verify", "b")
    #expect(moved.status == 3 && moved.output.contains("budget.xlsx"), "\(moved.output)")
  }

  @Test func `tells a study with its layers as it was resolved`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let study = "study/study.yaml+more-money"
    #expect(try await sandbox.run("template", "a.xlsx", "--from", study, "--quiet").status == 0)
    let first = try await sandbox.run("show", study, "--json")
    let second = try await sandbox.run("show", "a.xlsx", "--json")
    let wanted = try Self.parameters(first.output)
    #expect(try Self.parameters(second.output) == wanted && wanted.count > 50)
    let layered = try await sandbox.run("show", "a.xlsx+study/layers/more-money", "--layers")
    #expect(layered.output.contains("a.xlsx:"), "\(layered.output)")
  }

  @Test func `tells the embedded national study as it is`() async throws {
    let sandbox = try Sandbox()
    let study = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "models/after-care.yaml").path
    let written = try await sandbox.run("template", "care.xlsx", "--from", study)
    #expect(written.status == 0, "\(written.errors)")
    let first = try await sandbox.run("show", study, "--json")
    let second = try await sandbox.run("show", "care.xlsx", "--json")
    let wanted = try Self.parameters(first.output)
    #expect(try Self.parameters(second.output) == wanted && wanted.count > 400)
    // Tables too: the programs are the same but for nothing.
    let a = try await sandbox.run("export", "lp", study, "--region", "53", "--out", "a.lp")
    let b = try await sandbox.run("export", "lp", "care.xlsx", "--region", "53", "--out", "b.lp")
    #expect(a.status == 0 && b.status == 0, "\(b.errors)")
    #expect(try sandbox.bytes("a.lp") == sandbox.bytes("b.lp"))
  }

  @Test(.enabled(if: LibreOffice.isInstalled))
  func `plans to the same euros once LibreOffice has saved it`() async throws {
    let sandbox = try await Self.written()
    let book = try await LibreOffice.recalculated("budget.xlsx", in: sandbox)
    #expect(book.names.contains("beneficiaries") && book.names.count == 19)
    let first = try await sandbox.run("plan", "budget.xlsx", "--out", "a")
    let second = try await sandbox.run("plan", "saved/budget.xlsx", "--out", "b")
    #expect(first.status == 0 && second.status == 0, "\(second.errors)")
    #expect(try sandbox.bytes("a/allocation.csv") == sandbox.bytes("b/allocation.csv"))
    let saved = try ZipArchive([UInt8](sandbox.bytes("saved/budget.xlsx")))
    #expect(saved.names.contains { $0.contains("comments") })
  }

  @Test func `has titles, names, remarks, lists and looks`() async throws {
    let sandbox = try await Self.written()
    let book = try WrittenWorkbook(sandbox.url("budget.xlsx").path)
    #expect(book.names.first == "how to")
    #expect(book["beneficiaries", "A3"]?.value == "id")
    #expect(book["beneficiaries", "A2"]?.value == "Identifier")
    let archive = try ZipArchive([UInt8](sandbox.bytes("budget.xlsx")))
    func part(_ name: String) throws -> String {
      String(decoding: try #require(try archive.part(name), "\(name)"), as: UTF8.self)
    }
    let beneficiaries = try part("xl/worksheets/sheet2.xml")
    #expect(beneficiaries.contains("\"ght,legal_entity,site\""))
    #expect(beneficiaries.contains("<autoFilter ref=\"A3:"))
    #expect(beneficiaries.contains("ySplit=\"3\""))
    let comments = try part("xl/comments1.xml")
    #expect(comments.contains("Kind of unit (kind)"))
    #expect(comments.contains("From 0 to 1,000."))
    let amounts = try part("xl/worksheets/sheet5.xml")
    #expect(amounts.contains("'vehicles'!$A$4:$A$"))
    let french = try await sandbox.run("template", "fr.xlsx", "--json")
    #expect(french.status == 0 && french.output.contains("\"sheets\" : 19"))
    #expect(try WrittenWorkbook(sandbox.url("fr.xlsx").path).names.first == "mode d’emploi")
  }

  @Test func `every column has a title of its own in both languages`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    for language in ["fr", "en"] {
      let run = try await sandbox.run("template", "\(language).xlsx", "--lang", language)
      #expect(run.status == 0)
      let book = try WrittenWorkbook(sandbox.url("\(language).xlsx").path)
      for sheet in book.names.dropFirst() {
        for (place, cell) in book.cells(of: sheet) where place.hasSuffix("3") && place.count < 4 {
          let column = place.dropLast()
          guard column.allSatisfy(\.isLetter), cell.value != "ght" else { continue }
          let title = try #require(book[sheet, "\(column)2"]?.value)
          #expect(title != cell.value && !title.isEmpty, "\(sheet) \(place): \(title)")
        }
      }
    }
  }

  @Test func `is replaced only when asked, and only where releve wrote it`() async throws {
    let sandbox = try await Self.written()
    let bytes = try sandbox.bytes("budget.xlsx")
    let again = try await sandbox.run("template", "budget.xlsx")
    #expect(again.status == 3 && again.output == "")
    #expect(try sandbox.bytes("budget.xlsx") == bytes)
    let same = try await sandbox.run("template", "budget.xlsx", "--replace", "--lang", "en")
    #expect(same.status == 0)
    #expect(try sandbox.bytes("budget.xlsx") == bytes)
    try sandbox.write("PK mine", as: "mine.xlsx")
    #expect(try await sandbox.run("template", "mine.xlsx", "--replace").status == 3)
    let ending = try await sandbox.run("template", "budget.ods")
    #expect(ending.status == 3 && ending.errors.contains(".xlsx"))
    let study = try await sandbox.run("template", "new.xlsx", "--from", "nothing")
    #expect(study.status == 3)
    #expect(!sandbox.exists("new.xlsx") && !sandbox.exists("budget.ods"))
  }

  @Test func `with a fault plans nothing, and says where it is`() async throws {
    let sandbox = try Sandbox()
    var book = ExcelBook([
      ("beneficiaries", [[.shared("id"), .shared("nom")], [.shared("a"), .shared("b")]]),
      ("amounts", [[.shared("vehicle"), .shared("year"), .shared("secured")]]),
    ])
    try Data(book.bytes).write(to: sandbox.url("budget.xlsx"))
    let run = try await sandbox.run("plan", "budget.xlsx", "--out", "p")
    #expect(run.status == 3 && !sandbox.exists("p"))
    #expect(run.errors.contains("budget.xlsx, feuille « beneficiaries », cellule B1"))
    #expect(run.errors.contains("« measures »"))
    let json = try await sandbox.run("check", "budget.xlsx", "--json")
    #expect(json.status == 3 && json.output.contains("\"cell\" : \"B1\""), "\(json.output)")
    book.parts["xl/vbaProject.bin"] = "x"
    try Data(book.bytes).write(to: sandbox.url("macros.xlsm"))
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]).write(to: sandbox.url("old.xls"))
    try Data(book.bytes.dropLast(60)).write(to: sandbox.url("cut.xlsx"))
    try sandbox.write("id;name\n", as: "text.xlsx")
    for (file, word) in [
      ("macros.xlsm", "macros"), ("old.xls", ".xlsb"), ("cut.xlsx", "abîmé"),
      ("text.xlsx", "releve template"),
    ] {
      let bad = try await sandbox.run("plan", file, "--out", "p")
      #expect(bad.status == 3 && bad.errors.contains(word), "\(file): \(bad.errors)")
      #expect(!sandbox.exists("p"))
    }
  }

  @Test func `is filled with the plan, to the euros of allocation.csv`() async throws {
    let sandbox = try await Self.written()
    let run = try await sandbox.run("plan", "budget.xlsx", "--out", "p", "--fill", "filled.xlsx")
    #expect(run.status == 0 && run.errors.contains("filled.xlsx"), "\(run.errors)")
    let (before, after) = (
      try ZipArchive([UInt8](sandbox.bytes("budget.xlsx"))),
      try ZipArchive([UInt8](sandbox.bytes("filled.xlsx")))
    )
    for name in before.names where name.hasPrefix("xl/worksheets") || name.contains("comments") {
      #expect(try before.part(name) == after.part(name), "\(name)")
    }
    let book = try WrittenWorkbook(sandbox.url("filled.xlsx").path)
    #expect(
      book.names.suffix(5) == [
        "Plan – Synthèse", "Plan – Allocation", "Plan – Services partagés", "Plan – Déploiement",
        "Plan – Couverture",
      ])
    let wanted = try WrittenTable(sandbox.url("p/allocation.csv").path)
      .sums(of: "euros", by: "beneficiary", "vehicle", "nature", "payment_year")
      .filter { $0.value != 0 }
    let found = try book.allocation(on: "Plan – Allocation")
    #expect(found == wanted && !wanted.isEmpty)
    #expect(try await sandbox.run("verify", "p").status == 0)
    // The filled one is a study too, and is renewed.
    let again = try await sandbox.run(
      "plan", "filled.xlsx", "--out", "q", "--fill", "second.xlsx", "--quiet")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try sandbox.bytes("p/allocation.csv") == sandbox.bytes("q/allocation.csv"))
    #expect(try WrittenWorkbook(sandbox.url("second.xlsx").path).names == book.names)
  }

  @Test func `is filled into no other file than one that may be`() async throws {
    let sandbox = try await Self.written()
    let bytes = try sandbox.bytes("budget.xlsx")
    let itself = try await sandbox.run(
      "plan", "budget.xlsx", "--out", "p", "--fill", "./budget.xlsx", "--replace")
    #expect(itself.status == 3 && itself.errors.contains("classeur de l’étude"))
    let yaml = try await sandbox.run(
      "plan", "study/study.yaml", "--out", "p", "--fill", "new.xlsx")
    #expect(yaml.status == 3 && yaml.errors.contains("releve template"))
    let other = try await sandbox.run("template", "other.xlsx")
    #expect(other.status == 0)
    let unfilled = try await sandbox.run(
      "plan", "budget.xlsx", "--out", "p", "--fill", "other.xlsx", "--replace")
    #expect(unfilled.status == 3)
    let folder = try await sandbox.run(
      "plan", "budget.xlsx", "--out", "p", "--fill", "none/new.xlsx")
    #expect(folder.status == 3)
    #expect(try sandbox.bytes("budget.xlsx") == bytes)
    #expect(!sandbox.exists("p") && !sandbox.exists("new.xlsx"))
    for _ in 1...2 {
      let run = try await sandbox.run(
        "plan", "budget.xlsx", "--out", "p", "--fill", "f.xlsx", "--replace", "--lang", "en")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(
      try WrittenWorkbook(sandbox.url("f.xlsx").path).names.contains("Plan – Summary"))
  }

  @Test(.enabled(if: LibreOffice.isInstalled))
  func `keeps the user's sheets and remarks when filled after LibreOffice saved it`() async throws {
    let sandbox = try await Self.written()
    _ = try await LibreOffice.recalculated("budget.xlsx", in: sandbox)
    let run = try await sandbox.run(
      "plan", "saved/budget.xlsx", "--out", "p", "--fill", "filled.xlsx")
    #expect(run.status == 0, "\(run.errors)")
    let (before, after) = (
      try ZipArchive([UInt8](sandbox.bytes("saved/budget.xlsx"))),
      try ZipArchive([UInt8](sandbox.bytes("filled.xlsx")))
    )
    let comments = before.names.filter { $0.contains("comments") }
    #expect(!comments.isEmpty)
    for name in before.names where name.hasPrefix("xl/worksheets") || comments.contains(name) {
      #expect(try before.part(name) == after.part(name), "\(name)")
    }
    // It opens again, whole.
    let book = try await LibreOffice.recalculated("filled.xlsx", in: sandbox)
    #expect(book.names.count == 24 && book["Plan – Synthèse", "A1"] != nil)
    let euros = try WrittenWorkbook(sandbox.url("filled.xlsx").path)
    #expect(
      book["Plan – Allocation", "H8"]?.number == euros["Plan – Allocation", "H8"]?.number)
  }
}
