// SPDX-License-Identifier: GPL-3.0-or-later

/// Kinds of rules that a person can amend, as they are named everywhere else: by the family of their
/// rows in the program.
public enum AmendableRule: String, Sendable, Hashable, Codable, CaseIterable {
  case envelope
  case ceiling
  case floor
  case entitlement
  case oneClaim = "one_claim"
  case rate
  case bandDrop = "band_drop"
  case bandRise = "band_rise"
  case results
  case ownFunds = "own_funds"
  case coverage
  case noWorse = "no_worse"
  case sustainability
  case territoryFloor = "territory_floor"
  case territoryCeiling = "territory_ceiling"
  case staffing
  case massive
  case pilotShare = "pilot_share"
  case ratioCap = "ratio_cap"
}
