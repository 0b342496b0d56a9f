// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import Report
import TestSupport
import Testing
import Wording

@testable import Workbench

@Suite struct `Planning year by year` {
  private func myopic(_ scenario: Scenario) throws -> PlannedScenario {
    try #require(
      try YearByYear.plan(
        scenario, solve: { step, _ in try PlannedScenario(step) }, plan: \.plan))
  }

  /// One hospital, 10 k€ in 2026 that may be carried over whole, nothing in 2027.
  ///
  /// The one measure costs 20 k€ in 2026, in its pilot phase, and 5 k€ afterwards; targets are 0.5 and 1.
  ///
  /// Year by year: 2026 knows its target alone and spends all 10 k€ on it, d = 0.5, no shortfall;
  /// nothing is left for 2027, which lacks 0.5. In all 0.5.
  ///
  /// With foresight, d₁ in 2026 leaves (10 − 20·d₁)/5 = 2 − 4·d₁ for 2027. Shortfall is
  /// (0.5 − d₁) + max(0, 1 − d₁ − (2 − 4·d₁)) = (0.5 − d₁) + max(0, 3·d₁ − 1): least at d₁ = 1/3,
  /// where it is 1/6.
  private func waiting() throws -> Scenario {
    let horizon = try #require(Horizon(first: Year(2026), count: 2))
    var measure = Measure(
      id: "M1", title: "Sauvegardes", domain: "continuity",
      oneOff: SizedAmount(fixed: .euros(20_000)), recurring: SizedAmount(),
      contributions: [.init(objective: "O1", weight: 1)])
    measure.pilot = .init(until: Year(2026), share: .whole, weight: .units)
    measure.learningFactor = 0.25
    var scenario = Scenario(
      title: "Attendre", horizon: horizon, economics: Economics(priceYear: Year(2026)),
      beneficiaries: [
        Beneficiary(id: "A", name: "A", region: "53", nisClass: "EE", size: DriverValues([:]))
      ],
      measures: [measure], objectives: [NISObjective(id: "O1", title: "O1", classes: ["EE"])],
      vehicles: [
        Vehicle(
          id: "call", title: "Appel", natures: [.oneOff],
          amounts: [EnvelopeYear(secured: .euros(10_000)), EnvelopeYear()], carryOver: .whole)
      ],
      targets: [
        CoverageTarget(
          nisClass: "EE", objective: "O1", levels: [Share(clamping: 0.5), .whole])
      ], goals: [GoalLevel(.nisShortfall)])
    scenario.ownFunds = OwnFundsRule(affordable: SizedAmount(), share: .whole)
    return scenario
  }

  @Test func `loses what was worked out by hand`() throws {
    let scenario = try waiting()
    let foresight = try PlannedScenario(scenario)
    let yearly = try myopic(scenario)
    #expect(abs(foresight.best - 1.0 / 6) < 1e-5)
    #expect(abs(yearly.best - 0.5) < 1e-5)
    #expect(abs(yearly.plan.increment(0, 0, 0) - 0.5) < 1e-5)
    #expect(abs(foresight.plan.increment(0, 0, 0) - 1.0 / 3) < 1e-5)
  }

  @Test func `commits the money of a vehicle that pays later`() throws {
    var scenario = try waiting()
    scenario.vehicles[0].lag = 1
    scenario.vehicles[0].amounts = [EnvelopeYear(), EnvelopeYear(secured: .euros(10_000))]
    // Needs of 2026 are paid in 2027: seen from 2026 alone, that money is there.
    let yearly = try myopic(scenario)
    #expect(abs(yearly.plan.increment(0, 0, 0) - 0.5) < 1e-5)
  }

  @Test func `is never better than foresight on random studies`() throws {
    var compared = 0
    var worse = 0
    for seed in UInt64(1)...25 {
      let scenario = RandomScenario(seed: seed).make()
      let foresight = try PlannedScenario(scenario)
      let yearly: PlannedScenario
      do {
        yearly = try myopic(scenario)
      } catch WorkFailure.infeasible {
        // What earlier years began left a later one without a plan.
        continue
      }
      compared += 1
      #expect(
        yearly.best >= foresight.best - PlannedScenario.room(foresight.best), "seed \(seed)")
      if yearly.best > foresight.best + 1e-3 * max(1, abs(foresight.best)) { worse += 1 }
    }
    #expect(compared >= 15)
    #expect(worse >= 3)
  }

  @Test func `can be verified, planned again without foresight`() throws {
    let study = try TutorialStudy()
    var request = CompareRequest(scenarios: [study.path("study.yaml")], plan: study.request())
    request.isYearByYear = true
    var result = try Workbench().compare(request)
    try Workbench().write(&result, to: study.path("myopic"))
    let verification = try Workbench().verify(VerifyRequest(plan: study.path("myopic")))
    #expect(verification.findings.all == [] && verification.scenarios == 2)
  }

  @Test func `is held against the plan with foresight`() throws {
    let study = try TutorialStudy()
    var request = CompareRequest(
      scenarios: [study.path("study.yaml")], plan: study.request())
    request.isYearByYear = true
    let result = try TutorialStudy.decomposing().compare(request)
    let pair = try #require(result.comparison.pairs.first)
    let names = [result.comparison.baseline.name, pair.other.name]
    #expect(names == ["study", "study (myopic)"])
    let goals = (result.comparison.baseline.summary.goals[0], pair.other.summary.goals[0])
    #expect(goals.1.value >= goals.0.value - 1e-6)
    for (language, word, change) in [
      (Language.french, "Année par année", "Ce qui change        la façon de planifier"),
      (.english, "Year by year", "What changes         the way of planning"),
    ] {
      let page = result.screen(folder: "out", language: language, width: 110)
      #expect(page.contains { $0.hasPrefix(word) })
      #expect(page.contains { $0.hasPrefix(change) }, "\(page)")
    }
    #expect(try result.json().contains("\"year_by_year\" : true"))
  }
}
