// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Testing

@testable import FundingAnalysis

/// Reasons that need two hospitals, or a measure that is asked about, worked out by hand.
@Suite struct `Reasons of two hospitals by hand` {
  /// A measure costs A 10 k€ and B, by its 400 agents, 40 k€.
  private func dearB(_ money: Int64) -> Scenario {
    var scenario = ExplainedStudy.base(money, hospitals: 2)
    scenario.beneficiaries[1].size = DriverValues([.agents: 400])
    scenario.measures[0].oneOff = SizedAmount([.init(.agents, .euros(100))])
    return scenario
  }

  @Test func `what is left costs more than it brings`() throws {
    // 8 k€ all go to A (0.8 there, 0.2 at B). A k€ is worth 0.1: the 40 k€ of B are worth 4 elsewhere
    // and bring 1.
    let study = try ExplainedStudy(dearB(8))
    #expect(try study.codes(0).contains(.nothingGained) == false)
    let reasons = try study.reasons(1)
    #expect(reasons.map(\.code) == [.ownFundsLimit, .envelopeExhausted, .nothingGained])
    let account = try #require(reasons.last?.nearest)
    #expect(abs(account.brings - 1) < 1e-9)
    #expect(abs(account.money + 4) < 1e-6)
    #expect(account.staff == 0 && account.others == 0)
    #expect(abs(account.gain + 3) < 1e-6)
    // At A it is worth nothing more and nothing less: one k€ more would go there.
    let own = try #require(try study.accounts(0)?.first)
    #expect(abs(own.gain) < 1e-6)
  }

  @Test func `a floor of the territory gives to B`() throws {
    // Region 94 gets at least 0.8 of half of 10 k€: 4 k€ that would have filled more at A.
    var scenario = dearB(10)
    scenario.territory = [
      TerritoryRule(id: "t", grouping: .region, members: ["94"], floor: 0.8, weight: .units)
    ]
    let study = try ExplainedStudy(scenario)
    let floor = try #require(try study.reasons(1).first { $0.code == .regionalFloor })
    #expect(floor.rules.map(\.rowName) == ["territory_floor[t,94]"])
    #expect(try study.codes(0).contains(.regionalFloor) == false)
  }

  @Test func `a ceiling of the territory stops A`() throws {
    // B has 0.6 in place and needs 4 k€; A may have no more than B: 4 k€, d = 0.4.
    var scenario = ExplainedStudy.base(100, hospitals: 2)
    scenario.initialDeployment = [InitialDeployment("b", "M1", Share(clamping: 0.6))]
    scenario.territory = [
      TerritoryRule(id: "t", grouping: .region, members: ["53"], ceiling: 1, weight: .units)
    ]
    let study = try ExplainedStudy(scenario)
    #expect(try study.codes(0).contains(.regionalCeiling))
    #expect(try study.codes(0).contains(.envelopeExhausted) == false)
    #expect(try study.codes(1) == [.targetMet, .fullyDeployed])
  }

  @Test func `the fairness cap stops A`() throws {
    // The same by a cap of once the mean: A gets 4 k€, B gets 4 k€.
    var scenario = ExplainedStudy.base(100, hospitals: 2)
    scenario.initialDeployment = [InitialDeployment("b", "M1", Share(clamping: 0.6))]
    scenario.fairness = FairnessRules(ratioCap: 1, ratioWeight: .units)
    let study = try ExplainedStudy(scenario)
    #expect(try study.codes(0).contains(.ratioCap))
  }

  @Test func `a floor of the vehicle gives to B`() throws {
    var scenario = dearB(10)
    scenario.vehicles[0].floor = BeneficiaryLimit(
      .sized(SizedAmount(fixed: .euros(4000))), per: .horizon)
    let study = try ExplainedStudy(scenario)
    #expect(try study.codes(1).contains(.vehicleFloor))
    #expect(try study.codes(0).contains(.vehicleFloor) == false)
  }

  @Test func `a guaranteed reference gives to B`() throws {
    var scenario = dearB(10)
    scenario.fairness = FairnessRules(noWorseThan: ["b": .euros(4000)])
    let study = try ExplainedStudy(scenario)
    #expect(try study.codes(1).contains(.noWorse))
    #expect(try study.codes(0).contains(.noWorse) == false)
  }

