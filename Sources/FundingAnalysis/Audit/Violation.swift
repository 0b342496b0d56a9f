// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// One rule of a scenario that a plan does not keep.
public struct Violation: Sendable, Hashable {
  /// The rule, named as its rows are in `docs/model.md`, or as the bound or structure it is.
  public enum Rule: String, Sendable, CaseIterable, Codable {
    // Families of one beneficiary.
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
    // Families across beneficiaries.
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
    // Structure: columns that do not exist.
    /// A vehicle pays a nature of cost it may not.
    case nature
    /// A vehicle pays a domain it may not.
    case domain
    /// A vehicle or measure reaches a beneficiary it is not meant for.
    case eligibility
    /// A payment falls after the horizon.
    case lag
    /// A service is paid by a vehicle it does not name.
    case servicePayer = "service_payer"
    // Bounds of columns.
    /// More is put in place in one year than the measure's speed.
    case speed
    /// A non-pilot deploys during a phase of pilots only.
    case pilotsOnly = "pilots_only"
    /// An increment that was already done is changed.
    case locked
    /// An increment is not a whole step, in a plan of whole steps.
    case wholeStep = "whole_step"
    /// More is carried over than allowed, or past the last year.
    case carryOver = "carry_over"
    /// A capacity above the largest.
    case serviceLimit = "service_limit"
    /// A value below zero or not finite.
    case negative
    // What is read.
    /// A goal is worth less than claimed (levels of several goals, money, tie-break).
    case goal
    /// A line in whole euros is not its exact amount within one euro.
    case wholeEuros = "whole_euros"
    /// The plan does not fit the scenario: sizes, positions, or the same line twice.
    case shape
    /// The scenario lacks something a formula needs.
    case input
  }

  /// Which of the two amounts of a plan breaks the rule.
  public enum Basis: String, Sendable, Codable {
    /// The exact values, as solved.
    case exact
    /// The whole euros, as notified.
    case wholeEuros = "whole_euros"
  }

  /// Unit of ``value`` and ``limit``.
  public enum Unit: String, Sendable, Codable {
    case thousandEuros = "k€"
    case euros = "€"
    case share
    case fullTimeEquivalents = "fte"
    case units
    case number
  }

  /// What a violation is about; `nil` where it does not apply.
  public struct Subject: Sendable, Hashable {
    /// The beneficiary.
    public var beneficiary: BeneficiaryID?
    /// The vehicle.
    public var vehicle: VehicleID?
    /// The measure.
    public var measure: MeasureID?
    /// The objective.
    public var objective: ObjectiveID?
    /// The shared service.
    public var service: ServiceID?
    /// The pot, as `domain:nature`.
    public var pot: String?
    /// The rule of the scenario, where it has an identifier.
    public var rule: RuleID?
    /// The group or region.
    public var group: String?
    /// The year: of the need for rules of one beneficiary, of the payment for those across.
    public var year: Year?
    /// What else is needed to say it: the name of a driver, of a goal, of a table.
    public var detail: String?
  }

  /// The rule.
  public let rule: Rule
  /// Which amounts break it.
  public let basis: Basis
  /// What it is about.
  public let subject: Subject
  /// What the plan has.
  public let value: Double
  /// What the rule allows or asks for.
  public let limit: Double
  /// Unit of both.
  public let unit: Unit

  /// By how much the rule is broken, in ``unit``.
  public var amount: Double { abs(value - limit) }

  /// Code of the phrase, for example `audit.envelope`.
  public var code: String { "audit.\(rule.rawValue)" }

  /// Words and numbers of the phrase, by name; what does not apply is absent.
  public var arguments: [String: String] {
    var result = subject.arguments
    result["value"] = PlainNumber.text(value)
    result["limit"] = PlainNumber.text(limit)
    result["amount"] = PlainNumber.text(amount)
    result["unit"] = unit.rawValue
    result["basis"] = basis.rawValue
    return result
  }
}

extension Violation.Subject {
  /// What is named, each under its own name; `who` joins all of it in one text.
  public var arguments: [String: String] {
    let parts: [(String, String?)] = [
      ("beneficiary", beneficiary?.rawValue), ("vehicle", vehicle?.rawValue),
      ("measure", measure?.rawValue), ("objective", objective?.rawValue),
      ("service", service?.rawValue), ("pot", pot), ("rule", rule?.rawValue), ("group", group),
      ("year", year?.description), ("detail", detail),
    ]
    var result: [String: String] = [:]
    var who: [String] = []
    for case (let name, let text?) in parts {
      result[name] = text
      who.append(text)
    }
    result["who"] = who.joined(separator: ", ")
    return result
  }
}

/// Numbers as arguments of phrases.
enum PlainNumber {
  /// A number with at most six decimals and a point.
  static func text(_ number: Double) -> String {
    let rounded = (number * 1e6).rounded() / 1e6
    guard abs(rounded) < 1e15, rounded == rounded.rounded() else { return "\(rounded)" }
    return "\(Int64(rounded))"
  }
}
