// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `Ranges over good plans, from the command line` {
  @Test func `are one command with a screen and files`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let arguments = ["range", "study", "--within", "2,5 %", "--out", "marges"]
    let run = try await Releve.run(arguments, in: sandbox.folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("Bretagne") && run.output.contains("au moins"))
    #expect(run.output.contains("marges/ range.json ranges.csv manifest.json"))
    let english = try await Releve.run(
      arguments + ["--replace", "--lang", "en", "--json"], in: sandbox.folder)
    #expect(english.status == 0)
    #expect(try sandbox.text("marges/range.json").hasPrefix(english.output.dropLast(2)))
  }

  @Test func `are refused where they make no sense, and nothing is written`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let cases: [([String], Int32, String)] = [
      (["--within", "-1%"], 3, "« -1% » (--within)"), (["--within=-0.01"], 3, "de 0 à 100 %"),
      (["--within", "200%"], 3, "de 0 à 100 %"), (["--within", "assez"], 3, "« assez »"),
      (["--only", "99"], 3, "« 99 »"), (["--by", "town"], 2, "beneficiary"),
      (["--in", "53"], 2, "--by beneficiary"), (["--time-limit", "0.000001"], 5, "écrit"),
    ]
    try await sandbox.expectRefusals(of: ["range", "study", "--out", "marges"], cases)
  }
}
