// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import Testing

@testable import Workbench

/// A planned tutorial whose files can be changed, with or without putting the hashes right.
private final class PlannedTutorial {
  let folder = FileManager.default.temporaryDirectory.appending(path: "releve-\(UUID().uuidString)")

  init(engine: any Engine = WholeSolve(GLPKSolver()), layer: String = "") throws {
    _ = try Workbench().writeTutorial(into: folder.path)
    let study = folder.appending(path: "study.yaml").path + layer
    let bench = Workbench(engine: engine)
    var result = try bench.plan(PlanRequest(study: StudyRequest(study)))
    _ = try bench.write(&result, to: plan)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var plan: String { folder.appending(path: "plan").path }

  private func url(_ name: String) -> URL { URL(filePath: "\(plan)/\(name)") }

  func text(_ name: String) throws -> String { try String(contentsOf: url(name), encoding: .utf8) }

  func write(_ text: String, as name: String) throws {
    try text.write(to: url(name), atomically: true, encoding: .utf8)
  }

  func document<Document: Decodable>(_ name: String, _ type: Document.Type) throws -> Document {
    try ReportJSON.document(type, from: Array(Data(contentsOf: url(name))), path: name)
  }

  /// Changes a file, and the manifest with it, as somebody would who means to deceive.
  func forge(_ name: String, _ change: (String) throws -> String) throws {
    let old = try text(name)
    let new = try change(old)
    #expect(new != old, "\(name) is changed")
    try write(new, as: name)
    var manifest = try document(ManifestDocument.fileName, ManifestDocument.self)
    let position = try #require(manifest.outputs.firstIndex { $0.path == name })
    manifest.outputs[position].bytes = new.utf8.count
    manifest.outputs[position].sha256 = ContentHash.sha256(Array(new.utf8))
    try write(manifest)
  }

  func write(_ manifest: ManifestDocument) throws {
    let sealed = try manifest.sealed { ContentHash.sha256($0) }
    try write(
      String(decoding: ReportJSON.bytes(of: sealed), as: UTF8.self), as: ManifestDocument.fileName)
  }

  func verify() throws -> Verification { try Workbench().verify(VerifyRequest(plan: plan)) }

  /// Codes of the errors found.
  func errors() throws -> Set<String> {
    Set(try verify().findings.all.filter { $0.severity == .error }.map(\.code.rawValue))
  }
}

/// Calls the last level unproven, as a limit of time does.
private struct CutShort: Engine {
  let identity = "cut short"

  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    var outcome = try WholeSolve(GLPKSolver()).optimise(
      program, inOrder: levels, options: options, onLevel: onLevel)
    outcome.levels[outcome.levels.count - 1].termination = .timeLimit
    outcome.last.termination = .timeLimit
    outcome.isComplete = false
    return outcome
  }
}

@Suite struct `Verifying a plan` {
  @Test(arguments: ["", "+more-money"])
  func `finds that all of it holds, with every bound`(layer: String) throws {
    let tutorial = try PlannedTutorial(layer: layer)
    let result = try tutorial.verify()
    #expect(result.findings.all == [])
    #expect(result.holds)
    #expect(result.status == .optimal)
    #expect(result.outputs == PlanFolder.fileNames.count - 1)
    #expect(result.brokenRules == 0)
    #expect(result.goals.count == 4)
    for goal in result.goals {
      let gap = try #require(goal.gap, "\(goal.name)")
      #expect(gap <= goal.tolerance + Tolerance.goalSlack + 1e-6, "\(goal.name)")
    }
  }

  @Test func `takes an unproven plan for what it says it is`() throws {
    let tutorial = try PlannedTutorial(engine: CutShort())
    let result = try tutorial.verify()
    #expect(result.findings.all == [])
    #expect(result.status == .feasible)
    #expect(result.goals.last?.bound == nil)
    #expect(result.goals.dropLast().allSatisfy { $0.bound != nil })
    // The same plan, passed off as proven.
    try tutorial.forge(PlanFolder.summaryName) {
      $0.replacingOccurrences(of: "\"feasible\"", with: "\"optimal\"")
    }
    #expect(try tutorial.errors().contains("verify.otherGoals"))
  }

