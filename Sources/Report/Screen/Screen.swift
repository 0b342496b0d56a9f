// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
import LinearProgramming
public import Wording

/// The one screen that a plan ends with, as lines of text.
public enum Screen {
  /// Columns a screen takes at most.
  public static let standardWidth = 110

  private static let labelWidth = 21

  /// The title of a study with its years, unless it names them itself.
  static func title(_ title: String, first: Int, last: Int) -> String {
    let span = "\(first)–\(last)"
    return title.contains(span) ? title : "\(title) (\(span))"
  }

  /// The screen of a plan.
  ///
  /// - Parameters:
  ///   - outcome: what is told.
  ///   - folder: where the plan folder was written; `nil` where it was not.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ outcome: PlanOutcome, folder: String? = nil, language: Language, width: Int = standardWidth
  ) -> [String] {
    let page = Page(
      outcome: outcome, style: NumberStyle(language), width: max(80, width), folder: folder)
    return page.lines()
  }

  /// Names of the rows of the envelopes that the screen of a plan tells of: the best year of each
  /// vehicle, the best vehicle first.
  ///
  /// - Parameter outcome: the plan.
  /// - Returns: names of rows.
  public static func pricedEnvelopes(of outcome: PlanOutcome) -> [String] {
    ScreenPrices(outcome: outcome, style: NumberStyle(.english)).envelopes
  }

  /// The screen of a run that ended without a plan.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - status: why there is no plan.
  ///   - contradiction: for an infeasible scenario, the rules in conflict and what gives way least.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func linesWithoutPlan(
    _ scenario: Scenario, status: PlanStatus,
    contradiction: Contradiction = Contradiction(broken: []),
    language: Language, width: Int = standardWidth
  ) -> [String] {
    let style = NumberStyle(language)
    let width = max(80, width)
    var lines = heading(
      scenario, Catalogue.text("screen.\(status.rawValue)", in: language), style, width)
    if !contradiction.conflict.isEmpty {
      lines += [""] + RepairScreen.conflict(contradiction.conflict, of: scenario, style, width)
    }
    let broken = contradiction.broken
    guard !broken.isEmpty else { return lines }
    let words = RuleWords(scenario, in: language)
    lines.append("")
    for (position, rule) in broken.prefix(12).enumerated() {
      let key = rule.isShortfall ? "screen.conflict.shortfall" : "screen.conflict.excess"
      let text = Catalogue.text(
        key, in: language,
        ["rule": words.words(for: rule.rowName), "amount": amount(rule, style)])
      let label = position == 0 ? Catalogue.text("screen.conflict", in: language) : ""
      lines += labelled(label, text, width)
    }
    lines.append("")
    lines += TextLayout.wrapped(Catalogue.text("screen.conflict.hint", in: language), to: width)
    return lines
  }

  private static func amount(_ rule: BrokenRule, _ style: NumberStyle) -> String {
    let unit = RuleUnit(rule.family)
    guard unit != .thousandEuros else { return style.amount(euros: rule.amount * 1000) }
    let number =
      unit == .share
      ? style.points(rule.amount, places: rule.amount < 0.095 ? 1 : 0)
      : style.decimal(rule.amount, places: rule.amount < 10 ? 2 : 0)
    return Catalogue.text("screen.unit.\(unit.rawValue)", in: style.language, ["number": number])
  }

  /// Title and status on one line where they fit, on two otherwise.
  static func heading(
    _ scenario: Scenario, _ status: String, _ style: NumberStyle, _ width: Int
  ) -> [String] {
    func counted(_ count: Int, _ one: String, _ many: String) -> String {
      style.counted(
        Double(count), one: Catalogue.text("screen.\(one)", in: style.language),
        many: Catalogue.text("screen.\(many)", in: style.language))
    }
    let counts = [
      counted(scenario.beneficiaries.count, "beneficiary", "beneficiaries"),
      counted(scenario.measures.count, "measure", "measures"),
      counted(scenario.vehicles.count, "vehicle", "vehicles"),
    ].joined(separator: ", ")
    let name = Screen.title(
      scenario.title, first: scenario.horizon.first.number, last: scenario.horizon.last.number)
    let title = Catalogue.text(
      "screen.title", in: style.language, ["title": name, "counts": counts])
    let room = width - TextLayout.columns(title) - TextLayout.columns(status)
    if room >= 3 { return [title + String(repeating: " ", count: room) + status] }
    return TextLayout.wrapped(title, to: width) + [TextLayout.right(status, width)]
  }

  /// A label and a text that is wrapped beside it.
  static func labelled(_ label: String, _ text: String, _ width: Int) -> [String] {
    TextLayout.wrapped(text, to: width - labelWidth).enumerated().map { position, line in
      TextLayout.left(position == 0 ? label : "", labelWidth) + line
    }
  }
}

