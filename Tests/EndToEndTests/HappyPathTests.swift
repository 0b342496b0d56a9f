// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Words like `import.reason.duplicate`: names of phrases that nobody wrote.
func rawKeys(in text: String) -> [String] {
  text.matches(
    of:
      /\b(?:cli|import|registers|screen|check|rule|goal|study|tables|audit|show|verify|store|sweep|runs)\.[a-z_]{4,}\b/
  ).map { String($0.0) }.filter { !$0.hasSuffix(".yaml") && !$0.hasSuffix(".sqlite") }
}

/// The numbers of a summary that tests look at.
struct SummaryFacts: Decodable {
  struct Goal: Decodable {
    let level: String
    let value: Double
  }

  let status: String
  let goals: [Goal]
}

func summary(_ text: String) throws -> SummaryFacts {
  try JSONDecoder().decode(SummaryFacts.self, from: Data(text.utf8))
}

@Suite struct `From a tutorial to a plan` {
  @Test func `assumptions of mechanisms are shown with those of the study`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let show = try await sandbox.run("show", "study", "--assumptions")
    #expect(show.status == 0)
    #expect(show.output.contains("Mécanismes : "))
    #expect(show.output.contains("clauses.article-1.amount"))
    try sandbox.write(
      """
      mechanism: 1
      title: Essai
      kind: prorata
      clauses:
        article-1:
          title: Article 1
          share: { value: 80 %, source: "Arrêté d'essai" }
          weight: { agents: { value: 3, assumption: true } }
      """, as: "study/mechanisms/trial.yaml")
    let more = try await sandbox.run("show", "study", "--assumptions", "--json")
    let json = try JSONSerialization.jsonObject(with: Data(more.output.utf8)) as? [String: Any]
    let listed = (json?["mechanism_parameters"] as? [[String: Any]] ?? [])
      .compactMap { $0["path"] as? String }.filter { $0.hasPrefix("trial.") }
    #expect(listed == ["trial.clauses.article-1.weight.agents"])
    try sandbox.write("mechanism: 1\nkynd: flat\n", as: "study/mechanisms/broken.yaml")
    let broken = try await sandbox.run("show", "study", "--assumptions")
    #expect(broken.status == 3 && broken.errors.contains("broken.yaml"))
  }

  @Test func `check, show and plan speak French by default`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let check = try await sandbox.run("check", "study")
    #expect(check.status == 0)
    #expect(check.output == "Aucune erreur dans les fichiers.\n")
    #expect(check.errors == "")

    let show = try await sandbox.run("show", "study/study.yaml+more-money", "--layers")
    #expect(show.status == 0)
    #expect(show.output.contains("more-money.yaml:"))
    #expect(show.output.contains("study.yaml:"))
    #expect(rawKeys(in: show.output) == [])

    let plan = try await sandbox.run("plan", "study", "--out", "plan")
    #expect(plan.status == 0)
    #expect(plan.errors == "")
    #expect(plan.output.hasPrefix("Relève · "))
    for words in ["optimal, prouvé", "Argent public", "Couverture NIS", "Hypothèses"] {
      #expect(plan.output.contains(words))
    }
    #expect(rawKeys(in: plan.output) == [])
    #expect(plan.output.split(separator: "\n").allSatisfy { $0.count <= 110 })
    let facts = try summary(sandbox.text("plan/summary.json"))
    #expect(facts.status == "optimal")
  }

  @Test func `English is asked for by an option or by the environment`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let byOption = try await sandbox.run("plan", "study", "--out", "a", "--lang", "en")
    let byVariable = try await sandbox.run(
      "plan", "study", "--out", "b", environment: ["RELEVE_LANG": "en"])
    for plan in [byOption, byVariable] {
      #expect(plan.status == 0)
      #expect(plan.output.contains("optimal, proven"))
      #expect(!plan.output.contains("prouvé"))
      #expect(rawKeys(in: plan.output) == [])
    }
  }

  @Test func `json goes alone to standard output and is what the folder holds`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--json")
    #expect(plan.status == 0)
    #expect(plan.errors == "")
    let told = try summary(plan.output)
    let written = try summary(sandbox.text("plan/summary.json"))
    #expect(told.status == "optimal")
    #expect(told.goals.map(\.value) == written.goals.map(\.value))
    for command in [["check", "study"], ["show", "study"]] {
      let run = try await Releve.run(command + ["--json"], in: sandbox.folder)
      #expect(run.status == 0)
      _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    }
  }

  @Test func `quiet says nothing but the result`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--quiet")
    #expect(plan.status == 0)
    #expect(plan.errors == "")
    #expect(plan.output.hasPrefix("Relève · "))
    let export = try await sandbox.run("export", "lp", "study", "--out", "a.lp", "--quiet")
    #expect(export.status == 0)
    #expect(export.output + export.errors == "")
  }

  @Test func `tables for French Excel have a mark, semicolons and decimal commas`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    _ = try await sandbox.run("plan", "study", "--out", "plain")
    let french = try await sandbox.run("plan", "study", "--out", "french", "--csv", "fr")
    #expect(french.status == 0)
    let table = try sandbox.bytes("french/deployment.csv")
    #expect(table.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines[0].contains("beneficiary;measure;year"))
    #expect(lines.dropFirst().contains { $0.contains(",") })
    #expect(lines.dropFirst().allSatisfy { !$0.contains(".") })
    let plain = try sandbox.text("plain/deployment.csv").split(whereSeparator: \.isNewline)
    #expect(plain.count == lines.count)
  }

  @Test func `a layer changes the plan, and is named`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let without = try await sandbox.run("plan", "study", "--out", "a", "--json")
    let with = try await sandbox.run("plan", "study+more-money", "--out", "b", "--json")
    #expect(with.status == 0)
    let before = try summary(without.output)
    let after = try summary(with.output)
    #expect(after.goals[0].value <= before.goals[0].value + 1e-6)
    #expect(try sandbox.bytes("a/allocation.csv") != sandbox.bytes("b/allocation.csv"))
    #expect(try sandbox.text("b/manifest.json").contains("more-money.yaml"))
  }

  @Test func `an empty layer and a second run change no byte but times`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write("layer: 1\n", as: "study/layers/nothing.yaml")
    for (study, folder) in [("study", "a"), ("study", "b"), ("study+nothing", "c")] {
      let plan = try await sandbox.run("plan", study, "--out", folder, "--quiet")
      #expect(plan.status == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.url("a").path).sorted()
    #expect(names.count == 13)
    for name in names where name != "manifest.json" {
      let first = try sandbox.bytes("a/\(name)")
      #expect(try sandbox.bytes("b/\(name)") == first, "\(name) of a second run")
      if name != "summary.json" {
        #expect(try sandbox.bytes("c/\(name)") == first, "\(name) with an empty layer")
      }
    }
    #expect(try withoutTimes("a", sandbox) == withoutTimes("b", sandbox))
  }

  /// A manifest without the times of the run, and with the command that every run types itself.
  private func withoutTimes(_ folder: String, _ sandbox: Sandbox) throws -> String {
    let object = try JSONSerialization.jsonObject(with: sandbox.bytes("\(folder)/manifest.json"))
    var manifest = try #require(object as? [String: Any])
    #expect(manifest["timings"] != nil)
    manifest["timings"] = nil
    manifest["seal"] = nil
    var run = try #require(manifest["run"] as? [String: Any])
    run["command"] = nil
    manifest["run"] = run
    let bytes = try JSONSerialization.data(withJSONObject: manifest, options: [.sortedKeys])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a plan folder without a name is named after the day, then counted`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    _ = try await sandbox.run("plan", "study")
    let second = try await sandbox.run("plan", "study")
    #expect(second.status == 0)
    let folders = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path)
      .filter { $0 != "study" }.sorted()
    try #require(folders.count == 2)
    #expect(folders[0].wholeMatch(of: /plan-\d{4}-\d\d-\d\d/) != nil)
    #expect(folders[1] == folders[0] + "-2" || folders[1].hasSuffix("-2"))
  }
}

@Suite struct `Programs and made-up studies` {
  @Test(arguments: [
    ("lp", "Minimize", "envelope(call,2026)"), ("mps", "ROWS", "envelope[call,2026]"),
    ("mathprog", "set ", "INV-01"),
  ])
  func `a program is exported with readable names`(
    form: String, sign: String, name: String
  ) async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run("export", form, "study", "--out", "program.txt")
    #expect(run.status == 0)
    #expect(run.errors == "Écrit : program.txt\n")
    let text = try sandbox.text("program.txt")
    #expect(text.contains(sign))
    #expect(text.contains(name))
  }

  @Test func `a made-up study plans, and its seed makes it`() async throws {
    let sandbox = try Sandbox()
    let arguments = [
      "generate", "study", "--beneficiaries", "10", "--measures", "6", "--years", "3",
      "--objectives", "4",
    ]
    for (folder, seed) in [("a", "7"), ("b", "7"), ("c", "8")] {
      let run = try await Releve.run(
        arguments + ["--seed", seed, "--out", folder], in: sandbox.folder)
      #expect(run.status == 0)
    }
    let table = "beneficiaries.csv"
    let files = try sandbox.listing().filter { $0.hasSuffix(table) }
    try #require(files.count == 3)
    #expect(try sandbox.bytes(files[0]) == sandbox.bytes(files[1]))
    #expect(try sandbox.bytes(files[0]) != sandbox.bytes(files[2]))
    let plan = try await sandbox.run("plan", "a", "--out", "plan")
    #expect(plan.status == 0)
    #expect(plan.output.contains("10 bénéficiaires, 6 mesures"))
  }

  @Test(arguments: ["tight-regions", "tight-staff", "many-vehicles", "ght-blocks"])
  func `a study of each kind passes the check`(kind: String) async throws {
    let sandbox = try Sandbox()
    let made = try await sandbox.run(
      "generate", "study", "--kind", kind, "--beneficiaries", "10", "--out", "a")
    #expect(made.status == 0)
    #expect(try await sandbox.run("check", "a").output == "Aucune erreur dans les fichiers.\n")
  }

  @Test func `what is written is told as json`() async throws {
    struct Written: Decodable {
      let folder: String?
      let files: [String]
    }
    func written(_ run: Finished) throws -> Written {
      #expect(run.status == 0)
      #expect(run.errors == "")
      return try JSONDecoder().decode(Written.self, from: Data(run.output.utf8))
    }
    let sandbox = try Sandbox()
    let tutorial = try written(await sandbox.run("tutorial", "t", "--json"))
    #expect(tutorial.folder == "t")
    #expect(tutorial.files.contains("study.yaml"))
    let population = try written(
      await sandbox.run("generate", "population", "--beneficiaries", "40", "--out", "p", "--json"))
    #expect(population.files.contains("beneficiaries.csv"))
    for file in population.files { #expect(sandbox.exists("p/\(file)")) }
    let export = try written(
      await sandbox.run("export", "mps", "t", "--out", "a.mps", "--json"))
    #expect(export.files == ["a.mps"])
  }
}
