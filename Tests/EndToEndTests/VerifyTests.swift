// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `A plan that is verified` {
  /// A planned tutorial in `plan/`.
  private static func planned(_ options: String...) async throws -> Sandbox {
    let sandbox = try await Sandbox.withTutorial()
    let plan = try await Releve.run(
      ["plan", "study\(options.first ?? "")", "--out", "plan", "--quiet"] + options.dropFirst(),
      in: sandbox.folder)
    #expect(plan.status == 0)
    return sandbox
  }

  private struct Told: Decodable {
    struct Finding: Decodable {
      let code: String
      let severity: String
      let file: String?
    }
    struct Goal: Decodable {
      let level: String
      let value: Double
      let bound: Double?
    }

    let holds: Bool
    let errors: Int
    let goals: [Goal]
    let findings: [Finding]
  }

  private func told(_ run: Finished) throws -> Told {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Told.self, from: Data(run.output.utf8))
  }

  @Test func `holds, in French, in English and as json`() async throws {
    let sandbox = try await Self.planned()
    let french = try await sandbox.run("verify", "plan")
    #expect(french.status == 0)
    #expect(french.errors == "")
    for words in ["10 entrées", "Règles", "toutes respectées", "tout tient", "est prouvé"] {
      #expect(french.output.contains(words), "\(words)")
    }
    #expect(rawKeys(in: french.output) == [])
    let english = try await sandbox.run("verify", "plan", "--lang", "en")
    #expect(english.status == 0)
    #expect(english.output.contains("the optimum is proven"))
    #expect(!english.output.contains("tient"))
    let json = try told(await sandbox.run("verify", "plan", "--json"))
    #expect(json.holds)
    #expect(json.errors == 0)
    #expect(json.goals.count == 4)
    #expect(json.goals.allSatisfy { $0.bound != nil })
  }

  @Test(arguments: ["--region=53", "--set=vehicles.grant.rate=70 %"])
  func `holds with layers, a region, a parameter set last`(option: String) async throws {
    let sandbox = try await Self.planned("+more-money", option)
    let verify = try await sandbox.run("verify", "plan")
    #expect(verify.status == 0, "\(verify.output)")
    // Without what the command said besides the study, another program would be built.
    let manifest = try sandbox.text("plan/manifest.json")
    #expect(manifest.contains(option.hasPrefix("--region") ? "\"region\" : \"53\"" : "=70 %"))
  }

  @Test func `is found from other folders`() async throws {
    let sandbox = try await Self.planned()
    let elsewhere = try Sandbox()
    let path = sandbox.url("plan").path
    let beside = try await elsewhere.run("verify", path)
    #expect(beside.status == 0, "\(beside.output)")
    try FileManager.default.moveItem(at: sandbox.url("plan"), to: elsewhere.url("moved"))
    let alone = try await elsewhere.run("verify", "moved")
    #expect(alone.status == 3)
    #expect(alone.output.contains("--from"))
    let from = try await elsewhere.run("verify", "moved", "--from", sandbox.folder.path)
    #expect(from.status == 0, "\(from.output)")
  }

  @Test(arguments: [
    "summary.json", "allocation.csv", "deployment.csv", "coverage.csv", "risk.csv", "prices.csv",
    "own.csv", "services.csv", "service_payments.csv", "vehicles.csv", "proof.json",
    "manifest.json",
  ])
  func `does not hold once a file is altered, and the file is named`(file: String) async throws {
    let sandbox = try await Self.planned()
    // A digit becomes another one: what a slip in a spreadsheet does.
    var bytes = [UInt8](try sandbox.bytes("plan/\(file)"))
    let digits = UInt8(ascii: "0")...UInt8(ascii: "8")
    let last = try #require(bytes.lastIndex { digits.contains($0) })
    bytes[last] += 1
    try Data(bytes).write(to: sandbox.url("plan/\(file)"))
    let verify = try await sandbox.run("verify", "plan")
    #expect(verify.status == 3)
    #expect(verify.output.contains("plan/\(file)"))
    #expect(verify.output.hasSuffix("plan : ce plan ne tient pas.\n"))
    #expect(rawKeys(in: verify.output) == [])
    try FileManager.default.removeItem(at: sandbox.url("plan/\(file)"))
    let missing = try await sandbox.run("verify", "plan", "--json")
    #expect(missing.status == 3)
    #expect(missing.output.contains(file == "manifest.json" ? "notAPlan" : "outputMissing"))
  }

  @Test func `all of it is told at once: an input moved, one altered, an output gone`() async throws
  {
    let sandbox = try await Self.planned()
    try sandbox.append("# \n", to: "study/study.yaml")
    try FileManager.default.moveItem(
      at: sandbox.url("study/tables/threats.csv"), to: sandbox.url("threats.csv"))
    try FileManager.default.removeItem(at: sandbox.url("plan/risk.csv"))
    try sandbox.write("mine", as: "plan/note.txt")
    let before = try sandbox.listing()
    let run = try await sandbox.run("verify", "plan", "--json")
    #expect(run.status == 3)
    let found = try told(run)
    #expect(!found.holds)
    let places = Dictionary(
      found.findings.map { ($0.code, $0.file ?? "") }, uniquingKeysWith: { first, _ in first })
    #expect(places["verify.inputAltered"] == "study/study.yaml")
    #expect(places["verify.inputMissing"] == "study/tables/threats.csv")
    #expect(places["verify.outputMissing"] == "plan/risk.csv")
    #expect(places["verify.fileAdded"] == "plan/note.txt")
    #expect(places["verify.notRecomputed"] != nil)
    #expect(found.errors == 3)
    #expect(try sandbox.listing() == before)
  }

  @Test func `what is no plan is said to be none`() async throws {
    let sandbox = try await Sandbox.withTutorial()
    for name in ["study", "nowhere"] {
      let run = try await sandbox.run("verify", name)
      #expect(run.status == 3)
      #expect(run.output == "")
      #expect(run.errors.contains("manifest.json"))
    }
    try sandbox.write("{}", as: "study/manifest.json")
    let run = try await sandbox.run("verify", "study")
    #expect(run.status == 3)
    #expect(run.errors.contains("study/manifest.json"))
  }
}
