// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingMechanisms
import FundingModel
import LinearProgramming
import Report
import StudyFiles
import Testing
import Wording

@testable import Workbench

@Suite struct `A tournament` {
  private func held(_ study: TutorialStudy, _ change: (inout TournamentRequest) -> Void = { _ in })
    throws -> TournamentResult
  {
    var request = TournamentRequest(plan: study.request(), out: study.path("out"))
    change(&request)
    return try TutorialStudy.decomposing().tournament(request)
  }

  @Test func `holds the tutorial's rules against the optimum, and writes every file`() throws {
    let study = try TutorialStudy()
    let result = try held(study)
    let outcome = result.outcome
    #expect(outcome.all.allSatisfy { $0.status == .optimal })
    #expect(outcome.ranked.map(\.id) == ["study", "by-agents", "flat-by-size"])
    for one in outcome.ranked where one.role == .mechanism {
      let price = try #require(outcome.price(of: one))
      #expect(price.shortfall >= -1e-5)
      // One more million through a clause can only help.
      #expect(one.perMillion.values.allSatisfy { $0 <= 1e-6 } && !one.perMillion.isEmpty)
      // Nobody receives more than it is entitled to.
      let entitled = try #require(one.rule).shared.euros(count: 12)
      let received = try #require(one.worth).received
      #expect(zip(received, entitled).allSatisfy { $0 <= $1 })
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: study.path("out")).sorted()
    #expect(files == TournamentFolder.fileNames.sorted())
    let json = try JSONSerialization.jsonObject(with: Data(result.json().utf8)) as? [String: Any]
    #expect((json?["entries"] as? [Any])?.count == 4)
    #expect(
      (json?["inputs"] as? [[String: Any]])?.contains { $0["role"] as? String == "mechanism" }
        == true)
  }

  // The money that is said to do as well is put into the study, and the optimum solved anew from
  // nothing: with it the shortfall is no more than the rule's, and with a little less it is more.
  @Test func `says with how much less money the optimum does as well as each rule`() throws {
    let study = try TutorialStudy()
    let result = try held(study)
    let bench = TutorialStudy.decomposing()
    let scenario = result.outcome.study
    func shortfall(_ scale: Double) throws -> Double {
      var scaled = OwnInterest.optimum(of: scenario)
      scaled.goals = [GoalLevel(.nisShortfall)]
      for v in scaled.vehicles.indices where scaled.vehicles[v].paysBeneficiaries {
        scaled.vehicles[v].amounts = scaled.vehicles[v].amounts.map {
          EnvelopeYear(
            secured: $0.secured.scaled(by: scale), announced: $0.announced.scaled(by: scale))
        }
      }
      let limits = WorkLimits(study.request(), WorkControl())
      return try #require(
        bench.optimise(try bench.build(scaled, limits), limits).levels.first?.value)
    }
    for one in result.outcome.ranked {
      let money = try #require(one.equivalent)
      let worth = try #require(one.worth)
      let slack = 2e-6 * max(1, worth.shortfall)
      #expect(try shortfall(money.scales.upperBound) <= worth.shortfall + slack)
      if money.scales.lowerBound > 0.01 {
        #expect(try shortfall(money.scales.lowerBound - 0.01) > worth.shortfall)
      }
      #expect(money.width <= Double(money.whole) * SameForLess.closeEnough + 1)
    }
    let lump = try #require(result.outcome.ranked.first { $0.id == "flat-by-size" })
    #expect((lump.equivalent?.savedShare ?? 0) > 0.01)
  }

  @Test func `proposes a taper that keeps every euro of the rule`() throws {
    let outcome = try held(try TutorialStudy()).outcome
    let rule = try #require(outcome.ranked.first { $0.id == "flat-by-size" }?.rule)
    let taper = try #require(rule.tapers.first)
    #expect(taper.lines.reduce(0) { $0 + $1.after } == rule.shared.total)
    #expect(taper.lines.map(\.before) == rule.shared.euros(count: 12))
    #expect(outcome.ranked.first { $0.id == "by-agents" }?.rule?.tapers.isEmpty == true)
  }

  @Test func `takes only the rules that are named, and refuses a name that is none`() throws {
    let study = try TutorialStudy()
    let outcome = try held(study) { $0.only = ["flat-by-size"] }.outcome
    #expect(Set(outcome.ranked.map(\.id)) == ["study", "flat-by-size"])
    let error = #expect(throws: Findings.self) {
      try held(study) {
        $0.only = ["flat-by-sise", "none-such"]
        $0.replaces = true
      }
    }
    #expect(
      error?.all.map(\.code.rawValue) == Array(repeating: "workbench.unknownMechanism", count: 2))
    #expect(error?.all.first?.arguments["nearest"] == "flat-by-size")
  }

  @Test func `shows the same ranking in both languages, within the width`() throws {
    let result = try held(try TutorialStudy())
    for language in Language.allCases {
      let lines = result.screen(language: language, width: 100)
      #expect(lines.allSatisfy { TextLayout.columns($0) <= 100 }, "\(lines)")
      #expect(!lines.joined().contains("{") && !lines.joined().contains("tournament.r"))
      #expect(lines.contains { $0.hasPrefix(" 2 Au prorata des agents") })
    }
  }

  @Test func `gives entitlements that add up to the money there is`() throws {
    let study = try TutorialStudy()
    let result = try held(study)
    for one in result.outcome.ranked {
      guard let rule = one.rule else { continue }
      #expect(rule.unshared == 0 && rule.shared.total > 800_000)
      for year in rule.shared.years { #expect(year.euros == year.available) }
    }
  }

  @Test func `writes nothing where an input is wrong or the place is taken`() throws {
    let study = try TutorialStudy()
    try FileManager.default.createDirectory(
      atPath: study.path("rules"), withIntermediateDirectories: true)
    try Data("mechanism: 1\ntitle: x\nkind: flat\nclauses: { a: { amount: 1 } }\n".utf8)
      .write(to: URL(filePath: study.path("rules/bad.yaml")))
    #expect(throws: Findings.self) { try held(study) { $0.mechanisms = study.path("rules") } }
    #expect(throws: Findings.self) { try held(study) { $0.mechanisms = study.path("nowhere") } }
    #expect(!FileManager.default.fileExists(atPath: study.path("out")))
    _ = try held(study)
    #expect(throws: Findings.self) { try held(study) }
    _ = try held(study) { $0.replaces = true }
    #expect(throws: Findings.self) {
      try held(study) {
        $0.out = study.path("tables")
        $0.replaces = true
      }
    }
  }

  // A target that must be met and cannot leaves the study without a plan, and every rule with one.
  @Test func `keeps a contestant without a plan as a row with its reason`() throws {
    let study = try TutorialStudy()
    let hard = TournamentRequest(
      plan: study.request(
        "targets.EE.all.2026=100 %", "targets.EE.all.hard=true"),
      out: study.path("out"))
    let outcome = try TutorialStudy.decomposing().tournament(hard).outcome
    let plan = try #require(outcome.ranked.last)
    #expect(plan.role == .study && plan.status == .infeasible && plan.worth == nil)
    #expect(plan.reasons.first?.code == "sweep.reason.infeasible")
    #expect(outcome.ranked.dropLast().allSatisfy { $0.status == .optimal })
  }

  @Test func `ends without a folder where the user stops it`() throws {
    let study = try TutorialStudy()
    let request = TournamentRequest(plan: study.request(), out: study.path("out"))
    #expect(throws: WorkFailure.self) {
      try TutorialStudy.decomposing().tournament(
        request, control: WorkControl(shouldStop: { true }))
    }
    #expect(!FileManager.default.fileExists(atPath: study.path("out")))
  }
}

