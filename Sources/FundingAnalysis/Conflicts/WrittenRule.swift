// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import FundingModel

/// A rule as a person wrote it: what stands in one place of the study, however many rows it makes.
///
/// A floor of each beneficiary is one rule, not three thousand; the envelope of a vehicle is one rule
/// for each year, since that is how money is found.
public struct WrittenRule: Sendable, Hashable, Codable {
  /// Family of its rows.
  public var family: Family
  /// Vehicle, where the rule is about one.
  public var vehicle: VehicleID?
  /// Class of hard targets: those of one class and year, whatever their objectives, are one rule.
  public var nisClass: NISClassID?
  /// Measure of a pilot phase.
  public var measure: MeasureID?
  /// Region of staff.
  public var region: RegionID?
  /// Identifier in the study, of territory and deployment rules.
  public var rule: RuleID?
  /// Group of a territory rule: one region's floor may give way alone.
  public var group: String?
  /// Year, where amounts are written by year.
  public var year: Year?

  /// The rule that a row belongs to; `nil` for identities, definitions and physical limits, which
  /// nobody can amend.
  public init?(_ row: RuleName) {
    family = row.family
    switch row.family {
    case .envelope: (vehicle, year) = (row.vehicle, row.year)
    case .ceiling, .floor, .entitlement, .rate, .bandDrop, .bandRise, .results:
      vehicle = row.vehicle
    case .coverage: (nisClass, year) = (row.nisClass, row.year)
    case .territoryFloor, .territoryCeiling: (rule, group) = (row.rule, row.group)
    case .staffing: (region, year) = (row.region, row.year)
    case .massive, .oneClaim: rule = row.rule
    case .pilotShare: measure = row.measure
    case .ownFunds, .noWorse, .sustainability, .ratioCap: break
    case .deployed, .prerequisite, .financing, .avoided, .spend, .serviceUse, .serviceCapacity,
      .serviceBuild, .serviceRun, .minimum:
      return nil
    }
  }

  /// The rule as the name of a row that is about nothing more than the rule.
  public var row: RuleName {
    var name = RuleName(family: family)
    name.vehicle = vehicle
    name.nisClass = nisClass
    name.measure = measure
    name.region = region
    name.rule = rule
    name.group = group
    name.year = year
    return name
  }

  /// What the rule is about, in the order of ``name``.
  public var parts: [String] {
    [
      vehicle?.rawValue, nisClass?.rawValue, measure?.rawValue, region?.rawValue,
      rule?.rawValue, group, year?.description,
    ].compactMap(\.self)
  }

  /// A name that tells rules of one study apart: `envelope[fir,2027]`.
  public var name: String {
    parts.isEmpty ? family.rawValue : "\(family.rawValue)[\(parts.joined(separator: ","))]"
  }

  /// The rule that a plan breaks; `nil` where nobody can amend it.
  init?(_ violation: Violation, of scenario: Scenario) {
    guard let family = Family(rawValue: violation.rule.rawValue) else { return nil }
    let subject = violation.subject
    var name = RuleName(family: family)
    name.vehicle = subject.vehicle
    name.measure = subject.measure
    name.rule = subject.rule
    name.group = subject.group
    name.year = subject.year
    if family == .staffing { name.region = subject.group.map { RegionID($0) } }
    if family == .coverage {
      name.nisClass = scenario.beneficiaries.first { $0.id == subject.beneficiary }?.nisClass
    }
    self.init(name)
  }
}

extension Scenario {
  /// How hard it is to amend a rule: what the study says of its kind, 1 where it says nothing.
  func costOfAmending(_ rule: WrittenRule) -> Double {
    AmendableRule(rawValue: rule.family.rawValue).flatMap { amendmentCosts[$0] } ?? 1
  }

  /// Share of what a rule allows from which on its amendment is the same, be the share what it may: it
  /// has no number, or the number is at its end.
  func mostAmended(_ rule: WrittenRule) -> Double {
    switch rule.family {
    case .bandDrop, .bandRise, .results, .oneClaim: 0
    // Beyond the whole of it own money is not limited.
    case .ownFunds: ownFunds.map { $0.share.value > 0 ? 1 / $0.share.value - 1 : 0 } ?? 0
    default: .infinity
    }
  }
}
