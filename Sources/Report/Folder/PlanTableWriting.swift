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
    case .beneficiaries: try addBeneficiaries(to: &writer)
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

  /// One line for each exact amount; what is below one euro may be 0 in whole euros.
  private func addAllocation(to writer: inout CSVWriter) throws(Findings) {
    let pots = scenario.pots
    var wholeEuros: [GrantKey: Int] = [:]
    for line in outcome.allocation.lines { wholeEuros[GrantKey(line)] = line.euros }
    for grant in outcome.plan.grants {
      let beneficiary = scenario.beneficiaries[grant.beneficiary]
      let vehicle = scenario.vehicles[grant.vehicle]
      let pot = pots[grant.pot]
      try writer.append([
        .text(beneficiary.id.rawValue), .text(beneficiary.name),
        .text(beneficiary.region.rawValue), .text(vehicle.id.rawValue),
        .text(pot.domain.rawValue), .text(pot.nature.rawValue), year(grant.year),
        year(grant.year + vehicle.lag), .integer(Int64(wholeEuros[GrantKey(grant)] ?? 0)),
        .decimal(grant.thousands * 1000),
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
      try writer.append(
        [
          .text(price.rowName), .text(rule.family.rawValue), text(rule.vehicle), text(rule.region),
          text(rule.rule), rule.group.map { .text($0) } ?? .missing, text(rule.beneficiary),
          text(rule.measure), text(rule.service),
          rule.year.map { .integer(Int64($0.number)) } ?? .missing, .text(price.level),
          .decimal(price.price), .decimal(price.priceInOrder), .text(GoalUnit.name(price.level)),
          .text(price.unit.rawValue), price.bound.isFinite ? .decimal(price.bound) : .missing,
          .decimal(price.activity), .decimal(price.slack), .boolean(price.isBinding),
        ] + RangeColumns.cells(price.range?.looser) + RangeColumns.cells(price.range?.stricter))
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
    var wholeEuros: [PaymentKey: Int] = [:]
    for line in outcome.allocation.services { wholeEuros[PaymentKey(line)] = line.euros }
    for payment in outcome.plan.servicePayments {
      try writer.append([
        .text(scenario.services[payment.service].id.rawValue),
        .text(scenario.vehicles[payment.vehicle].id.rawValue), .text(payment.nature.rawValue),
        year(payment.year), .integer(Int64(wholeEuros[PaymentKey(payment)] ?? 0)),
        .decimal(payment.thousands * 1000),
      ])
    }
  }

  private func addVehicles(to writer: inout CSVWriter) throws(Findings) {
    for entry in outcome.figures.vehicleYears {
      let vehicle = scenario.vehicles[entry.vehicle]
      try writer.append([
        .text(vehicle.id.rawValue), .text(vehicle.title), year(entry.year),
        .money(entry.counted.cents), .money(entry.secured.cents), .money(entry.announced.cents),
        .money(entry.committed.cents), .money(entry.paidToBeneficiaries.cents),
        .money(entry.paidForServices.cents),
        .money(entry.carriedIn.cents), .money(entry.carriedOut.cents),
        .decimal(outcome.plan.carried[entry.vehicle * outcome.plan.yearCount + entry.year] * 1000),
        .money(entry.lapsed.cents),
      ])
    }
  }
}

extension PlanTableWriting {
  /// Sizes in the order of the table's columns.
  static let sizes: [Driver] = [.agents, .beds, .workstations, .sites, .activity]

  private func addBeneficiaries(to writer: inout CSVWriter) throws(Findings) {
    for beneficiary in scenario.beneficiaries {
      var cells: [Cell] = [
        .text(beneficiary.id.rawValue), .text(beneficiary.name),
        .text(beneficiary.kind.rawValue), .text(beneficiary.status.rawValue),
        .text(beneficiary.region.rawValue),
        beneficiary.department.map { .text($0) } ?? .missing, text(beneficiary.nisClass),
      ]
      for driver in Self.sizes {
        cells.append(beneficiary.size[driver].map { .decimal($0) } ?? .missing)
      }
      try writer.append(cells)
    }
  }
}

/// What a grant is for; exact and whole amounts of one grant have the same.
private struct GrantKey: Hashable {
  let vehicle: Int
  let beneficiary: Int
  let pot: Int
  let year: Int

  init(_ line: Allocation.Line) {
    (vehicle, beneficiary, pot, year) = (line.vehicle, line.beneficiary, line.pot, line.year)
  }

  init(_ grant: Plan.Grant) {
    (vehicle, beneficiary, pot, year) = (grant.vehicle, grant.beneficiary, grant.pot, grant.year)
  }
}

/// What a payment for a service is for.
private struct PaymentKey: Hashable {
  let service: Int
  let vehicle: Int
  let nature: CostNature
  let year: Int

  init(_ line: Allocation.ServiceLine) {
    (service, vehicle, nature, year) = (line.service, line.vehicle, line.nature, line.year)
  }

  init(_ payment: Plan.ServicePayment) {
    (service, vehicle, nature, year) =
      (payment.service, payment.vehicle, payment.nature, payment.year)
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
