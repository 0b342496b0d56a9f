// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// The smallest change of one number that alters what a beneficiary gets, as far as it was looked at.
public struct NearestChange: Sendable, Hashable {
  /// The number that changes.
  public enum Lever: Sendable, Hashable {
    /// Secured money of a vehicle in a year, in thousands of euros.
    case envelope(VehicleID, Year)
    /// Multiplier of the beneficiary's expected loss.
    case risk
    /// Multiplier of what measures cost at the beneficiary, which falls; the others rise.
    case costs
  }

  /// The number that changes.
  public var lever: Lever
  /// What it is in the study.
  public var from: Double
  /// Farthest value looked at with which the beneficiary gets what it gets now.
  public var unaltered: Double
  /// Nearest value looked at with which it gets something else; `nil` where nothing up to ``unaltered``
  /// alters that.
  public var altered: Double?
  /// Whole euros over the horizon as the study stands.
  public var before: Int
  /// Whole euros over the horizon at ``altered``.
  public var after: Int

  /// Whether a beneficiary that receives an amount at some value of the number gets something else.
  ///
  /// Where costs fall, the same measures for less money are the same.
  ///
  /// - Parameters:
  ///   - amount: Whole euros over the horizon.
  ///   - value: The number.
  /// - Returns: Whether it is told apart from ``before``.
  public func alters(_ amount: Int, at value: Double) -> Bool {
    guard lever == .costs, value > 0 else { return Self.differ(amount, before) }
    return Self.differ(Int((Double(amount) * from / value).rounded()), before)
  }

  /// Whether two amounts are told apart: by more than 1 % and 500 euros.
  ///
  /// Goals are optimal to a millionth: what is next to nothing to all together may be some euros to one.
  public static func differ(_ one: Int, _ other: Int) -> Bool {
    Double(abs(one - other)) > max(500, 0.01 * Double(max(one, other)))
  }
}
