// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct `The annex of a planned tutorial` {
  /// A planned tutorial in `plan/`.
  static func planned() async throws -> Sandbox {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await sandbox.run("plan", "study", "--out", "plan", "--quiet")
    #expect(plan.status == 0)
    return sandbox
  }

  @Test func `has the euros of allocation.csv and a checksum that holds`() async throws {
    let sandbox = try await Self.planned()
    let run = try await sandbox.run("report", "plan", "--annex", "--out", "annexe")
    #expect(run.status == 0)
    #expect(run.errors.contains("numéro FINESS") && run.errors.contains("INV-"))
    #expect(rawKeys(in: run.output) == [])
    let lines = try WrittenTable(sandbox.url("annexe/annex.csv").path)
    let allocation = try WrittenTable(sandbox.url("plan/allocation.csv").path)
    let wanted = allocation.sums(of: "euros", by: "beneficiary", "payment_year", "vehicle")
      .filter { $0.value != 0 }
    #expect(!wanted.isEmpty)
    #expect(lines.sums(of: "Montant (€)", by: "FINESS", "Année", "Vecteur") == wanted)
    let check = try await Releve.shell(
      "cd annexe && sha256sum -c canonical.csv.sha256", in: sandbox.folder)
    #expect(check.status == 0)
    let hash = try sandbox.text("annexe/canonical.csv.sha256").prefix(64)
    #expect(run.output.contains(hash) && hash.count == 64)
    #expect(try sandbox.text("annexe/annex.json").contains("\"checksum\" : \"\(hash)\""))
  }

  @Test func `says the same as JSON, and in English`() async throws {
    let sandbox = try await Self.planned()
    let run = try await sandbox.run(
      "report", "plan", "--annex", "--out", "annex", "--csv", "fr", "--lang", "en", "--json")
    #expect(run.status == 0)
    let document = try sandbox.text("annex/annex.json")
    #expect(run.output.contains(document) && document.contains("checksum"))
    let table = try sandbox.text("annex/annex.csv")
    #expect(table.hasPrefix("\u{FEFF}FINESS;Name;Year;Vehicle;Amount (€)\r\n"))
    #expect(run.errors.contains("FINESS number"))
  }

  @Test func `a plan or a study that changed, and a place that is taken, are refused`()
    async throws
  {
    let sandbox = try await Self.planned()
    let taken = try await sandbox.run("report", "plan", "--annex", "--out", "study")
    #expect(taken.status == 3 && taken.output == "")
    let none = try await sandbox.run("report", "study", "--annex", "--out", "x")
    #expect(none.status == 3 && none.errors.contains("n’est pas le dossier d’un plan"))
    let text = try sandbox.text("plan/manifest.json")
    try sandbox.write(
      text.replacingOccurrences(of: "\"tool\"", with: "\"tool\" "), as: "plan/manifest.json")
    let sealed = try await sandbox.run("report", "plan", "--annex", "--out", "x")
    #expect(sealed.status == 3 && sealed.errors.contains("manifest.json"))
    try sandbox.write(text, as: "plan/manifest.json")
    try sandbox.append("\n", to: "study/tables/measures.csv")
    let study = try await sandbox.run("report", "plan", "--annex", "--out", "x")
    #expect(study.status == 3 && study.errors.contains("measures.csv"))
    let other = try await Self.planned()
    try other.append("x", to: "plan/allocation.csv")
    let before = try other.listing()
    let altered = try await other.run("report", "plan", "--annex", "--out", "x")
    #expect(altered.status == 3 && altered.errors.contains("allocation.csv"))
    #expect(try other.listing() == before)
    #expect(!sandbox.exists("x"))
  }
}
