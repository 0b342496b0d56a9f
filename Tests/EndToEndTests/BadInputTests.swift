// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// One way to spoil the tutorial, and what must be said about it.
struct SpoiledStudy: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// File that the error must name.
  let file: String
  /// Text of the line that the error must name; `nil` where it is about the whole file.
  let line: String?
  /// Words of the reason and of the remedy.
  let words: [String]
  let spoil: @Sendable (Sandbox) throws -> Void

  init(
    _ name: String, in file: String, at line: String?, words: [String],
    spoil: @escaping @Sendable (Sandbox) throws -> Void
  ) {
    testDescription = name
    self.file = "study/\(file)"
    self.line = line
    self.words = words
    self.spoil = spoil
  }

  /// A study in which one text stands in place of another, and is at fault.
  init(_ name: String, _ old: String, _ new: String, at line: String? = nil, words: [String]) {
    self.init(name, in: "study.yaml", at: line ?? new, words: words) {
      try $0.replace(old, with: new, in: "study/study.yaml")
    }
  }

  /// A table in which a row is added, and is at fault.
  init(_ name: String, adding row: String, to table: String, words: [String]) {
    self.init(name, in: "tables/\(table)", at: row, words: words) {
      try $0.append("\(row)\n", to: "study/tables/\(table)")
    }
  }

  /// What the error must begin with.
  func place(in sandbox: Sandbox) throws -> String {
    guard let line else { return file }
    let lines = try sandbox.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    guard let number = lines.lastIndex(where: { $0.contains(line) }) else {
      throw SandboxFault.notFound(line, file)
    }
    return "\(file):\(number + 1)"
  }

  static let all: [SpoiledStudy] = files + links + values

  private static let files: [SpoiledStudy] = [
    SpoiledStudy(
      "missing file", in: "study.yaml", at: "tables/measures.csv",
      words: ["study/tables/measures.csv", "n’existe pas", "corrigez"]
    ) { try FileManager.default.removeItem(at: $0.url("study/tables/measures.csv")) },
    SpoiledStudy(
      "study not in UTF-8", in: "study.yaml", at: "tude d", words: ["UTF-8", "Enregistrez-le"]
    ) {
      let latin = try $0.text("study/study.yaml").unicodeScalars
        .map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
      try Data(latin).write(to: $0.url("study/study.yaml"))
    },
    SpoiledStudy(
      "table in UTF-16", in: "tables/measures.csv", at: nil, words: ["UTF-16", "CSV UTF-8"]
    ) {
      var bytes = Data([0xFF, 0xFE])
      for unit in try $0.text("study/tables/measures.csv").utf16 {
        bytes.append(contentsOf: [UInt8(unit & 0xFF), UInt8(unit >> 8)])
      }
      try bytes.write(to: $0.url("study/tables/measures.csv"))
    },
    SpoiledStudy("file over the size", in: "study.yaml", at: nil, words: ["4 Mo", "Vérifiez"]) {
      try $0.append(String(repeating: "# long\n", count: 700_000), to: "study/study.yaml")
    },
    SpoiledStudy(
      "bomb of anchors", in: "study.yaml", at: "x2:", words: ["ancres", "Écrivez la valeur"]
    ) {
      try $0.append(
        "\nx1: &a [1, 2]\nx2: &b [*a, *a, *a]\nx3: &c [*b, *b, *b]\nx4: [*c, *c, *c]\n",
        to: "study/study.yaml")
    },
    SpoiledStudy(
      "unknown column", in: "tables/measures.csv", at: "recuring_fixed",
      words: ["recuring_fixed", "Vouliez-vous « recurring_fixed » ?"]
    ) {
      try $0.replace("recurring_fixed", with: "recuring_fixed", in: "study/tables/measures.csv")
    },
  ]

  private static let links: [SpoiledStudy] = [
    SpoiledStudy(
      "duplicate identifier", in: "tables/beneficiaries.csv", at: "INV-01;",
      words: ["INV-01", "ligne 2", "qu’une fois"]
    ) {
      let rows = try $0.text("study/tables/beneficiaries.csv").split(separator: "\n")
      try $0.append("\(rows[1])\n", to: "study/tables/beneficiaries.csv")
    },
    SpoiledStudy(
      "unknown identifier in a link", adding: "M9;M1;", to: "prerequisites.csv",
      words: ["« M9 »", "Corrigez le nom", "Vouliez-vous"]),
    SpoiledStudy(
      "cycle of prerequisites", adding: "M1;M3;", to: "prerequisites.csv",
      words: ["M1 → M3 → M1", "Retirez"]),
    SpoiledStudy(
      "target for an unknown class", "  EI:\n", "  EJ:\n", at: "  EJ:",
      words: ["« EJ »", "Vouliez-vous"]),
    SpoiledStudy(
      "unknown key", "carry_over:", "carry_ovr:",
      words: ["« carry_ovr »", "Vouliez-vous « carry_over » ?"]),
  ]

  private static let values: [SpoiledStudy] = [
    SpoiledStudy(
      "negative amount", "2026: { secured: ", "2026: { secured: -",
      words: ["« -", "négatif", "au moins 0"]),
    SpoiledStudy(
      "absurd amount", "2026: { secured: ", "2026: { secured: 123456789",
      words: ["dépasse", "Vérifiez l’unité"]),
    SpoiledStudy(
      "unknown unit", "build: 2 €", "build: 2 kW", words: ["« kW »", "Vouliez-vous « k€ » ?"]),
    SpoiledStudy(
      "amount without its unit", "build: 2 €", "build: 2 #",
      words: ["sans unité", "2 €", "2 k€"]),
    SpoiledStudy(
      "unit where none belongs", "years: 4", "years: 4 k€", words: ["« 4 k€ »"]),
    SpoiledStudy(
      "text in a number", "years: 4", "years: quatre", words: ["« quatre »", "nombre"]),
    SpoiledStudy(
      "text in a number of a table", adding: "94;2028;six;;", to: "staffing.csv",
      words: ["« six »"]),
    SpoiledStudy(
      "empty horizon", "years: 4", "years: 0", words: ["vide", "au moins une année"]),
    SpoiledStudy(
      "year outside the horizon", "      2029:", "      2039:",
      words: ["2039", "2026–2029", "Corrigez"]),
    SpoiledStudy(
      "share above one", "rate: 80 %", "rate: 180 %", words: ["180 %", "100 %", "80 %"]),
    SpoiledStudy(
      "vehicle that pays no nature", "pays: [one_off]", "pays: []", at: "  call:",
      words: ["« call »", "ne paie rien", "[one_off]"]),
    SpoiledStudy(
      "vehicle for nobody", "statuses: [public, non_profit]", "kinds: [ght]", at: "  call:",
      words: ["« call »", "éligible"]),
  ]
}

