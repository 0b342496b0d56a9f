// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
public import Wording

/// The screen of a ladder: what each budget reaches, and what the promise that nobody loses costs.
public enum LadderScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: the ladder.
  ///   - folder: the folder that was written.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ outcome: LadderOutcome, folder: String, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    let page = LadderPage(outcome: outcome, style: NumberStyle(language), width: max(80, width))
    return page.lines(folder: folder)
  }
}

/// Lays the screen out.
private struct LadderPage {
  let outcome: LadderOutcome
  let style: NumberStyle
  let width: Int

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("ladder.\(key)", in: style.language, arguments)
  }

  func lines(folder: String) -> [String] {
    let vehicle = outcome.vehicle.flatMap { id in
      outcome.study.vehicles.first { $0.id == id }?.title
    }
    let count = style.beneficiaries(outcome.study.beneficiaries.count)
    let title = text(
      "title",
      ["title": outcome.study.title, "count": count, "money": vehicle ?? text("allMoney")])
    let files = text(
      "files", ["folder": folder, "files": LadderFolder.fileNames.joined(separator: " ")])
    return TextLayout.wrapped(title, to: width) + [""] + table() + [""]
      + [text("how"), text("cost"), files].flatMap { TextLayout.wrapped($0, to: width) }
  }

  private func table() -> [String] {
    let first = outcome.steps.first?.free.goals.first
    let goal = (first?.name ?? "").split(separator: "+")
      .map { Catalogue.text("goal.\($0)", in: style.language) }.joined(separator: " + ")
    let classes = outcome.steps.first?.kept.coverage.map(\.nisClass.rawValue) ?? []
    let year = outcome.study.horizon.last.description
    let head =
      [text("budget"), text("counted"), text("free"), text("kept"), text("price")]
      + classes.map { "\($0) \(year)" } + [text("losers")]
    let lines = TextLayout.rightAligned([head] + outcome.steps.map(cells)).lines
    return TextLayout.wrapped(text("goal", ["goal": goal]), to: width)
      + lines.map { TextLayout.cut($0, to: width) }
  }

  private func cells(of step: LadderStep) -> [String] {
    guard let free = step.free.goals.first, let kept = step.kept.goals.first else { return [] }
    let cost = step.cost(at: 0)
    // What is below the proven gap is no cost.
    let isNothing = abs(cost) <= 1e-6 * max(1, abs(free.value))
    return [
      style.percent(step.share), style.amount(euros: step.countedEuros),
      style.figure(free.value), style.figure(kept.value),
      isNothing ? "0" : style.figure(cost),
    ] + step.kept.coverage.map { style.percent($0.years.last?.coverage ?? 0) }
      + [style.integer(step.freeLosers.count)]
  }
}
