// SPDX-License-Identifier: GPL-3.0-or-later

/// An amount of money in whole euro cents.
///
/// Sums are exact. Programs work in thousands of euros as floating point: ``thousandsOfEuros`` is
/// the one way there, and ``init(roundingThousandsOfEuros:)`` the one way back.
public struct Money: Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
  /// Whole cents.
  public let cents: Int64

  /// Creates an amount of whole cents.
  public init(cents: Int64) { self.cents = cents }

  /// Creates an amount of whole euros.
  public static func euros(_ euros: Int64) -> Money { Money(cents: euros * 100) }

  /// Creates the amount nearest to `thousands` thousand euros.
  public init(roundingThousandsOfEuros thousands: Double) {
    cents = Int64((thousands * 100_000).rounded())
  }

  /// The amount in thousands of euros, the money unit of every program.
  public var thousandsOfEuros: Double { Double(cents) / 100_000 }

  /// The amount in euros, for display.
  public var euros: Double { Double(cents) / 100 }

  /// Nothing.
  public static let zero = Money(cents: 0)

  /// Adds two values.
  public static func + (left: Money, right: Money) -> Money {
    Money(cents: left.cents + right.cents)
  }

  /// Subtracts two values.
  public static func - (left: Money, right: Money) -> Money {
    Money(cents: left.cents - right.cents)
  }

  /// The amount times a plain number, rounded to the nearest cent.
  public func scaled(by factor: Double) -> Money {
    Money(cents: Int64((Double(cents) * factor).rounded()))
  }

  /// Orders two values.
  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

  /// Decodes the single value.
  public init(from decoder: any Decoder) throws {
    cents = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Encodes a single value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(cents)
  }
}
