// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// One thing about a scenario that arithmetic shows before anything is solved.
public struct Advice: Sendable, Hashable {
  /// What kind of trouble it is.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// Floors of a vehicle add up to more than it holds.
    case floorsExceedEnvelope = "floors_exceed_envelope"
    /// A floor is above the ceiling of the same vehicle.
    case floorAboveCeiling = "floor_above_ceiling"
    /// Amounts that fairness guarantees add up to more than all vehicles hold.
    case noWorseExceedsMoney = "no_worse_exceeds_money"
    /// A target is above what full effort reaches by its year.
    case targetUnreachable = "target_unreachable"
    /// Reaching the targets costs more than all means.
    case targetsExceedMoney = "targets_exceed_money"
    /// Running what the targets need takes more staff than a region has.
    case targetsExceedStaff = "targets_exceed_staff"
    /// Increments already done add up to more than the whole.
    case lockedExceedsWhole = "locked_exceeds_whole"
    /// A share of the population is above what full effort reaches by its year.
    case massiveUnreachable = "massive_unreachable"
    /// What must run after the horizon costs more than the lasting means, and the rule is hard.
    case cliffUnavoidable = "cliff_unavoidable"
    /// Floors of groups add up to more than the whole: only spending nothing satisfies them.
    case territoryFloorsExceedWhole = "territory_floors_exceed_whole"
    /// Ceilings of groups add up to less than the whole: only spending nothing satisfies them.
    case territoryCeilingsBelowWhole = "territory_ceilings_below_whole"
    /// Costs or losses differ by so many orders of magnitude that a solver loses digits.
    case coefficientSpread = "coefficient_spread"
    /// A vehicle holds money and can pay nobody.
    case vehicleWithoutPayee = "vehicle_without_payee"
  }

  /// How grave it is.
  public enum Gravity: String, Sendable, Codable {
    /// No plan can exist.
    case impossible
    /// A plan exists, and cannot be what the scenario seems to ask for.
    case doubtful
  }

  /// What kind of trouble it is.
  public let kind: Kind
  /// How grave it is.
  public let gravity: Gravity
  /// What it is about.
  public let subject: Violation.Subject
  /// What is asked for.
  public let value: Double
  /// What there is.
  public let limit: Double
  /// Unit of both.
  public let unit: Violation.Unit
  /// How many beneficiaries are concerned; 0 where that has no meaning.
  public let count: Int

  /// Code of the phrase, for example `check.floors_exceed_envelope`.
  public var code: String { "check.\(kind.rawValue)" }

  /// Words and numbers of the phrase, by name; what does not apply is absent.
  public var arguments: [String: String] {
    var result = subject.arguments
    result["value"] = PlainNumber.text(value)
    result["limit"] = PlainNumber.text(limit)
    if unit == .share {
      result["value_percent"] = PlainNumber.text((value * 1000).rounded() / 10)
      result["limit_percent"] = PlainNumber.text((limit * 1000).rounded() / 10)
    }
    result["unit"] = unit.rawValue
    result["count"] = "\(count)"
    result["gravity"] = gravity.rawValue
    return result
  }
}
