// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report
import Testing
import Wording

@testable import Workbench

/// Tournaments, ladders, curves and ranges that can be changed, with or without putting the hashes right.
@Suite struct `Verifying a tournament, a ladder, a curve or ranges` {
  /// A folder of one of the kinds, of the tutorial's study, with its file that has euros.
  private static func made(
    _ kind: StudyManifest.Kind, of study: TutorialStudy
  ) throws -> (folder: String, table: String, column: String) {
    let folder = study.path(kind.rawValue)
    switch kind {
    case .tournament:
      var request = TournamentRequest(plan: study.request(), out: folder)
      request.only = ["flat-by-size"]
      request.within = 0.1
      _ = try Workbench().tournament(request)
      return (folder, "received.csv", "received_euros.flat-by-size")
    case .ladder:
      var request = LadderRequest(plan: study.request(), out: folder)
      request.steps = [0.5, 1]
      _ = try Workbench().ladder(request)
      return (folder, "beneficiaries.csv", "kept_received_euros")
    case .frontier:
      var request = FrontierRequest(
        plan: study.request(), goals: ["nis_shortfall", "avoided_loss"], out: folder)
      request.points = 3
      _ = try Workbench().frontier(request)
      return (folder, "frontier.csv", "public_euros")
    case .range:
      let request = RangeRequest(
        plan: study.request(), within: 0.02, subject: .vehicle, out: folder)
      _ = try Workbench().range(request)
      return (folder, "ranges.csv", "most_euros")
    case .alternatives:
      let request = AlternativesRequest(
        plan: study.request(), within: 0.05, count: 2, out: folder)
      _ = try Workbench().alternatives(request)
      return (folder, "alternatives.csv", "plan_1_euros")
    case .price:
      let request = PriceRequest(plan: study.request(), count: 2, out: folder)
      _ = try Workbench().price(request)
      return (folder, "margins.csv", "bound")
    case .importance:
      let request = ImportanceRequest(plan: study.request(), subject: .vehicle, out: folder)
      _ = try Workbench().importance(request)
      return (folder, "importance.csv", "value_without")
    case .supply:
      let request = SupplyRequest(
        plan: study.request(), years: [2029], points: 3, out: folder)
      _ = try Workbench().supply(request)
      return (folder, "supply.csv", "public_euros")
    }
  }

