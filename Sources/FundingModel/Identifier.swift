// SPDX-License-Identifier: GPL-3.0-or-later

/// The name by which inputs and results refer to one `Entity`.
///
/// The type parameter keeps a measure's identifier from being used where a vehicle's is meant.
public struct Identifier<Entity>: RawRepresentable, Sendable, Hashable, Comparable, Codable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The text as written in the inputs.
  public let rawValue: String

  /// Creates an identifier from its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates an identifier from its text.
  public init(_ text: String) { rawValue = text }

  /// Creates a value from a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// Decodes the single value.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes a single value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Orders two values.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The value as text.
  public var description: String { rawValue }
}

/// Tag of ``NISClassID``.
public enum NISClassTag {}
/// Tag of ``RegionID``.
public enum RegionTag {}
/// Tag of ``DomainID``.
public enum DomainTag {}
/// Tag of ``RuleID``.
public enum RuleTag {}

/// Identifier of a beneficiary: a FINESS number or the code of a GHT.
public typealias BeneficiaryID = Identifier<Beneficiary>
/// Identifier of a security measure, for example `M05`.
public typealias MeasureID = Identifier<Measure>
/// Identifier of a NIS objective, for example `O13`.
public typealias ObjectiveID = Identifier<NISObjective>
/// Identifier of a threat.
public typealias ThreatID = Identifier<Threat>
/// Identifier of a funding vehicle.
public typealias VehicleID = Identifier<Vehicle>
/// Identifier of a shared service.
public typealias ServiceID = Identifier<SharedService>
/// Identifier of a NIS class, for example `EE` or `EI`.
public typealias NISClassID = Identifier<NISClassTag>
/// INSEE code of a region, for example `53`.
public typealias RegionID = Identifier<RegionTag>
/// Identifier of a programme domain, for example `continuity`.
public typealias DomainID = Identifier<DomainTag>
/// Identifier of a rule of a scenario.
public typealias RuleID = Identifier<RuleTag>
