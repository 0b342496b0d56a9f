// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Reads amendments off a plan that breaks rules: each rule is changed as far as the plan needs.
struct AmendmentReading {
  private let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Amendments under which a plan breaks nothing.
  ///
  /// - Parameter violations: What the plan breaks, as the audit found it.
  /// - Returns: One amendment for each rule, in the order of the violations; `nil` where something is
  ///   broken that nobody can amend.
  func amendments(for violations: [Violation]) -> [Amendment]? {
    var order: [WrittenRule] = []
    var broken: [WrittenRule: [Violation]] = [:]
    for violation in violations where violation.basis == .exact {
      guard let rule = WrittenRule(violation, of: scenario) else { return nil }
      if broken[rule] == nil { order.append(rule) }
      broken[rule, default: []].append(violation)
    }
    var result: [Amendment] = []
    for rule in order {
      guard let all = broken[rule], let change = change(of: rule, all) else { return nil }
      let beneficiaries = Set(all.compactMap(\.subject.beneficiary)).count
      result.append(Amendment(change, of: rule, beneficiaries: beneficiaries))
    }
    return result
  }

  private func change(of rule: WrittenRule, _ broken: [Violation]) -> Amendment.Change? {
    // What the plan has over what the rule allows or asks for, at its worst.
    let ratios = broken.map { $0.limit != 0 ? $0.value / $0.limit : .infinity }
    let highest = ratios.max() ?? 1
    let lowest = ratios.min() ?? 1
    switch rule.family {
    case .envelope: return envelope(rule, broken)
    case .coverage: return targets(rule, broken)
    case .territoryFloor, .territoryCeiling: return territory(rule, lowest, highest)
    case .staffing: return staff(rule, broken)
    case .massive:
      guard let asked = scenario.deployment.first(where: { $0.id == rule.rule }) else { return nil }
      return .deployment(
        asked.id, from: asked.share,
        to: Share(clamping: Self.down(asked.share.value * lowest, 3)))
    case .pilotShare:
      guard let measure = scenario.measures.first(where: { $0.id == rule.measure }),
        let share = measure.pilot?.share, highest.isFinite
      else { return nil }
      return .pilots(
        measure.id, from: share, to: Share(clamping: Self.up(share.value * highest, 3)))
    case .ceiling, .floor, .entitlement, .rate, .bandDrop, .bandRise, .results:
      return limit(rule, lowest, highest)
    case .ownFunds:
      guard let share = scenario.ownFunds?.share else { return nil }
      let raised = Self.up(share.value * highest, 3)
      return .ownFunds(from: share, to: raised <= 1 ? Share(clamping: raised) : nil)
    case .oneClaim: return rule.rule.map { .severalClaims($0) }
    case .noWorse: return .noWorse(factor: max(0, Self.down(lowest, 3)))
    case .sustainability:
      return .softSustainability(
        missing: Money(roundingThousandsOfEuros: broken.map(\.amount).max() ?? 0))
    case .ratioCap:
      guard let cap = scenario.fairness.ratioCap, highest.isFinite else { return nil }
      return .ratioCap(from: cap, to: Self.up(cap * highest, 2))
    case .deployed, .prerequisite, .financing, .avoided, .spend, .serviceUse, .serviceCapacity,
      .serviceBuild, .serviceRun, .minimum:
      return nil
    }
  }

  private func envelope(_ rule: WrittenRule, _ broken: [Violation]) -> Amendment.Change? {
    guard let vehicle = vehicle(rule), let year = rule.year,
      let t = scenario.horizon.index(of: year)
    else { return nil }
    let missing = Self.up(broken.map(\.amount).max() ?? 0, 0)
    let secured = vehicle.amounts[t].secured
    return .envelope(
      vehicle.id, year, from: secured,
      to: secured + Money(roundingThousandsOfEuros: missing))
  }

  private func targets(_ rule: WrittenRule, _ broken: [Violation]) -> Amendment.Change? {
    guard let nisClass = rule.nisClass, let year = rule.year,
      let t = scenario.horizon.index(of: year)
    else { return nil }
    let lowered = scenario.targets.compactMap { target -> Amendment.AmendedTarget? in
      let reached = broken.lazy.filter { $0.subject.objective == target.objective }.map(\.value)
      guard target.nisClass == nisClass, let lowest = reached.min() else { return nil }
      return Amendment.AmendedTarget(
        objective: target.objective, from: target.levels[t],
        to: Share(clamping: Self.down(lowest, 3)))
    }
    return lowered.isEmpty ? nil : .targets(nisClass, year, lowered)
  }

  private func territory(
    _ rule: WrittenRule, _ lowest: Double, _ highest: Double
  ) -> Amendment.Change? {
    guard let asked = scenario.territory.first(where: { $0.id == rule.rule }),
      let group = rule.group
    else { return nil }
    if rule.family == .territoryFloor {
      guard let floor = asked.floor else { return nil }
      return .territoryFloor(
        asked.id, group: group, from: floor, to: max(0, Self.down(floor * lowest, 2)))
    }
    guard let ceiling = asked.ceiling, highest.isFinite else { return nil }
    return .territoryCeiling(
      asked.id, group: group, from: ceiling, to: Self.up(ceiling * highest, 2))
  }

  private func staff(_ rule: WrittenRule, _ broken: [Violation]) -> Amendment.Change? {
    guard let region = rule.region, let year = rule.year,
      let t = scenario.horizon.index(of: year),
      let available = scenario.staffing.first(where: { $0.region == region })?.available[t]
    else { return nil }
    let needed = broken.map(\.value).max() ?? available.value
    return .staff(region, year, from: available, to: FTE(Self.up(needed, 1)))
  }

  private func limit(
    _ rule: WrittenRule, _ lowest: Double, _ highest: Double
  ) -> Amendment.Change? {
    guard let vehicle = vehicle(rule) else { return nil }
    switch rule.family {
    case .bandDrop: return .noLimitOfFalls(vehicle.id)
    case .bandRise: return .noLimitOfRises(vehicle.id)
    case .results: return .noResults(vehicle.id)
    case .floor: return .floor(vehicle.id, factor: max(0, Self.down(lowest, 3)))
    case .ceiling where highest.isFinite:
      return .ceiling(vehicle.id, factor: Self.up(highest, 3))
    case .entitlement where highest.isFinite:
      return .entitlement(vehicle.id, factor: Self.up(highest, 3))
    case .rate where highest.isFinite:
      guard let rate = vehicle.rate else { return nil }
      return .rate(
        vehicle.id, from: rate, to: Share(clamping: Self.up(rate.value * highest, 3)))
    default: return nil
    }
  }

  private func vehicle(_ rule: WrittenRule) -> Vehicle? {
    scenario.vehicles.first { $0.id == rule.vehicle }
  }

  /// Rounded up to a number of decimals, so that the plan fits within it.
  private static func up(_ value: Double, _ decimals: Int) -> Double {
    let unit = pow10(decimals)
    return (value * unit - 1e-7).rounded(.up) / unit
  }

  private static func down(_ value: Double, _ decimals: Int) -> Double {
    let unit = pow10(decimals)
    return (value * unit + 1e-7).rounded(.down) / unit
  }

  private static func pow10(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { unit, _ in unit * 10 }
  }
}
