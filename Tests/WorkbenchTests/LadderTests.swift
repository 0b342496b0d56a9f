// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingAnalysis
import FundingModel
import Report
import Testing
import Wording

@testable import Workbench

@Suite struct `A ladder of budgets` {
  /// A table's rows by column.
  private func rows(_ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let head = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }

  private func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(row[column].flatMap(Double.init))
  }

  @Test func `takes from nobody, by its own files, and costs nothing below 0`() throws {
    let study = try TutorialStudy()
    let out = study.path("ladder")
    var request = LadderRequest(plan: study.request(), out: out)
    request.steps = [0.5, 0.7, 0.9, 1.1, 1.3]
    let result = try TutorialStudy.decomposing().ladder(request)
    #expect(result.isFinished)
    var before: [String: Double] = [:]
    var lines = 0
    for row in try rows("\(out)/beneficiaries.csv") {
      let id = try #require(row["beneficiary"])
      let kept = try number(row, "kept_received_euros")
      #expect(kept >= (before[id] ?? 0) - 0.01, "\(id) at step \(row["step"] ?? "")")
      before[id] = kept
      lines += 1
    }
    #expect(lines == 5 * 12)
    for row in try rows("\(out)/ladder.csv") where row["level"] == "nis_shortfall" {
      let cost = try number(row, "promise_cost")
      let (free, kept) = (try number(row, "free_value"), try number(row, "kept_value"))
      #expect(cost >= -PlannedScenario.room(free))
      #expect(abs(kept - free - cost) < 1e-9)
    }
    // What is put in place on a step is what its plan has, and differs from the one below.
    let changed = try rows("\(out)/deployment.csv")
    #expect(!changed.isEmpty)
    let scenario = result.outcome.study
    for row in changed {
      let step = Int(try number(row, "step")) - 1
      let e = try #require(
        scenario.beneficiaries.firstIndex { $0.id.rawValue == row["beneficiary"] })
      let m = try #require(scenario.measures.firstIndex { $0.id.rawValue == row["measure"] })
      let place = e * scenario.measures.count + m
      let (below, here) = (try number(row, "share_below"), try number(row, "share"))
      #expect(abs(here - result.outcome.steps[step].kept.deployed[place]) < 1e-12)
      #expect(abs(below - result.outcome.steps[step - 1].kept.deployed[place]) < 1e-12)
      #expect(abs(here - below) > 1e-4 && (0...1.000001).contains(here))
    }
    // Somebody would lose without the promise: there is something to keep.
    #expect(result.outcome.steps.contains { !$0.freeLosers.isEmpty })
  }

  /// At half of the money, A is best by the euro: 10 k€ to A, shortfall 1.6 − 0.6 = 1.
  ///
  /// With all of it, staff binds too: 10·a + 20·b = 20 and a + 0.5·b = 1 at a = b = 2/3, shortfall
  /// 1.6 − 0.4 − 2/3 = 8/15; A gets 6 667 €, and loses.
  /// With the promise A keeps 10 k€, which takes all of the staff: b = 0, shortfall 1. It costs 7/15.
  @Test func `costs what was worked out by hand`() throws {
    let study = try TwoHospitals()
    var request = LadderRequest(plan: study.request(), out: study.path("out"))
    request.steps = [0.5, 1]
    let steps = try TutorialStudy.decomposing().ladder(request).outcome.steps
    #expect(abs(steps[0].free.goals[0].value - 1) < 1e-5)
    #expect(abs(steps[1].free.goals[0].value - 8.0 / 15) < 1e-5)
    #expect(abs(steps[1].kept.goals[0].value - 1) < 1e-5)
    #expect(abs(steps[1].cost(at: 0) - 7.0 / 15) < 2e-5)
    #expect(steps[1].freeLosers == [0])
    #expect(steps[1].kept.received[0] == .euros(10_000))
  }

  @Test func `has steps that rise`() {
    #expect(LadderRequest.steps(from: "60%,80 %,1") == [0.6, 0.8, 1])
    #expect(LadderRequest.steps(from: "62,5 %;80 %") == [0.625, 0.8])
    for text in ["80%,60%", "60%", "60%,60%", "a,b", "", "-1,2", "50%,2000%"] {
      #expect(LadderRequest.steps(from: text) == nil, "\(text)")
    }
  }

  @Test func `can be built with the money of one vehicle`() throws {
    let study = try TutorialStudy()
    var request = LadderRequest(plan: study.request(), vehicle: "call", out: study.path("one"))
    request.steps = [0.5, 1]
    let steps = try TutorialStudy.decomposing().ladder(request).outcome.steps
    // 400 k€ of 920 k€ counted on are the call's.
    #expect(steps.map(\.countedEuros) == [720_000, 920_000])
    request.vehicle = "cal"
    request.out = study.path("two")
    #expect(throws: (any Error).self) { _ = try TutorialStudy.decomposing().ladder(request) }
    #expect(!FileManager.default.fileExists(atPath: study.path("two")))
  }
}

@Suite struct `Commitments and payments` {
  @Test func `fall in different years where payments come later, and add up to the same`() throws {
    let study = try TutorialStudy()
    let request = study.request("vehicles.call.lag=1")
    let result = try Workbench().plan(request)
    let scenario = result.outcome.scenario
    let call = try #require(scenario.vehicles.firstIndex { $0.id == "call" })
    let years = scenario.horizon.years.indices.map {
      result.outcome.figures.money(of: call, in: $0)
    }
    #expect(years.reduce(Money.zero) { $0 + $1.committed } > .zero)
    #expect(
      years.reduce(Money.zero) { $0 + $1.committed } == years.reduce(Money.zero) { $0 + $1.paid })
    #expect(years.dropLast().map(\.committed) == years.dropFirst().map(\.paid))
    #expect(years.last?.committed == .zero)
    for (language, word) in [(Language.french, "engagé (AE)"), (.english, "committed (AE)")] {
      let page = result.screen(folder: "out", language: language, width: 110)
      #expect(page.contains { $0.contains(word) })
    }
  }
}
