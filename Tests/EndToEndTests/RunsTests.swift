// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RunStore
import Testing

@Suite struct `Runs that are remembered` {
  private static let store = "study/.releve/runs.sqlite"

  private struct Listing: Decodable {
    struct Run: Decodable {
      let number: Int
      let command: String
      let status: String
      let comment: String?
      let output: String
    }

    let runs: [Run]
  }

  private func listed(_ sandbox: Sandbox) async throws -> [Listing.Run] {
    let run = try await sandbox.run("runs", "list", "--study", "study", "--json")
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Listing.self, from: Data(run.output.utf8)).runs
  }

  @Test func `plans and sweeps, with what was said of them`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run(
      "plan", "study", "--out", "plan", "--comment", "avant la réunion")
    #expect(plan.status == 0 && plan.errors == "")
    let sweep = try await sandbox.run(
      "sweep", "study", "--vary", "vehicles.call.rate=60 %;80 %", "--out", "r.csv")
    #expect(sweep.status == 0 && sweep.errors == "")
    let runs = try await listed(sandbox)
    #expect(runs.map(\.number) == [1, 2])
    #expect(runs.map(\.command) == ["plan", "sweep"])
    #expect(runs.map(\.status) == ["optimal", "complete"])
    #expect(runs.map(\.comment) == ["avant la réunion", nil])
    #expect(runs[0].output.hasSuffix("/plan"))

    let kept = try Runs(sandbox.url(Self.store).path, makes: false)
    let record = try #require(try kept.run(1)?.record)
    kept.close()
    #expect(record.result == (try sandbox.text("plan/summary.json")))
    #expect(record.parameters.contains { $0.path == "vehicles.call.rate" })
    #expect(record.inputs.first { $0.role == "study" }?.sha256.count == 64)
    #expect(record.arguments.dropFirst().first == "plan")
    #expect(!record.user.isEmpty && !record.host.isEmpty && record.outputHash.count == 64)

    let list = try await sandbox.run("runs", "list", "--study", "study")
    #expect(list.output.contains("plan   optimal"))
    #expect(list.output.contains("avant la réunion"))
    let show = try await sandbox.run("runs", "show", "1", "--study", "study", "--lang", "en")
    #expect(show.output.contains("comment") && show.output.contains("study/study.yaml"))
    #expect(rawKeys(in: list.output + show.output) == [])
    let unknown = try await sandbox.run("runs", "rm", "1", "9", "--study", "study")
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("numéro 9"))
    #expect(try await listed(sandbox).count == 2)
    #expect(try await sandbox.run("runs", "rm", "1", "--store", Self.store).status == 0)
    #expect(try await listed(sandbox).map(\.number) == [2])
    #expect(sandbox.exists("plan/manifest.json"))
  }

  @Test func `comparisons and tournaments too`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let compare = try await sandbox.run(
      "compare", "study", "study/study.yaml+more-money", "--out", "vs", "--comment", "pour jeudi")
    #expect(compare.status == 0 && compare.errors == "")
    let tournament = try await sandbox.run(
      "tournament", "study", "--only", "flat-by-size", "--out", "tournoi")
    #expect(tournament.status == 0 && tournament.errors == "")
    let runs = try await listed(sandbox)
    #expect(runs.map(\.command) == ["compare", "tournament"])
    #expect(runs.map(\.status) == ["optimal", "complete"])
    #expect(runs.map(\.comment) == ["pour jeudi", nil])

    let kept = try Runs(sandbox.url(Self.store).path, makes: false)
    let records = try [1, 2].map { try #require(try kept.run($0)?.record) }
    kept.close()
    #expect(records[0].result == (try sandbox.text("vs/comparison.json")))
    #expect(records[1].result == (try sandbox.text("tournoi/tournament.json")))
    #expect(records[0].inputs.contains { $0.path.hasSuffix("layers/more-money.yaml") })
    #expect(records[1].inputs.contains { $0.role == "mechanism" })
    for record in records {
      #expect(record.outputHash.count == 64 && !record.parameters.isEmpty)
      #expect(Set(record.inputs.map(\.path)).count == record.inputs.count)
    }
    let show = try await sandbox.run("runs", "show", "1", "--study", "study")
    #expect(show.status == 0 && show.output.contains("compare") && rawKeys(in: show.output) == [])

    let verify = try await sandbox.run("verify", "vs")
    #expect(verify.status == 0 && verify.output.contains("tout tient"))
    try sandbox.replace("1", with: "2", in: "vs/money.csv")
    let altered = try await sandbox.run("verify", "vs", "--lang", "en")
    #expect(altered.status == 3 && altered.output.contains("money.csv"))
    let again = try await sandbox.run("verify", "tournoi")
    #expect(again.status == 0 && again.output.contains("3 concurrents résolus à neuf"))
  }

  @Test func `do not change what a plan writes`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    for name in ["a", "b"] {
      let plan = try await sandbox.run(
        "plan", "study", "--out", name, "--comment", name, "--store", "\(name).sqlite")
      #expect(plan.status == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.url("a").path).sorted()
    #expect(names.count > 8)
    for name in names where name != "manifest.json" {
      #expect(try sandbox.bytes("a/\(name)") == sandbox.bytes("b/\(name)"), "\(name)")
    }
    #expect(!sandbox.exists("study/.releve"))
  }

  @Test func `of several processes at once are all there, while another reads`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await Releve.shell(
      """
      for writer in 1 2 3 4; do
        { for plan in 1 2 3 4 5; do
            $RELEVE plan study --out p-$writer-$plan --quiet >/dev/null || echo failed; done; } &
      done
      for turn in 1 2 3 4 5 6 7 8; do $RELEVE runs list --study study >/dev/null; done 2>/dev/null
      wait
      """, in: sandbox.folder)
    #expect(run.output == "" && run.errors == "", "\(run.output) \(run.errors)")
    let runs = try await listed(sandbox)
    #expect(runs.map(\.number) == Array(1...20))
    let places = Set(runs.map { URL(filePath: $0.output).lastPathComponent })
    let wanted = (1...4).flatMap { writer in (1...5).map { "p-\(writer)-\($0)" } }
    #expect(places == Set(wanted))
  }

  @Test func `that cannot be recorded are said to be, and their results stand`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try FileManager.default.createDirectory(
      at: sandbox.url("study/.releve"), withIntermediateDirectories: true)
    try sandbox.write("mine", as: Self.store)
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--quiet")
    #expect(plan.status == 0)
    #expect(sandbox.exists("plan/manifest.json"))
    #expect(plan.errors.contains("attention : Ce fichier n'est pas de releve"))
    #expect(plan.errors.contains("ce calcul n'est pas enregistré"))
    #expect(try sandbox.text(Self.store) == "mine")
    // A store that was asked for by name is another matter: nothing is solved then.
    let asked = try await sandbox.run("plan", "study", "--out", "p", "--store", Self.store)
    #expect(asked.status == 3)
    #expect(!sandbox.exists("p"))
    #expect(rawKeys(in: plan.errors + asked.errors) == [])
    // A plan that cannot be leaves no store behind, where one was asked for.
    let faulty = try await sandbox.run(
      "plan", "study", "--set", "vehicles.call.rate=150 %", "--out", "p", "--store", "new.sqlite")
    #expect(faulty.status == 3)
    #expect(!sandbox.exists("new.sqlite"))
    let nowhere = try await sandbox.run(
      "plan", "study", "--out", "p", "--store", "no/where.sqlite")
    #expect(nowhere.status == 3)
    #expect(nowhere.errors.contains("no/where.sqlite : erreur : Le dossier où écrire"))
    #expect(!sandbox.exists("p"))
    let none = try await sandbox.run("runs", "list")
    #expect(none.status == 3)
    #expect(none.errors.contains(".releve/runs.sqlite : erreur : Ce fichier n'existe pas."))
  }

  @Test func `beside a study that may only be read are told of`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    // A file in the place of the folder stops root, too.
    try sandbox.write("", as: "study/.releve")
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--lang", "en")
    #expect(plan.status == 0)
    #expect(plan.errors.contains("this run is not recorded"))
    #expect(try sandbox.bytes("study/.releve").isEmpty)
  }
}
