// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import Tables

/// Fills the tables of a plan folder.
struct PlanTableWriting {
  let outcome: PlanOutcome
  let style: CSVStyle
  private let figures: BeneficiaryFigures

  init(_ outcome: PlanOutcome, style: CSVStyle) {
    self.outcome = outcome
    self.style = style
    figures = BeneficiaryFigures(scenario: outcome.scenario, plan: outcome.plan)
  }

  /// The bytes of a table.
  ///
  /// - Throws: a finding where a figure is not finite.
  func bytes(of table: PlanTable) throws(Findings) -> [UInt8] {
    var writer = CSVWriter(columns: table.columns, style: style)
    switch table {
    case .allocation: try addAllocation(to: &writer)
    case .deployment: try addDeployment(to: &writer)
    case .coverage: try addCoverage(to: &writer)
    case .risk: try addRisk(to: &writer)
    case .prices: try addPrices(to: &writer)
    case .own: try addOwn(to: &writer)
    case .services: try addServices(to: &writer)
    case .servicePayments: try addServicePayments(to: &writer)
    case .vehicles: try addVehicles(to: &writer)
    }
    return writer.bytes
  }

  private var scenario: Scenario { outcome.scenario }

  private func year(_ position: Int) -> Cell {
    .integer(Int64(scenario.horizon.first.number + position))
  }

  private func euros(_ thousands: Double) -> Cell {
    .money(Money(roundingThousandsOfEuros: thousands).cents)
  }

  private func text<Entity>(_ identifier: Identifier<Entity>?) -> Cell {
    identifier.map { .text($0.rawValue) } ?? .missing
  }

  private func addAllocation(to writer: inout CSVWriter) throws(Findings) {
    let pots = scenario.pots
    for line in outcome.allocation.lines {
      let beneficiary = scenario.beneficiaries[line.beneficiary]
      let vehicle = scenario.vehicles[line.vehicle]
      let pot = pots[line.pot]
      try writer.append([
        .text(beneficiary.id.rawValue), .text(beneficiary.name),
        .text(beneficiary.region.rawValue), .text(vehicle.id.rawValue),
        .text(pot.domain.rawValue), .text(pot.nature.rawValue), year(line.year),
        year(line.year + vehicle.lag), .integer(Int64(line.euros)),
      ])
    }
  }

  private func addDeployment(to writer: inout CSVWriter) throws(Findings) {
    let plan = outcome.plan
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      for (m, measure) in scenario.measures.enumerated() {
        for t in 0..<plan.yearCount {
          let increment = plan.increment(e, m, t)
          guard increment != 0 else { continue }
          try writer.append([
            .text(beneficiary.id.rawValue), .text(measure.id.rawValue), year(t),
            .share(increment), .share(figures.deployed(e, m, year: t)),
          ])
        }
      }
    }
  }

  private func addCoverage(to writer: inout CSVWriter) throws(Findings) {
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      for entry in figures.coverage(of: e) {
        try writer.append([
          .text(beneficiary.id.rawValue), text(beneficiary.nisClass),
          .text(scenario.objectives[entry.objective].id.rawValue), year(entry.year),
          .share(entry.coverage), .share(entry.target), .share(entry.shortfall),
          .boolean(entry.isHard),
        ])
      }
    }
  }

  private func addRisk(to writer: inout CSVWriter) throws(Findings) {
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      for entry in figures.risks(of: e) {
        try writer.append([
          .text(beneficiary.id.rawValue), .text(scenario.threats[entry.threat].id.rawValue),
          year(entry.year), euros(entry.withoutMeasures), euros(entry.avoidedBefore),
          euros(entry.avoidedByPlan), euros(entry.residual),
        ])
      }
    }
  }

  private func addPrices(to writer: inout CSVWriter) throws(Findings) {
    for price in outcome.prices {
      let rule = price.rule
      try writer.append([
        .text(price.rowName), .text(rule.family.rawValue), text(rule.vehicle), text(rule.region),
        text(rule.rule), rule.group.map { .text($0) } ?? .missing, text(rule.beneficiary),
        text(rule.measure), text(rule.service),
        rule.year.map { .integer(Int64($0.number)) } ?? .missing, .text(price.level),
        .decimal(price.price), .decimal(price.priceInOrder), .text(GoalUnit.name(price.level)),
        .text(price.unit.rawValue), price.bound.isFinite ? .decimal(price.bound) : .missing,
        .decimal(price.activity), .decimal(price.slack), .boolean(price.isBinding),
      ])
    }
  }

  private func addOwn(to writer: inout CSVWriter) throws(Findings) {
    let pots = scenario.pots
    for entry in outcome.plan.own {
      let pot = pots[entry.pot]
      try writer.append([
        .text(scenario.beneficiaries[entry.beneficiary].id.rawValue), .text(pot.domain.rawValue),
        .text(pot.nature.rawValue), year(entry.year), .decimal(entry.thousands * 1000),
      ])
    }
  }

  private func addServices(to writer: inout CSVWriter) throws(Findings) {
    for use in outcome.figures.services {
      let service = scenario.services[use.service]
      for t in 0..<scenario.horizon.count {
        try writer.append([
          .text(service.id.rawValue), .text(service.title), year(t),
          .text(service.unit.rawValue), .decimal(use.capacity[t]), .decimal(use.used[t]),
        ])
      }
    }
  }

  private func addServicePayments(to writer: inout CSVWriter) throws(Findings) {
    for line in outcome.allocation.services {
      try writer.append([
        .text(scenario.services[line.service].id.rawValue),
        .text(scenario.vehicles[line.vehicle].id.rawValue), .text(line.nature.rawValue),
        year(line.year), .integer(Int64(line.euros)),
      ])
    }
  }

  private func addVehicles(to writer: inout CSVWriter) throws(Findings) {
    for entry in outcome.figures.vehicleYears {
      let vehicle = scenario.vehicles[entry.vehicle]
      try writer.append([
        .text(vehicle.id.rawValue), .text(vehicle.title), year(entry.year),
        .money(entry.counted.cents), .money(entry.secured.cents), .money(entry.announced.cents),
        .money(entry.paidToBeneficiaries.cents), .money(entry.paidForServices.cents),
        .money(entry.carriedIn.cents), .money(entry.carriedOut.cents), .money(entry.lapsed.cents),
      ])
    }
  }
}

/// Unit of a goal level, by its name.
enum GoalUnit {
  static func name(_ level: String) -> String {
    switch Goal(rawValue: level) {
    case .nisShortfall: "weighted_share_years"
    case .avoidedLoss, .publicMoney, .ownMoney: "thousand_euros"
    case .budgetCliff: "thousand_euros_per_year"
    case .minimumCoverage: "share"
    case .tieBreak: "none"
    case nil: "weighted_sum"
    }
  }
}
