// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Testing

@testable import FundingAnalysis

/// One small study for each reason, worked out by hand; ``ExplainedStudy`` has what they share.
@Suite struct `Reasons of one hospital by hand` {
  private func codes(
    _ money: Int64 = 100, _ change: (inout Scenario) -> Void
  ) throws -> [ReasonCode] {
    var scenario = ExplainedStudy.base(money)
    change(&scenario)
    return try ExplainedStudy(scenario).codes()
  }

  @Test func `an envelope is used up`() throws {
    // 4 k€ of 10: d = 0.4, 0.6 missing. Each k€ more fills 0.1: so it would from own funds, which are 0.
    let study = try ExplainedStudy(ExplainedStudy.base(4))
    let reasons = try study.reasons()
    #expect(reasons.map(\.code) == [.ownFundsLimit, .envelopeExhausted])
    let envelope = try #require(reasons.last?.rules.first)
    #expect(envelope.rowName == "envelope[v,2026]")
    #expect(abs(envelope.price + 0.1) < 1e-9)
    #expect(reasons.last?.measures == [0])
  }

  @Test func `own funds are used up, and no vehicle may pay`() throws {
    // The call is for region 94: 3 k€ of its own give d = 0.3.
    let codes = try codes {
      $0.vehicles[0].eligibility = Eligibility(regions: ["94"])
      $0.ownFunds?.affordable = SizedAmount(fixed: .euros(3000))
    }
    #expect(codes == [.notEligible, .ownFundsLimit])
  }

  @Test func `each condition of a vehicle that fails is told`() throws {
    var scenario = ExplainedStudy.base(0)
    scenario.vehicles[0].eligibility = Eligibility(
      regions: ["94"], classes: ["EI"], statuses: [.forProfit], kinds: [.site])
    scenario.vehicles[0].entitlements = ["b": [.zero]]
    scenario.vehicles[0].domains = ["other"]
    scenario.vehicles[0].lag = 1
    scenario.vehicles[0].paysBeneficiaries = false
    let reason = try ExplainedStudy(scenario).reasons().first
    #expect(reason?.code == .notEligible)
    #expect(reason?.refusals.map(\.conditions) == [VehicleRefusal.Condition.allCases])
  }

  @Test func `all is in place and every target met`() throws {
    // 10 k€ pay for all of it: nothing is left, and no rule is to blame.
    #expect(try codes(10) { _ in } == [.targetMet, .fullyDeployed])
  }

  @Test func `the target is met with half of the measure`() throws {
    // Target 0.5: 5 k€ suffice, the goal after it spends no more.
    #expect(try codes { $0.targets = [ExplainedStudy.target(0.5)] } == [.targetMet])
  }

  @Test func `measures together fall short of the target`() throws {
    // The measure gives 0.5 of the objective, the target is 1.
    let codes = try codes { $0.measures = [ExplainedStudy.measure("M1", cost: 10, weight: 0.5)] }
    #expect(codes == [.fullyDeployed, .outOfReach])
  }

  @Test func `the measure is as fast as can be`() throws {
    // Half a year at most, one year: d = 0.5, with 95 k€ left.
    #expect(try codes { $0.measures[0].speed = Share(clamping: 0.5) } == [.speedLimit])
  }

  @Test func `the measure is for pilots first`() throws {
    #expect(try codes { $0.measures[0].pilot = .init(until: Year(2026)) } == [.pilotPhase])
  }

  @Test func `pilots may be a share of all`() throws {
    // A third of the weight, and A is all the weight: d = 1/3, row pilot_share.
    let codes = try codes {
      $0.measures[0].pilot = .init(until: Year(2026), share: Share(clamping: 1.0 / 3))
    }
    #expect(codes == [.pilotPhase])
  }

  @Test func `a ceiling is reached`() throws {
    // 4 k€ of 100: one k€ more from either source fills 0.1.
    let codes = try codes {
      $0.vehicles[0].ceiling = BeneficiaryLimit(
        .sized(SizedAmount(fixed: .euros(4000))), per: .horizon)
    }
    #expect(codes == [.ownFundsLimit, .ceilingReached])
  }

