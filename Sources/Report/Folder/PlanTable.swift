// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of a plan folder and their columns; `docs/plan-folder.md` explains each.
public enum PlanTable: String, Sendable, CaseIterable {
  /// Who gets what: whole euros.
  case allocation
  /// What is put in place: shares.
  case deployment
  /// NIS coverage of each beneficiary.
  case coverage
  /// Expected losses of each beneficiary.
  case risk
  /// Prices and room of rules.
  case prices
  /// Money of the beneficiaries themselves.
  case own
  /// Capacity of shared services.
  case services
  /// What vehicles pay for shared services: whole euros.
  case servicePayments = "service_payments"
  /// Accounts of the vehicles.
  case vehicles
  /// Who was planned for.
  case beneficiaries

  /// Name of the file in the folder.
  public var fileName: String { "\(rawValue).csv" }

  /// Names of the columns, in order; a unit, where there is one, is part of the name.
  public var columns: [String] {
    switch self {
    case .allocation:
      [
        "beneficiary", "name", "region", "vehicle", "domain", "nature", "need_year",
        "payment_year", "euros", "exact_euros",
      ]
    case .deployment: ["beneficiary", "measure", "year", "increment_share", "deployed_share"]
    case .coverage:
      [
        "beneficiary", "nis_class", "objective", "year", "coverage_share", "target_share",
        "shortfall_share", "hard",
      ]
    case .risk:
      [
        "beneficiary", "threat", "year", "loss_without_measures_euros", "avoided_before_euros",
        "avoided_by_plan_euros", "residual_euros",
      ]
    case .prices:
      [
        "row", "family", "vehicle", "region", "rule", "group", "beneficiary", "measure",
        "service", "year", "level", "price", "price_in_order", "goal_unit", "rule_unit", "bound",
        "activity", "slack", "binding",
      ] + RangeColumns.names
    case .own: ["beneficiary", "domain", "nature", "year", "exact_euros"]
    case .services: ["service", "title", "year", "unit", "capacity", "used"]
    case .servicePayments: ["service", "vehicle", "nature", "year", "euros", "exact_euros"]
    case .vehicles:
      [
        "vehicle", "title", "year", "counted_euros", "secured_euros", "announced_euros",
        "committed_euros", "paid_to_beneficiaries_euros", "paid_for_services_euros",
        "carried_in_euros",
        "carried_out_euros", "carried_out_exact_euros", "lapsed_euros",
      ]
    case .beneficiaries:
      [
        "beneficiary", "name", "kind", "status", "region", "department", "nis_class", "agents",
        "beds", "workstations", "sites", "activity",
      ]
    }
  }
}
