// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel

/// For each rule, the hand-made plan just within it and just beyond it.
///
/// Most rules are moved, not the plan: the limit is set to what the plan reaches (``kept``), then a
/// little tighter (``broken``), which shows that the audit stands at the limit itself.
struct Mutation {
  var kept = HandMadePlan()
  var broken = HandMadePlan()

  /// The same change to both plans, told apart by one value.
  static func limit<Value>(
    _ kept: Value, _ broken: Value, _ change: (inout HandMadePlan, Value) -> Void
  ) -> Mutation {
    var result = Mutation()
    change(&result.kept, kept)
    change(&result.broken, broken)
    return result
  }

  /// A change to one plan only; the other stays as it is.
  static func change(
    after preparation: (inout HandMadePlan) -> Void = { _ in },
    _ change: (inout HandMadePlan) -> Void
  ) -> Mutation {
    var result = Mutation()
    preparation(&result.kept)
    preparation(&result.broken)
    change(&result.broken)
    return result
  }

  static func mutation(of rule: Violation.Rule) -> Mutation? {
    deployment(rule) ?? money(rule) ?? population(rule) ?? services(rule) ?? structure(rule)
      ?? reading(rule)
  }

  private static func deployment(_ rule: Violation.Rule) -> Mutation? {
    switch rule {
    case .deployed:
      // A adds 1 in all.
      limit(0, 0.1) {
        $0.scenario.initialDeployment = [.init("A", "M1", Share(clamping: $1))]
      }
    case .prerequisite:
      // B: 0.25 of M2 behind 0.4 of M1. The other way round, A's M1 runs ahead of nothing.
      limit((1, "M1"), (0, "M2")) {
        $0.scenario.measures[$1.0].prerequisites = [MeasureID($1.1)]
      }
    case .speed:
      limit(0.5, 0.49) { $0.scenario.measures[0].speed = Share(clamping: $1) }
    case .wholeStep:
      // A takes halves of M1, as its speed says; B takes 0.4 of it.
      limit(false, true) { $0.wholeSteps = $1 }
    case .pilotsOnly:
      limit(true, false) {
        $0.scenario.measures[0].pilot = .init(until: Year(2026))
        $0.scenario.beneficiaries[1].isPilot = $1
      }
    case .locked:
      limit(0.5, 0.4) {
        $0.scenario.locked = [.init("A", "M1", Year(2026), Share(clamping: $1))]
      }
    case .coverage:
      // B in 2027: 0.5·0.4 + 0.3·0.25 = 0.275.
      limit(0.275, 0.28) {
        $0.scenario.targets[1] = CoverageTarget(
          nisClass: "EI", objective: "O1", levels: [.none, Share(clamping: $1)], isHard: true)
      }
    default: nil
    }
  }

