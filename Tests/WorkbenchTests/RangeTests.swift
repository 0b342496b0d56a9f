// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingModel
import LinearProgramming
import Report
import Testing
import Wording

@testable import Workbench

@Suite struct `Ranges of the tutorial` {
  private static func range(
    _ study: TutorialStudy, within: Double, _ subject: RangeSubject = .region,
    only: [String] = [], in region: String? = nil
  ) throws -> RangeOutcome {
    let request = RangeRequest(
      plan: study.request(), within: within, subject: subject, only: only, in: region)
    return try Workbench().range(request).outcome
  }

  @Test(arguments: RangeSubject.allCases)
  func `hold the plan, and grow with the tolerance`(subject: RangeSubject) throws {
    let study = try TutorialStudy()
    let narrow = try Self.range(study, within: 0.001, subject)
    let wide = try Self.range(study, within: 0.05, subject)
    #expect(!narrow.entries.isEmpty && narrow.entries.map(\.id) == wide.entries.map(\.id))
    for (small, large) in zip(narrow.entries, wide.entries) {
      let room = max(PlanRange.nothing, RangeSearch.precision * small.range.inPlan) * 2
      #expect(small.range.least.value <= small.range.inPlan)
      #expect(small.range.inPlan <= small.range.most.value)
      #expect(large.range.least.value <= small.range.least.value + room, "\(small.id)")
      #expect(small.range.most.value <= large.range.most.value + room, "\(small.id)")
    }
  }

  // What a vehicle pays in the plan is what its rows in the plan's tables add up to.
  @Test func `start from the plan that releve plan makes`() throws {
    let study = try TutorialStudy()
    let outcome = try Workbench().plan(study.request()).outcome
    let ranges = try Self.range(study, within: 0.01, .vehicle)
    for (v, entry) in ranges.entries.enumerated() {
      let paid = outcome.plan.grants.filter { $0.vehicle == v }.reduce(0) { $0 + $1.thousands }
      #expect(abs(entry.range.inPlan - paid) < 1e-6 * max(1, paid))
    }
    #expect(ranges.goals.map(\.name) == outcome.goals.map(\.name).filter { $0 != "tie_break" })
  }

  @Test func `can be those of one region's beneficiaries, or of some`() throws {
    let study = try TutorialStudy()
    let scenario = try Workbench().loaded(study.request().study).study.scenario
    let region = try #require(scenario.beneficiaries.first?.region.rawValue)
    let there = scenario.beneficiaries.filter { $0.region.rawValue == region }.map(\.id.rawValue)
    let some = try Self.range(study, within: 0.01, .beneficiary, only: [there[0]], in: region)
    #expect(some.entries.map(\.id) == [there[0]])
  }

  @Test func `are told in both languages, as a table and as JSON`() throws {
    let study = try TutorialStudy()
    var request = RangeRequest(
      plan: study.request(), within: 0.01, subject: .measure, out: study.path("marges"))
    let known = try Workbench().loaded(study.request().study).study.scenario.measures
    request.only = known.prefix(2).map(\.id.rawValue)
    let result = try Workbench().range(request)
    for language in Language.allCases {
      let lines = result.screen(language: language, width: 100)
      #expect(lines.allSatisfy { !$0.contains("range.h") && !$0.contains("{") })
      #expect(lines.contains { $0.contains(known[0].title) })
    }
    let table = try String(contentsOfFile: study.path("marges/ranges.csv"), encoding: .utf8)
    #expect(
      table.hasPrefix(
        "measure,name,verdict,least_beneficiaries,least_bound_beneficiaries,in_plan_beneficiaries,")
    )
    #expect(table.split(separator: "\n").count == 3)
    #expect(
      try String(contentsOfFile: study.path("marges/range.json"), encoding: .utf8) == result.json())
    #expect(throws: Findings.self) { try Workbench().range(request) }
  }

  @Test func `are refused for what the study has not, all of it at once`() throws {
    let study = try TutorialStudy()
    let faults = #expect(throws: Findings.self) {
      try Self.range(study, within: 0.01, .measure, only: ["M99", "rien"])
    }
    #expect(faults?.all.map(\.code.rawValue) == ["range.unknown", "range.unknown"])
    let region = #expect(throws: Findings.self) {
      try Self.range(study, within: 0.01, .beneficiary, in: "00")
    }
    #expect(region?.all.map(\.code.rawValue) == ["workbench.unknownRegion"])
  }

  @Test(arguments: ["-1%", "101%", "beaucoup", "", "1%%", "nan", "inf"])
  func `need a share for a tolerance`(text: String) {
    #expect(RangeRequest.within(from: text) == nil)
  }

  @Test func `take a share as it is typed`() {
    #expect(RangeRequest.within(from: "0,5 %") == 0.005)
    #expect(RangeRequest.within(from: "0.01") == 0.01)
    #expect(RangeRequest.within(from: "0") == 0)
  }

  @Test func `leave nothing behind where the user stops the work`() throws {
    let study = try TutorialStudy()
    let isAsked = Flag()
    let control = WorkControl(
      onProgress: { progress in
        if case .solving(let solving) = progress, solving.cases?.number == 2 { isAsked.set() }
      }, shouldStop: { isAsked.isSet })
    let before = try study.names()
    let request = RangeRequest(plan: study.request(), within: 0.01, out: study.path("marges"))
    let failure = #expect(throws: WorkFailure.self) {
      try TutorialStudy.decomposing().range(request, control: control)
    }
    #expect(failure?.kind == .stoppedAtLimit)
    #expect(try study.names() == before)
  }
}
