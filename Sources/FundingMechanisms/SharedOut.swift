// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// What one clause gives in one payment year out of one vehicle.
public struct ClauseYear: Sendable, Hashable {
  /// What one beneficiary, or one group, may count on.
  public struct Part: Sendable, Hashable {
    /// Positions of the beneficiaries: one, or the members of a group.
    public var beneficiaries: [Int]
    /// Name of the group; `nil` where a beneficiary holds its own money.
    public var group: String?
    /// Whole euros set aside for it: what it applied for, within the money there is.
    public var reserved: Int64
    /// Whole euros it may count on: what is set aside, times the chance of being paid.
    public var euros: Int64
  }

  /// Position of the clause in the mechanism.
  public var clause: Int
  /// Position of the vehicle in the scenario.
  public var vehicle: Int
  /// Position of the payment year in the horizon.
  public var year: Int
  /// Whole euros of the vehicle that the clause may use.
  public var available: Int64
  /// Parts, in the order of the beneficiaries, or of the names of groups.
  public var parts: [Part]
  /// What was given per euro of amount, where the clause states amounts; otherwise 1.
  public var factor: Double

  /// Whole euros that beneficiaries may count on.
  public var euros: Int64 { parts.reduce(0) { $0 + $1.euros } }
  /// Whole euros set aside.
  public var reserved: Int64 { parts.reduce(0) { $0 + $1.reserved } }
}

/// Why a mechanism cannot be used with a population.
public enum MechanismFault: Error, Sendable, Hashable {
  /// A beneficiary lacks a size that a clause counts in.
  case missingSize(beneficiary: BeneficiaryID, clause: RuleID, driver: Driver)
  /// A beneficiary belongs to no class of those that take part.
  case noClass(beneficiary: BeneficiaryID, clause: RuleID)
}

/// What a mechanism gives everybody, to the euro.
public struct SharedOut: Sendable, Hashable {
  /// By clause, vehicle and year; only where something could be given.
  public var years: [ClauseYear]

  /// Whole euros that each beneficiary may count on over all clauses and years, by its position; of a
  /// group's money, nothing.
  public func euros(count: Int) -> [Int64] {
    var result = [Int64](repeating: 0, count: count)
    for part in years.lazy.flatMap(\.parts) where part.group == nil {
      for e in part.beneficiaries { result[e] += part.euros }
    }
    return result
  }

  /// Positions of the beneficiaries that may count on nothing, alone or in a group.
  public func leftOut(count: Int) -> [Int] {
    var gets = [Bool](repeating: false, count: count)
    for part in years.lazy.flatMap(\.parts) where part.euros > 0 {
      for e in part.beneficiaries { gets[e] = true }
    }
    return gets.indices.filter { !gets[$0] }
  }

  /// Whole euros that all may count on.
  public var total: Int64 { years.reduce(0) { $0 + $1.euros } }
}
