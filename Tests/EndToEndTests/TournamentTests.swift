// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `A tournament of the tutorial` {
  @Test func `is one command with a screen and files`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run("tournament", "study", "--out", "tournoi")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("Forfait selon la taille"))
    #expect(run.output.contains("Fichiers : tournoi/ tournament.json"))
    let table = try sandbox.text("tournoi/tournament.csv").split(separator: "\n")
    #expect(table.count == 5)
    #expect(table[1].hasPrefix("0,optimised,"))
    #expect(
      run.output.contains("l’optimum fait aussi bien") && run.output.contains("lissé sur ±20"))
    let again = try await sandbox.run("tournament", "study", "--out", "tournoi")
    #expect(again.status == 3)
    let english = try await sandbox.run(
      "tournament", "study", "--out", "tournoi", "--replace", "--lang", "en", "--json")
    #expect(english.status == 0)
    #expect(english.output.hasPrefix("{"))
  }

  @Test func `refuses a folder without rules, and a share that is none`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let none = try await sandbox.run("tournament", "study", "--mechanisms", "study/tables")
    #expect(none.status == 3)
    #expect(none.errors.contains("--mechanisms"))
    let usage = try await sandbox.run("tournament", "study", "--within", "200")
    #expect(usage.status == 2)
    let taper = try await sandbox.run("tournament", "study", "--taper", "0")
    #expect(taper.status == 2 && taper.errors.contains("--taper"))
    let only = try await sandbox.run("tournament", "study", "--only", "flat-by-sise")
    #expect(only.status == 3 && only.errors.contains("flat-by-size"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path) == ["study"])
  }
}
