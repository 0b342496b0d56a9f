// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// A part of a scenario that may change without another program being needed, only other numbers in
/// some of its rows, columns and objectives.
///
/// What is in no part decides which rows and columns there are: where it changes, everything is
/// compiled again. That ``localFamilies``, ``couplingFamilies`` and the like leave nothing out is
/// what the tests of recompiling hold against full compiles.
enum ScenarioPart: CaseIterable {
  /// What no program reads.
  case words
  /// Amounts of the vehicles, what is counted on and carried over.
  case money
  /// Money of the vehicles after the horizon.
  case afterHorizon
  /// Ceilings, floors and entitlements of vehicles at beneficiaries.
  case limits
  case rates
  case bands
  case targets
  case territory
  case staffing
  case deployment
  case ratioCap
  case noWorse
  case sustainability
  case ownFunds
  case services
  /// The goals and what they are weighed with.
  case goals

  /// Whether the part differs, between scenarios with as many vehicles.
  func differs(_ old: Scenario, _ new: Scenario) -> Bool {
    var copy = new
    // No part holds these, and they take long to compare.
    copy.beneficiaries = []
    copy.measures = []
    copy.initialDeployment = []
    copy.locked = []
    copy.lockedYears = nil
    var other = copy
    take(from: old, into: &other)
    return other != copy
  }

  /// Puts the part of one scenario in the place of the other's.
  func take(from old: Scenario, into new: inout Scenario) {
    switch self {
    case .words:
      new.title = old.title
      new.amendmentCosts = old.amendmentCosts
    case .money:
      eachVehicle(old, &new) {
        $1.amounts = $0.amounts
        $1.announcedShare = $0.announcedShare
        $1.carryOver = $0.carryOver
      }
    case .afterHorizon: eachVehicle(old, &new) { $1.afterHorizon = $0.afterHorizon }
    case .limits:
      eachVehicle(old, &new) {
        $1.ceiling = $0.ceiling
        $1.floor = $0.floor
        $1.entitlements = $0.entitlements
      }
    case .rates: eachVehicle(old, &new) { $1.rate = $0.rate }
    case .bands: eachVehicle(old, &new) { $1.band = $0.band }
    case .targets: new.targets = old.targets
    case .territory: new.territory = old.territory
    case .staffing: new.staffing = old.staffing
    case .deployment: new.deployment = old.deployment
    case .ratioCap:
      new.fairness.ratioCap = old.fairness.ratioCap
      new.fairness.ratioWeight = old.fairness.ratioWeight
    case .noWorse: new.fairness.noWorseThan = old.fairness.noWorseThan
    case .sustainability: new.sustainability = old.sustainability
    case .ownFunds: new.ownFunds = old.ownFunds
    case .services: new.services = old.services
    case .goals:
      new.goals = old.goals
      new.classWeights = old.classWeights
      new.economics.discount = old.economics.discount
      new.economics.shortfallWeight = old.economics.shortfallWeight
    }
  }

  private func eachVehicle(
    _ old: Scenario, _ new: inout Scenario, _ take: (Vehicle, inout Vehicle) -> Void
  ) {
    for v in new.vehicles.indices { take(old.vehicles[v], &new.vehicles[v]) }
  }

  /// Whether the columns stay: the part may decide over some of them, too.
  func keepsColumns(_ old: Scenario, _ new: Scenario) -> Bool {
    switch self {
    case .targets:
      old.targets.count == new.targets.count
        && zip(old.targets, new.targets).allSatisfy { Self.keepsShortfalls($0, $1) }
    case .sustainability: old.sustainability?.isHard == new.sustainability?.isHard
    case .limits:
      // Who is named decides over the columns.
      zip(old.vehicles, new.vehicles).allSatisfy {
        $0.entitlements.map { Set($0.keys) } == $1.entitlements.map { Set($0.keys) }
      }
    case .services:
      old.services.map(\.id) == new.services.map(\.id)
        && old.services.map(\.vehicles) == new.services.map(\.vehicles)
    default: true
    }
  }

  /// A shortfall has a column where there is a soft target above nothing.
  private static func keepsShortfalls(_ old: CoverageTarget, _ new: CoverageTarget) -> Bool {
    old.nisClass == new.nisClass && old.objective == new.objective && old.isHard == new.isHard
      && old.levels.map { $0.value > 0 } == new.levels.map { $0.value > 0 }
  }

  /// Families of local rows that read the part.
  var localFamilies: [any LocalFamily.Type] {
    switch self {
    case .limits: [Ceiling.self, Floor.self, Entitled.self, OneClaim.self, Results.self]
    case .rates: [Rate.self]
    case .bands: [YearOnYear.self]
    case .targets: [Coverage.self]
    case .noWorse: [NoWorse.self]
    case .ownFunds: [OwnFunds.self]
    default: []
    }
  }

  /// Families of coupling rows that read the part.
  var couplingFamilies: [any CouplingFamily.Type] {
    switch self {
    case .money: [Envelope.self]
    case .afterHorizon, .sustainability, .ownFunds: [Sustainability.self]
    case .territory: [Territory.self]
    case .staffing: [Staffing.self]
    case .deployment: [Massive.self]
    case .ratioCap: [RatioCap.self]
    case .services: [ServiceUse.self, ServiceCapacity.self, ServiceCost.self]
    default: []
    }
  }
}
