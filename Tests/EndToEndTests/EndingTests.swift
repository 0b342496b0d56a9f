// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `Plans that cannot be` {
  @Test func `targets beyond every means are infeasible, with the rules in words`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write(
      "layer: 1\ntargets: { EE: { all: { 2027: 90 %, 2029: 95 %, hard: true } } }\n",
      as: "study/layers/strict.yaml")
    let before = try sandbox.listing()
    let plan = try await sandbox.run("plan", "study+strict", "--out", "plan")
    #expect(plan.status == 4)
    #expect(plan.output == "")
    #expect(plan.errors.contains("aucun plan ne respecte toutes les règles"))
    #expect(plan.errors.contains("Règles enfreintes"))
    #expect(plan.errors.contains("cible NIS O3 Supervision de la sécurité (EE)"))
    #expect(plan.errors.contains("de moins que demandé"))
    #expect(rawKeys(in: plan.errors) == [])
    #expect(try sandbox.listing() == before)
    let check = try await sandbox.run("check", "study+strict")
    #expect(check.status == 4)
    #expect(check.output.contains("Supervision") || check.output.contains("O3"))
  }

  @Test func `hard targets without money name money or targets`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write(
      """
      layer: 1
      targets:
        EE:
          all: { hard: true }
          O2: { hard: true }
        EI:
          all: { hard: true }
      vehicles:
        call:
          amounts: { 2026: 1 k€, 2027: 1 k€, 2028: 1 k€ }
        grant:
          amounts: { 2026: 1 k€, 2027: 1 k€, 2028: 1 k€, 2029: 1 k€ }
      rules:
        own_funds: { agents: 1 €, fixed: 0 €, share: 50 % }
      """, as: "study/layers/poor.yaml")
    let before = try sandbox.listing()
    let plan = try await sandbox.run("plan", "study+poor", "--out", "plan", "--lang", "en")
    #expect(plan.status == 4)
    #expect(plan.errors.contains("no plan obeys every rule"))
    #expect(plan.errors.contains("Rules broken"))
    #expect(try sandbox.listing() == before)
  }
}

@Suite struct `Failures for machines` {
  private struct Failure: Decodable {
    struct Rule: Decodable {
      let row: String
      let amount: Double
    }

    let status: String?
    let errors: Int?
    let rules: [Rule]?
  }

  @Test func `json says why there is no result`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write(
      "layer: 1\ntargets: { EE: { all: { 2027: 90 %, 2029: 95 %, hard: true } } }\n",
      as: "study/layers/strict.yaml")
    func failure(_ run: Finished) throws -> Failure {
      try JSONDecoder().decode(Failure.self, from: Data(run.output.utf8))
    }
    let infeasible = try await sandbox.run("plan", "study+strict", "--out", "plan", "--json")
    #expect(infeasible.status == 4)
    let first = try failure(infeasible)
    #expect(first.status == "infeasible")
    let rules = try #require(first.rules)
    #expect(rules.contains { $0.row.hasPrefix("coverage[") || $0.row.hasPrefix("target[") })
    #expect(rules.allSatisfy { $0.amount > 0 })

    let stopped = try await sandbox.run(
      "plan", "study", "--out", "plan", "--json", "--time-limit", "0.000001")
    #expect(stopped.status == 5)
    #expect(try failure(stopped).status == "stopped")

    let invalid = try await sandbox.run("plan", "study+nothing", "--out", "plan", "--json")
    #expect(invalid.status == 3)
    #expect(try failure(invalid).errors == 1)
    #expect(!sandbox.exists("plan"))
  }
}

@Suite struct `Solves that are cut short` {
  @Test(arguments: ["0.001", "0.1", "0.4"])
  func `a time limit leaves nothing, or a plan marked as unproven`(limit: String) async throws {
    let sandbox = try await Sandbox.withTutorial()
    let before = try sandbox.listing()
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--time-limit", limit)
    let after = try sandbox.listing()
    if plan.status == 0 {
      // A machine fast enough to prove the optimum in time.
      #expect(try summary(sandbox.text("plan/summary.json")).status == "optimal")
      #expect(limit != "0.001")
    } else if sandbox.exists("plan") {
      #expect(plan.status == 5)
      #expect(try summary(sandbox.text("plan/summary.json")).status == "feasible")
      #expect(plan.output.contains("optimum NON prouvé"))
    } else {
      #expect(plan.status == 5)
      #expect(plan.output == "")
      #expect(plan.errors.contains("limite de temps atteinte"))
      #expect(plan.errors.contains("rien n'a été écrit"))
      #expect(after == before)
    }
  }

