// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report
import Testing
import Wording

@testable import Workbench

/// Comparisons that can be changed, with or without putting the hashes right.
@Suite struct `Verifying a comparison` {
  private static func text(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private static func write(_ text: String, _ folder: String, _ name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  private static func manifest(_ folder: String) throws -> ComparisonManifest {
    let name = ManifestDocument.fileName
    return try ReportJSON.document(
      ComparisonManifest.self, from: Array(text(folder, name).utf8), path: name)
  }

  private static func write(_ manifest: ComparisonManifest, _ folder: String) throws {
    let sealed = try manifest.sealed { ContentHash.sha256($0) }
    try write(
      String(decoding: ReportJSON.bytes(of: sealed), as: UTF8.self), folder,
      ManifestDocument.fileName)
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

  /// A comparison of two studies, or of two plan folders.
  private static func compared(
    _ study: TutorialStudy, fromFolders: Bool
  ) throws -> (folder: String, plans: [String]) {
    let layer = try study.layer("less", "vehicles: { call: { rate: 60 % } }")
    guard fromFolders else {
      return (try study.compare(study.path("study.yaml"), layer, into: "comparison"), [])
    }
    let plans = [
      try study.plan(study.path("study.yaml"), into: "before"),
      try study.plan(layer, into: "after"),
    ]
    return (try study.compare(plans[0], plans[1], into: "comparison"), plans)
  }

  @Test(arguments: [false, true])
  func `finds every figure again`(fromFolders: Bool) throws {
    let study = try TutorialStudy()
    let (folder, _) = try Self.compared(study, fromFolders: fromFolders)
    let result = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(result.holds, "\(result.findings.all)")
    #expect(result.findings.all.isEmpty)
    #expect(result.subject == .comparison && result.scenarios == 2)
    #expect(result.outputs == ComparisonFolder.fileNames.count - 1)
    #expect(
      result.inputs
        == (fromFolders ? 2 : Set(try Self.manifest(folder).scenarios.flatMap(\.inputs)).count))
    for line in result.lines(in: .french) + result.lines(in: .english) {
      #expect(!line.contains("verify.") && !line.contains("{"))
    }
  }

  @Test func `finds a file that was altered, that is missing and that is not of it`() throws {
    let study = try TutorialStudy()
    let (folder, _) = try Self.compared(study, fromFolders: true)
    for name in ComparisonFolder.fileNames where name != ManifestDocument.fileName {
      let old = try Self.text(folder, name)
      try Self.write(old + " ", folder, name)
      #expect(try Self.codes(folder).contains("verify.outputAltered"), "\(name)")
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      #expect(try Self.codes(folder).contains("verify.outputMissing"), "\(name)")
      try Self.write(old, folder, name)
    }
    #expect(try Self.codes(folder) == [])
    try Self.write("x", folder, "notes.txt")
    #expect(try Self.codes(folder) == ["verify.fileAdded"])
  }

  @Test func `finds a manifest that was altered`() throws {
    let study = try TutorialStudy()
    let (folder, _) = try Self.compared(study, fromFolders: true)
    let old = try Self.text(folder, ManifestDocument.fileName)
    try Self.write(
      old.replacing("\"before\"", with: "\"prior\""), folder, ManifestDocument.fileName)
    #expect(try Self.codes(folder).contains("verify.manifestAltered"))
    try Self.write(old, folder, ManifestDocument.fileName)
    #expect(try Self.codes(folder) == [])
  }

  // One euro more for somebody, the hashes and the seal put right.
  @Test(arguments: [false, true])
  func `finds one euro that was moved, whatever the hashes say`(fromFolders: Bool) throws {
    let study = try TutorialStudy()
    let (folder, _) = try Self.compared(study, fromFolders: fromFolders)
    let table = ComparisonTable.beneficiaries.fileName
    try Self.forge(folder, table) { text in
      var lines = text.components(separatedBy: "\n")
      let place = try #require(lines[0].components(separatedBy: ",").firstIndex(of: "other_euros"))
      var cells = lines[1].components(separatedBy: ",")
      cells[place] = String(try #require(Int(cells[place])) + 1)
      lines[1] = cells.joined(separator: ",")
      return lines.joined(separator: "\n")
    }
    let result = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(result.findings.all.map(\.code.rawValue) == ["verify.lineDiffers"])
    #expect(result.findings.all.first?.position?.file.hasSuffix(table) == true)
    #expect(result.findings.all.first?.position?.line == 2)
  }

  @Test func `finds a figure of the document that was changed`() throws {
    let study = try TutorialStudy()
    let (folder, _) = try Self.compared(study, fromFolders: true)
    try Self.forge(folder, ComparisonFolder.documentName) {
      $0.replacing("\"gap\"", with: "\"gap2\"")
    }
    let codes = try Self.codes(folder)
    #expect(!codes.isEmpty && codes.allSatisfy { $0 == "verify.figureDiffers" })
  }

  @Test func `names an input that moved, and makes nothing of others`() throws {
    let study = try TutorialStudy()
    let (folder, _) = try Self.compared(study, fromFolders: false)
    let file = study.path("layers/less.yaml")
    let old = try String(contentsOfFile: file, encoding: .utf8)
    try (old + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let result = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(
      result.findings.all.map(\.code.rawValue) == ["verify.inputAltered", "verify.notRecomputed"])
    #expect(result.findings.all.first?.position?.file.hasSuffix("layers/less.yaml") == true)
    #expect(result.scenarios == nil && !result.holds)
  }

  @Test func `finds a plan folder that was altered after it was compared`() throws {
    let study = try TutorialStudy()
    let (folder, plans) = try Self.compared(study, fromFolders: true)
    let name = "allocation.csv"
    try Self.write(try Self.text(plans[1], name) + "x", plans[1], name)
    let result = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(!result.holds && result.scenarios == nil)
    #expect(result.findings.all.contains { $0.position?.file.hasSuffix("after/\(name)") == true })
  }
}
