// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import FundingModel

/// The name of a row taken apart: its family and the identifiers in it.
///
/// Names have the form `family[part,part,…]`; `docs/model.md` §3–4 says which parts each family has.
public struct RuleName: Sendable, Hashable, Codable {
  /// Family.
  public var family: Family
  /// Beneficiary, where the family has one.
  public var beneficiary: BeneficiaryID?
  /// Measure.
  public var measure: MeasureID?
  /// Measure that must run ahead (family `prerequisite`).
  public var prerequisite: MeasureID?
  /// Vehicle.
  public var vehicle: VehicleID?
  /// Service.
  public var service: ServiceID?
  /// Objective.
  public var objective: ObjectiveID?
  /// NIS class.
  public var nisClass: NISClassID?
  /// Threat.
  public var threat: ThreatID?
  /// Region (family `staffing`).
  public var region: RegionID?
  /// Identifier of the rule in the study.
  public var rule: RuleID?
  /// Group of beneficiaries within the rule.
  public var group: String?
  /// Pot, as `domain:nature`.
  public var pot: String?
  /// Year.
  public var year: Year?

  /// A family with nothing named yet.
  init(family: Family) { self.family = family }

  /// Takes a name apart; `nil` for goal rows and for names that no family gives.
  ///
  /// - Parameters:
  ///   - rowName: Name of a row of the program compiled from `scenario`.
  ///   - scenario: The scenario; it tells whether the last part of a territory rule is a year.
  public init?(_ rowName: String, of scenario: Scenario) {
    guard let family = Family(rowName: rowName) else { return nil }
    self.family = family
    var parts: [String] = []
    if let open = rowName.firstIndex(of: "["), rowName.hasSuffix("]") {
      let inside = rowName[rowName.index(after: open)...].dropLast()
      parts = inside.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    switch family {
    case .territoryFloor, .territoryCeiling: readTerritory(parts, scenario)
    case .massive: readRule(parts)
    default:
      let layout = Self.layout(of: family)
      guard parts.count <= layout.count else { return nil }
      for (part, text) in zip(layout, parts) { set(part, text) }
    }
  }

  private mutating func readTerritory(_ parts: [String], _ scenario: Scenario) {
    let isYearly = scenario.territory.first { $0.id.rawValue == parts.first }?.period == .year
    if isYearly, let last = parts.last { set(.year, last) }
    readRule(isYearly ? parts.dropLast() : parts)
  }

  /// The name of a group may itself hold commas.
  private mutating func readRule(_ parts: [String]) {
    guard let first = parts.first else { return }
    rule = RuleID(first)
    if parts.count > 1 { group = parts.dropFirst().joined(separator: ",") }
  }

  private enum Part {
    case beneficiary, measure, prerequisite, vehicle, service, objective, nisClass, threat, region
    case pot, year, rule
  }

  private static func layout(of family: Family) -> [Part] {
    switch family {
    case .deployed: [.beneficiary, .measure]
    case .prerequisite: [.beneficiary, .measure, .prerequisite, .year]
    case .financing: [.beneficiary, .pot, .year]
    case .ceiling, .floor, .entitlement, .bandDrop, .bandRise, .results:
      [.vehicle, .beneficiary, .year]
    case .oneClaim: [.rule, .beneficiary]
    case .rate: [.vehicle, .beneficiary, .pot, .year]
    case .ownFunds: [.beneficiary, .year]
    case .coverage: [.objective, .nisClass, .year, .beneficiary]
    case .avoided: [.beneficiary, .threat, .year]
    case .noWorse, .minimum, .ratioCap: [.beneficiary]
    case .spend, .envelope: [.vehicle, .year]
    case .sustainability, .territoryFloor, .territoryCeiling, .massive: []
    case .staffing: [.region, .year]
    case .pilotShare: [.measure, .year]
    case .serviceUse, .serviceCapacity, .serviceBuild, .serviceRun: [.service, .year]
    }
  }

  private mutating func set(_ part: Part, _ text: String) {
    switch part {
    case .beneficiary: beneficiary = BeneficiaryID(text)
    case .measure: measure = MeasureID(text)
    case .prerequisite: prerequisite = MeasureID(text)
    case .vehicle: vehicle = VehicleID(text)
    case .service: service = ServiceID(text)
    case .objective: objective = ObjectiveID(text)
    case .nisClass: nisClass = NISClassID(text)
    case .threat: threat = ThreatID(text)
    case .region: region = RegionID(text)
    case .pot: pot = text
    case .rule: rule = RuleID(text)
    case .year: year = Int(text).map { Year($0) }
    }
  }
}