  @Test func `ctrl-C ends a long solve within seconds, with its best plan or with nothing`()
    async throws
  {
    let sandbox = try Sandbox()
    let made = try await sandbox.run("generate", "study", "--beneficiaries", "60", "--out", "study")
    #expect(made.status == 0)
    let before = try sandbox.listing()
    // Far more seconds than it takes here: a machine may be busy.
    let plan = try await sandbox.run(
      "plan", "study", "--out", "plan", seconds: 100, interruptedAfter: 2)
    if plan.status == 0 {
      // A machine fast enough to prove the optimum before it was interrupted.
      #expect(try summary(sandbox.text("plan/summary.json")).status == "optimal")
    } else if sandbox.exists("plan") {
      #expect(plan.status == 5)
      #expect(plan.errors == "")
      #expect(try summary(sandbox.text("plan/summary.json")).status == "feasible")
      #expect(plan.output.contains("optimum NON prouvé"))
      #expect(plan.output.contains("interrompu à votre demande, au but"))
      #expect(try sandbox.listing().allSatisfy { !$0.contains("partial") })
    } else {
      #expect(plan.status == 5)
      #expect(plan.output == "")
      #expect(plan.errors == "releve: interrompu à votre demande ; rien n'a été écrit.\n")
      #expect(try sandbox.listing() == before)
    }
  }

  @Test func `a second ctrl-C ends at once, without a plan and without anything half-written`()
    async throws
  {
    let sandbox = try Sandbox()
    let made = try await sandbox.run("generate", "study", "--beneficiaries", "60", "--out", "study")
    #expect(made.status == 0)
    let before = try sandbox.listing()
    let plan = try await Releve.run(
      ["plan", "study", "--out", "plan"], in: sandbox.folder, interruptedAfter: 1,
      isInsistent: true)
    // Between the two the work may have come to its end by itself.
    #expect([130, 5, 0].contains(plan.status))
    if plan.status == 130 {
      #expect(plan.output == "" && plan.errors == "")
      #expect(try sandbox.listing() == before)
    }
    #expect(try sandbox.listing().allSatisfy { !$0.contains("partial") })
  }

  @Test func `a limit of memory that is too low leaves nothing`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let before = try sandbox.listing()
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--memory", "1 Mo")
    #expect(plan.status == 5)
    #expect(plan.output == "")
    #expect(plan.errorLines.count == 2)
    #expect(plan.errors.contains("limite de mémoire atteinte : 1,0\u{202F}Mo permis"))
    #expect(plan.errors.contains("--memory"))
    #expect(try sandbox.listing() == before)
  }

  @Test func `any number of threads and enough memory give the same bytes`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    for (folder, jobs) in [("a", "1"), ("b", "4")] {
      let plan = try await sandbox.run(
        "plan", "study", "--out", folder, "--jobs", jobs, "--memory", "64 Go")
      #expect(plan.status == 0)
      #expect(plan.output.contains("mémoire "))
    }
    for name in ["summary.json", "allocation.csv", "deployment.csv", "prices.csv"] {
      #expect(try sandbox.bytes("a/\(name)") == sandbox.bytes("b/\(name)"), "\(name)")
    }
    #expect(try sandbox.text("a/manifest.json").contains("\"peak_memory_bytes\" : "))
    #expect(!(try sandbox.text("a/summary.json").contains("memory")))
  }
}

@Suite struct `Pipes and terminals` {
  @Test func `a reader that goes away does not matter`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await Releve.shell(
      "{ $RELEVE plan study --out plan; echo status $? >&2; } | head -1", in: sandbox.folder)
    #expect(run.errors == "status 0\n")
    #expect(run.output.hasPrefix("Relève · "))
    #expect(sandbox.exists("plan/summary.json"))
    let closed = try await Releve.shell(
      "$RELEVE show study --json >&- 2>&-; echo $?", in: sandbox.folder)
    #expect(closed.output == "0\n")
  }

  @Test func `no progress goes to what is not a terminal`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run("plan", "study", "--out", "plan")
    #expect(plan.status == 0)
    #expect(plan.errors == "")
    #expect(!plan.output.contains("\u{1B}"))
    #expect(!plan.output.contains("\r"))
  }
}
