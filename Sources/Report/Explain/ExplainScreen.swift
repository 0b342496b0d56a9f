// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
public import Wording

/// The screen of an explanation.
public enum ExplainScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: what is told.
  ///   - language: language of words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ outcome: ExplainOutcome, language: Language, width: Int = Screen.standardWidth
  ) -> [String] {
    let lines = ExplainLines(outcome.plan, in: language, width: width)
    var screen: [String] = []
    if !outcome.isProven { screen += lines.wrapped(lines.text("unproven")) }
    switch outcome.subject {
    case .beneficiary(let told): screen += lines.beneficiary(told)
    case .members(let group, let told): screen += lines.members(group, told)
    case .region(let told): screen += lines.region(told)
    case .objective(let told): screen += lines.objective(told)
    case .measure(let told): screen += lines.measure(told)
    }
    if let nearest = outcome.nearest { screen += lines.nearest(nearest) }
    if !outcome.hasAccounts { screen += [""] + lines.wrapped(lines.text("noAccounts")) }
    return screen
  }
}

extension ExplainLines {
  func title(_ subject: String) -> [String] {
    wrapped(text("title", ["title": scenario.title, "subject": subject]))
  }

  func head(total: Bool) -> [String] { years + (total ? [text("total")] : []) }

  func share(_ value: Double) -> String { style.percent(value) }

  // MARK: One beneficiary

  func beneficiary(_ told: BeneficiaryExplanation) -> [String] {
    let parts = [
      title(name(told.beneficiary)), description(told.beneficiary), [""], figures(told), [""],
      measures(told), yields(told), [""], wrapped(text("why")), atHand(told.level),
      reasons(told.reasons, level: told.level),
    ]
    return parts.flatMap { $0 }
  }

  func description(_ e: Int) -> [String] {
    let beneficiary = scenario.beneficiaries[e]
    var parts = [
      text("kind.\(beneficiary.kind.rawValue)"), text("status.\(beneficiary.status.rawValue)"),
      RegionNames.name(of: beneficiary.region.rawValue, in: style.language),
      beneficiary.nisClass.map { text("class", ["class": $0.rawValue]) } ?? text("noClass"),
    ]
    if let agents = beneficiary.size[.agents] {
      parts.append(
        style.counted(agents, one: text("noun.agent"), many: text("noun.agents")))
    }
    return wrapped(parts.joined(separator: " · "))
  }

  private func figures(_ told: BeneficiaryExplanation) -> [String] {
    var table = ExplainTable()
    table.add("", head(total: true))
    table.rows += money(told.money, own: told.own)
    if !told.coverage.isEmpty {
      let met = style.counted(
        Double(told.targets.met), one: text("noun.target"), many: text("noun.targets"))
      let note = text("of", ["met": met, "all": style.integer(told.targets.all)])
      table.add(text("coverage"), told.coverage.map(share) + [told.targets.all > 0 ? note : ""])
    }
    table.add(
      text("avoided"),
      (told.avoided + [told.avoided.reduce(0, +)]).map { style.decimal($0 * 1000) })
    return table.lines(width: width)
  }

  private func measures(_ told: BeneficiaryExplanation) -> [String] {
    guard !told.measures.isEmpty else { return wrapped(text("noMeasure")) }
    var table = ExplainTable()
    table.add(text("measures"), [text("before")] + years)
    for entry in told.measures {
      let measure = scenario.measures[entry.measure]
      table.add(
        "  \(measure.id.rawValue) \(measure.title)", ([entry.before] + entry.years).map(share))
    }
    return table.lines(width: width)
  }

  private func yields(_ told: BeneficiaryExplanation) -> [String] {
    told.yields.filter { $0.amount > 0 }.flatMap { entry -> [String] in
      var arguments = [
        "yield": words.bought(entry), "rank": style.integer(entry.rank),
        "count": style.integer(entry.count),
      ]
      arguments["class"] = scenario.beneficiaries[told.beneficiary].nisClass?.rawValue
      arguments["rankInClass"] = entry.rankInClass.map { style.integer($0) }
      arguments["countInClass"] = entry.countInClass.map { style.integer($0) }
      return wrapped(text(entry.rankInClass == nil ? "rank" : "rank.class", arguments))
    }
  }

  func atHand(_ level: Int?) -> [String] {
    guard let level else { return [] }
    return wrapped(text("goalAtHand", ["goal": words.goal(level)]))
  }

  // MARK: A group

  func members(_ group: String, _ told: [BeneficiaryExplanation]) -> [String] {
    var table = ExplainTable()
    table.add(
      text("members"),
      [text("column.money"), text("column.own"), text("column.coverage"), text("column.targets")])
    for entry in told {
      table.add(
        name(entry.beneficiary),
        [
          style.integer(entry.euros), style.decimal(entry.own.reduce(0, +) * 1000),
          entry.coverage.last.map(share) ?? NumberStyle.none,
          entry.targets.all == 0
            ? NumberStyle.none
            : text(
              "of",
              [
                "met": style.integer(entry.targets.met), "all": style.integer(entry.targets.all),
              ]),
        ])
    }
    let reasons = told.flatMap { entry in
      wrapped(
        text(
          "memberReasons",
          [
            "id": scenario.beneficiaries[entry.beneficiary].id.rawValue,
            "reasons": entry.reasons.isEmpty
              ? NumberStyle.none
              : entry.reasons.map { words.short($0.code) }.joined(separator: text("joint")),
          ]), label: "  – ")
    }
    let parts = [
      title(group), [""], table.lines(width: width), [""], wrapped(text("why")), reasons,
    ]
    return parts.flatMap { $0 }
  }
}

extension ReasonWords {
  /// A yield with its unit: `1,2 part-année pondérée par M€`.
  func bought(_ entry: GoalYield) -> String {
    switch entry.goal {
    case .avoidedLoss:
      text("yield.avoided_loss", ["amount": style.amount(euros: entry.perMillion * 1000)])
    default: text("yield.nis_shortfall", ["amount": style.figure(entry.perMillion)])
    }
  }
}
