// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct `Sweeping the tutorial` {
  private static let grant = "vehicles.grant.amounts.2027.secured"
  private static let rate = "vehicles.call.rate"

  /// The results as one dictionary per row, by name of column.
  private func rows(_ text: String) -> [[String: String]] {
    let table = WrittenTable(text: text)
    #expect(table.isRectangular)
    return table.rows
  }

  @Test func `a grid is a row per case, with a failing one in the middle`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run(
      "sweep", "study", "--vary", "\(Self.grant)=80 k€, 120 k€", "--vary",
      "\(Self.rate)=60 %;150 %;90 %", "--out", "results.csv")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let rows = rows(try sandbox.text("results.csv"))
    #expect(rows.map { $0["case"] } == ["1", "2", "3", "4", "5", "6"])
    #expect(
      rows.map { [$0[Self.grant], $0[Self.rate]] } == [
        ["80 k€", "60 %"], ["80 k€", "150 %"], ["80 k€", "90 %"], ["120 k€", "60 %"],
        ["120 k€", "150 %"], ["120 k€", "90 %"],
      ])
    let ok = ["optimal", "error", "optimal"]
    #expect(rows.map { $0["status"] } == ok + ok)
    #expect(rows[1]["reason"] == "study.shareAboveOne")
    #expect(rows[1]["message"]?.contains("dépasse 100 %") == true)
    #expect(rows[1]["public_euros"] == "")
    for row in rows where row["status"] == "optimal" {
      #expect((Double(row["nis_shortfall.gap"] ?? "") ?? 1) < 1e-6)
      let paid = ["call", "grant"].map { Double(row["paid_euros.\($0)"] ?? "") ?? 0 }
      #expect(paid.reduce(0, +) == Double(row["public_euros"] ?? ""))
      #expect((Double(row["coverage_share.EE.2029"] ?? "") ?? 0) > 0.3)
      #expect(Double(row["solving_seconds"] ?? "") != nil)
    }
    // More money, less shortfall.
    let shortfall = rows.map { Double($0["nis_shortfall.value"] ?? "") ?? .infinity }
    #expect(shortfall[3] < shortfall[0] && shortfall[5] < shortfall[2])
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "Relève · Deux régions imaginaires 2026–2029 · 6 cas")
    #expect(lines.contains { $0.hasPrefix("  1   80 k€   60 %  optimal ") })
    #expect(lines.contains { $0.hasPrefix("  2   80 k€  150 %  erreur  ") })
    #expect(run.output.contains("6 cas : 4 optimaux, 2 erreurs"))
    #expect(run.output.contains("Résultats : results.csv"))
    #expect(rawKeys(in: run.output) == [])
    #expect(lines.allSatisfy { $0.count <= 110 })
  }

  @Test func `a case is the plan with the same values`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    _ = try await sandbox.run(
      "sweep", "study", "--set", "class_weights.EI=3", "--vary", "\(Self.grant)=80 k€..160 k€#3",
      "--region", "53", "--out", "results.csv")
    let plan = try await sandbox.run(
      "plan", "study", "--set", "class_weights.EI=3", "--set", "\(Self.grant)=120 k€", "--region",
      "53", "--out", "plan")
    #expect(plan.status == 0)
    let row = rows(try sandbox.text("results.csv"))[1]
    #expect(row[Self.grant] == "120 k€")
    struct Summary: Decodable {
      struct Goal: Decodable {
        let level: String
        let value: Double
      }
      let goals: [Goal]
    }
    let summary = try JSONDecoder().decode(Summary.self, from: sandbox.bytes("plan/summary.json"))
    for goal in summary.goals {
      let value = try #require(Double(row["\(goal.level).value"] ?? ""))
      #expect(abs(value - goal.value) <= 1e-6 * max(1, abs(goal.value)), "\(goal.level)")
    }
  }

  @Test func `an infeasible case is a row, and json tells the same`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run(
      "sweep", "study", "--set", "targets.EE.all.hard=true", "--vary",
      "targets.EE.all.2029=2 %;99 %", "--vary", "targets.EE.all.2027=1 %;2 %", "--out",
      "results.csv", "--json", "--lang", "en")
    #expect(run.status == 0)
    struct Document: Decodable {
      struct Case: Decodable {
        let number: Int
        let status: String
        let message: String?
      }
      let status: String
      let wanted: Int
      let cases: [Case]
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    #expect(document.status == "complete" && document.wanted == 4)
    #expect(document.cases.map(\.number) == [1, 2, 3, 4])
    let rows = rows(try sandbox.text("results.csv"))
    #expect(rows.map { $0["status"] } == document.cases.map { $0.status })
    #expect(document.cases.suffix(2).allSatisfy { $0.status == "infeasible" })
    #expect(document.cases[3].message?.hasPrefix("No plan obeys every rule") == true)
    #expect(document.cases.first?.status == "optimal")
  }

  @Test func `quiet says only what it came to`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run(
      "sweep", "study", "--vary", "\(Self.rate)=60 %;80 %", "--out", "r.csv", "--quiet", "--jobs",
      "1")
    #expect(run.status == 0)
    #expect(run.output.contains("2 cas : 2 optimaux"))
    #expect(!run.output.contains("  1  60 %"))
  }
}