@Suite struct `The backtest of CaRE domain 1` {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  // Published: applications 134, 18, 292, 763 (1,207 in all), ceilings of 64.28 M€ asked for in an
  // envelope of 65, more than 1,000 successes, about 58 M€.
  @Test func `meets what was published within 3 %`() throws {
    let study = try Workbench().load(
      StudyRequest(
        Self.root + "/models/after-care.yaml",
        overrides: ["vehicles.care-appels.amounts.2026=65 M€"])
    ).study.scenario
    let reader = MechanismReader()
    let files = try reader.files(in: Self.root + "/models/backtest")
    let mechanism = try #require(try reader.read(files, for: study).first)
    let envelopes = study.vehicles.map { vehicle in
      study.horizon.years.indices.map { vehicle.counted(in: $0).cents / 100 }
    }
    let shared = try SharingOut(mechanism, study, envelopes: envelopes).result()
    let year = try #require(shared.years.first)
    #expect(shared.years.count == 1 && year.available == 65_000_000)
    func near(_ value: Double, _ published: Double) -> Bool {
      abs(value - published) <= 0.03 * published
    }
    #expect(near(Double(year.reserved), 64_280_000))
    #expect(near(Double(year.euros), 58_000_000))
    let takers = try #require(mechanism.clauses[0].takers)
    var eligible: [String: Double] = [:]
    var applied: [String: Double] = [:]
    var succeeded = 0.0
    for beneficiary in study.beneficiaries {
      let one = try #require(takers.class(of: beneficiary))
      eligible[one.name, default: 0] += 1
      applied[one.name, default: 0] += one.apply.value
      succeeded += one.apply.value * one.succeed.value
    }
    let published: [String: Double] = [
      "ght": 134, "public-hors-ght": 18, "ebnl": 292, "prive": 763,
    ]
    for (name, count) in published { #expect(near(applied[name] ?? 0, count), "\(name)") }
    #expect(near(applied.values.reduce(0, +), 1_207))
    #expect(succeeded > 1_000)
  }
}
