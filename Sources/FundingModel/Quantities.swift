// SPDX-License-Identifier: GPL-3.0-or-later

/// A share between 0 and 1.
public struct Share: Sendable, Hashable, Comparable, Codable {
  /// The value, 0…1.
  public let value: Double

  /// Creates a share, or `nil` where the value is not within 0…1.
  public init?(_ value: Double) {
    guard value >= 0, value <= 1 else { return nil }
    self.value = value
  }

  /// Creates a share from the nearest value within 0…1.
  public init(clamping value: Double) { self.value = min(1, max(0, value)) }

  /// Nothing.
  public static let none = Share(clamping: 0)
  /// The whole.
  public static let whole = Share(clamping: 1)

  /// Orders two values.
  public static func < (left: Share, right: Share) -> Bool { left.value < right.value }

  /// Decodes the single value.
  public init(from decoder: any Decoder) throws {
    let number = try decoder.singleValueContainer().decode(Double.self)
    guard let share = Share(number) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a share lies within 0…1"))
    }
    self = share
  }

  /// Encodes a single value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// Full-time equivalents.
public struct FTE: Sendable, Hashable, Comparable, Codable, AdditiveArithmetic {
  /// Number of full-time equivalents.
  public let value: Double

  /// Creates a number of full-time equivalents.
  public init(_ value: Double) { self.value = value }

  /// None.
  public static let zero = FTE(0)
  /// Adds two values.
  public static func + (left: FTE, right: FTE) -> FTE { FTE(left.value + right.value) }
  /// Subtracts two values.
  public static func - (left: FTE, right: FTE) -> FTE { FTE(left.value - right.value) }
  /// Orders two values.
  public static func < (left: FTE, right: FTE) -> Bool { left.value < right.value }
}

/// A calendar year.
public struct Year: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The year's number, for example 2026.
  public let number: Int

  /// Creates a year.
  public init(_ number: Int) { self.number = number }

  /// Orders two values.
  public static func < (left: Year, right: Year) -> Bool { left.number < right.number }

  /// The value as text.
  public var description: String { String(number) }
}

/// The years of a plan; each is one annual increment.
public struct Horizon: Sendable, Hashable, Codable {
  /// First year.
  public let first: Year
  /// Number of years, at least 1.
  public let count: Int

  /// Creates a horizon of at least one year, or `nil`.
  public init?(first: Year, count: Int) {
    guard count >= 1 else { return nil }
    self.first = first
    self.count = count
  }

  /// Last year.
  public var last: Year { Year(first.number + count - 1) }

  /// The years in order.
  public var years: [Year] { (0..<count).map { Year(first.number + $0) } }

  /// Position of a year from 0, or `nil` outside the horizon.
  public func index(of year: Year) -> Int? {
    let position = year.number - first.number
    return (0..<count).contains(position) ? position : nil
  }
}
