// SPDX-License-Identifier: GPL-3.0-or-later

import FundingMechanisms
import FundingModel
import TestSupport
import Testing

@Suite struct `The response of own interest` {
  // Random studies without rules between beneficiaries, under a lump sum and under proportion.
  @Test(arguments: UInt64(1)...12)
  func `is that of each beneficiary solved alone`(seed: UInt64) throws {
    var maker = RandomScenario(seed: seed, beneficiaries: 4, measures: 3, years: 2)
    maker.couplingRules = false
    var study = maker.make()
    study.locked = []
    study.economics.shortfallWeight = .units
    // A share of pilots is shared by all.
    for m in study.measures.indices { study.measures[m].pilot = nil }
    for v in study.vehicles.indices {
      study.vehicles[v].entitlements = nil
      study.vehicles[v].lag = 0
    }
    let vehicles = study.vehicles.map(\.id)
    for basis in [SmallStudy.fixed(9_000), SmallStudy.weight(.agents)] {
      let clause = SmallStudy.clause(basis) {
        $0.vehicles = vehicles
        $0.from = study.horizon.first
        $0.to = study.horizon.last
      }
      let rule = SmallStudy.mechanism(.flat, clause)
      let own = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study))
      let together = try SmallStudy.solve(own.scenario)
      var sums = [0.0, 0.0]
      for beneficiary in own.scenario.beneficiaries {
        // Weights are relative to the mean over those that have a class: alone, the mean is its own.
        var alone = own.scenario
        alone.beneficiaries = [beneficiary]
        alone.initialDeployment = alone.initialDeployment.filter {
          $0.beneficiary == beneficiary.id
        }
        let solved = try SmallStudy.solve(alone)
        for level in 0..<2 { sums[level] += solved.values[level] }
      }
      for level in 0..<2 {
        let scale = max(1, abs(sums[level]))
        #expect(
          abs(together.values[level] - sums[level]) <= 1e-4 * scale,
          "level \(level): \(together.values) together, \(sums) alone")
      }
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `never beats the optimum`(seed: UInt64) throws {
    var study = RandomScenario(seed: seed, beneficiaries: 4, measures: 3, years: 2).make()
    study.locked = []
    for v in study.vehicles.indices { study.vehicles[v].entitlements = nil }
    let optimum = OwnInterest.optimum(of: study)
    let best = try SmallStudy.solve(optimum)
    let held = HeldMoney(best.plan, Allocation(lines: [], services: [], carried: []), of: study)
    let clause = SmallStudy.clause(SmallStudy.weight(.agents)) {
      $0.vehicles = study.vehicles.filter(\.paysBeneficiaries).map(\.id)
      $0.from = study.horizon.first
      $0.to = study.horizon.last
    }
    let own = try OwnInterest(SmallStudy.mechanism(.prorata, clause), of: study, held: held)
    let response = try SmallStudy.solve(own.scenario)
    #expect(response.values[0] >= best.values[0] - 1e-5 * max(1, abs(best.values[0])))
  }

  // The call is named, the fund is not: it keeps what the optimum gave A and B.
  @Test func `leaves vehicles that no clause names as the optimum has them`() throws {
    var study = SmallStudy.study()
    study.vehicles.append(SmallStudy.vehicle("fund", [.oneOff], [30_000, 0]))
    let allocation = Allocation(
      lines: [
        .init(vehicle: 1, beneficiary: 0, pot: 0, year: 0, euros: 10_000),
        .init(vehicle: 1, beneficiary: 1, pot: 0, year: 0, euros: 20_000),
      ], services: [], carried: [])
    let plan = Plan(
      measureCount: 1, yearCount: 2, increments: [], grants: [], own: [], servicePayments: [],
      serviceCapacity: [], carried: [])
    let rule = SmallStudy.mechanism(.flat, SmallStudy.clause(SmallStudy.fixed(20_000)))
    let own = try OwnInterest(
      rule, of: study, held: HeldMoney(plan, allocation, of: study))
    let solved = try SmallStudy.solve(own.scenario)
    // 2 · 20 k€ each of the call, and 10, 20 and 0 k€ of the fund.
    #expect(zip(solved.deployed, [0.5, 0.6, 0.4]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `sets rules aside by which the nation steers`() throws {
    var study = SmallStudy.study()
    study.territory = [TerritoryRule(id: "t", grouping: .region, floor: 0.9)]
    study.deployment = [
      DeploymentRule(id: "d", subject: .measure("M1"), share: .whole, by: Year(2026))
    ]
    study.targets[0].isHard = true
    study.fairness.minimumCoverage = true
    let rule = SmallStudy.mechanism(.flat, SmallStudy.clause(SmallStudy.fixed(10_000)))
    let own = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study))
    #expect(own.scenario.territory.isEmpty && own.scenario.deployment.isEmpty)
    #expect(own.scenario.fairness == FairnessRules())
    #expect(own.scenario.targets.allSatisfy { !$0.isHard })
    // 20 k€ each in two years: 0.8 is missing at each.
    #expect(abs(try SmallStudy.solve(own.scenario).values[0] - 2.4) < 1e-5)
  }
}
