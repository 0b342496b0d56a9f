// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Violations found so far, and the one comparison by which exact values are judged.
struct AuditLedger {
  /// What a row is about, by position.
  struct Place {
    var beneficiary: Int?
    var vehicle: Int?
    var measure: Int?
    var objective: Int?
    var service: Int?
    var pot: Int?
    var rule: RuleID?
    var group: String?
    var year: Int?
    var detail: String?
  }

  private(set) var violations: [Violation] = []
  private let scenario: Scenario
  private let pots: [Pot]

  init(_ scenario: Scenario, pots: [Pot]) {
    self.scenario = scenario
    self.pots = pots
  }

  /// Holds a value to an upper limit; `scale` is Σ|terms| + |limit| of the row.
  mutating func hold(
    _ rule: Violation.Rule, _ value: Double, atMost limit: Double, scale: Double,
    _ unit: Violation.Unit, _ place: @autoclosure () -> Place
  ) {
    // A comparison with a value that is not a number is false, so ask for what must be true.
    guard value - limit <= PlanAudit.tolerance * max(1, scale) else {
      add(rule, value, limit, unit, place())
      return
    }
  }

  /// Holds a value to a lower limit.
  mutating func hold(
    _ rule: Violation.Rule, _ value: Double, atLeast limit: Double, scale: Double,
    _ unit: Violation.Unit, _ place: @autoclosure () -> Place
  ) {
    guard limit - value <= PlanAudit.tolerance * max(1, scale) else {
      add(rule, value, limit, unit, place())
      return
    }
  }

  /// Holds two sides of an equation together.
  mutating func hold(
    _ rule: Violation.Rule, _ value: Double, equals limit: Double, scale: Double,
    _ unit: Violation.Unit, _ place: @autoclosure () -> Place
  ) {
    guard abs(value - limit) <= PlanAudit.tolerance * max(1, scale) else {
      add(rule, value, limit, unit, place())
      return
    }
  }

  /// Adds a violation that was found by other means.
  mutating func add(
    _ rule: Violation.Rule, _ value: Double, _ limit: Double, _ unit: Violation.Unit,
    basis: Violation.Basis = .exact, _ place: Place
  ) {
    violations.append(
      Violation(
        rule: rule, basis: basis, subject: subject(place), value: value, limit: limit, unit: unit))
  }

  private func subject(_ place: Place) -> Violation.Subject {
    Violation.Subject(
      beneficiary: place.beneficiary.map { scenario.beneficiaries[$0].id },
      vehicle: place.vehicle.map { scenario.vehicles[$0].id },
      measure: place.measure.map { scenario.measures[$0].id },
      objective: place.objective.map { scenario.objectives[$0].id },
      service: place.service.map { scenario.services[$0].id }, pot: place.pot.map { pots[$0].name },
      rule: place.rule, group: place.group,
      year: place.year.map { Year(scenario.horizon.first.number + $0) }, detail: place.detail)
  }
}