  private static func money(_ rule: Violation.Rule) -> Mutation? {
    switch rule {
    case .financing:
      change { $0.plan.own[0].thousands = 0.7 }
    case .ceiling:
      limit(10_000 as Int64, 9_999) {
        $0.scenario.vehicles[0].ceiling = .init(.sized(.init(fixed: .euros($1))), per: .horizon)
      }
    case .floor:
      limit(5_000 as Int64, 5_001) {
        $0.scenario.vehicles[0].floor = .init(.sized(.init(fixed: .euros($1))), per: .horizon)
      }
    case .entitlement:
      limit(4_000 as Int64, 3_999) {
        $0.scenario.vehicles[0].entitlements = [
          "A": [.euros(5_000), .euros(5_000)], "B": [.euros($1), .euros(1_000)],
        ]
      }
    case .oneClaim:
      // A draws 10 of 20 k€ of the call, half of its claim, and 3 k€ of the fund: half of 6.
      limit(3_000 as Int64, 2_999) {
        $0.scenario.vehicles[0].claim = ClaimWindow(claim: "file", window: "first")
        $0.scenario.vehicles[0].entitlements = [
          "A": [.euros(10_000), .euros(10_000)], "B": [.euros(5_000), .euros(5_000)],
        ]
        $0.scenario.vehicles[1].claim = ClaimWindow(claim: "file", window: "second")
        $0.scenario.vehicles[1].entitlements = ["A": [.euros($1), .euros(3_000)]]
      }
    case .rate:
      limit(1, 0.99) { $0.scenario.vehicles[0].rate = Share(clamping: $1) }
    case .bandDrop:
      // B has 4 k€ of the call, then 1: a fall of three quarters.
      limit(0.75, 0.74) { $0.scenario.vehicles[0].band = YearOnYearBand(dropShare: $1) }
    case .bandRise:
      // A has 1 k€ of the fund, then 2.
      limit(1, 0.9) { $0.scenario.vehicles[1].band = YearOnYearBand(riseShare: $1) }
    case .ownFunds:
      // B pays 1.05 k€ in 2027: half of 2.1.
      limit(2_100 as Int64, 2_099) {
        $0.scenario.ownFunds = OwnFundsRule(
          affordable: SizedAmount(fixed: .euros($1)), share: Share(clamping: 0.5))
      }
    case .results:
      // B in 2026: progress 0.5·0.4 / (0.5 + 0.3) = 0.25, paid 4 k€: a ceiling of 16 k€.
      limit(16_000 as Int64, 15_990) {
        $0.scenario.vehicles[0].mechanism = .results
        $0.scenario.vehicles[0].resultObjectives = ["O1"]
        $0.scenario.vehicles[0].ceiling = .init(.sized(.init(fixed: .euros($1))), per: .horizon)
      }
    case .noWorse:
      limit(5_000 as Int64, 5_001) { $0.scenario.fairness.noWorseThan = ["B": .euros($1)] }
    case .envelope:
      limit(8_000 as Int64, 7_999) {
        $0.scenario.vehicles[0].amounts[0].secured = .euros($1)
      }
    case .carryOver:
      // 3 k€ of 12 are a quarter.
      limit(0.25, 0.2) {
        $0.plan.carried[0] = 3
        $0.allocation.carried[0] = .euros(3_000)
        $0.scenario.vehicles[0].carryOver = Share(clamping: $1)
      }
    case .sustainability:
      // 2 at A, 0.8 + 0.25 at B.
      limit(3_050 as Int64, 3_049) {
        $0.scenario.sustainability = SustainabilityRule(isHard: true, ownShare: .none)
        $0.scenario.vehicles[1].afterHorizon = .euros($1)
      }
    default: nil
    }
  }

  private static func population(_ rule: Violation.Rule) -> Mutation? {
    switch rule {
    case .territoryFloor:
      // A receives 13 k€, B 5: of 18, half by units is 9, and 5/9 is 0.556.
      limit(0.55, 0.56) {
        $0.scenario.territory = [
          TerritoryRule(id: "t", grouping: .region, floor: $1, weight: .units)
        ]
      }
    case .territoryCeiling:
      // 2027, fund alone: A receives all, four times its share by agents.
      limit(4, 3.99) {
        $0.scenario.territory = [
          TerritoryRule(
            id: "t", grouping: .nisClass, members: ["EE"], ceiling: $1, vehicles: ["fund"],
            period: .year)
        ]
      }
    case .ratioCap:
      // 13/9 is 1.444.
      limit(1.45, 1.44) {
        $0.scenario.fairness.ratioCap = $1
        $0.scenario.fairness.ratioWeight = .units
      }
    case .staffing:
      // A: 0.5·1 + 0.5·0.5 = 0.75, then 0.5·1 + 1·0.5 = 1.
      limit(1, 0.99) {
        $0.scenario.staffing = [StaffingRule(region: "53", available: [FTE(0.75), FTE($1)])]
      }
    case .massive:
      // By agents: (100·1 + 300·0.4) / 400 = 0.55.
      limit(0.55, 0.56) {
        $0.scenario.deployment = [
          DeploymentRule(
            id: "m", subject: .measure("M1"), share: Share(clamping: $1), by: Year(2027),
            weight: .agents)
        ]
      }
    case .pilotShare:
      // In 2026, by units: (0.5 + 0.4) / 2 = 0.45.
      limit(0.45, 0.44) {
        $0.scenario.measures[0].pilot = .init(until: Year(2026), share: Share(clamping: $1))
      }
    default: nil
    }
  }

