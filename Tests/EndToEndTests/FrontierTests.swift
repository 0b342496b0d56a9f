// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `A curve between two goals of the tutorial` {
  private let goals = ["--goals", "nis_shortfall", "avoided_loss"]

  @Test func `is one command with a screen and files, and is recorded`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let arguments = ["frontier", "study"] + goals + ["--out", "courbe"]
    let run = try await Releve.run(arguments, in: sandbox.folder)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("manque NIS") && run.output.contains("coûte"))
    #expect(run.output.contains("Fichiers : courbe/ frontier.csv summary.json manifest.json"))
    let runs = try await sandbox.run("runs", "list", "--study", "study")
    #expect(runs.output.contains("frontier"))
    let verified = try await sandbox.run("verify", "courbe")
    #expect(verified.status == 0 && verified.output.contains("chaque chiffre de la courbe"))
    let again = try await Releve.run(arguments, in: sandbox.folder)
    #expect(again.status == 3)
    let english = try await Releve.run(
      arguments + ["--replace", "--lang", "en", "--json"], in: sandbox.folder)
    #expect(english.status == 0)
    #expect(try sandbox.text("courbe/summary.json").hasPrefix(english.output.dropLast(2)))
    #expect(english.output.count > 1000)
  }

  @Test func `without a folder writes nothing`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let before = try sandbox.listing()
    let run = try await Releve.run(
      ["frontier", "study"] + goals + ["--points", "2"], in: sandbox.folder)
    #expect(run.status == 0)
    #expect(!run.output.contains("Fichiers"))
    #expect(try sandbox.listing() == before)
  }

  @Test func `refuses goals that are none, and says when no plan is possible`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write(
      "layer: 1\ntargets: { EE: { all: { 2027: 90 %, 2029: 95 %, hard: true } } }\n",
      as: "study/layers/strict.yaml")
    let cases: [([String], Int32, String)] = [
      (["study", "--goals", "nis_shortfal", "avoided_loss"], 3, "« nis_shortfall »"),
      (["study", "--goals", "avoided_loss", "avoided_loss"], 3, "deux fois"),
      (["study", "--goals", "avoided_loss"], 2, "deux buts"),
      (["study"] + goals + ["--points", "1"], 2, "entre 2 et 99"),
      (["study+strict"] + goals, 4, "Règles enfreintes"),
      (["study"] + goals + ["--time-limit", "0.000001"], 5, "écrit"),
    ]
    try await sandbox.expectRefusals(of: ["frontier", "--out", "courbe"], cases)
  }
}
