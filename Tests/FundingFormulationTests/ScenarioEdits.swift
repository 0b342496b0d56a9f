// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import TestSupport

/// Something that a what-if changes in a scenario, drawn from a seed.
enum ScenarioEdit: String, CaseIterable, Sendable {
  // Numbers only: another program is not needed.
  case title, amounts, announcedShare, carryOver, afterHorizon, ceilings, floors, rates, bands
  case targetLevels, territoryMultiples, territoryWeight, staff, deploymentShare, deploymentWeight
  case ratioCap, noWorse, ownShare, ownFunds, serviceCosts, serviceCapacities, goalOrder
  case goalTolerance, goalWeights, classWeights, discount, entitlements, shortfallWeight
  // Other rows or columns, at least now and then.
  case targetHardness, targetGone, ceilingGone, entitlementsGone, entitlementOfOne, bandGone,
    territoryGone, sustainabilityHardness
  case minimumCoverage, mechanism, lag, natures, domains, eligibility, servicePayers
  case vehicleGone, inflation, lossPieces, careWeight, costFactor, risk, affordable, size, speed,
    cost, effect
  case objectiveWeight, initialDeployment, locked, region

  /// Those that change numbers only, wherever there is something to change.
  static let ofNumbers: [ScenarioEdit] = Array(
    allCases[...(allCases.firstIndex(of: .shortfallWeight) ?? 0)])

  func apply(to s: inout Scenario, _ draw: inout SplitMix64) {
    let v = draw.integer(0...(s.vehicles.count - 1))
    let t = draw.integer(0...(s.horizon.count - 1))
    let e = draw.integer(0...(s.beneficiaries.count - 1))
    let m = draw.integer(0...(s.measures.count - 1))
    let share = Share(clamping: draw.number(0.05...0.95))
    let money = Money.euros(Int64(draw.integer(1...300)) * 1000)
    if applyToVehicle(&s.vehicles[v], t, share, money) { return }
    if applyToRules(of: &s, t, share, money, &draw) { return }
    switch self {
    case .title: s.title += " bis"
    case .goalOrder: s.goals.reverse()
    case .goalTolerance: s.goals[0].tolerance += 0.01
    case .goalWeights:
      for g in s.goals.indices where s.goals[g].terms.count > 1 {
        s.goals[g].terms[0].weight += 0.5
      }
    case .classWeights: s.classWeights["EE"] = 3
    case .discount: s.economics.discount += 0.01
    case .shortfallWeight: s.economics.shortfallWeight = .beds
    case .vehicleGone: if s.vehicles.count > 1 { s.vehicles.removeLast() }
    case .inflation: s.economics.inflation += 0.01
    case .lossPieces: s.economics.lossPieces += 1
    case .careWeight: s.beneficiaries[e].careWeight += 1
    case .costFactor: s.beneficiaries[e].costFactor += 0.25
    case .risk: s.beneficiaries[e].risk += 0.5
    case .affordable: s.beneficiaries[e].affordable = money
    case .size: s.beneficiaries[e].size[.agents] = 777
    case .region: s.beneficiaries[e].region = "R1"
    case .speed: s.measures[m].speed = share
    case .cost: s.measures[m].oneOff.fixed = money
    case .effect: s.measures[m].effects = []
    case .objectiveWeight: if !s.objectives.isEmpty { s.objectives[0].weight += 1 }
    case .initialDeployment:
      s.initialDeployment.append(
        InitialDeployment(s.beneficiaries[e].id, s.measures[m].id, Share(clamping: 0.1)))
    case .locked:
      s.locked.append(
        LockedIncrement(
          s.beneficiaries[e].id, s.measures[m].id, s.horizon.first, Share(clamping: 0.1)))
    default: break
    }
  }

