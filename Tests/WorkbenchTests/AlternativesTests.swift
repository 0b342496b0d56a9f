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

@Suite struct `Other plans of the tutorial` {
  private static func outcome(
    _ study: TutorialStudy, within: Double = 0.05, _ subject: RangeSubject = .region,
    count: Int = 2
  ) throws -> AlternativesOutcome {
    let request = AlternativesRequest(
      plan: study.request(), within: within, subject: subject, count: count)
    return try Workbench().alternatives(request).outcome
  }

  @Test(arguments: AlternativesRequest.subjects)
  func `keep every goal, and differ from one another`(subject: RangeSubject) throws {
    let study = try TutorialStudy()
    let outcome = try Self.outcome(study, subject, count: 3)
    #expect(outcome.found == 3)
    for plan in outcome.plans.indices {
      for goal in outcome.goals.indices { #expect(outcome.lost(plan, goal) <= 0.05 + 1e-5) }
      let nearest = try #require(outcome.nearest(to: plan))
      #expect(nearest >= 0.009 * outcome.total)
    }
    #expect(outcome.goals.indices.allSatisfy { abs(outcome.lost(0, $0)) < 1e-9 })
    #expect((0...1).contains(outcome.sharedPart))
  }

  // The optimum is the plan of releve plan, and money adds up to the euro.
  @Test func `start from the plan that releve plan makes`() throws {
    let study = try TutorialStudy()
    let planned = try Workbench().plan(study.request()).outcome
    let outcome = try Self.outcome(study)
    var received = outcome.study.beneficiaries.map { _ in 0 }
    for line in planned.allocation.lines { received[line.beneficiary] += line.euros }
    #expect(outcome.plans[0].received == received)
    for plan in outcome.plans {
      for (place, entry) in outcome.entries.enumerated() {
        let sum = zip(outcome.study.beneficiaries, plan.received)
          .filter { $0.0.region.rawValue == entry.id }.reduce(0) { $0 + $1.1 }
        #expect(abs(plan.amounts[place] * 1000 - Double(sum)) < 1e-6)
      }
    }
  }

  @Test func `lie within the ranges of the study`() throws {
    let study = try TutorialStudy()
    let outcome = try Self.outcome(study, .measure, count: 3)
    let ranges = try Workbench().range(
      RangeRequest(plan: study.request(), within: 0.05, subject: .measure)
    ).outcome
    #expect(ranges.entries.map(\.id) == outcome.entries.map(\.id))
    for (place, entry) in ranges.entries.enumerated() {
      let span = outcome.span(of: place)
      #expect(span.lowerBound >= entry.range.least.bound - 1e-4, "\(entry.id)")
      #expect(span.upperBound <= entry.range.most.bound + 1e-4, "\(entry.id)")
    }
  }

  @Test func `are told in both languages, as tables and as JSON`() throws {
    let study = try TutorialStudy()
    let request = AlternativesRequest(
      plan: study.request(), within: 0.05, count: 2, out: study.path("autres"))
    let result = try Workbench().alternatives(request)
    let outcome = result.outcome
    for language in Language.allCases {
      for width in [80, 110] {
        let lines = result.screen(language: language, width: width)
        #expect(lines.allSatisfy { !$0.contains("alternatives.h") && !$0.contains("{") })
        #expect(lines.allSatisfy { TextLayout.columns($0) <= width }, "\(lines)")
      }
    }
    func table(_ name: String) throws -> [Substring] {
      try String(contentsOfFile: study.path("autres/\(name)"), encoding: .utf8)
        .split(separator: "\n")
    }
    let entries = try table("alternatives.csv")
    #expect(
      entries.first
        == "region,name,shared,optimum_euros,plan_1_euros,plan_2_euros,least_euros,most_euros")
    #expect(entries.count == outcome.entries.count + 1)
    #expect(try table("goals.csv").count == 4)
    #expect(try table("received.csv").count == outcome.study.beneficiaries.count + 1)
    #expect(
      try String(contentsOfFile: study.path("autres/alternatives.json"), encoding: .utf8)
        == result.json())
    #expect(throws: Findings.self) { try Workbench().alternatives(request) }
  }

  // Nothing is left to choose where a study has no money to give.
  @Test func `are fewer than asked for where no other differs enough, and that is said`() throws {
    let study = try TutorialStudy()
    let outcome = try Self.outcome(study, within: 1e-9, count: 2)
    #expect(outcome.found < 2)
    for language in Language.allCases {
      let text = AlternativesScreen.lines(outcome, folder: nil, language: language)
        .joined(separator: " ")
      #expect(text.contains(language == .french ? "Demandés" : "Asked for"))
    }
  }

  @Test func `are refused for a tolerance and a number that make no sense, both at once`() throws {
    let study = try TutorialStudy()
    for (within, count) in [("-1%", 0), ("101%", 10), ("beaucoup", -3)] {
      let faults = #expect(throws: Findings.self) {
        try AlternativesRequest(plan: study.request(), within: within, count: count)
      }
      #expect(
        faults?.all.map(\.code.rawValue) == ["range.badWithin", "alternatives.badCount"])
    }
    let request = try AlternativesRequest(plan: study.request(), within: "0,5 %", count: 9)
    #expect(request.within == 0.005 && request.count == 9)
  }

  @Test func `leave nothing behind where the user stops the work`() throws {
    let study = try TutorialStudy()
    let isAsked = Flag()
    let control = WorkControl(
      onProgress: { progress in
        if case .solving(let solving) = progress, solving.cases?.number == 2 { isAsked.set() }
      }, shouldStop: { isAsked.isSet })
    let before = try study.names()
    let request = AlternativesRequest(
      plan: study.request(), within: 0.01, out: study.path("autres"))
    let failure = #expect(throws: WorkFailure.self) {
      try TutorialStudy.decomposing().alternatives(request, control: control)
    }
    #expect(failure?.kind == .stoppedAtLimit)
    #expect(try study.names() == before)
  }
}