  @Test func `a rule of deployment gives to B`() throws {
    // 0.1 of the measure in each region: 4 k€ at B.
    var scenario = dearB(10)
    scenario.deployment = [
      DeploymentRule(
        id: "everywhere", subject: .measure("M1"), share: Share(clamping: 0.1), by: Year(2026),
        within: .region)
    ]
    let study = try ExplainedStudy(scenario)
    let asked = try #require(try study.reasons(1).first { $0.code == .deploymentAsked })
    #expect(asked.rules.map(\.rowName) == ["massive[everywhere,94]"])
    #expect(try study.codes(0).contains(.deploymentAsked) == false)
  }

  @Test func `a measure waits for its prerequisite`() throws {
    // M2 reaches the objective and costs nothing, but runs behind M1 (10 k€, of which 4 are there).
    var scenario = ExplainedStudy.base(4)
    scenario.measures = [
      ExplainedStudy.measure("M1", cost: 10, weight: 0), ExplainedStudy.measure("M2", cost: 0),
    ]
    scenario.measures[1].prerequisites = ["M1"]
    let reasons = try ExplainedStudy(scenario).reasons(0, .measure(1))
    #expect(reasons.map(\.code).contains(.prerequisiteMissing))
    #expect(reasons.first { $0.code == .prerequisiteMissing }?.measures == [0])
  }

  @Test func `a measure is not needed where another does the same`() throws {
    // Both reach the objective; M1 for 10 k€, M2 for 20.
    var scenario = ExplainedStudy.base(100)
    scenario.measures.append(ExplainedStudy.measure("M2", cost: 20))
    let study = try ExplainedStudy(scenario)
    #expect(try study.codes(0, .measure(1)) == [.coveredOtherwise])
    let told = try study.plan.explanation(ofMeasure: 1) { _, _ in nil }
    #expect(told.reasons.entries == [.init(code: .coveredOtherwise, count: 1)])
    #expect([told.eligible, told.added, told.complete, told.left.count] == [1, 0, 0, 1])
  }

  @Test func `what is asked of one objective leaves the others out`() throws {
    // O2 is met by M2 before the horizon; O1 waits for money.
    var scenario = ExplainedStudy.base(4)
    scenario.objectives.append(NISObjective(id: "O2", title: "O2", classes: ["EE"]))
    scenario.targets.append(
      CoverageTarget(nisClass: "EE", objective: "O2", levels: [.whole]))
    var other = ExplainedStudy.measure("M2", cost: 1, weight: 0)
    other.contributions = [.init(objective: "O2", weight: 1)]
    scenario.measures.append(other)
    scenario.initialDeployment = [InitialDeployment("a", "M2", .whole)]
    let study = try ExplainedStudy(scenario)
    #expect(try study.codes(0, .objective(1)) == [.targetMet])
    #expect(try study.codes(0, .objective(0)) == [.ownFundsLimit, .envelopeExhausted])
    let told = try study.plan.explanation(ofObjective: 0) { _, _ in nil }
    #expect(told.missing.map(\.beneficiary) == [0])
    #expect(abs((told.missing.first?.share ?? 0) - 0.6) < 1e-4)
    #expect(told.classes.map(\.met) == [0])
  }

  @Test func `yields rank who buys most of the goal for a million`() throws {
    // 30 k€: A is full for 10 (1 ÷ 0.01 M€ = 100), B gets 20, half of it (0.5 ÷ 0.02 = 25).
    let study = try ExplainedStudy(dearB(30))
    let yields = GoalYields(study.plan)
    let (a, b) = (yields.yields(of: 0).first, yields.yields(of: 1).first)
    #expect(abs((a?.perMillion ?? 0) - 100) < 0.01)
    #expect(abs((b?.perMillion ?? 0) - 25) < 0.01)
    #expect([a?.rank, a?.rankInClass, b?.rank, b?.count, b?.countInClass] == [1, 1, 2, 2, 2])
  }
}
