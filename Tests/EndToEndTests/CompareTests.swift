// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct `Comparing the tutorial's scenarios` {
  private static let files = [
    "after_horizon.csv", "bands.csv", "beneficiaries.csv", "comparison.json", "coverage.csv",
    "goals.csv", "increments.csv", "inputs.csv", "manifest.json", "money.csv", "movers.csv",
    "pinned.csv", "risk.csv",
  ]

  private func layer(_ name: String, _ content: String, in sandbox: Sandbox) throws {
    try sandbox.write("layer: 1\ntitle: \(name)\n\(content)\n", as: "study/layers/\(name).yaml")
  }

  @Test(arguments: ["fr", "en"])
  func `is one readable page in both languages, and a folder`(language: String) async throws {
    let sandbox = try await Sandbox.withTutorial()
    try layer("no-floor", "rules: { territory: { island-floor: ~ } }", in: sandbox)
    let run = try await sandbox.run(
      "compare", "study", "study+more-money", "study+no-floor", "--out", "c", "--lang", language)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let listing = try FileManager.default.contentsOfDirectory(atPath: sandbox.url("c").path)
    #expect(listing.sorted() == Self.files)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 110 })
    #expect(rawKeys(in: run.output) == [])
    try expectGolden(run.output, "compare.\(language).txt")
  }

  @Test func `is a page to hand on, too, where that is asked for`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    let run = try await sandbox.run(
      "compare", "study", "study+more-money", "--out", "c", "--html", "c.html", "--charts",
      "nowhere")
    #expect(run.status == 0 && run.output.contains("Page écrite, sans graphiques : c.html"))
    #expect(run.errors.contains("libjs-vega"))
    let page = try sandbox.text("c.html")
    #expect(page.contains("<html lang=\"fr\">") && page.contains("« study+more-money »"))
    // Everything is refused before the first solve, and nothing is left behind.
    let before = try sandbox.listing()
    let again = try await sandbox.run(
      "compare", "study", "study+more-money", "--out", "d", "--html", "c.html")
    #expect(again.status == 3 && again.output == "")
    let nowhere = try await sandbox.run(
      "compare", "study", "study+more-money", "--out", "d", "--html", "no/such/c.html")
    #expect(nowhere.status == 3)
    let alone = try await sandbox.run("compare", "study", "study+more-money", "--charts", "x")
    #expect(alone.status == 2)
    #expect(try sandbox.listing() == before)
    guard Chromium.isInstalled else { return }
    let seen = try await Chromium.open(
      "c.html", in: sandbox,
      script: """
        var search = document.getElementById("who-search");
        search.value = "pont-bleu";
        search.dispatchEvent(new Event("input"));
        report(document.getElementById("who-count").textContent);
        """)
    #expect(seen.console == [] && seen.reported == ["Bénéficiaires affichés : 1 sur 12"])
  }

  @Test func `an empty layer changes nothing, and the page says so`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    try layer("empty", "", in: sandbox)
    let run = try await sandbox.run("compare", "study", "study+empty", "--out", "c")
    #expect(run.status == 0)
    let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Ce qui change rien : les entrées sont les mêmes"))
    #expect(words.contains("personne ne reçoit plus ni moins"))
    let differences = run.output.split(separator: "\n").filter { $0.contains("B − A") }
    #expect(!differences.isEmpty)
    for line in differences {
      #expect(!line.split(separator: "A").last!.contains { $0 == "+" || $0 == "−" }, "\(line)")
      #expect(!line.contains { $0.isNumber && $0 != "0" }, "\(line)")
    }
  }

  @Test func `json is the document of the folder, for plans read from theirs`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    #expect(try await sandbox.run("plan", "study", "--out", "base").status == 0)
    #expect(try await sandbox.run("plan", "study+more-money", "--out", "more").status == 0)
    let run = try await sandbox.run(
      "compare", "base", "more", "--baseline", "more", "--pin", "INV-02", "--sizes", "500",
      "--out", "c", "--json", "--csv", "fr")
    #expect(run.status == 0)
    #expect(try sandbox.text("c/comparison.json") == run.output.trimmingSuffix("\n"))
    struct Document: Decodable {
      struct Scenario: Decodable {
        let name: String
        let source: String
      }
      struct Entry: Decodable {
        struct Mover: Decodable {
          let beneficiary: String
          let differenceEuros: Int
        }
        struct Money: Decodable {
          let means: String
          let losers: Int
          let tookDespiteMore: Bool
        }
        let scenario: Scenario
        let pinned: [Mover]
        let moreMoney: Money
      }
      let baseline: Scenario
      let pinnedRule: String
      let scenarios: [Entry]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let document = try decoder.decode(Document.self, from: Data(run.output.utf8))
    #expect(document.baseline.name == "more" && document.baseline.source == "folder")
    #expect(document.scenarios.map(\.scenario.name) == ["base"])
    #expect(document.pinnedRule == "asked_for")
    #expect(document.scenarios[0].pinned.map(\.beneficiary) == ["INV-02"])
    #expect(document.scenarios[0].moreMoney.means == "less")
    #expect(!document.scenarios[0].moreMoney.tookDespiteMore)
    #expect(try sandbox.text("c/beneficiaries.csv").contains(";0-499;"))
  }

  @Test func `an earlier comparison gives way only when asked, another folder never`() async throws
  {
    let sandbox = try await Sandbox.withTutorial()
    #expect(try await sandbox.run("plan", "study", "--out", "base").status == 0)
    #expect(try await sandbox.run("compare", "base", "base", "--out", "c").status == 0)
    let refused = try await sandbox.run("compare", "base", "base", "--out", "c")
    #expect(refused.status == 3 && refused.errors.contains("--replace"))
    #expect(
      try await sandbox.run("compare", "base", "base", "--out", "c", "--replace").status == 0)
    let other = try await sandbox.run("compare", "base", "base", "--out", "base", "--replace")
    #expect(other.status == 3)
    #expect(sandbox.exists("base/summary.json"))
  }
}

