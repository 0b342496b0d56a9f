// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of a comparison's folder and their columns; `docs/compare.md` explains each.
///
/// Every table begins with the name of the scenario that is held against the baseline.
public enum ComparisonTable: String, Sendable, CaseIterable {
  /// Inputs that differ.
  case inputs
  /// Goals.
  case goals
  /// Money by account, vehicle and year.
  case money
  /// NIS coverage by class and year.
  case coverage
  /// What each year adds, measure by measure.
  case increments
  /// Expected losses by year.
  case risk
  /// Need and means after the horizon.
  case afterHorizon = "after_horizon"
  /// Winners and losers by group and band.
  case bands
  /// Public money of each beneficiary.
  case beneficiaries
  /// Those that rise or fall the most.
  case movers
  /// Beneficiaries that are shown, by vehicle and year.
  case pinned

  /// Name of the file in the folder.
  public var fileName: String { "\(rawValue).csv" }

  /// Names of the columns, in order; a unit, where there is one, is part of the name.
  public var columns: [String] { ["scenario"] + ownColumns }

  private var ownColumns: [String] {
    let who = ["beneficiary", "name", "region", "status", "nis_class", "size", "agents"]
    let euros = ["baseline_euros", "other_euros", "difference_euros"]
    switch self {
    case .inputs:
      return [
        "kind", "path", "baseline_value", "other_value", "layer", "file", "line", "source",
        "assumption",
      ]
    case .goals:
      return [
        "level", "unit", "sense", "baseline_value", "other_value", "difference", "baseline_bound",
        "other_bound",
      ]
    case .money: return ["account", "vehicle", "year"] + euros
    case .coverage:
      return [
        "nis_class", "year", "baseline_coverage_share", "other_coverage_share",
        "difference_coverage_share", "baseline_increment_share", "other_increment_share",
        "difference_increment_share", "baseline_target_share", "other_target_share",
        "baseline_below_target", "other_below_target",
      ]
    case .increments:
      return [
        "measure", "title", "year", "baseline_increment_share", "other_increment_share",
        "difference_increment_share",
      ]
    case .risk:
      return [
        "year", "baseline_avoided_euros", "other_avoided_euros", "difference_avoided_euros",
        "baseline_residual_euros", "other_residual_euros", "difference_residual_euros",
      ]
    case .afterHorizon:
      return [
        "item", "baseline_euros_per_year", "other_euros_per_year", "difference_euros_per_year",
      ]
    case .bands:
      return ["dimension", "group", "band", "beneficiaries", "beneficiaries_share"] + euros + [
        "change_share"
      ]
    case .beneficiaries: return who + euros + ["change_share", "band"]
    case .movers: return ["direction", "rank"] + who + euros + ["change_share"]
    case .pinned: return ["beneficiary", "name", "vehicle", "year"] + euros
    }
  }
}
