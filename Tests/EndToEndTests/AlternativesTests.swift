// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `Other plans from the command line` {
  @Test func `are one command with a screen and files that can be verified`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let arguments = ["alternatives", "study", "--count", "2", "--within", "5%", "--out", "autres"]
    let run = try await Releve.run(arguments, in: sandbox.folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("écart à l’optimum") && run.output.contains("Communs à tous"))
    #expect(
      run.output.contains(
        "autres/ alternatives.json alternatives.csv goals.csv received.csv manifest.json"))
    let verified = try await sandbox.run("verify", "autres")
    #expect(verified.status == 0 && verified.output.contains("chaque chiffre des autres plans"))
    let again = try await Releve.run(arguments, in: sandbox.folder)
    #expect(again.status == 3)
    let english = try await Releve.run(
      arguments + ["--replace", "--lang", "en", "--json"], in: sandbox.folder)
    #expect(english.status == 0)
    #expect(try sandbox.text("autres/alternatives.json").hasPrefix(english.output.dropLast(2)))
    #expect(english.output.count > 1000)
  }

  @Test func `are refused for what makes no sense, and nothing is written`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let cases: [([String], Int32, String)] = [
      (["--within", "-1%"], 3, "« -1% » (--within)"), (["--within=-0.01"], 3, "de 0 à 100 %"),
      (["--within", "assez"], 3, "« assez »"), (["--count", "0"], 3, "--count vaut 0"),
      (["--count", "-2"], 3, "--count vaut -2"), (["--count", "10"], 3, "de 1 à 9"),
      (["--by", "vehicle"], 2, "region, measure"), (["--time-limit", "0.000001"], 5, "écrit"),
    ]
    try await sandbox.expectRefusals(of: ["alternatives", "study", "--out", "autres"], cases)
  }
}
