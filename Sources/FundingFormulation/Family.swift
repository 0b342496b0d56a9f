// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// A constraint family of the model: one kind of rule, with one place in the code.
///
/// The formulas stand in `docs/model.md` and at each family's file in `Families`.
public enum Family: String, Sendable, CaseIterable, Codable {
  case deployed
  case prerequisite
  case financing
  case ceiling
  case floor
  case entitlement
  case oneClaim = "one_claim"
  case rate
  case bandDrop = "band_drop"
  case bandRise = "band_rise"
  case ownFunds = "own_funds"
  case results
  case coverage
  case avoided
  case noWorse = "no_worse"
  case spend
  case envelope
  case sustainability
  case territoryFloor = "territory_floor"
  case territoryCeiling = "territory_ceiling"
  case staffing
  case massive
  case pilotShare = "pilot_share"
  case serviceUse = "service_use"
  case serviceCapacity = "service_capacity"
  case serviceBuild = "service_build"
  case serviceRun = "service_run"
  case minimum
  case ratioCap = "ratio_cap"

  /// Whether rows of the family tie beneficiaries together.
  public var role: RowRole {
    switch self {
    case .deployed, .prerequisite, .financing, .ceiling, .floor, .entitlement, .oneClaim, .rate,
      .bandDrop, .bandRise, .ownFunds, .results, .coverage, .avoided, .noWorse:
      .local
    case .spend, .envelope, .sustainability, .territoryFloor, .territoryCeiling, .staffing,
      .massive, .pilotShare, .serviceUse, .serviceCapacity, .serviceBuild, .serviceRun, .minimum,
      .ratioCap:
      .coupling
    }
  }

  /// The family a row belongs to, by the name of the row; `nil` for goal rows.
  public init?(rowName: String) {
    guard let bracket = rowName.firstIndex(of: "[") else {
      self.init(rawValue: rowName)
      return
    }
    self.init(rawValue: String(rowName[..<bracket]))
  }
}