  private static func text(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private static func write(_ text: String, _ folder: String, _ name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  private static func manifest(_ folder: String) throws -> StudyManifest {
    try #require(WrittenFolder(path: folder).manifest(as: StudyManifest.self))
  }

  private static func write(_ manifest: StudyManifest, _ folder: String) throws {
    let sealed = try manifest.sealed { ContentHash.sha256($0) }
    try write(ReportJSON.text(of: sealed), folder, ManifestDocument.fileName)
  }

  /// Changes a file, and the manifest with it, as somebody would who means to deceive.
  private static func forge(
    _ folder: String, _ name: String, _ change: (String) throws -> String
  ) throws {
    let old = try text(folder, name)
    let new = try change(old)
    #expect(new != old, "\(name) is changed")
    try write(new, folder, name)
    var manifest = try manifest(folder)
    let position = try #require(manifest.outputs.firstIndex { $0.path == name })
    manifest.outputs[position].bytes = new.utf8.count
    manifest.outputs[position].sha256 = ContentHash.sha256(Array(new.utf8))
    try write(manifest, folder)
  }

  private static func codes(_ folder: String) throws -> [String] {
    try Workbench().verify(VerifyRequest(plan: folder)).findings.all.map(\.code.rawValue)
  }

  @Test(arguments: StudyManifest.Kind.allCases)
  func `finds every figure again`(kind: StudyManifest.Kind) throws {
    let study = try TutorialStudy()
    let folder = try Self.made(kind, of: study).folder
    let result = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(result.holds && result.findings.all.isEmpty, "\(result.findings.all)")
    #expect(result.subject.rawValue == kind.rawValue)
    // The optimum, the study and one rule; two steps; three points; one range for each vehicle; two
    // other plans; two rules; one effect for each vehicle; one curve for each class.
    let many = [StudyManifest.Kind.tournament, .frontier].contains(kind)
    #expect(result.scenarios == (many ? 3 : 2))
    #expect(result.outputs == kind.fileNames.count - 1)
    #expect(result.inputs == (try Self.manifest(folder)).inputs.count)
    for line in result.lines(in: .french) + result.lines(in: .english) {
      #expect(!line.contains("verify.") && !line.contains("{"))
    }
    let json = try result.json(in: .english)
    #expect(json.contains("\"subject\" : \"\(kind.rawValue)\""))
  }

  // One euro more for somebody, the hashes and the seal put right.
  @Test(arguments: StudyManifest.Kind.allCases)
  func `finds one euro that was moved, whatever the hashes say`(kind: StudyManifest.Kind) throws {
    let study = try TutorialStudy()
    let (folder, table, column) = try Self.made(kind, of: study)
    try Self.forge(folder, table) { text in
      var lines = text.components(separatedBy: "\n")
      let head = lines[0].components(separatedBy: ",")
      var cells = lines[1].components(separatedBy: ",")
      // Counted from the end: names of rules, in front, hold commas themselves.
      let place = try #require(head.firstIndex(of: column)) + cells.count - head.count
      cells[place] = String(try #require(Double(cells[place])) + 1)
      lines[1] = cells.joined(separator: ",")
      return lines.joined(separator: "\n")
    }
    let findings = try Workbench().verify(VerifyRequest(plan: folder)).findings.all
    #expect(findings.map(\.code.rawValue) == ["verify.lineDiffers"])
    #expect(findings.first?.position?.file.hasSuffix(table) == true)
    #expect(findings.first?.position?.line == 2)
  }

  @Test func `finds files and a manifest that were altered, that are missing or not of it`() throws
  {
    let study = try TutorialStudy()
    let folder = try Self.made(.tournament, of: study).folder
    // Another input stops the work after the hashes, so that nothing is solved for each file.
    let rule = study.path("mechanisms/flat-by-size.yaml")
    let clauses = try String(contentsOfFile: rule, encoding: .utf8)
    try (clauses + "\n").write(toFile: rule, atomically: true, encoding: .utf8)
    let altered = ["verify.inputAltered", "verify.notRecomputed"]
    #expect(try Self.codes(folder) == altered)
    for name in TournamentFolder.fileNames where name != ManifestDocument.fileName {
      let old = try Self.text(folder, name)
      try Self.write(old + " ", folder, name)
      #expect(try Self.codes(folder) == ["verify.outputAltered"] + altered, "\(name)")
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      #expect(try Self.codes(folder) == ["verify.outputMissing"] + altered, "\(name)")
      try Self.write(old, folder, name)
    }
    try Self.write("x", folder, "notes.txt")
    #expect(try Self.codes(folder) == ["verify.fileAdded"] + altered)
    try FileManager.default.removeItem(atPath: "\(folder)/notes.txt")

    let name = ManifestDocument.fileName
    let manifest = try Self.text(folder, name)
    try Self.write(manifest.replacing("\"0.1\"", with: "\"0.2\""), folder, name)
    #expect(try Self.codes(folder) == ["verify.manifestAltered"] + altered)
    try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    let missing = #expect(throws: Findings.self) { try Self.codes(folder) }
    #expect(missing?.all.map(\.code.rawValue) == ["verify.noManifest"])
  }

  // Another distance from an edge counts as near: other edges are told.
  @Test func `finds settings and figures that were changed with the seal put right`() throws {
    let study = try TutorialStudy()
    let folder = try Self.made(.tournament, of: study).folder
    let seal = try Self.manifest(folder)
    var manifest = seal
    let place = try #require(manifest.run.settings.firstIndex { $0.name == "within" })
    manifest.run.settings[place].value = "0.9"
    try Self.write(manifest, folder)
    #expect(try Self.codes(folder).contains("verify.figureDiffers"))
    manifest.run.settings[place].value = "near"
    try Self.write(manifest, folder)
    #expect(try Self.codes(folder) == ["verify.noSettings"])
    try Self.write(seal, folder)

    try Self.forge(folder, TournamentFolder.summaryName) {
      $0.replacing("\"title\" : \"Forfait", with: "\"title\" : \"Un forfait")
    }
    let findings = try Workbench().verify(VerifyRequest(plan: folder)).findings.all
    #expect(findings.map(\.code.rawValue) == ["verify.figureDiffers"])
    #expect(findings.first?.arguments["name"]?.hasSuffix(".title") == true)
  }

  @Test func `makes nothing again of a tournament with a solve that was cut short`() throws {
    let study = try TutorialStudy()
    let folder = try Self.made(.tournament, of: study).folder
    try Self.forge(folder, TournamentFolder.summaryName) {
      $0.replacing("\"status\" : \"optimal\"", with: "\"status\" : \"feasible\"")
    }
    let result = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(result.findings.all.map(\.code.rawValue) == ["verify.unproven"])
    #expect(result.scenarios == nil)
  }
}
