// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Everything a plan is summed up with, recomputed from the scenario and the plan alone.
///
/// Years are positions in the horizon. Public money paid is counted in whole euros of the
/// allocation, by payment year; other amounts come from the exact plan and are rounded to the cent.
public struct PlanFigures: Sendable, Equatable {
  /// Money of each vehicle by year, by v·T + t.
  public let vehicleYears: [VehicleYear]
  /// All vehicles together, and own money, by year.
  public let years: [YearMoney]
  /// Coverage of each NIS class that has an objective, by class identifier.
  public let classes: [ClassCoverage]
  /// Coverage of each objective in each class it applies to, by class then objective.
  public let objectives: [ObjectiveCoverage]
  /// Expected losses by year.
  public let losses: LossFigures
  /// Deployment of each measure, in the order of the scenario.
  public let measures: [MeasureDeployment]
  /// Recurring need after the horizon against lasting means.
  public let afterHorizon: AfterHorizon
  /// Staff by region that has beneficiaries or a staffing rule, by region identifier.
  public let staffing: [RegionStaff]
  /// Shared services, in the order of the scenario.
  public let services: [ServiceUse]
  /// Number of beneficiaries that receive at least one euro.
  public let receivers: Int
  /// How much of the money paid to beneficiaries no floor of theirs decides.
  public let freedom: Freedom

  /// Computes the figures of a plan.
  ///
  /// - Parameters:
  ///   - scenario: The scenario the plan belongs to.
  ///   - plan: The exact plan.
  ///   - allocation: The same plan's money in whole euros.
  public init(scenario: Scenario, plan: Plan, allocation: Allocation) {
    let reading = ScenarioReading(scenario)
    let shares = DeployedShares(plan, reading)
    vehicleYears = MoneyFigures.vehicleYears(reading, allocation)
    years = MoneyFigures.years(reading, plan, vehicleYears)
    let coverage = CoverageFigures(reading, shares)
    classes = coverage.classes
    objectives = coverage.objectives
    losses = LossFigures(reading, shares)
    measures = DeploymentFigures.measures(reading, shares)
    afterHorizon = AfterHorizon(reading, plan, shares)
    staffing = DeploymentFigures.staffing(reading, plan, shares)
    services = DeploymentFigures.services(reading, plan, shares)
    receivers = Set(allocation.lines.lazy.filter { $0.euros > 0 }.map(\.beneficiary)).count
    freedom = Freedom(reading, allocation)
  }

  /// Money of one vehicle in one (payment) year.
  ///
  /// - Parameters:
  ///   - vehicle: Position of the vehicle.
  ///   - year: Position of the year.
  /// - Returns: Its money, in whole euros or cents.
  public func money(of vehicle: Int, in year: Int) -> VehicleYear {
    vehicleYears[vehicle * years.count + year]
  }
}