@Suite struct `Studies with one fault` {
  @Test(arguments: SpoiledStudy.all)
  func `one error names place and remedy, and nothing is written`(
    fault: SpoiledStudy
  ) async throws {
    let sandbox = try await Sandbox.withTutorial()
    try fault.spoil(sandbox)
    let place = try fault.place(in: sandbox)
    let before = try sandbox.listing()
    let plan = try await sandbox.run("plan", "study", "--out", "plan")
    #expect(plan.status == 3)
    #expect(plan.output == "")
    #expect(try sandbox.listing() == before)
    let line = try #require(plan.errorLines.first)
    #expect(plan.errorLines.count == 1, "\(plan.errors)")
    #expect(line.hasPrefix(place), "\(line)")
    #expect(line.contains(" : erreur : "))
    for word in fault.words { #expect(line.contains(word), "\(line)") }
    #expect(rawKeys(in: line) == [])

    let check = try await sandbox.run("check", "study", "--json", "--lang", "en")
    #expect(check.status == 3)
    #expect(check.output.contains("\"errors\" : 1") || check.output.contains("\"errors\": 1"))
    #expect(try sandbox.listing() == before)
  }

  @Test func `every fault of a study is told at once`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.replace("rate: 80 %", with: "rate: 180 %", in: "study/study.yaml")
    try sandbox.replace("carry_over:", with: "carry_ovr:", in: "study/study.yaml")
    try sandbox.append("M9;M1;\n", to: "study/tables/prerequisites.csv")
    let plan = try await sandbox.run("plan", "study", "--out", "plan")
    #expect(plan.status == 3)
    #expect(plan.errors.contains("« 180 % »"))
    #expect(plan.errors.contains("« carry_ovr »"))
    #expect(plan.errors.contains("« M9 »"))
    #expect(plan.errors.contains("3 erreurs ; rien n'a été écrit."))
  }
}

@Suite struct `Names of studies, layers, regions and parameters` {
  @Test(arguments: [
    (["plan", "nowhere", "--out", "p"], ["« nowhere »", "Vérifiez son chemin"]),
    (["plan", "study+more-monney", "--out", "p"], ["« more-monney »", "« more-money » ?"]),
    (["plan", "study", "--region", "99", "--out", "p"], ["« 99 »", "53, 94"]),
    (["plan", "study", "--set", "vehicles.call.rat=80 %", "--out", "p"], ["--set", "« rate » ?"]),
    (["plan", "study", "--set", "vehicles.call.rate", "--out", "p"], ["chemin=valeur"]),
    (["export", "lp", "study", "--level", "9", "--out", "p"], ["--level", "9", "1 et 4"]),
    (["show", "nowhere"], ["« nowhere »"]),
    (["generate", "study", "--beneficiaries", "2", "--out", "p"], ["--beneficiaries"]),
    (["import", "sae", "nowhere.csv", "--out", "p"], ["nowhere.csv", "n’existe pas"]),
  ])
  func `an unknown one is told with the nearest`(
    arguments: [String], words: [String]
  ) async throws {
    let sandbox = try await Sandbox.withTutorial()
    let before = try sandbox.listing()
    let run = try await Releve.run(arguments, in: sandbox.folder)
    #expect(run.status == 3)
    #expect(run.errorLines.count == 1)
    for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
    #expect(rawKeys(in: run.errors) == [])
    #expect(try sandbox.listing() == before)
  }
}
