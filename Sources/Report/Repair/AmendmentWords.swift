// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
import FundingFormulation
public import FundingModel
public import Wording

/// Says written rules and their amendments in words.
public struct AmendmentWords: Sendable {
  private let scenario: Scenario
  private let style: NumberStyle
  private let words: RuleWords

  /// Prepares the words of a scenario.
  public init(_ scenario: Scenario, in language: Language) {
    self.scenario = scenario
    style = NumberStyle(language)
    words = RuleWords(scenario, in: language)
  }

  /// A rule as it stands: `enveloppe FIR 2027 (80 M€)`, `plancher de La Réunion (0,8)`.
  public func rule(_ rule: WrittenRule) -> String {
    var arguments = words.arguments(for: rule.row)
    arguments["level"] = level(of: rule)
    let text = Catalogue.text("repair.rule.\(rule.family.rawValue)", in: style.language, arguments)
    return text.split(separator: " ").joined(separator: " ")
  }

  /// What to change, with amounts: `+4,1 M€ en 2027 pour FIR (80 M€ → 84,1 M€)`.
  ///
  /// - Parameters:
  ///   - amendment: What changes.
  ///   - all: The proposal it is a part of: a target is only postponed where the next year's stands.
  /// - Returns: Words.
  public func amendment(_ amendment: Amendment, of all: [Amendment]) -> String {
    var arguments = words.arguments(for: amendment.rule.row)
    var key = amendment.change.fill(&arguments, style)
    if case .targets(let nisClass, let year, let lowered) = amendment.change {
      add(lowered, to: &arguments)
      if isPostponed(nisClass, year, lowered, all) {
        key = "targetsPostponed"
        arguments["next"] = String(year.number + 1)
      }
    }
    arguments["who"] =
      amendment.beneficiaries == 0
      ? ""
      : Catalogue.text(
        "repair.for", in: style.language,
        [
          "count": style.beneficiaries(amendment.beneficiaries)
        ])
    let text = Catalogue.text("repair.change.\(key)", in: style.language, arguments)
    return text.split(separator: " ").joined(separator: " ")
  }

  /// Whether every target that falls is due in full a year later.
  private func isPostponed(
    _ nisClass: NISClassID, _ year: Year, _ lowered: [Amendment.AmendedTarget],
    _ all: [Amendment]
  ) -> Bool {
    let isNextAmended = all.contains {
      if case .targets(nisClass, Year(year.number + 1), _) = $0.change { true } else { false }
    }
    guard !isNextAmended, let next = scenario.horizon.index(of: Year(year.number + 1))
    else { return false }
    return lowered.allSatisfy { change in
      scenario.targets.contains {
        $0.nisClass == nisClass && $0.objective == change.objective && $0.isHard
          && $0.levels[next] >= change.from
      }
    }
  }

  /// The objectives whose targets fall, the one that falls most by name.
  private func add(
    _ lowered: [Amendment.AmendedTarget], to arguments: inout [String: String]
  ) {
    guard let most = lowered.max(by: { $0.from.value - $0.to.value < $1.from.value - $1.to.value })
    else { return }
    let title = scenario.objectives.first { $0.id == most.objective }?.title ?? ""
    arguments["objective"] = "\(most.objective.rawValue) \(title)"
    arguments["from"] = style.share(most.from.value)
    arguments["to"] = style.share(most.to.value)
    arguments["others"] =
      lowered.count == 1
      ? ""
      : Catalogue.text(
        lowered.count == 2 ? "repair.otherObjective" : "repair.otherObjectives", in: style.language,
        ["count": style.integer(lowered.count - 1)])
  }

