// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
import FundingFormulation
public import FundingModel
public import Wording

/// Says reasons and the rules behind them in words.
public struct ReasonWords: Sendable {
  let scenario: Scenario
  let style: NumberStyle
  private let rules: RuleWords
  /// Weighted share-years of shortfall if nothing were covered.
  private let shortfallScale: Double
  /// Step of money in which prices are told, thousands of euros.
  let step: Double

  /// Prepares the words of a plan.
  public init(_ scenario: Scenario, in language: Language) {
    self.scenario = scenario
    style = NumberStyle(language)
    rules = RuleWords(scenario, in: language)
    shortfallScale = ShortfallScale(scenario).total
    let counted = scenario.vehicles.reduce(0.0) { sum, vehicle in
      scenario.horizon.years.indices.reduce(sum) { $0 + vehicle.counted(in: $1).euros }
    }
    step = counted >= 5_000_000 ? 1000 : 1
  }

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("explain.\(key)", in: style.language, arguments)
  }

  // MARK: Reasons

  /// The sentence of a reason, made from its values.
  public func sentence(_ reason: Reason) -> String {
    let isFixed = reason.without?.isImpossible ?? false
    let key = "reason.\(reason.code.rawValue)" + (isFixed ? ".fixed" : "")
    return text(key, arguments(of: reason))
  }

  /// A few words for a reason, for tables and counts.
  public func short(_ code: ReasonCode) -> String { text("code.\(code.rawValue)") }

  private func arguments(of reason: Reason) -> [String: String] {
    var arguments: [String: String] = [:]
    arguments["count"] = count(
      reason.code == .targetMet || reason.code == .coveredOtherwise
        ? (one: "target", many: "targets", number: reason.targets.count)
        : (one: "measure", many: "measures", number: reason.measures.count))
    arguments["targets"] = targets(reason.targets)
    arguments["measures"] = measures(reason.measures)
    arguments["years"] = ScreenPrices.yearText(
      Array(Set(reason.rules.compactMap { $0.rule.year?.number })))
    arguments["vehicles"] = vehicles(of: reason.rules)
    arguments["region"] = reason.rules.lazy.compactMap(\.rule.region).first
      .map { RegionNames.place($0.rawValue, in: style.language) }
    arguments["groups"] = groups(of: reason.rules)
    arguments["services"] = style.list(
      unique(reason.rules.compactMap(\.rule.service)).map { id in
        scenario.services.first { $0.id == id }?.title ?? id.rawValue
      })
    arguments["asked"] = style.list(
      unique(reason.rules.compactMap(\.rule.rule)).map { $0.rawValue })
    arguments["refusals"] = reason.refusals.map(refusal).joined(separator: text("joint"))
    if let nearest = reason.nearest { arguments["nearest"] = measure(nearest.measure) }
    if let without = reason.without, let level = without.level, !without.isImpossible {
      arguments["effect"] = effect(without.change, level: name(of: level))
    }
    return arguments
  }

  private func count(_ counted: (one: String, many: String, number: Int)) -> String {
    style.counted(
      Double(counted.number), one: text("noun.\(counted.one)"),
      many: text("noun.\(counted.many)"))
  }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  private func vehicles(of rules: [RulePrice]) -> String {
    let ids = unique(rules.compactMap(\.rule.vehicle))
    return style.list(
      ids.map { id in
        let title = scenario.vehicles.first { $0.id == id }?.title ?? id.rawValue
        let years = rules.filter { $0.rule.vehicle == id }.compactMap { $0.rule.year?.number }
        let told = ScreenPrices.yearText(Array(Set(years)))
        return told.isEmpty ? title : "\(title) \(told)"
      })
  }

  private func groups(of rules: [RulePrice]) -> String {
    style.list(
      unique(rules.compactMap(\.rule.group)).map { group in
        let isRegion = rules.contains { price in
          price.rule.group == group
            && scenario.territory.contains {
              $0.id == price.rule.rule && $0.grouping == .region
            }
        }
        return isRegion
          ? RegionNames.owner(group, in: style.language)
          : Catalogue.text("rule.group", in: style.language, ["group": group])
      })
  }

  /// `O1 (2027–2029), O3 (2028)`.
  func targets(_ targets: [OpenTarget]) -> String {
    style.list(
      unique(targets.map(\.objective)).map { o in
        let years = targets.filter { $0.objective == o }
          .map { scenario.horizon.first.number + $0.year }
        return "\(scenario.objectives[o].id.rawValue) (\(ScreenPrices.yearText(years)))"
      })
  }

  /// At most three measures by name, the rest counted.
  func measures(_ measures: [Int]) -> String {
    guard measures.count > 4 else { return style.list(measures.map(measure)) }
    let rest = text("others", ["count": style.integer(measures.count - 3)])
    return style.list(measures.prefix(3).map(measure) + [rest])
  }

  func measure(_ m: Int) -> String {
    text(
      "measure",
      ["id": scenario.measures[m].id.rawValue, "title": scenario.measures[m].title])
  }

  /// A vehicle and the conditions that fail.
  func refusal(_ refusal: VehicleRefusal) -> String {
    text(
      "refusal",
      [
        "vehicle": scenario.vehicles[refusal.vehicle].title,
        "conditions": refusal.conditions.map { text("condition.\($0.rawValue)") }
          .joined(separator: ", "),
      ])
  }

  // MARK: Rules and prices

  /// A rule without the name of the beneficiary that is being explained.
  public func rule(_ price: RulePrice) -> String {
    var rule = price.rule
    if rule.beneficiary != nil { rule.beneficiary = "" }
    var words = rules.words(for: rule)
    // What stands before the name that was left out would hang in the air.
    for joint in [" de", " of"] where words.hasSuffix(joint) {
      words.removeLast(joint.count)
    }
    while let last = words.last, last == "," || last == " " { words.removeLast() }
    return words
  }

  /// What one more of a rule would change: `1 M€ de plus : −0,43 point de manque NIS`.
  public func price(_ price: RulePrice) -> String {
    let step = step(of: price.unit)
    return text(
      "price",
      [
        "step": text(
          "step.\(price.unit.rawValue)",
          ["amount": style.amount(euros: step * 1000)]),
        "effect": effect(price.price * step, level: price.level),
      ])
  }

  /// By how much a rule's bound is moved where its price is told, in its own unit.
  func step(of unit: RuleUnit) -> Double {
    switch unit {
    case .thousandEuros: step
    case .share: 0.01
    case .fullTimeEquivalents, .weightedBeneficiaries, .capacity, .logarithm: 1
    }
  }

  /// A change of a goal in words.
  public func effect(_ change: Double, level: String) -> String {
    switch Goal(rawValue: level) {
    case .nisShortfall where shortfallScale > 0:
      text("effect.nis_shortfall", ["points": points(change / shortfallScale)])
    case .avoidedLoss:
      text("effect.avoided_loss", ["amount": style.amount(euros: change * 1000, signed: true)])
    case .publicMoney, .ownMoney, .budgetCliff:
      text(
        "effect.money",
        [
          "amount": style.amount(euros: change * 1000, signed: true),
          "goal": rules.goalWords(for: level),
        ])
    default:
      text(
        "effect.other",
        [
          "change": style.signed(change, places: abs(change) < 0.001 ? 6 : 3),
          "goal": rules.goalWords(for: level),
        ])
    }
  }

  /// A change of the mean shortfall, with digits enough to say something.
  private func points(_ share: Double) -> String {
    let hundredths = abs(share * 100)
    let text =
      hundredths == 0
      ? style.points(0)
      : hundredths >= 0.000_05
        ? style.points(share, places: hundredths < 0.000_95 ? 5 : hundredths < 0.095 ? 4 : 2)
        : "\(style.scientific(share * 100)) point"
    return share > 0 ? "+" + text : text
  }

  /// The words of a goal level.
  public func goal(_ level: Int) -> String { rules.goalWords(for: name(of: level)) }

  /// The name of a goal level, for example `public_money+own_money`.
  func name(of level: Int) -> String {
    scenario.goals[level].terms.map(\.goal.rawValue).joined(separator: "+")
  }

  /// What an account says: what a full deployment brings and what it takes from elsewhere.
  func account(_ account: MeasureAccount, level: String) -> String {
    let parts = [
      ("brings", account.brings), ("money", account.money), ("staff", account.staff),
      ("others", account.others),
    ].filter { abs($0.1) > account.noise }.map { key, value in
      text("account.\(key)", ["worth": worth(value, level)])
    }
    return text(
      "account",
      [
        "gain": worth(abs(account.gain) > account.noise ? account.gain : 0, level),
        "year": String(scenario.horizon.first.number + account.year),
        "parts": parts.joined(separator: ", "),
      ])
  }

  /// A worth: above zero is better, in the words of the goal.
  func worth(_ worth: Double, _ level: String) -> String {
    switch Goal(rawValue: level) {
    case .nisShortfall where shortfallScale > 0: points(worth / shortfallScale)
    case .avoidedLoss, .publicMoney, .ownMoney, .budgetCliff:
      style.amount(euros: worth * 1000, signed: true)
    default: style.signed(worth, places: 3)
    }
  }
}
