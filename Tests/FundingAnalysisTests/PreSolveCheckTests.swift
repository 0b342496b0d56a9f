// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import TestSupport
import Testing
import Wording

@Suite struct `Checks before solving` {
  @Test func `say nothing of a sound scenario`() {
    #expect(PreSolveChecks.check(HandMadePlan.baseScenario) == [])
  }

  @Test(arguments: Advice.Kind.allCases)
  func `report each kind of trouble, and that alone`(kind: Advice.Kind) throws {
    var scenario = HandMadePlan.baseScenario
    bring(kind, to: &scenario)
    let found = PreSolveChecks.check(scenario)
    #expect(Set(found.map(\.kind)) == [kind], "\(found)")
    let phrase = try #require(Catalogue.phrases["check.\(kind.rawValue)"])
    for advice in found {
      // Every argument that the sentence names is given.
      #expect(!phrase.text(in: .french, advice.arguments).contains("{"))
      #expect(!phrase.text(in: .english, advice.arguments).contains("{"))
    }
  }

  @Test func `a target out of reach is impossible where it must be met, else doubtful`() throws {
    var scenario = HandMadePlan.baseScenario
    // At 0.3 a year, M1 reaches 0.3·0.5 = 0.15 at A in 2026, where 0.3 is asked.
    scenario.measures[0].speed = Share(clamping: 0.3)
    let soft = try #require(PreSolveChecks.check(scenario).first { $0.subject.group == "EE" })
    #expect(soft.gravity == .doubtful && soft.count == 1 && soft.subject.year == Year(2026))
    #expect(abs(soft.limit - 0.15) < 1e-9)
    scenario.targets[0].isHard = true
    let hard = try #require(PreSolveChecks.check(scenario).first)
    #expect(hard.gravity == .impossible)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `call nothing impossible that has a plan`(seed: UInt64) {
    let scenario = RandomScenario(seed: seed).make()
    let found = PreSolveChecks.check(scenario).filter { $0.gravity == .impossible }
    #expect(found == [])
  }

  private func bring(_ kind: Advice.Kind, to scenario: inout Scenario) {
    switch kind {
    case .floorsExceedEnvelope:
      // The call counts 12 + 8 = 20; two floors of 10.5 ask for 21.
      scenario.vehicles[0].floor = .init(.sized(.init(fixed: .euros(10_500))), per: .horizon)
    case .floorAboveCeiling:
      // 2 a year for two years against 3.
      scenario.vehicles[0].floor = .init(.sized(.init(fixed: .euros(2_000))), per: .year)
      scenario.vehicles[0].ceiling = .init(.sized(.init(fixed: .euros(3_000))), per: .horizon)
    case .noWorseExceedsMoney:
      // 20 of the call and 6 of the fund.
      scenario.fairness.noWorseThan = ["A": .euros(20_000), "B": .euros(6_001)]
    case .targetUnreachable:
      // M1 gives EE at most 0.5.
      scenario.targets[0].levels = [.none, Share(clamping: 0.51)]
    case .targetsExceedMoney:
      // A: 0.5 of coverage is all of M1, 10 + 2. B: the cheapest of 12/0.5 and 5/0.3 times 0.3 = 5.
      for position in scenario.vehicles.indices {
        scenario.vehicles[position].amounts = [
          EnvelopeYear(secured: .euros(8_000)), EnvelopeYear(),
        ]
      }
      scenario.ownFunds = OwnFundsRule(
        affordable: SizedAmount(fixed: .euros(240)), share: .whole)
    case .targetsExceedStaff:
      // A needs all of M1 in 2027: 0.5 to run it.
      scenario.staffing = [StaffingRule(region: "53", available: [FTE(0.3), FTE(0.49)])]
    case .lockedExceedsWhole:
      scenario.initialDeployment = [.init("A", "M1", Share(clamping: 0.5))]
      scenario.locked = [.init("A", "M1", Year(2026), Share(clamping: 0.6))]
    case .massiveUnreachable:
      // Half in 2026 at A only: B is no pilot.
      scenario.measures[0].pilot = .init(until: Year(2026))
      scenario.deployment = [
        DeploymentRule(
          id: "m", subject: .measure("M1"), share: Share(clamping: 0.6), by: Year(2026))
      ]
    case .cliffUnavoidable:
      // A's hard target needs all of M1: 2 k€ a year.
      scenario.targets[0].isHard = true
      scenario.sustainability = SustainabilityRule(isHard: true, ownShare: .none)
      scenario.vehicles[1].afterHorizon = .euros(1_999)
    case .territoryFloorsExceedWhole:
      scenario.territory = [TerritoryRule(id: "t", grouping: .region, floor: 1.01)]
    case .territoryCeilingsBelowWhole:
      scenario.territory = [TerritoryRule(id: "t", grouping: .region, ceiling: 0.99)]
    case .coefficientSpread:
      // One cent against a loss of 100 k€ a thousand times over: ten orders of magnitude.
      scenario.measures[1].recurring = SizedAmount(fixed: Money(cents: 1))
      scenario.beneficiaries[0].risk = 1_000
    case .vehicleWithoutPayee:
      scenario.vehicles[0].eligibility = Eligibility(statuses: [.forProfit])
    }
  }
}
