// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let package = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

private let shared = package.appending(path: "../shared/data").standardizedFileURL

private let hasSAE = FileManager.default.fileExists(
  atPath: shared.appending(path: "sae-2023/ID_2023r.csv").path)

@Suite struct `Real registers` {
  @Test(.enabled(if: hasSAE, "the folder ../shared/data is absent"))
  func `the SAE is imported, and Corsica planned on it`() async throws {
    let sandbox = try Sandbox()
    let names = [
      "sae-2023/ID_2023r.csv", "sae-2023/SYGEN_2023r.csv", "sae-2022/ID_2022r.csv",
      "sae-2022/SYGEN_2022r.csv",
    ]
    let files = names.map { shared.appending(path: $0).path }
    let imported = try await Releve.run(
      ["import", "sae"] + files + ["--out", "population"], in: sandbox.folder)
    #expect(imported.status == 0)
    #expect(imported.output.contains("2\u{202F}176 bénéficiaires, 1\u{202F}339\u{202F}060 agents"))
    #expect(rawKeys(in: imported.output) == [])
    let log = try sandbox.text("population/import-log.csv")
    #expect(log.contains("agents_one_year_back"))

    try sandbox.write(Self.layer, as: "sae.yaml")
    let study = package.appending(path: "models/after-care.yaml").path + "+sae.yaml"
    let check = try await sandbox.run("check", study, "--region", "94")
    #expect(check.status == 0, "\(check.output)")
    let plan = try await sandbox.run(
      "plan", study, "--region", "94", "--out", "plan", seconds: 300)
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.contains("Corse seulement : 27 bénéficiaires sur 2\u{202F}176"))
    #expect(plan.output.contains("optimal, prouvé"))
    let allocation = try sandbox.text("plan/allocation.csv")
    #expect(allocation.contains("CH ND LA MISERICORDE"))
    #expect(allocation.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("2") })
  }

  /// The population of the SAE in place of the made-up one; sizes that it does not give are
  /// imputed, and flagged as such.
  private static let layer = """
    layer: 1
    title: Population de la SAE
    tables:
      beneficiaries: population/beneficiaries.csv
      deployment: ~
    imputation:
      workstations: { agents: 0,75, fixed: 2 }
      beds: { agents: 0,14 }
      sites: { fixed: 1 }
      activity: { beds: 40 }
    """
}