  /// The value that the study gives the rule, where it is one number.
  private func level(of rule: WrittenRule) -> String {
    let vehicle = scenario.vehicles.first { $0.id == rule.vehicle }
    let year = rule.year.flatMap { scenario.horizon.index(of: $0) }
    switch rule.family {
    case .envelope:
      guard let vehicle, let year else { return "" }
      return style.amount(euros: vehicle.counted(in: year).euros)
    case .coverage:
      guard let year else { return "" }
      let levels = scenario.targets.filter { $0.nisClass == rule.nisClass && $0.isHard }
        .map { $0.levels[year].value }.filter { $0 > 0 }
      let objectives = style.counted(
        Double(levels.count), one: Catalogue.text("repair.objective", in: style.language),
        many: Catalogue.text("repair.objectives", in: style.language))
      guard let lowest = levels.min(), let highest = levels.max(), lowest < highest else {
        return "\(levels.first.map(style.share) ?? ""), \(objectives)"
      }
      return "\(style.share(lowest))–\(style.share(highest)), \(objectives)"
    case .territoryFloor:
      return scenario.territory.first { $0.id == rule.rule }?.floor.map(style.figure) ?? ""
    case .territoryCeiling:
      return scenario.territory.first { $0.id == rule.rule }?.ceiling.map(style.figure) ?? ""
    case .staffing:
      guard let year, let staff = scenario.staffing.first(where: { $0.region == rule.region })
      else { return "" }
      return style.staff(staff.available[year].value)
    case .massive:
      return scenario.deployment.first { $0.id == rule.rule }.map { style.share($0.share.value) }
        ?? ""
    case .rate: return vehicle?.rate.map { style.share($0.value) } ?? ""
    case .ownFunds: return scenario.ownFunds.map { style.share($0.share.value) } ?? ""
    case .ratioCap: return scenario.fairness.ratioCap.map(style.figure) ?? ""
    case .pilotShare:
      return scenario.measures.first { $0.id == rule.measure }?.pilot?.share
        .map { style.share($0.value) } ?? ""
    default: return ""
    }
  }
}

extension Amendment.Change {
  /// Fills in the amounts of the change.
  ///
  /// - Returns: Last part of the phrase's key.
  func fill(_ arguments: inout [String: String], _ style: NumberStyle) -> String {
    func change(_ from: String, _ to: String) {
      arguments["from"] = from
      arguments["to"] = to
    }
    func factor(_ value: Double) { arguments["by"] = style.share(abs(value - 1)) }
    switch self {
    case .envelope(_, _, let from, let to):
      change(style.amount(euros: from.euros), style.amount(euros: to.euros))
      arguments["by"] = style.amount(euros: (to - from).euros, signed: true)
      return "envelope"
    case .targets: return "targets"
    case .territoryFloor(_, _, let from, let to):
      change(style.figure(from), style.figure(to))
      return "territory_floor"
    case .territoryCeiling(_, _, let from, let to):
      change(style.figure(from), style.figure(to))
      return "territory_ceiling"
    case .staff(_, _, let from, let to):
      change(style.staff(from.value), style.staff(to.value))
      arguments["by"] = style.staff((to - from).value)
      return "staff"
    case .deployment(_, let from, let to):
      change(style.share(from.value), style.share(to.value))
      return "deployment"
    case .pilots(_, let from, let to):
      change(style.share(from.value), style.share(to.value))
      return "pilots"
    case .ceiling(_, let value):
      factor(value)
      return "ceiling"
    case .floor(_, let value):
      factor(value)
      return "floor"
    case .entitlement(_, let value):
      factor(value)
      return "entitlement"
    case .rate(_, let from, let to):
      change(style.share(from.value), style.share(to.value))
      return "rate"
    case .severalClaims: return "severalClaims"
    case .noLimitOfFalls: return "noLimitOfFalls"
    case .noLimitOfRises: return "noLimitOfRises"
    case .noResults: return "noResults"
    case .ownFunds(let from, let to):
      arguments["from"] = style.share(from.value)
      guard let to else { return "noOwnFundsLimit" }
      arguments["to"] = style.share(to.value)
      return "ownFunds"
    case .noWorse(let value):
      factor(value)
      return "noWorse"
    case .softSustainability(let missing):
      arguments["by"] = style.amount(euros: missing.euros)
      return "softSustainability"
    case .ratioCap(let from, let to):
      change(style.figure(from), style.figure(to))
      return "ratioCap"
    }
  }
}

extension NumberStyle {
  /// A share, with a decimal only where it has one.
  func share(_ value: Double) -> String {
    let isWhole = abs(value * 100 - (value * 100).rounded()) < 1e-6
    return percent(value, places: isWhole ? 0 : 1)
  }

  /// Full-time equivalents, with a decimal only where there is one.
  func staff(_ value: Double) -> String {
    decimal(value, places: abs(value - value.rounded()) < 1e-6 ? 0 : 1)
  }
}