  @Test func `a price may differ from another solver's, a bound may not`() throws {
    let tutorial = try PlannedTutorial()
    try tutorial.forge(ProofDocument.fileName) { text in
      let document = try ReportJSON.document(
        ProofDocument.self, from: Array(text.utf8), path: "")
      var forged = document
      forged.levels[0].prices[0].price *= 1.5
      return String(decoding: try ReportJSON.bytes(of: forged), as: UTF8.self)
    }
    #expect(
      try tutorial.errors().isSuperset(of: ["verify.boundDiffers", "verify.gapTooWide"]))
  }

  @Test func `a goal held where it was not reached is found`() throws {
    let tutorial = try PlannedTutorial()
    try tutorial.forge(ProofDocument.fileName) { text in
      var forged = try ReportJSON.document(ProofDocument.self, from: Array(text.utf8), path: "")
      forged.levels[0].held = (forged.levels[0].held ?? 0) * 1.2
      return String(decoding: try ReportJSON.bytes(of: forged), as: UTF8.self)
    }
    #expect(try tutorial.errors().contains("verify.heldDiffers"))
  }

  @Test func `a price of a rule that does not exist is found`() throws {
    let tutorial = try PlannedTutorial()
    try tutorial.forge(ProofDocument.fileName) {
      $0.replacingOccurrences(of: "spend[call,2026]", with: "spend[call,2036]")
    }
    #expect(try tutorial.errors().contains("verify.unknownRow"))
  }

  @Test func `an altered euro is found although its hash was put right`() throws {
    let tutorial = try PlannedTutorial()
    try tutorial.forge("allocation.csv") { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let number = try #require(lines.indices.dropFirst().first { !lines[$0].contains("\"") })
      var cells = lines[number].split(separator: ",").map(String.init)
      cells[8] = String(try #require(Int(cells[8])) + 2)
      lines[number] = cells.joined(separator: ",")
      return lines.joined(separator: "\n")
    }
    let errors = try tutorial.errors()
    #expect(errors.contains("audit.whole_euros"), "\(errors)")
    #expect(errors.contains("verify.figureDiffers"), "\(errors)")
  }

  @Test func `an altered name, share, loss or account is found although its hash was put right`()
    throws
  {
    let changes = [
      ("allocation.csv", ",53,", ",94,"), ("coverage.csv", ",false", ",true"),
      ("risk.csv", "INV-01,", "INV-02,"), ("vehicles.csv", ",2026,", ",2026,1"),
    ]
    for (file, old, new) in changes {
      let tutorial = try PlannedTutorial()
      try tutorial.forge(file) { text in
        let range = try #require(text.range(of: old))
        return text.replacingCharacters(in: range, with: new)
      }
      let found = try tutorial.verify().findings.all
      #expect(
        found.contains {
          $0.severity == .error && $0.position?.file.hasSuffix(file) == true
        }, "\(file): \(found)")
    }
  }

  @Test(arguments: [
    ("\"value\" : 1", "\"value\" : 2"), ("\"paid_euros\" : 2", "\"paid_euros\" : 3"),
    ("\"beneficiaries\" : 12", "\"beneficiaries\" : 13"), ("\"bound\" : 9", "\"bound\" : 8"),
    ("\"tolerance\" : 0.001", "\"tolerance\" : 0.002"), ("\"minimize\"", "\"maximize\""),
  ])
  func `an altered figure of the summary is found although its hash was put right`(
    old: String, new: String
  ) throws {
    let tutorial = try PlannedTutorial()
    try tutorial.forge(PlanFolder.summaryName) { text in
      let range = try #require(text.range(of: old))
      return text.replacingCharacters(in: range, with: new)
    }
    let result = try tutorial.verify()
    #expect(!result.holds)
  }

  @Test func `a manifest that says something else is found although its seal was put right`() throws
  {
    let tutorial = try PlannedTutorial()
    let original = try tutorial.document(ManifestDocument.fileName, ManifestDocument.self)
    func errors(_ change: (inout ManifestDocument) -> Void) throws -> Set<String> {
      var manifest = original
      change(&manifest)
      try tutorial.write(manifest)
      return try tutorial.errors()
    }
    #expect(try errors { $0.parameters[3].value = "7" } == ["verify.parameterDiffers"])
    #expect(try errors { $0.layers.append("autre") } == ["verify.otherFiles"])
    #expect(try errors { $0.outputs.removeLast() } == ["verify.outputUnlisted"])
    #expect(try errors { $0.inputs[0].sha256 = "00" } == ["verify.inputAltered"])
    #expect(try errors { $0.inputs.removeLast() } == ["verify.otherFiles"])
    #expect(try errors { $0.inputs.removeFirst() } == ["verify.noStudy"])
    #expect(try !errors { $0.run.overrides = ["economics.discount=9 %"] }.isEmpty)
    #expect(try errors { _ in } == [])
  }

  @Test func `a manifest that was edited by hand breaks its seal`() throws {
    let tutorial = try PlannedTutorial()
    let text = try tutorial.text(ManifestDocument.fileName)
    try tutorial.write(
      text.replacingOccurrences(of: "\"gap_tolerance\"", with: "\"gap_tolerence\""),
      as: ManifestDocument.fileName)
    #expect(try tutorial.errors() == ["verify.manifestAltered"])
    try tutorial.write(text + "\n", as: ManifestDocument.fileName)
    #expect(try tutorial.errors() == ["verify.manifestAltered"])
  }

  @Test func `is stopped on request`() throws {
    let tutorial = try PlannedTutorial()
    #expect(throws: WorkFailure.self) {
      try Workbench().verify(
        VerifyRequest(plan: tutorial.plan), control: WorkControl(shouldStop: { true }))
    }
  }
}