@Suite struct `Sweeps that cannot be` {
  struct Fault: Sendable, CustomTestStringConvertible {
    let vary: [String]
    let words: [String]
    var testDescription: String { vary.joined(separator: " ") }
  }

  static let faults = [
    Fault(vary: [], words: ["--vary"]),
    Fault(
      vary: ["vehicles.grnt.amounts.2027.secured=80 k€;120 k€"],
      words: ["--vary:1", "« grnt »", "Vouliez-vous « grant » ?"]),
    Fault(
      vary: ["vehicles.call.rate=60 %;80 %", "vehicles.grant.amonts.2027=80 k€;120 k€"],
      words: ["--vary:2", "« amonts »", "Vouliez-vous « amounts » ?"]),
    Fault(
      vary: ["targets.EX.all.2029=10 %;20 %"], words: ["« EX »", "Vouliez-vous « EE » ?"]),
    Fault(vary: ["vehicles.call.rate=80 %..60 %/5 %"], words: ["--vary:1", "à l'envers"]),
    Fault(vary: ["vehicles.call.rate="], words: ["une valeur manque"]),
    Fault(vary: ["vehicles.call.rate=60 %..80 %/"], words: ["une valeur manque"]),
    Fault(vary: ["vehicles.call.rate=60 %"], words: ["qu'une valeur", "--set"]),
    Fault(vary: ["vehicles.call.rate"], words: ["CHEMIN=VALEURS"]),
    Fault(
      vary: ["vehicles.call.rate=60 %;70 %", "vehicles.call.rate=80 %;90 %"],
      words: ["--vary:2", "varie déjà"]),
    Fault(
      vary: ["vehicles.call.rate=1 %..91 %/1 %", "vehicles.grant.amounts.2027=1 k€..11 k€/1 k€"],
      words: ["1001 cas", "1000", "--yes"]),
  ]

  @Test(arguments: faults)
  func `each ends with status 3, what to do, and nothing written`(fault: Fault) async throws {
    let sandbox = try await Sandbox.withTutorial()
    let before = try sandbox.listing()
    let run = try await Releve.run(
      ["sweep", "study", "--out", "r.csv"] + fault.vary.flatMap { ["--vary", $0] },
      in: sandbox.folder)
    #expect(run.status == 3)
    #expect(run.output == "")
    for word in fault.words { #expect(run.errors.contains(word), "\(run.errors)") }
    #expect(rawKeys(in: run.errors) == [])
    #expect(try sandbox.listing() == before)
  }

  @Test func `results give way only when asked, another file never`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    func sweep(_ more: String...) async throws -> Finished {
      try await Releve.run(
        ["sweep", "study", "--vary", "vehicles.call.rate=60 %;80 %", "--out", "r.csv"] + more,
        in: sandbox.folder)
    }
    #expect(try await sweep().status == 0)
    try sandbox.append("mark\n", to: "r.csv")
    // The same sweep, done to its end, has nothing to do.
    #expect(try await sweep().status == 0)
    #expect(try sandbox.text("r.csv").hasSuffix("mark\n"))
    try FileManager.default.moveItem(at: sandbox.url("r.sqlite"), to: sandbox.url("s.sqlite"))
    let refused = try await sweep()
    #expect(refused.status == 3)
    #expect(refused.errors.contains("--replace"))
    #expect(try sandbox.text("r.csv").hasSuffix("mark\n"))
    #expect(!sandbox.exists("r.sqlite"))
    #expect(try await sweep("--replace").status == 0)
    #expect(!(try sandbox.text("r.csv").contains("mark")))
    try sandbox.write("mine", as: "r.csv")
    #expect(try await sweep("--replace").status == 3)
    #expect(try sandbox.text("r.csv") == "mine")
  }

  @Test func `an output that cannot be written is told before anything is solved`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let before = try sandbox.listing()
    let run = try await sandbox.run(
      "sweep", "study", "--vary", "vehicles.call.rate=60 %;80 %", "--out", "nowhere/r.csv")
    #expect(run.status == 3)
    #expect(run.output == "")
    #expect(run.errors.contains("nowhere/r.csv : erreur : Le dossier où écrire n’existe pas"))
    #expect(try sandbox.listing() == before)
  }

  @Test func `ctrl-C keeps the cases that were done, or leaves nothing`() async throws {
    let sandbox = try Sandbox()
    let made = try await sandbox.run("generate", "study", "--beneficiaries", "40", "--out", "study")
    #expect(made.status == 0)
    let before = try sandbox.listing()
    let run = try await sandbox.run(
      "sweep", "study", "--vary", "economics.discount=1 %..5 %#200", "--out", "r.csv",
      seconds: 100, interruptedAfter: 6)
    #expect(try sandbox.listing().allSatisfy { !$0.contains("partial") })
    if sandbox.exists("r.csv") {
      let lines = try sandbox.text("r.csv").split(separator: "\n").dropFirst()
      // A machine fast enough to do all of it before it was interrupted.
      #expect(run.status == (lines.count == 200 ? 0 : 5))
      #expect(lines.allSatisfy { $0.contains(",optimal,") })
      #expect(run.output.contains(lines.count == 200 ? "200 cas" : "Interrompu à votre demande"))
    } else {
      #expect(run.status == 5)
      #expect(try sandbox.listing() == before)
    }
  }
}