/// The screen of one plan.
private struct Page {
  let outcome: PlanOutcome
  let style: NumberStyle
  let width: Int
  let folder: String?

  func lines() -> [String] {
    var lines = Screen.heading(outcome.scenario, status, style, width)
    lines += stop() + whole() + layers() + scope() + [""]
    let table = ScreenTable(outcome: outcome, style: style, width: width)
    lines += table.lines()
    lines +=
      [""] + prices() + afterHorizon() + freedom() + tieBreak() + assumptions() + time() + files()
    return lines
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("screen.\(key)", in: style.language, arguments)
  }

  private var status: String {
    let time = style.duration(seconds: outcome.timings.total)
    let gap = outcome.relativeGap.map { style.gap($0) }
    switch outcome.status {
    case .optimal: return text("optimal", ["gap": gap ?? NumberStyle.none, "time": time])
    case .feasible:
      guard let gap else { return text("feasible.noGap", ["time": time]) }
      return text("feasible", ["gap": gap, "time": time])
    case .whole:
      guard let gap = outcome.whole?.wholeGap else {
        return text("whole.status.noGap", ["time": time])
      }
      return text("whole.status", ["gap": wholeGap(gap), "time": time])
    case .infeasible, .stoppedAtLimit: return text(outcome.status.rawValue)
    }
  }

  /// Why and where it was stopped before the proof, and how much that leaves open.
  private func stop() -> [String] {
    guard let reason = outcome.stopReason, let goal = outcome.goals.last else { return [] }
    let gap = goal.relativeGap.map { text("stop.gap", ["gap": style.gap($0)]) }
    let names = goal.name.split(separator: "+")
      .map { Catalogue.text("goal.\($0)", in: style.language) }
    let sentence = text(
      "stop.text",
      [
        "reason": Catalogue.text("cli.reason.\(reason.rawValue)", in: style.language),
        "level": style.integer(outcome.goals.count),
        "levels": style.integer(outcome.scenario.goals.count),
        "goal": names.joined(separator: " + "), "gap": gap ?? text("stop.noGap"),
      ])
    return Screen.labelled(text("stop"), sentence, width)
  }

  /// What whole steps are, and how far the plan is from the bounds.
  private func whole() -> [String] {
    guard let whole = outcome.whole, let goal = outcome.goals.first else { return [] }
    var sentence = text(
      "whole.text",
      ["taken": style.integer(whole.taken), "steps": style.integer(whole.steps)])
    let names = goal.name.split(separator: "+")
      .map { Catalogue.text("goal.\($0)", in: style.language) }
    func told(_ key: String, _ bound: Double?, _ gap: Double?) {
      guard let bound, let gap else { return }
      sentence +=
        " "
        + text(
          key,
          [
            "goal": names.joined(separator: " + "), "value": number(goal.value),
            "bound": number(bound), "gap": wholeGap(gap),
          ])
    }
    if whole.exhaustive.contains(goal.name) {
      sentence += " " + text("whole.exhaustive")
    } else {
      told("whole.bound", whole.wholeBound, whole.wholeGap)
    }
    told("whole.linear", whole.linearBound, whole.linearGap)
    return Screen.labelled(text("whole"), sentence, width)
  }

  private func number(_ value: Double) -> String {
    style.decimal(value, places: abs(value) < 1000 ? 2 : 0)
  }

  /// Gaps of whole steps are told in percent: they are no rounding.
  private func wholeGap(_ gap: Double) -> String { style.percent(gap, places: gap < 0.1 ? 2 : 1) }

