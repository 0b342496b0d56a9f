// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Every command, as words after `releve`.
let everyCommand: [[String]] = [
  ["plan"], ["compare"], ["sweep"], ["sweep", "merge"], ["tournament"], ["ladder"], ["frontier"],
  ["explain"], ["range"], ["alternatives"], ["price"], ["importance"], ["supply"], ["report"],
  ["repair"], ["check"],
  ["show"],
  ["import"], ["import", "sae"], ["import", "finess"], ["import", "structures"], ["export"],
  ["verify"], ["runs"], ["runs", "list"], ["runs", "show"], ["runs", "rm"], ["generate"],
  ["tutorial"], ["template"],
]

@Suite struct `Help of the commands` {
  @Test(arguments: [[]] + everyCommand)
  func `each says what it does, with an example`(command: [String]) async throws {
    let sandbox = try Sandbox()
    let help = try await Releve.run(
      command + ["--help"], in: sandbox.folder, environment: ["COLUMNS": "80"])
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(help.output.contains("Exemple : releve"))
    let english = ["OVERVIEW", "SUBCOMMANDS", "Show ", "default:", "See '"]
    #expect(english.filter { help.output.contains($0) } == [])
    let name = (["releve"] + command).joined(separator: "-")
    try expectGolden(help.output, "help-\(name).txt")
  }

  @Test(arguments: everyCommand)
  func `each speaks English when asked`(command: [String]) async throws {
    let sandbox = try Sandbox()
    let arguments = command + ["--lang", "en", "--help"]
    let help = try await Releve.run(arguments, in: sandbox.folder)
    #expect(help.status == 0)
    #expect(help.output.contains("Example: releve"))
    let french = ["Exemple", "Affiche", "Écrit", "par défaut"]
    #expect(french.filter { help.output.contains($0) } == [])
  }

  @Test func `the page of commands names each command, option and exit status`() async throws {
    let sandbox = try Sandbox()
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: package.appending(path: "docs/commands.md"), encoding: .utf8)
    for command in everyCommand {
      let name = command.joined(separator: " ")
      #expect(page.contains("\n## releve \(name)\n") || page.contains("\n### releve \(name)\n"))
      let help = try await Releve.run(command + ["--help"], in: sandbox.folder)
      for option in help.output.matches(of: /\s(--[a-z-]+)/).map({ String($0.1) }) {
        #expect(page.contains("`\(option)"), "\(option) of \(name)")
      }
    }
    for status in [0, 2, 3, 4, 5, 70] {
      #expect(page.contains("| \(status) |"))
    }
  }
}

@Suite struct `Faults of usage` {
  struct Fault: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let faults = [
    Fault(arguments: ["pln", "study"], words: ["« pln »", "Vouliez-vous « plan » ?"]),
    Fault(arguments: ["nothing-like-it"], words: ["n'est pas une commande", "tutorial"]),
    Fault(arguments: ["plan"], words: ["Argument attendu absent : '<study>'", "releve plan"]),
    Fault(arguments: ["plan", "study", "--outt", "x"], words: ["'--outt'", "'--out'"]),
    Fault(arguments: ["plan", "study", "extra"], words: ["Argument de trop : 'extra'"]),
    Fault(
      arguments: ["plan", "study", "--time-limit", "soon"], words: ["'soon'", "--time-limit"]),
    Fault(arguments: ["plan", "study", "--time-limit=-1"], words: ["limite de temps"]),
    Fault(arguments: ["plan", "study", "--jobs", "0"], words: ["--jobs vaut 0", "entre 1 et 64"]),
    Fault(arguments: ["plan", "study", "--jobs", "65"], words: ["--jobs vaut 65"]),
    Fault(arguments: ["plan", "study", "--jobs", "many"], words: ["'many'", "--jobs"]),
    Fault(arguments: ["plan", "study", "--memory", "4"], words: ["« 4 »", "4 Go"]),
    Fault(arguments: ["plan", "study", "--memory", "0 Go"], words: ["« 0 Go »"]),
    Fault(arguments: ["plan", "study", "--csv", "latin"], words: ["'latin'", "machine", "fr"]),
    Fault(arguments: ["plan", "study", "--lang", "de"], words: ["« de »", "fr, en"]),
    Fault(arguments: ["compare", "study"], words: ["au moins deux scénarios"]),
    Fault(
      arguments: ["compare", "a", "b", "--sizes", "500,250"], words: ["« 500,250 »", "250,1000"]),
    Fault(arguments: ["sweep", "study", "--vary", "a=1;2"], words: ["--out"]),
    Fault(arguments: ["sweep", "study", "--out", "x", "--jobs", "0"], words: ["--jobs vaut 0"]),
    Fault(arguments: ["explain", "plan"], words: ["une seule question", "--why-not"]),
    Fault(
      arguments: ["explain", "plan", "--region", "53", "--objective", "O1"],
      words: ["une seule question"]),
    Fault(
      arguments: ["explain", "plan", "--objective", "O1", "--letters", "x"],
      words: ["--letters va seul"]),
    Fault(
      arguments: ["explain", "plan", "--region", "53", "--template", "t.md"],
      words: ["--template va avec --letters"]),
    Fault(arguments: ["report", "plan", "--annex"], words: ["--out DOSSIER"]),
    Fault(arguments: ["report", "plan", "--out", "x"], words: ["--annex"]),
    Fault(arguments: ["report", "plan", "--csv", "fr"], words: ["--csv va avec --annex"]),
    Fault(
      arguments: ["report", "plan", "--annex", "--out", "x", "--html", "y.html"],
      words: ["--html"]),
    Fault(
      arguments: ["report", "plan", "--annex", "--out", "x", "--xlsx", "y.xlsx"],
      words: ["--xlsx"]),
    Fault(
      arguments: ["report", "plan", "--xlsx", "y.xlsx", "--charts", "x"],
      words: ["--charts va avec la page"]),
    Fault(arguments: ["export", "xls", "study", "--out", "x"], words: ["« xls »", "lp, mps"]),
    Fault(arguments: ["export", "lp", "study"], words: ["--out"]),
    Fault(arguments: ["import", "sae", "--out", "x"], words: ["<files>"]),
    Fault(arguments: ["generate", "people", "--out", "x"], words: ["« people »", "population"]),
    Fault(
      arguments: ["generate", "study", "--kind", "hard", "--out", "x"],
      words: ["« hard »", "tight-regions"]),
  ]

  @Test(arguments: faults)
  func `each ends with status 2, a hint, and nothing written`(fault: Fault) async throws {
    let sandbox = try Sandbox()
    let run = try await Releve.run(fault.arguments, in: sandbox.folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    for word in fault.words { #expect(run.errors.contains(word)) }
    #expect(!run.errors.contains("Error:"))
    #expect(try sandbox.listing() == [])
  }
}
