// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
import FundingFormulation
public import FundingModel
public import Wording

/// Says in words what a row of a program stands for: `enveloppe FIR 2027`, `plancher de La Réunion`.
public struct RuleWords: Sendable {
  private let scenario: Scenario
  private let language: Language
  private let vehicles: [VehicleID: String]
  private let measures: [MeasureID: String]
  private let services: [ServiceID: String]
  private let objectives: [ObjectiveID: String]
  private let threats: [ThreatID: String]
  private let beneficiaries: [BeneficiaryID: String]
  private let territory: [RuleID: TerritoryRule]
  private let deployment: [RuleID: DeploymentRule]

  /// Prepares the names of a scenario.
  public init(_ scenario: Scenario, in language: Language) {
    self.scenario = scenario
    self.language = language
    func names<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
      Dictionary(pairs) { first, _ in first }
    }
    vehicles = names(scenario.vehicles.map { ($0.id, $0.title) })
    measures = names(scenario.measures.map { ($0.id, $0.title) })
    services = names(scenario.services.map { ($0.id, $0.title) })
    objectives = names(scenario.objectives.map { ($0.id, $0.title) })
    threats = names(scenario.threats.map { ($0.id, $0.title) })
    beneficiaries = names(scenario.beneficiaries.map { ($0.id, $0.name) })
    territory = names(scenario.territory.map { ($0.id, $0) })
    deployment = names(scenario.deployment.map { ($0.id, $0) })
  }

  /// The words of a row, by its name; the name itself where no family gives such a name.
  public func words(for rowName: String) -> String {
    if let rule = RuleName(rowName, of: scenario) { return words(for: rule) }
    guard rowName.hasPrefix("goal["), let colon = rowName.firstIndex(of: ":"),
      rowName.hasSuffix("]")
    else { return rowName }
    let level = String(rowName[rowName.index(after: colon)...].dropLast())
    return Catalogue.text("rule.goal", in: language, ["goal": goalWords(for: level)])
  }

  /// The words of a rule.
  ///
  /// - Parameters:
  ///   - rule: the name of its row, taken apart.
  ///   - years: what stands in place of the rule's own year, for rules told of several years.
  ///   - groups: what stands in place of the rule's own group, for rules told of several groups.
  /// - Returns: a few words without a full stop.
  public func words(
    for rule: RuleName, years: String? = nil, groups: [String]? = nil
  ) -> String {
    let arguments = arguments(for: rule, years: years, groups: groups)
    var key = "rule.\(rule.family.rawValue)"
    // What its rule asks for is known of a rule of the scenario only.
    if rule.family == .massive, arguments["subject"] == nil { key += ".unknown" }
    return squeezed(Catalogue.text(key, in: language, arguments))
  }

  /// What a phrase about a rule may name.
  ///
  /// - Parameters:
  ///   - rule: the name of its row, taken apart.
  ///   - years: as in ``words(for:years:groups:)``.
  ///   - groups: as there.
  /// - Returns: words by the name of the argument; what does not apply is empty or absent.
  func arguments(
    for rule: RuleName, years: String? = nil, groups: [String]? = nil
  ) -> [String: String] {
    let groups = groups ?? rule.group.map { [$0] } ?? []
    var arguments: [String: String] = [:]
    arguments["year"] = years ?? rule.year?.description ?? ""
    arguments["vehicle"] = rule.vehicle.map { vehicles[$0] ?? $0.rawValue }
    arguments["measure"] = rule.measure.map { measures[$0] ?? $0.rawValue }
    arguments["prerequisite"] = rule.prerequisite.map { measures[$0] ?? $0.rawValue }
    arguments["service"] = rule.service.map { services[$0] ?? $0.rawValue }
    arguments["objective"] = rule.objective.map { objective($0) }
    arguments["class"] = rule.nisClass?.rawValue
    arguments["threat"] = rule.threat.map { threats[$0] ?? $0.rawValue }
    arguments["beneficiary"] = rule.beneficiary.map { beneficiaries[$0] ?? $0.rawValue }
    arguments["pot"] = rule.pot
    arguments["rule"] = rule.rule?.rawValue
    arguments["place"] =
      rule.region.map { RegionNames.place($0.rawValue, in: language) }
      ?? told(groups.map { place(of: $0, rule) })
    arguments["owner"] = told(groups.map { owner(of: $0, rule) })
    if rule.family == .massive { addDeployment(rule, to: &arguments) }
    return arguments
  }

  /// The words of a goal level: its goals, joined.
  public func goalWords(for level: String) -> String {
    level.split(separator: "+").map { Catalogue.text("goal.\($0)", in: language) }
      .joined(separator: " + ")
  }

  private func objective(_ id: ObjectiveID) -> String {
    objectives[id].map { "\(id.rawValue) \($0)" } ?? id.rawValue
  }

  private func addDeployment(_ rule: RuleName, to arguments: inout [String: String]) {
    guard let asked = rule.rule.flatMap({ deployment[$0] }) else { return }
    switch asked.subject {
    case .measure(let id): arguments["subject"] = measures[id] ?? id.rawValue
    case .objective(let id):
      arguments["subject"] = Catalogue.text(
        "rule.objective", in: language, ["objective": objective(id)])
    }
    arguments["share"] = NumberStyle(language).percent(asked.share.value)
    arguments["deadline"] = asked.by.description
  }

  private func place(of group: String, _ rule: RuleName) -> String {
    if rule.rule.flatMap({ deployment[$0]?.within }) == .region {
      return RegionNames.place(group, in: language)
    }
    return Catalogue.text("rule.withinGroup", in: language, ["group": group])
  }

  private func owner(of group: String, _ rule: RuleName) -> String {
    if rule.rule.flatMap({ territory[$0]?.grouping }) == .region {
      return RegionNames.owner(group, in: language)
    }
    return Catalogue.text("rule.group", in: language, ["group": group])
  }

  /// At most three by name, the rest counted.
  private func told(_ groups: [String]) -> String {
    let style = NumberStyle(language)
    guard groups.count > 4 else { return style.list(groups) }
    let rest = Catalogue.text(
      "rule.otherGroups", in: language, ["count": style.integer(groups.count - 3)])
    return style.list(groups.prefix(3) + [rest])
  }

  /// Without the double spaces and loose ends that empty arguments leave.
  private func squeezed(_ text: String) -> String {
    let space = UInt8(ascii: " ")
    let bytes = text.utf8
    let isLoose = zip(bytes, bytes.dropFirst()).contains { $0 == space && $1 == space }
    guard isLoose || bytes.first == space || bytes.last == space else { return text }
    return text.split(separator: " ").joined(separator: " ")
  }
}
