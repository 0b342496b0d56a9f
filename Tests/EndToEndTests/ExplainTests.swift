// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct `A plan of the tutorial that is explained` {
  /// A planned tutorial in `plan/`.
  private static func planned() async throws -> Sandbox {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--quiet")
    #expect(plan.status == 0)
    return sandbox
  }

  private func json(_ run: Finished) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `each question is answered on a screen and as JSON`() async throws {
    let sandbox = try await Self.planned()
    let before = try sandbox.listing()
    let questions: [([String], [String])] = [
      (["--beneficiary", "INV-02"], ["Pont-Bleu", "Pourquoi", "Argent public (€)"]),
      (["--beneficiary", "pont bleu"], ["(INV-02)"]),
      (["--beneficiary", "GHT-A"], ["INV-01", "INV-04", "Membres"]),
      (["--region", "94"], ["Corse (94)", "plancher de Corse"]),
      (["--region", "Corse"], ["Corse (94)"]),
      (["--objective", "O3"], ["Supervision", "classe NIS EE"]),
      (["--why-not", "M4"], ["Détection raccordée", "Bénéficiaires concernés"]),
    ]
    for (question, words) in questions {
      let run = try await Releve.run(["explain", "plan"] + question, in: sandbox.folder)
      #expect(run.status == 0 && run.errors == "", "\(question): \(run.errors)")
      for word in words { #expect(run.output.contains(word), "\(word) in \(run.output)") }
      let english = try await Releve.run(
        ["explain", "plan", "--json", "--lang", "en"] + question, in: sandbox.folder)
      #expect(english.status == 0)
      let told = try json(english)
      #expect(told["is_proven"] as? Bool == true && told["has_accounts"] as? Bool == true)
    }
    #expect(try sandbox.listing() == before)
  }

  @Test func `what would alter an amount is told, of one beneficiary only`() async throws {
    let sandbox = try await Self.planned()
    let run = try await sandbox.run("explain", "plan", "--beneficiary", "INV-02", "--nearest")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("vérifié en replanifiant"))
    #expect(run.output.contains("enveloppe ") && run.output.contains("son risque"))
    for question in [["--region", "94"], ["--beneficiary", "GHT-A"]] {
      let other = try await Releve.run(
        ["explain", "plan", "--nearest"] + question, in: sandbox.folder)
      #expect(other.status == 3 && other.output == "")
      #expect(other.errors.contains("--beneficiary"))
    }
  }

  @Test func `an amount is the one that was notified`() async throws {
    let sandbox = try await Self.planned()
    let run = try await sandbox.run("explain", "plan", "--beneficiary", "INV-09", "--json")
    let members = try #require(try json(run)["beneficiaries"] as? [[String: Any]])
    let rows = try sandbox.text("plan/allocation.csv").split(separator: "\n")
      .filter { $0.hasPrefix("INV-09,") }
    let paid = rows.reduce(0) { $0 + (Int($1.split(separator: ",")[8]) ?? 0) }
    #expect(members.first?["euros"] as? Int == paid && paid > 0)
  }

  @Test func `who is paid is so in every plan as good, or at the margin, or by the tie-break`()
    async throws
  {
    let sandbox = try await Self.planned()
    let summary = try JSONSerialization.jsonObject(
      with: Data(contentsOf: sandbox.url("plan/summary.json")))
    let tieBreak = try #require((summary as? [String: Any])?["tie_break"] as? [String: Any])
    let dependent = try #require(tieBreak["dependent"] as? [String])
    #expect(tieBreak["beneficiaries"] as? Int == dependent.count)
    let run = try await sandbox.run("explain", "plan", "--region", "53", "--json")
    let counts = try #require(
      (try json(run)["group"] as? [String: Any])?["reasons"] as? [[String: Any]])
    var total: [String: Int] = [:]
    for entry in counts { total[entry["code"] as? String ?? ""] = entry["beneficiaries"] as? Int }
    var told: [String: Int] = [:]
    for row in try WrittenTable(sandbox.url("plan/beneficiaries.csv").path).rows
    where row["region"] == "53" {
      let id = try #require(row["beneficiary"])
      let one = try await sandbox.run("explain", "plan", "--beneficiary", id, "--json")
      let member = try #require((try json(one)["beneficiaries"] as? [[String: Any]])?.first)
      let reasons = try #require(member["reasons"] as? [[String: Any]])
      let codes = reasons.compactMap { $0["code"] as? String }
      for code in codes { told[code, default: 0] += 1 }
      let isPaid = (member["euros"] as? Int ?? 0) > 0
      let funding = codes.filter { ["always_funded", "funded_at_margin"].contains($0) }
      #expect(funding.count == (isPaid ? 1 : 0), "\(id)")
      #expect(codes.contains("tie_broken") == dependent.contains(id), "\(id)")
      for reason in reasons where reason["code"] as? String == "always_funded" {
        #expect(reason["goal"] is String && (reason["change"] as? Double ?? 0) != 0)
      }
    }
    for code in ["always_funded", "funded_at_margin", "tie_broken"] {
      #expect(total[code] == told[code], "\(code)")
    }
    #expect((told["always_funded"] ?? 0) + (told["funded_at_margin"] ?? 0) > 2)
  }

  @Test func `what is not there is told, with what is`() async throws {
    let sandbox = try await Self.planned()
    let cases: [([String], [String])] = [
      (["plan", "--beneficiary", "INV-13"], ["INV-13", "Vouliez-vous"]),
      (["plan", "--beneficiary", "Kervel"], ["INV-01 CHU imaginaire de Kerval"]),
      (["plan", "--beneficiary", "proximité"], ["en désigne 3", "INV-04", "INV-10"]),
      (["plan", "--region", "93"], ["93", "« 53 »"]),
      (["plan", "--objective", "O4"], ["O4", "Vouliez-vous"]),
      (["plan", "--why-not", "M9"], ["M9", "Vouliez-vous"]),
      (["study", "--region", "53"], ["n’est pas le dossier d’un plan", "releve plan"]),
      (["nowhere", "--region", "53"], ["n’est pas le dossier d’un plan"]),
    ]
    for (arguments, words) in cases {
      let run = try await Releve.run(["explain"] + arguments, in: sandbox.folder)
      #expect(run.status == 3 && run.output == "", "\(arguments)")
      for word in words { #expect(run.errors.contains(word), "\(word) in \(run.errors)") }
    }
  }

  @Test func `a study or a plan that changed since is refused, and what changed is named`()
    async throws
  {
    let sandbox = try await Self.planned()
    try sandbox.append("\n", to: "study/tables/measures.csv")
    let changed = try await sandbox.run("explain", "plan", "--region", "53")
    #expect(changed.status == 3 && changed.errors.contains("measures.csv"))
    #expect(changed.errors.contains("planifiez à nouveau"))
    let other = try await Self.planned()
    try other.append("x", to: "plan/allocation.csv")
    let altered = try await other.run("explain", "plan", "--region", "53")
    #expect(altered.status == 3 && altered.errors.contains("allocation.csv"))
  }

  @Test func `letters are written, all or none`() async throws {
    let sandbox = try await Self.planned()
    let one = try await sandbox.run(
      "explain", "plan", "--beneficiary", "INV-02", "--letters", "one")
    #expect(one.status == 0 && one.output.contains("1 lettre"))
    #expect(try sandbox.text("one/INV-02.md").contains("Pont-Bleu"))
    let all = try await sandbox.run("explain", "plan", "--letters", "all", "--json")
    #expect(all.status == 0)
    #expect((try json(all)["letters"] as? [String])?.count == 12)
    #expect(sandbox.exists("all/INV-12.md"))
    let again = try await sandbox.run("explain", "plan", "--letters", "all")
    #expect(again.status == 3)
    try sandbox.write("Bonjour {nom},\n{total}\n", as: "bad.md")
    let before = try sandbox.listing()
    let bad = try await sandbox.run(
      "explain", "plan", "--letters", "other", "--template", "bad.md")
    #expect(bad.status == 3 && bad.errors.contains("bad.md:1:9"), "\(bad.errors)")
    #expect(try sandbox.listing() == before)
    try sandbox.write("{name} : {total}\n", as: "good.md")
    let good = try await sandbox.run(
      "explain", "plan", "--region", "94", "--letters", "corse", "--template", "good.md")
    #expect(good.status == 0 && good.output.contains("4 lettres"))
    #expect(try sandbox.text("corse/INV-09.md").hasPrefix("Centre hospitalier inventé"))
  }

  @Test func `a plan of whole steps and one without proof say what is not known`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let whole = try await sandbox.run("plan", "study", "--whole", "--out", "whole", "--quiet")
    #expect(whole.status == 0)
    let run = try await sandbox.run("explain", "whole", "--beneficiary", "INV-05")
    #expect(run.status == 0 && run.output.contains("n’est pas connu ici"))
  }
}
