// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import Report
import Testing
import Wording

@testable import Workbench

@Suite struct `A plan of whole steps` {
  private let study: TutorialStudy
  private let folder: String

  init() throws {
    study = try TutorialStudy()
    folder = study.path("plan")
  }

  private func plan(_ overrides: String...) throws -> PlanResult {
    var request = study.request()
    request.study.overrides = overrides
    request.wholeSteps = true
    return try Workbench().plan(request)
  }

  @Test func `is written, tells its gaps, and is verified from its files`() throws {
    var result = try plan()
    #expect(result.outcome.status == .whole)
    #expect(result.isFinished && !result.isProven)
    let whole = try #require(result.outcome.whole)
    #expect(whole.taken > 0 && whole.taken < whole.steps)
    let linear = try #require(whole.linearBound)
    let bound = try #require(whole.wholeBound)
    let goal = try #require(result.outcome.goals.first)
    #expect(linear <= bound && bound <= goal.value + 1e-6)
    #expect(try #require(whole.wholeGap) <= #require(whole.linearGap))
    let summary = try Workbench().write(&result, to: folder)
    #expect(summary.contains("\"whole\""))
    let screen = result.screen(folder: folder, language: .english, width: 110)
      .joined(separator: "\n")
    #expect(screen.contains("Whole measures"))
    let verified = try Workbench().verify(VerifyRequest(plan: folder))
    #expect(verified.holds, "\(verified.findings)")
    #expect(verified.status == .whole)
    try alter("\"taken\" : ", by: "\"taken\" : 1")
    #expect(try !Workbench().verify(VerifyRequest(plan: folder)).holds)
  }

  /// Puts text into the summary before what stands after a key.
  private func alter(_ key: String, by replacement: String) throws {
    let file = URL(filePath: folder).appending(path: "summary.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(key))
    try text.replacing(key, with: replacement).write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `that was stopped before there is one leaves nothing`() throws {
    var request = study.request()
    request.wholeSteps = true
    let failure = #expect(throws: WorkFailure.self) {
      try Workbench().plan(request, control: WorkControl(shouldStop: { true }))
    }
    #expect(failure?.kind == .stoppedAtLimit)
  }
}
