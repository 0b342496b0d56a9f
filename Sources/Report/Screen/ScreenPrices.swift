// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Wording

/// What limits the plan, and what one more million would buy.
struct ScreenPrices {
  let outcome: PlanOutcome
  let style: NumberStyle

  /// Most groups of rules that are named.
  private static let mostRules = 8
  /// Most envelopes that are named.
  private static let mostEnvelopes = 4

  /// Rules across beneficiaries that have a price, those of several years or groups told together.
  ///
  /// The strongest first: by the first goal they limit, then by their price for one million euros,
  /// one post or one unit.
  func limits() -> [String] {
    let words = RuleWords(outcome.scenario, in: style.language)
    let groups = groupedLimits()
    var texts = groups.prefix(Self.mostRules).map { group in
      words.words(
        for: group.rule, years: Self.yearText(group.years),
        groups: group.groups.isEmpty ? nil : group.groups)
    }
    if groups.count > Self.mostRules {
      let more = style.counted(
        Double(groups.count - Self.mostRules),
        one: Catalogue.text("screen.rule.other", in: style.language),
        many: Catalogue.text("screen.rule.others", in: style.language))
      texts.append(Catalogue.text("screen.limits.more", in: style.language, ["count": more]))
    }
    return texts
  }

  /// How much more money is priced: a million euros, or a thousand where the whole plan is small.
  var isMillion: Bool {
    outcome.figures.years.reduce(0) { $0 + $1.counted.euros } >= 5_000_000
  }

  /// What that much more changes in the best year of each vehicle, the best vehicle first.
  func more() -> [String] { best().map(entry) }

  /// Names of the rows that ``more()`` tells of.
  var envelopes: [String] { best().map(\.rowName) }

  /// What more money of one envelope changes.
  private struct Effect {
    let rowName: String
    let rule: RuleName
    /// k€ of losses.
    var loss = 0.0
    /// Points of coverage missing.
    var shortfall = 0.0
    /// How far the effect on the first goal holds; `nil` where that was not looked for.
    var range: RuleMargin.Side?
  }

  private func best() -> [Effect] {
    let step = isMillion ? 1000.0 : 1
    let scale = ShortfallScale(outcome.scenario).total
    var order: [String] = []
    var effects: [String: Effect] = [:]
    for price in outcome.prices where price.rule.family == .envelope {
      let change = price.priceInOrder * step
      guard abs(change) > 0 else { continue }
      if effects[price.rowName] == nil {
        order.append(price.rowName)
        effects[price.rowName] = Effect(rowName: price.rowName, rule: price.rule)
      }
      if let more = price.range?.looser { effects[price.rowName]?.range = more }
      switch Goal(rawValue: price.level) {
      case .avoidedLoss: effects[price.rowName]?.loss = change
      case .nisShortfall: effects[price.rowName]?.shortfall = scale > 0 ? change / scale : 0
      default: break
      }
    }
    let told = order.compactMap { effects[$0] }.filter(isTold)
    let first = firstGoal
    let sorted = told.enumerated().sorted { left, right in
      let keys = (
        first == .nisShortfall ? -left.element.shortfall : left.element.loss,
        first == .nisShortfall ? -right.element.shortfall : right.element.loss
      )
      if keys.0 != keys.1 { return keys.0 > keys.1 }
      if left.element.loss != right.element.loss { return left.element.loss > right.element.loss }
      return left.offset < right.offset
    }
    var seen: Set<VehicleID?> = []
    let best = sorted.filter { seen.insert($0.element.rule.vehicle).inserted }
    return best.prefix(Self.mostEnvelopes).map { chosen in
      var effect = chosen.element
      guard let range = effect.range else { return effect }
      // What was found along the rule is truer than the price of one basis.
      switch first {
      case .nisShortfall: effect.shortfall = scale > 0 ? range.worth * step / scale : 0
      default: effect.loss = range.worth * step
      }
      return effect
    }
  }

  /// The first of the two goals in the order of the scenario.
  private var firstGoal: Goal? {
    outcome.scenario.goals.flatMap(\.terms).map(\.goal).first {
      $0 == .nisShortfall || $0 == .avoidedLoss
    }
  }

  private func isTold(_ effect: Effect) -> Bool {
    abs(effect.loss) >= 0.0005 || abs(effect.shortfall) >= 0.000_005
  }