  private func layers() -> [String] {
    let names = outcome.study.layers.dropFirst()
    guard !names.isEmpty else { return [] }
    return Screen.labelled(text("layers"), names.joined(separator: " · "), width)
  }

  private func scope() -> [String] {
    guard let scope = outcome.scenario.scope else { return [] }
    var sentence = text(
      outcome.scenario.lockedCount > 0 ? "scope.locked" : "scope.text",
      [
        "region": RegionNames.name(of: scope.region.rawValue, in: style.language),
        "count": style.integer(outcome.scenario.beneficiaries.count),
        "national": style.integer(scope.nationalBeneficiaries),
        "share": style.percent(scope.share, places: 1),
        "weight": text("driver.\(scope.weight.rawValue)"),
      ])
    if !scope.droppedRules.isEmpty {
      let rules = style.list(scope.droppedRules.map(\.rawValue))
      sentence += " " + text("scope.dropped", ["rules": rules])
    }
    return Screen.labelled(text("scope"), sentence, width)
  }

  private func prices() -> [String] {
    let prices = ScreenPrices(outcome: outcome, style: style)
    let limits = prices.limits()
    let more = prices.more()
    let told = more.joined(separator: " · ") + " " + text("million.margin")
    return Screen.labelled(
      text("limits"),
      limits.isEmpty ? text(withoutLimits) : limits.joined(separator: " · "), width)
      + Screen.labelled(
        text(prices.isMillion ? "million" : "thousand"),
        more.isEmpty ? text(isProven ? "million.none" : "unknown") : told, width)
  }

  private var isProven: Bool { outcome.status == .optimal }

  /// That nothing binds may only be said of an optimum: before the proof it is not known.
  private var withoutLimits: String { isProven ? "limits.none" : "unknown" }

  private func afterHorizon() -> [String] {
    let after = outcome.figures.afterHorizon
    let key = after.gap > 0 ? "after.gap" : "after.covered"
    let sentence = text(
      key,
      [
        "need": style.amount(euros: after.need * 1000),
        "means": style.amount(euros: after.means * 1000),
        "gap": style.amount(euros: after.gap * 1000),
      ])
    let label = text("after", ["year": outcome.scenario.horizon.last.description])
    return Screen.labelled(label, sentence, width)
  }

  /// Told only where floors fix some of the money.
  private func freedom() -> [String] {
    let freedom = outcome.figures.freedom
    guard freedom.fixed > .zero else { return [] }
    return Screen.labelled(
      text("freedom"), text("freedom.text", ["share": style.percent(freedom.share)]), width)
  }

  private func tieBreak() -> [String] {
    guard let sentence = TieBreakWords.sentence(outcome.tieBreak, style) else { return [] }
    return Screen.labelled(text("tieBreak"), sentence, width)
  }

  private func assumptions() -> [String] {
    let count = style.counted(
      Double(outcome.study.assumptions.count), one: text("parameter"), many: text("parameters"))
    let total = style.integer(outcome.study.parameters.count)
    return Screen.labelled(
      text("assumptions"), text("assumptions.text", ["count": count, "total": total]), width)
  }

  private func time() -> [String] {
    let timings = outcome.timings
    let writing = timings.writing.map {
      text("time.writing", ["time": style.duration(seconds: $0)])
    }
    let memory = timings.peakMemoryBytes.map {
      text("time.memory", ["size": style.memory(bytes: $0)])
    }
    let sentence = text(
      "time.text",
      [
        "reading": style.duration(seconds: timings.reading),
        "building": style.duration(seconds: timings.building),
        "solving": style.duration(seconds: timings.solving),
        "checking": style.duration(seconds: timings.checking), "writing": writing ?? "",
        "memory": memory ?? "",
        "rows": style.integer(outcome.size.rows), "columns": style.integer(outcome.size.columns),
      ])
    return Screen.labelled(text("time"), sentence, width)
  }

  private func files() -> [String] {
    guard let folder else { return [] }
    let name = folder.hasSuffix("/") ? folder : folder + "/"
    return Screen.labelled(
      text("files"), ([name] + PlanFolder.fileNames).joined(separator: "  "), width)
  }
}
