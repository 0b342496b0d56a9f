// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `What coverage costs, from the command line` {
  @Test func `is one command with a screen and files that can be verified`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let arguments = ["supply", "study", "--class", "EE", "--year", "2029", "--out", "cout"]
    let run = try await Releve.run(arguments, in: sandbox.folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("EE 2029") && run.output.contains("chaque point de plus"))
    #expect(run.output.contains("cout/ supply.json supply.csv manifest.json"))
    let verified = try await sandbox.run("verify", "cout")
    #expect(verified.status == 0 && verified.output.contains("chaque chiffre des courbes"))
    let english = try await Releve.run(
      arguments + ["--replace", "--lang", "en", "--json"], in: sandbox.folder)
    #expect(english.status == 0)
    #expect(try sandbox.text("cout/supply.json").hasPrefix(english.output.dropLast(2)))
  }

  @Test func `is refused for what the study has not, and nothing is written`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let cases: [([String], Int32, String)] = [
      (["--class", "EEE"], 3, "« EEE »"), (["--year", "1999"], 3, "1999"),
      (["--points", "1"], 2, "entre 2 et 99"), (["--time-limit", "0.000001"], 5, "écrit"),
    ]
    try await sandbox.expectRefusals(of: ["supply", "study", "--out", "cout"], cases)
  }
}