  private func entry(_ effect: Effect) -> String {
    var parts: [String] = []
    if abs(effect.shortfall) >= 0.000_005 {
      let places = abs(effect.shortfall) < 0.000_95 ? 3 : 2
      let points = style.points(effect.shortfall, places: places)
      parts.append(
        Catalogue.text(
          "screen.million.shortfall", in: style.language,
          ["points": effect.shortfall > 0 ? "+" + points : points]))
    }
    if abs(effect.loss) >= 0.0005 {
      parts.append(
        Catalogue.text(
          "screen.million.loss", in: style.language,
          ["amount": style.amount(euros: effect.loss * 1000, signed: true)]))
    }
    let vehicle = outcome.scenario.vehicles.first { $0.id == effect.rule.vehicle }
    return Catalogue.text(
      "screen.million.entry", in: style.language,
      [
        "vehicle": vehicle?.title ?? effect.rule.vehicle?.rawValue ?? "",
        "year": effect.rule.year?.description ?? "", "effects": style.list(parts),
      ]) + reach(of: effect)
  }

  /// How far the effect on the first goal holds, where that was looked for.
  private func reach(of effect: Effect) -> String {
    guard let range = effect.range, range.reach > 0 else { return "" }
    return " "
      + Catalogue.text(
        range.isOpen ? "screen.million.reach.open" : "screen.million.reach", in: style.language,
        ["amount": style.amount(euros: range.reach * 1000, signed: true)])
  }

  private struct Group {
    var rule: RuleName
    var years: [Int]
    var groups: [String]
    var level: Int
    var strength: Double
  }

  /// Whether the family holds rules a person wrote about several beneficiaries; the capacity of a
  /// service, which the plan itself buys, is none.
  private func isWritten(_ family: Family) -> Bool {
    family.role == .coupling && family != .serviceUse
  }

  private func groupedLimits() -> [Group] {
    var order: [RuleName] = []
    var groups: [RuleName: Group] = [:]
    for price in outcome.prices
    where price.isBinding && price.price != 0 && isWritten(price.rule.family) {
      var key = price.rule
      key.year = nil
      key.group = nil
      let strength = abs(price.price) * price.unit.step
      let year = price.rule.year.map { [$0.number] } ?? []
      guard var group = groups[key] else {
        order.append(key)
        groups[key] = Group(
          rule: key, years: year, groups: price.rule.group.map { [$0] } ?? [],
          level: price.levelIndex, strength: strength)
        continue
      }
      for number in year where !group.years.contains(number) { group.years.append(number) }
      if let name = price.rule.group, !group.groups.contains(name) { group.groups.append(name) }
      if price.levelIndex == group.level { group.strength = max(group.strength, strength) }
      groups[key] = group
    }
    return order.compactMap { groups[$0] }.enumerated().sorted { left, right in
      if left.element.level != right.element.level {
        return left.element.level < right.element.level
      }
      if left.element.strength != right.element.strength {
        return left.element.strength > right.element.strength
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// Years with runs drawn together: `2026–2028, 2030`.
  static func yearText(_ years: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for year in years.sorted() {
      if let last = runs.last, last.upperBound + 1 == year {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.map {
      switch $0.count {
      case 1: "\($0.lowerBound)"
      case 2: "\($0.lowerBound), \($0.upperBound)"
      default: "\($0.lowerBound)–\($0.upperBound)"
      }
    }.joined(separator: ", ")
  }
}

/// What the goal of NIS shortfall would be worth if nothing at all were covered by a target.
///
/// Dividing by it turns the goal into the mean shortfall over objectives, beneficiaries and years,
/// with the weights of the goal (`docs/model.md` §5).
struct ShortfallScale {
  /// Σ_{e,o,t} (W_e/W̄)·weight_o·weight_C(e) over soft targets above 0.
  let total: Double

  init(_ scenario: Scenario) {
    let members = scenario.beneficiaries.filter { $0.nisClass != nil }
    let weights = members.map { $0.size[scenario.economics.shortfallWeight] ?? 0 }
    let mean = weights.isEmpty ? 0 : weights.reduce(0, +) / Double(weights.count)
    guard mean > 0 else {
      total = 0
      return
    }
    var perClass: [NISClassID: Double] = [:]
    for target in scenario.targets where !target.isHard {
      guard let objective = scenario.objectives.first(where: { $0.id == target.objective }),
        objective.classes.contains(target.nisClass)
      else { continue }
      let years = target.levels.count { $0.value > 0 }
      perClass[target.nisClass, default: 0] +=
        Double(years) * objective.weight * (scenario.classWeights[target.nisClass] ?? 1)
    }
    total = zip(members, weights).reduce(0) { sum, entry in
      sum + entry.1 / mean * (entry.0.nisClass.flatMap { perClass[$0] } ?? 0)
    }
  }
}