  private func applyToVehicle(
    _ vehicle: inout Vehicle, _ t: Int, _ share: Share, _ money: Money
  ) -> Bool {
    switch self {
    case .amounts: vehicle.amounts[t] = EnvelopeYear(secured: money, announced: money)
    case .announcedShare: vehicle.announcedShare = share
    case .carryOver: vehicle.carryOver = share
    case .afterHorizon: vehicle.afterHorizon = money
    case .ceilings: vehicle.ceiling?.schedule = .sized(SizedAmount(fixed: money))
    case .floors: vehicle.floor?.schedule = .sized(SizedAmount(fixed: money))
    case .rates: if vehicle.rate != nil { vehicle.rate = share }
    case .bands:
      if vehicle.band?.dropShare != nil { vehicle.band?.dropShare = share.value }
      if vehicle.band?.riseShare != nil { vehicle.band?.riseShare = share.value }
      vehicle.band?.riseAmount = money
    case .ceilingGone: vehicle.ceiling = nil
    case .entitlements:
      for one in (vehicle.entitlements ?? [:]).keys { vehicle.entitlements?[one]?[t] = money }
    case .entitlementsGone: vehicle.entitlements = nil
    case .entitlementOfOne:
      if let one = vehicle.entitlements?.keys.min() { vehicle.entitlements?[one] = nil }
    case .bandGone: vehicle.band = nil
    case .mechanism: vehicle.mechanism = vehicle.mechanism == .results ? .optimised : .results
    case .lag: vehicle.lag += 1
    case .natures: vehicle.natures = [.oneOff]
    case .domains: vehicle.domains = ["continuity"]
    case .eligibility: vehicle.eligibility = Eligibility(classes: ["EE"])
    default: return false
    }
    return true
  }

  private func applyToRules(
    of s: inout Scenario, _ t: Int, _ share: Share, _ money: Money, _ draw: inout SplitMix64
  ) -> Bool {
    switch self {
    case .targetLevels:
      for place in s.targets.indices where s.targets[place].levels[t].value > 0 {
        s.targets[place].levels[t] = share
      }
    case .targetHardness: if !s.targets.isEmpty { s.targets[0].isHard.toggle() }
    case .targetGone: if !s.targets.isEmpty { s.targets.removeLast() }
    case .territoryMultiples:
      for place in s.territory.indices {
        if s.territory[place].floor != nil { s.territory[place].floor = share.value }
        if s.territory[place].ceiling != nil { s.territory[place].ceiling = 1 + share.value }
      }
    case .territoryWeight: for place in s.territory.indices { s.territory[place].weight = .beds }
    case .territoryGone: s.territory = []
    case .staff:
      for place in s.staffing.indices { s.staffing[place].available[t] = FTE(9 + share.value) }
    case .deploymentShare: for place in s.deployment.indices { s.deployment[place].share = share }
    case .deploymentWeight: for place in s.deployment.indices { s.deployment[place].weight = .beds }
    case .ratioCap:
      if s.fairness.ratioCap != nil { s.fairness.ratioCap = 2 + share.value }
      s.fairness.ratioWeight = .beds
    case .noWorse: s.fairness.noWorseThan = s.fairness.noWorseThan.mapValues { _ in money }
    case .minimumCoverage: s.fairness.minimumCoverage.toggle()
    case .ownShare: s.sustainability?.ownShare = share
    case .sustainabilityHardness: s.sustainability?.isHard.toggle()
    case .ownFunds:
      s.ownFunds?.share = share
      s.ownFunds?.affordable.fixed = money
    case .serviceCosts:
      for place in s.services.indices {
        s.services[place].buildCost = money
        s.services[place].runCost = .euros(7)
      }
    case .serviceCapacities:
      for place in s.services.indices {
        s.services[place].initialCapacity += 10
        s.services[place].largestCapacity = draw.chance(0.5) ? 99_999 : nil
      }
    case .servicePayers:
      for place in s.services.indices {
        s.services[place].vehicles = s.services[place].vehicles.dropLast()
      }
    default: return false
    }
    return true
  }
}
