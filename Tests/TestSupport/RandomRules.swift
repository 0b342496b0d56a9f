// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Rules of random scenarios.
extension RandomScenario {
  func addLocalRules(
    to scenario: inout Scenario, _ draw: inout SplitMix64, _ forced: Forced?
  ) {
    if forced == nil, draw.chance(0.6) {
      scenario.ownFunds = OwnFundsRule(
        affordable: SizedAmount(fixed: .euros(10_000), [.init(.agents, .euros(40))]),
        share: Share(clamping: draw.number(0.2...0.8)))
      for position in scenario.beneficiaries.indices where draw.chance(0.2) {
        scenario.beneficiaries[position].affordable = .euros(Int64(draw.integer(0...80)) * 1000)
      }
    }
    if draw.chance(0.6) || scenario.goals.contains(where: { $0.mentions(.budgetCliff) }) {
      scenario.sustainability = SustainabilityRule(
        isHard: forced == nil && draw.chance(0.4), ownShare: Share(clamping: draw.number(0...1)))
    }
    if draw.chance(0.3) || scenario.goals.contains(where: { $0.mentions(.minimumCoverage) }) {
      scenario.fairness.minimumCoverage = true
    }
  }

  func addCouplingRules(
    to scenario: inout Scenario, _ draw: inout SplitMix64, _ forced: Forced?
  ) {
    let ample =
      forced == .locked || forced == .massiveMeasure || forced == .massiveObjective
      || forced == .hardTarget
    if !ample, draw.chance(0.5) {
      scenario.staffing = (1...max(1, regions)).map { region in
        StaffingRule(
          region: RegionID("R\(region)"),
          available: (0..<years).map { year in
            FTE(draw.number(0.2...1.0) * Double(year + 1) + 0.1 * Double(beneficiaries))
          })
      }
    }
    if forced != .floor, forced != .noWorse {
      if draw.chance(0.5) { scenario.territory = makeTerritory(&draw) }
      if draw.chance(0.3) {
        scenario.fairness.ratioCap = draw.number(2...4)
        scenario.fairness.ratioWeight = draw.pick([.agents, .units])
      }
    }
    if draw.chance(0.4) { addService(to: &scenario, &draw) }
  }

  private func makeTerritory(_ draw: inout SplitMix64) -> [TerritoryRule] {
    let period: BeneficiaryLimit.Period = draw.chance(0.5) ? .horizon : .year
    var rules = [
      TerritoryRule(
        id: "regions", grouping: .region, floor: draw.number(0.2...0.7),
        ceiling: draw.chance(0.5) ? draw.number(1.5...2.5) : nil,
        weight: draw.pick([.agents, .beds, .units]),
        vehicles: draw.chance(0.5) ? ["fund"] : [], period: period)
    ]
    if draw.chance(0.4) {
      rules.append(
        TerritoryRule(
          id: "ght", grouping: .column("ght"), members: ["GHT d'essai 1"], ceiling: 1.4,
          weight: .activity, period: .horizon))
    }
    return rules
  }

  private func addService(to scenario: inout Scenario, _ draw: inout SplitMix64) {
    let carried = scenario.measures[scenario.measures.count - 1].id
    scenario.services = [
      SharedService(
        id: "soc", title: "SOC", measures: [carried],
        eligibility: draw.chance(0.3) ? Eligibility(classes: ["EE"]) : .everybody,
        unit: draw.pick([.agents, .units, .workstations]),
        initialCapacity: Double(draw.integer(0...500)),
        largestCapacity: draw.chance(0.5) ? Double(draw.integer(600...6000)) : nil,
        buildCost: .euros(Int64(draw.integer(5...40))), runCost: .euros(Int64(draw.integer(1...9))),
        vehicles: draw.chance(0.5) ? ["call", "fund"] : ["fund", "soc-money"])
    ]
    scenario.vehicles.append(
      Vehicle(
        id: "soc-money", title: "Crédits du SOC", natures: [.oneOff, .recurring],
        paysBeneficiaries: false,
        amounts: (0..<years).map { _ in
          EnvelopeYear(secured: .euros(Int64(draw.integer(0...60)) * 1000))
        }, carryOver: .whole))
  }

  func add(_ forced: Forced?, to scenario: inout Scenario, _ draw: inout SplitMix64) {
    switch forced {
    case nil, .existingCosts: break
    case .massiveMeasure:
      scenario.deployment = [
        DeploymentRule(
          id: "massive", subject: .measure("M1"), share: Share(clamping: draw.number(0.2...0.9)),
          by: horizon.last, weight: draw.pick([.units, .agents]),
          within: draw.chance(0.5) ? .column("ght") : nil)
      ]
    case .massiveObjective:
      scenario.deployment = [
        DeploymentRule(
          id: "massive", subject: .objective("O1"), share: Share(clamping: draw.number(0.1...0.5)),
          by: horizon.last, weight: .activity, eligibility: Eligibility(classes: ["EE"]))
      ]
    case .locked:
      scenario.locked = scenario.beneficiaries.filter { _ in draw.chance(0.5) }.map {
        LockedIncrement($0.id, "M1", horizon.first, Share(clamping: draw.number(0...0.5)))
      }
    case .hardTarget:
      scenario.targets.removeAll { $0.objective == "O1" }
      scenario.targets += Self.classes.map {
        CoverageTarget(
          nisClass: $0, objective: "O1",
          levels: (0..<years).map { Share(clamping: 0.1 + 0.05 * Double(min($0, 8))) },
          isHard: true)
      }
    case .floor:
      scenario.vehicles[0].floor = BeneficiaryLimit(
        .sized(SizedAmount(fixed: .euros(Int64(draw.integer(1...5)) * 1000))), per: .horizon)
    case .noWorse:
      scenario.fairness.noWorseThan = Dictionary(
        uniqueKeysWithValues: scenario.beneficiaries.map {
          ($0.id, Money.euros(Int64(draw.integer(0...5)) * 1000))
        })
    }
  }
}

extension GoalLevel {
  /// Whether a goal is part of the level.
  func mentions(_ goal: Goal) -> Bool { terms.contains { $0.goal == goal } }
}