  @Test func `what is due is used`() throws {
    #expect(
      try codes { $0.vehicles[0].entitlements = ["a": [.euros(4000)]] }
        == [.ownFundsLimit, .entitlementUsed])
  }

  @Test func `the aid pays a part`() throws {
    // Half at most, own 2 k€: need 4, d = 0.4. One k€ of its own more brings two: 0.2.
    let study = try ExplainedStudy(
      {
        var scenario = ExplainedStudy.base(100)
        scenario.vehicles[0].rate = Share(clamping: 0.5)
        scenario.ownFunds?.affordable = SizedAmount(fixed: .euros(2000))
        return scenario
      }())
    let reasons = try study.reasons()
    #expect(reasons.map(\.code) == [.ownFundsLimit, .aidRate])
    #expect(abs((reasons.first?.rules.first?.price ?? 0) + 0.2) < 1e-9)
  }

  @Test func `a rise is limited`() throws {
    // 2 k€, then at most 1 k€ more than the year before, out of 100: 2 + 3 = 5, d = 0.5.
    var scenario = ExplainedStudy.base(2, 100)
    scenario.vehicles[0].band = YearOnYearBand(riseShare: 0, riseAmount: .euros(1000))
    let reasons = try ExplainedStudy(scenario).reasons()
    let codes = reasons.map(\.code)
    #expect(codes == [.ownFundsLimit, .yearOnYear, .envelopeExhausted])
    // One k€ more in 2026 lets 2027 rise as well: 0.2.
    #expect(reasons.last?.rules.map(\.rowName) == ["envelope[v,2026]"])
    #expect(abs((reasons.last?.rules.first?.price ?? 0) + 0.2) < 1e-9)
  }

  @Test func `results are paid for`() throws {
    // At most 8 k€ for all of it: g ≤ 8·d, and 10·d − 1 (own) = g: d = 0.5, g = 4.
    let codes = try codes {
      $0.vehicles[0].mechanism = .results
      $0.vehicles[0].resultObjectives = ["O1"]
      $0.vehicles[0].ceiling = BeneficiaryLimit(
        .sized(SizedAmount(fixed: .euros(8000))), per: .horizon)
      $0.ownFunds?.affordable = SizedAmount(fixed: .euros(1000))
    }
    #expect(codes == [.ownFundsLimit, .paidOnResults])
  }

  @Test func `staff is short`() throws {
    // Half a post, one whole for the measure: d = 0.5. One post more fills 1.
    var scenario = ExplainedStudy.base(100)
    scenario.measures[0].installationEffort = SizedEffort(fixed: FTE(1))
    scenario.staffing = [StaffingRule(region: "53", available: [FTE(0.5)])]
    let reasons = try ExplainedStudy(scenario).reasons()
    #expect(reasons.map(\.code) == [.waitsForStaff])
    #expect(abs((reasons.first?.rules.first?.price ?? 0) + 1) < 1e-9)
  }

  @Test func `a shared service is full`() throws {
    // 50 of its 100 agents: d = 0.5.
    let codes = try codes {
      $0.services = [
        SharedService(
          id: "s", title: "S", measures: ["M1"], unit: .agents, initialCapacity: 50,
          largestCapacity: 50, buildCost: .zero, runCost: .zero, vehicles: ["v"])
      ]
    }
    #expect(codes == [.serviceFull])
  }

  @Test func `lasting means fall short`() throws {
    // 2 k€ a year for all of it, 1 k€ lasting: d = 0.5.
    let codes = try codes {
      $0.measures[0].recurring = SizedAmount(fixed: .euros(2000))
      $0.vehicles[0].natures = [.oneOff, .recurring]
      $0.vehicles[0].afterHorizon = .euros(1000)
      $0.sustainability = SustainabilityRule(isHard: true, ownShare: .none)
    }
    #expect(codes == [.lastingMeans])
  }

  @Test func `the goal of avoided loss has reasons too`() throws {
    // No target; the measure halves a loss of 100 k€ a year. With 4 k€ it is in place by 0.4.
    var scenario = ExplainedStudy.base(4)
    scenario.targets = []
    scenario.measures[0].effects = [.init(threat: "k", share: 0.5)]
    scenario.threats = [
      Threat(
        id: "k", title: "K",
        frequency: Banded(driver: .units, bands: [.init(upTo: nil, value: 1)]),
        severity: SizedAmount(fixed: .euros(100_000)))
    ]
    scenario.goals = [GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss)]
    let study = try ExplainedStudy(scenario)
    #expect(study.plan.levelAtHand(of: 0) == 1)
    #expect(try study.codes() == [.ownFundsLimit, .envelopeExhausted])
  }
}
