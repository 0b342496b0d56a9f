// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import LinearProgramming
public import Wording

/// The screen of margins: what a little more and a little less of each rule is worth, and how far.
public enum MarginScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: The margins.
  ///   - folder: The folder that was written; `nil`: none.
  ///   - language: Language of the words and numbers.
  ///   - width: Most columns of a line; at least 80.
  /// - Returns: Lines without line ends.
  public static func lines(
    _ outcome: MarginOutcome, folder: String?, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    MarginPage(outcome, style: NumberStyle(language), width: max(80, width)).lines(folder: folder)
  }
}

/// Lays the screen out.
private struct MarginPage {
  let outcome: MarginOutcome
  let style: NumberStyle
  let width: Int
  let amounts: GoalAmounts
  /// Avoided loss in words.
  let losses: GoalAmounts
  let words: RuleWords

  init(_ outcome: MarginOutcome, style: NumberStyle, width: Int) {
    self.outcome = outcome
    self.style = style
    self.width = width
    amounts = GoalAmounts(outcome.goal, of: outcome.study, style: style)
    losses = GoalAmounts(.avoidedLoss, of: outcome.study, style: style)
    words = RuleWords(outcome.study, in: style.language)
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("price.\(key)", in: style.language, arguments)
  }

  func lines(folder: String?) -> [String] {
    let title = text(
      "title",
      [
        "title": outcome.study.title,
        "count": style.beneficiaries(outcome.study.beneficiaries.count), "goal": amounts.name,
        "value": amounts.text(outcome.value),
      ])
    var notes = [text("how", ["goal": amounts.name]), text("precision")]
    if !outcome.avoiding.isEmpty { notes.append(text("avoiding.how")) }
    if outcome.margins.isEmpty { notes.insert(text("noRule"), at: 0) }
    let others = outcome.priced - outcome.margins.count
    if others > 0 { notes.append(text("others", ["count": style.integer(others)])) }
    if let folder {
      notes.append(
        text("files", ["folder": folder, "files": MarginFolder.fileNames.joined(separator: " ")]))
    }
    return TextLayout.wrapped(title, to: width) + [""]
      + outcome.margins.flatMap(lines(of:)) + [""]
      + notes.flatMap { TextLayout.wrapped($0, to: width) }
  }

  private func lines(of margin: RuleMargin) -> [String] {
    var lines = TextLayout.wrapped(
      text("rule", ["rule": words.words(for: margin.rule), "bound": bound(margin)]), to: width)
    lines += sides(of: margin, amounts)
    if let avoiding = outcome.avoiding(margin) {
      lines.append("  \(text("avoiding"))")
      lines += sides(of: avoiding, losses)
    }
    return lines
  }

  /// Both sides of a margin, in amounts of the goal that it is the margin of.
  private func sides(of margin: RuleMargin, _ amounts: GoalAmounts) -> [String] {
    [(margin.looser, true), (margin.stricter, false)].flatMap { side, isLooser -> [String] in
      guard let side else { return [] }
      return TextLayout.wrapped(
        line(margin, side, isLooser: isLooser, amounts), to: width - 4
      ).map { "    \($0)" }
    }
  }

  private func line(
    _ margin: RuleMargin, _ side: RuleMargin.Side, isLooser: Bool, _ amounts: GoalAmounts
  ) -> String {
    /// What a change of the goal is in words: so much more or less of it.
    func effect(_ change: Double) -> String {
      guard change != 0 else { return text("none") }
      return text(change > 0 ? "more" : "less", ["amount": amounts.words(abs(change))])
    }
    let step = step(of: margin)
    // More of what is allowed, less of what is asked for.
    let isMore = isLooser == margin.isUpper
    let change = shift(margin, isMore ? step : -step)
    guard side.worth != 0 || side.worthBeyond ?? 0 != 0 else {
      return text("nothing", ["change": change, "reach": reach(margin, side, isMore)])
    }
    guard side.reach > 0 else {
      return text("bent", ["change": change, "effect": effect(side.worth * step)])
    }
    var arguments = [
      "change": change, "effect": effect(side.worth * step), "reach": reach(margin, side, isMore),
    ]
    guard let beyond = side.worthBeyond else { return text("open", arguments) }
    arguments["beyond"] = beyond == 0 ? text("noMore") : effect(beyond * step)
    return text("line", arguments)
  }

  private func reach(_ margin: RuleMargin, _ side: RuleMargin.Side, _ isMore: Bool) -> String {
    shift(margin, isMore ? side.reach : -side.reach)
  }

  /// Units by which a worth is told: a million euros where the rule has several, a thousand otherwise.
  private func step(of margin: RuleMargin) -> Double {
    switch margin.unit {
    case .thousandEuros: max(abs(margin.bound), margin.looser?.reach ?? 0) >= 5_000 ? 1_000 : 1
    case .share, .logarithm: 0.01
    case .fullTimeEquivalents, .weightedBeneficiaries, .capacity: 1
    }
  }

  private func shift(_ margin: RuleMargin, _ amount: Double) -> String {
    amount >= 0 ? "+" + unit(margin, amount) : "−" + unit(margin, -amount)
  }

  private func bound(_ margin: RuleMargin) -> String {
    let amount = margin.bound < 0 ? "−" + unit(margin, -margin.bound) : unit(margin, margin.bound)
    return text(margin.isUpper ? "atMost" : "atLeast", ["amount": amount])
  }

  private func unit(_ margin: RuleMargin, _ amount: Double) -> String {
    switch margin.unit {
    case .thousandEuros: style.amount(euros: amount * 1000)
    case .fullTimeEquivalents:
      Catalogue.text("screen.unit.fte", in: style.language, ["number": plain(amount)])
    case .share: style.points(amount, places: 1)
    case .weightedBeneficiaries, .capacity, .logarithm: plain(amount)
    }
  }

  /// A number of whole things as such, others with two digits or three.
  private func plain(_ amount: Double) -> String {
    if amount == amount.rounded() { return style.decimal(amount) }
    return style.decimal(amount, places: abs(amount) < 1 ? 3 : abs(amount) < 100 ? 1 : 0)
  }
}