@Suite struct `Comparisons that cannot be` {
  struct Fault: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let faults = [
    Fault(
      arguments: ["study", "study+brittany"], status: 3,
      words: ["« study+brittany » n’a pas les mêmes bénéficiaires", "INV-09", "--region"]),
    Fault(
      arguments: ["study", "study+mor-money", "studdy"], status: 3,
      words: ["more-money", "studdy"]),
    Fault(arguments: ["study", "study+more-money", "--pin", "INV-1"], status: 3, words: ["INV-1"]),
    Fault(
      arguments: ["study", "study+more-money", "--baseline", "more"], status: 3,
      words: ["« more »", "study+more-money"]),
    Fault(
      arguments: ["study", "base", "--set", "vehicles.call.rate=60 %"], status: 3,
      words: ["base", "--set"]),
    Fault(
      arguments: ["study", "study+impossible"], status: 4,
      words: ["Dans le scénario « study+impossible »", "aucun plan"]),
  ]

  @Test(arguments: faults)
  func `each says why and leaves nothing`(fault: Fault) async throws {
    let sandbox = try await Sandbox.withTutorial()
    try sandbox.write(
      "layer: 1\npopulation: { regions: [ \"53\" ] }\n", as: "study/layers/brittany.yaml")
    try sandbox.write(
      "layer: 1\ntargets: { EE: { all: { 2027: 99 %, hard: true } } }\n",
      as: "study/layers/impossible.yaml")
    #expect(try await sandbox.run("plan", "study", "--out", "base").status == 0)
    let before = try sandbox.listing()
    let run = try await Releve.run(
      ["compare", "--out", "c"] + fault.arguments, in: sandbox.folder)
    #expect(run.status == fault.status, "\(run.errors)")
    #expect(run.output == "")
    for word in fault.words { #expect(run.errors.contains(word), "\(run.errors)") }
    #expect(rawKeys(in: run.errors) == [])
    #expect(try sandbox.listing() == before)
  }

  @Test func `a plan that was altered is refused`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    #expect(try await sandbox.run("plan", "study", "--out", "base").status == 0)
    try sandbox.append("\n", to: "base/allocation.csv")
    let run = try await sandbox.run("compare", "study", "base", "--out", "c")
    #expect(run.status == 3)
    #expect(run.errors.contains("base/allocation.csv"))
    #expect(!sandbox.exists("c"))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ end: String) -> String {
    hasSuffix(end + end) ? String(dropLast(end.count)) : self
  }
}
