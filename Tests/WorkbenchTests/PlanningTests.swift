// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Diagnostics
import Foundation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import Testing

@testable import Workbench

@Suite struct `Planning the tutorial` {
  @Test func `both engines reach the same goals, and the plan passes its check when written`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Workbench().writeTutorial(into: folder.path)
    let request = PlanRequest(study: StudyRequest(folder.appending(path: "study.yaml").path))

    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    let decomposed = DecompositionEngine(
      warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
    let engines: [any Engine] = [WholeSolve(GLPKSolver()), decomposed]
    let results = try engines.enumerated().map { number, engine in
      let bench = Workbench(engine: engine)
      var result = try bench.plan(request)
      #expect(result.isProven)
      _ = try bench.write(&result, to: folder.appending(path: "plan-\(number)").path)
      return result
    }
    for (whole, taken) in zip(results[0].outcome.goals, results[1].outcome.goals) {
      let size = max(1, abs(whole.value), abs(taken.value))
      // Levels below the first start from goals held within a tolerance.
      #expect(abs(whole.value - taken.value) <= 1e-4 * size, "\(whole.name)")
    }
  }

  @Test func `a layer that changes nothing gives the same plan`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Workbench().writeTutorial(into: folder.path)
    let layer = folder.appending(path: "empty.yaml")
    try "layer: 1\ntitle: Vide\n".write(to: layer, atomically: true, encoding: .utf8)
    let study = folder.appending(path: "study.yaml").path
    let plain = try Workbench().plan(PlanRequest(study: StudyRequest(study)))
    let layered = try Workbench().plan(
      PlanRequest(study: StudyRequest("\(study)+\(layer.path)")))
    #expect(plain.outcome.plan == layered.outcome.plan)
    #expect(plain.outcome.allocation == layered.outcome.allocation)
    #expect(plain.outcome.scenario == layered.outcome.scenario)
  }

  @Test func `an input edited after it was read keeps the hash of what was planned`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Workbench().writeTutorial(into: folder.path)
    let study = folder.appending(path: "study.yaml")
    let hash = ContentHash.sha256(Array(try Data(contentsOf: study)))
    var result = try Workbench().plan(PlanRequest(study: StudyRequest(study.path)))
    try "study: 1\n".write(to: study, atomically: true, encoding: .utf8)
    let plan = folder.appending(path: "plan")
    _ = try Workbench().write(&result, to: plan.path)
    let manifest = try String(
      contentsOf: plan.appending(path: ManifestDocument.fileName), encoding: .utf8)
    #expect(manifest.contains(hash))
    #expect(!manifest.contains(ContentHash.sha256(Array(try Data(contentsOf: study)))))
  }

  @Test func `work that is asked to stop at once leaves no plan`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "releve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Workbench().generate(
      GenerateRequest(content: .study, seed: 7, beneficiaries: 40), into: folder.path)
    let request = PlanRequest(study: StudyRequest(folder.appending(path: "study.yaml").path))
    #expect(throws: WorkFailure.self) {
      try Workbench().plan(request, control: WorkControl(shouldStop: { true }))
    }
  }
}

@Suite struct `Hashing contents` {
  @Test func `the hash of nothing and of a known text`() {
    // Published test vectors of SHA-256 (FIPS 180-4).
    #expect(
      ContentHash.sha256([])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      ContentHash.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