  private static func services(_ rule: Violation.Rule) -> Mutation? {
    switch rule {
    case .serviceUse:
      change(after: { $0.addService() }) {
        $0.plan.serviceCapacity[1] = 74
        $0.plan.servicePayments[0].thousands = 0.48
        $0.plan.servicePayments[1].thousands = 0.24
        $0.allocation.services[0].euros = 480
        $0.allocation.services[1].euros = 240
      }
    case .serviceCapacity:
      // Capacity that costs nothing is built up to 90 and torn down to 75.
      change(after: {
        $0.addService()
        $0.scenario.services[0].buildCost = .zero
        $0.scenario.services[0].runCost = .zero
        $0.plan.servicePayments = []
        $0.allocation.services = []
      }) { $0.plan.serviceCapacity[0] = 90 }
    case .serviceBuild:
      change(after: { $0.addService() }) {
        $0.plan.servicePayments[0].thousands = 0.4
        $0.allocation.services[0].euros = 400
      }
    case .serviceRun:
      change(after: { $0.addService() }) {
        $0.plan.servicePayments[1].thousands = 0.26
        $0.allocation.services[1].euros = 260
      }
    case .serviceLimit:
      limit(75, 74) {
        $0.addService()
        $0.scenario.services[0].largestCapacity = $1
      }
    case .servicePayer:
      limit("fund", "call") {
        $0.addService()
        $0.scenario.services[0].vehicles = [VehicleID($1)]
      }
    default: nil
    }
  }

  private static func structure(_ rule: Violation.Rule) -> Mutation? {
    switch rule {
    case .nature:
      // The call pays what recurs at B in 2026 in place of B.
      change {
        $0.plan.own.removeFirst()
        $0.plan.grants.append(
          .init(
            vehicle: 0, beneficiary: 1, pot: HandMadePlan.Pots.recurring1, year: 0, thousands: 0.8))
        $0.allocation.lines.append(
          .init(vehicle: 0, beneficiary: 1, pot: HandMadePlan.Pots.recurring1, year: 0, euros: 800))
      }
    case .domain:
      limit(["d1", "d2"], ["d1"]) { $0.scenario.vehicles[0].domains = $1 }
    case .eligibility:
      limit("EE", "EI") {
        $0.scenario.vehicles[1].eligibility = Eligibility(classes: [NISClassID($1)])
      }
    case .lag:
      limit(0, 1) {
        $0.scenario.vehicles[0].amounts[1].secured = .euros(12_000)
        $0.scenario.vehicles[0].lag = $1
      }
    default: nil
    }
  }

  private static func reading(_ rule: Violation.Rule) -> Mutation? {
    switch rule {
    case .spend:
      // One euro too little, with room in the envelope.
      change { $0.allocation.lines[0].euros -= 1 }
    case .wholeEuros:
      change {
        $0.allocation.lines[0].euros += 2
        $0.allocation.lines[4].euros -= 2
      }
    case .negative:
      change { $0.plan.carried[0] = -0.5 }
    case .shape:
      change { $0.plan.grants.append($0.plan.grants[0]) }
    case .input:
      limit(400, nil) {
        $0.scenario.beneficiaries[1].size[.agents] = $1
        $0.scenario.vehicles[0].ceiling = .init(
          .sized(.init(fixed: .euros(9_000), [.init(.agents, .euros(100))])), per: .horizon)
      }
    case .avoided:
      // A's loss of 100 k€ falls by 50 on full deployment, in a straight line: 25, then 50. B: 20, 20.
      limit(115, 115.1) { $0.claim(.avoidedLoss, $1) }
    case .minimum:
      limit(0.275, 0.28) { $0.claim(.minimumCoverage, $1) }
    case .goal:
      limit(18, 17.9) { $0.claim(.publicMoney, $1) }
    default: nil
    }
  }
}

extension HandMadePlan {
  /// Claims a value for one goal.
  mutating func claim(_ goal: Goal, _ value: Double) {
    scenario.goals = [GoalLevel(goal)]
    levelValues = [value]
  }

  var violations: [Violation] {
    PlanAudit.check(
      scenario: scenario, plan: plan, allocation: allocation, levelValues: levelValues,
      wholeSteps: wholeSteps)
  }
}
