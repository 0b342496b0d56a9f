// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RunStore
import Testing

@Suite struct `Results of sweeps` {
  private static let rate = "vehicles.call.rate"

  private func sweep(_ sandbox: Sandbox, _ more: [String]) async throws -> Finished {
    try await Releve.run(["sweep", "study"] + more, in: sandbox.folder)
  }

  private func numbers(_ sandbox: Sandbox, _ name: String) throws -> [Int] {
    try sandbox.text(name).split(separator: "\n").dropFirst().compactMap {
      Int($0.prefix { $0 != "," })
    }
  }

  @Test func `go on, say that nothing is left, and refuse another sweep`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let vary = ["--vary", "\(Self.rate)=60 %;70 %;80 %", "--out", "r.csv"]
    #expect(try await sweep(sandbox, vary).status == 0)
    // As after a kill before the table was written.
    try FileManager.default.removeItem(at: sandbox.url("r.csv"))
    let again = try await sweep(sandbox, vary)
    #expect(again.status == 0)
    #expect(again.output.contains("Rien à résoudre : r.sqlite tient déjà les 3 cas"))
    #expect(try numbers(sandbox, "r.csv") == [1, 2, 3])

    let other = try await sweep(sandbox, ["--vary", "\(Self.rate)=60 %;90 %", "--out", "r.csv"])
    #expect(other.status == 3)
    #expect(other.errors.contains("ses cas (3: vehicles.call.rate) ne sont pas ceux-ci"))
    #expect(other.errors.contains("--replace"))
    try sandbox.replace("Deux régions", with: "Trois régions", in: "study/study.yaml")
    let edited = try await sweep(sandbox, vary + ["--time-limit", "100"])
    #expect(edited.status == 3)
    #expect(
      edited.errors.contains("r.sqlite : erreur : Résultats d'une autre étude : study/study.yaml"))
    #expect(edited.errors.contains("--time-limit –, ici 100"))
    #expect(rawKeys(in: edited.errors) == [])
    #expect(try await sweep(sandbox, vary + ["--replace"]).status == 0)
  }

  // A table that no file of the study names, but one of the values does.
  @Test func `are not mixed with those of another content of a table that varies`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let table = "study/tables/more-staff.csv"
    try sandbox.write(try sandbox.text("study/tables/staffing.csv"), as: table)
    let vary = [
      "--vary", "tables.staffing=study/tables/staffing.csv;\(table)", "--out", "r.csv",
    ]
    let first = try await sweep(sandbox, vary)
    #expect(first.status == 0, "\(first.errors)")
    let again = try await sweep(sandbox, vary)
    #expect(again.output.contains("Rien à résoudre"))
    try sandbox.write(try sandbox.text(table) + "\n", as: table)
    let edited = try await sweep(sandbox, vary)
    #expect(edited.status == 3)
    #expect(edited.errors.contains(table))
    #expect(!edited.errors.contains("study/tables/staffing.csv"))
  }

  @Test func `can be verified: table, inputs and a sample of cases`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let vary = ["--vary", "\(Self.rate)=60 %;70 %;80 %", "--out", "r.csv"]
    #expect(try await sweep(sandbox, vary).status == 0)
    for name in ["r.csv", "r.sqlite"] {
      let good = try await sandbox.run("verify", name)
      #expect(good.status == 0, "\(good.output)")
      #expect(good.output.contains("3 résolus à neuf") && rawKeys(in: good.output) == [])
    }
    // One figure of the table.
    let table = try sandbox.text("r.csv")
    try sandbox.replace("\n1,60 %,optimal,", with: "\n1,60 %,feasible,", in: "r.csv")
    let altered = try await sandbox.run("verify", "r.csv")
    #expect(altered.status == 3 && altered.output.contains("r.csv:2"), "\(altered.output)")
    try sandbox.write(table, as: "r.csv")
    // One input.
    let study = try sandbox.text("study/study.yaml")
    try sandbox.write(study + "\n", as: "study/study.yaml")
    let moved = try await sandbox.run("verify", "r.csv")
    #expect(moved.status == 3 && moved.output.contains("study/study.yaml"))
    try sandbox.write(study, as: "study/study.yaml")
    // One goal, in the file and in the table made from it.
    let file = try SweepFile.open(sandbox.url("r.sqlite").path)
    let description = file.sweep
    var records = try file.cases()
    file.close()
    records[1].goals[0].value += 1
    try FileManager.default.removeItem(at: sandbox.url("r.sqlite"))
    try SweepFile.create(sandbox.url("r.sqlite").path, description, cases: records).close()
    try FileManager.default.removeItem(at: sandbox.url("r.csv"))
    #expect(try await sweep(sandbox, vary).status == 0)
    let forged = try await sandbox.run("verify", "r.csv")
    #expect(
      forged.status == 3 && forged.output.contains("Cas 2, nis_shortfall"), "\(forged.output)")
  }

  @Test func `of shares come together as those of the whole`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let vary = ["--vary", "\(Self.rate)=60 %..90 %#5", "--vary", "class_weights.EI=2;3"]
    for share in 1...3 {
      let run = try await sweep(
        sandbox, vary + ["--shard", "\(share)/3", "--out", "part-\(share).csv"])
      #expect(run.status == 0)
      #expect(run.output.contains("part \(share)/3"))
    }
    let merged = try await sandbox.run(
      "sweep", "merge", "part-2.sqlite", "part-1.csv", "part-3.csv", "--out", "all.csv")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output.contains("3 fichiers réunis"))
    #expect(try numbers(sandbox, "all.csv") == Array(1...10))
    // The whole sweep has nothing left to do.
    let whole = try await sweep(sandbox, vary + ["--out", "all.csv"])
    #expect(whole.output.contains("Rien à résoudre"))
    let lines = try (1...3).flatMap {
      try sandbox.text("part-\($0).csv").split(separator: "\n").dropFirst()
    }
    #expect(Set(try sandbox.text("all.csv").split(separator: "\n").dropFirst()) == Set(lines))

    let twice = try await sandbox.run(
      "sweep", "merge", "part-1.csv", "part-2.csv", "part-1.csv", "--out", "b.csv")
    #expect(twice.status == 3)
    #expect(twice.errors.contains("se trouve déjà dans part-1.sqlite"))
    #expect(!sandbox.exists("b.csv") && !sandbox.exists("b.sqlite"))
    let some = try await sandbox.run(
      "sweep", "merge", "part-1.csv", "part-3.csv", "--out", "c.sqlite")
    #expect(some.status == 5)
    #expect(some.output.contains("7 cas sur 10"))
    let rest = try await sweep(sandbox, vary + ["--out", "c.csv"])
    #expect(rest.status == 0)
    #expect(rest.output.contains("Reprise : 7 cas de c.sqlite"))
    #expect(try numbers(sandbox, "c.csv") == Array(1...10))
  }

  @Test func `of a table of cases keep the study's value where a cell is empty`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write(
      """
      vehicles.call.rate;class_weights.EI;vehicles.grant.amounts.2027.secured
      60 %;;80 k€
      ;3;
      60 %;3;120 k€
      """, as: "cases.csv")
    let run = try await sweep(sandbox, ["--cases", "cases.csv", "--out", "r.csv"])
    #expect(run.status == 0, "\(run.errors)")
    let lines = try sandbox.text("r.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("1,60 %,,80 k€,optimal,"))
    #expect(lines[2].hasPrefix("2,,3,,optimal,"))
    #expect(lines[3].hasPrefix("3,60 %,3,120 k€,optimal,"))
  }

  @Test func `that are drawn are the same for the same seed`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let vary = ["--vary", "\(Self.rate)=60 %..90 %", "--vary", "class_weights.EI=2;3"]
    func values(_ name: String, seed: Int) async throws -> [Substring] {
      let run = try await sweep(
        sandbox, vary + ["--sample", "4", "--seed", "\(seed)", "--out", "\(name).csv"])
      #expect(run.status == 0, "\(run.errors)")
      return try sandbox.text("\(name).csv").split(separator: "\n").dropFirst().map { line in
        line.split(separator: ",").prefix(3).joined(separator: ",")[...]
      }
    }
    let first = try await values("a", seed: 7)
    #expect(first.count == 4)
    #expect(try await values("b", seed: 7) == first)
    #expect(try await values("c", seed: 8) != first)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let faults = [
    Fault(
      arguments: ["--vary", "\(rate)=1;2", "--shard", "3/2"], words: ["--shard 3/2", "part 3"]),
    Fault(arguments: ["--vary", "\(rate)=1;2", "--shard", "0/2"], words: ["--shard 0/2"]),
    Fault(arguments: ["--vary", "\(rate)=1;2", "--shard", "2"], words: ["ex. --shard 2/8"]),
    Fault(arguments: ["--vary", "\(rate)=1..2", "--sample", "1"], words: ["--sample", "2"]),
    Fault(
      arguments: ["--vary", "\(rate)=90 %..60 %", "--sample", "5"],
      words: ["--vary:1", "à l'envers"]),
    Fault(
      arguments: ["--vary", "\(rate)=60 %..90 %", "--sample", "1001"], words: ["1001", "--yes"]),
    Fault(arguments: ["--cases", "nothing.csv"], words: ["nothing.csv"]),
    Fault(arguments: ["--cases", "empty.csv"], words: ["empty.csv", "Aucun cas"]),
    Fault(
      arguments: ["--cases", "unknown.csv"],
      words: ["unknown.csv:2", "« cal »", "Vouliez-vous « call » ?"]),
    Fault(arguments: ["--cases", "ragged.csv"], words: ["ragged.csv:3", "cellules"]),
    Fault(
      arguments: ["--cases", "unknown.csv", "--vary", "\(rate)=1;2"], words: ["--cases", "--vary"]),
  ]

  @Test(arguments: faults)
  func `that cannot be end with status 3 and nothing written`(fault: Fault) async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write("", as: "empty.csv")
    try sandbox.write("vehicles.cal.rate\n60 %\n70 %\n", as: "unknown.csv")
    try sandbox.write("vehicles.call.rate;class_weights.EI\n60 %;2\n70 %\n", as: "ragged.csv")
    let before = try sandbox.listing()
    let run = try await sweep(sandbox, fault.arguments + ["--out", "r.csv"])
    #expect(run.status == 3)
    #expect(run.output == "")
    for word in fault.words { #expect(run.errors.contains(word), "\(run.errors)") }
    #expect(rawKeys(in: run.errors) == [])
    #expect(try sandbox.listing() == before)
  }

  @Test func `that stand in the way are named, and files of others are left alone`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let vary = ["--vary", "\(Self.rate)=60 %;70 %", "--out", "r.csv"]
    for content in ["mine", String(repeating: "x", count: 5000)] {
      try sandbox.write(content, as: "r.sqlite")
      for more in [[], ["--replace"]] {
        let run = try await sweep(sandbox, vary + more)
        #expect(run.status == 3)
        #expect(run.errors.contains("r.sqlite : erreur : Ce fichier n'est pas de releve"))
        #expect(try sandbox.text("r.sqlite") == content)
        #expect(!sandbox.exists("r.csv"))
      }
    }
  }
}
