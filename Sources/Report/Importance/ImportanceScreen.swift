// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import LinearProgramming
public import Wording

/// The screen of importances: what the goal comes to without each part of the study.
public enum ImportanceScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: The importances.
  ///   - folder: The folder that was written; `nil`: none.
  ///   - language: Language of the words and numbers.
  ///   - width: Most columns of a line; at least 80.
  /// - Returns: Lines without line ends.
  public static func lines(
    _ outcome: ImportanceOutcome, folder: String?, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    let style = NumberStyle(language)
    let amounts = GoalAmounts(outcome.goal, of: outcome.study, style: style)
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("importance.\(key)", in: language, arguments)
    }
    let title = text(
      "title",
      [
        "title": outcome.study.title,
        "count": style.beneficiaries(outcome.study.beneficiaries.count), "goal": amounts.name,
        "value": amounts.text(outcome.value),
      ])
    let words = AmendmentWords(outcome.study, in: language)
    let rows = outcome.parts.map { importance -> (String, String) in
      let name: String =
        switch importance.part {
        case .measure(let m):
          "\(outcome.study.measures[m].id.rawValue) \(outcome.study.measures[m].title)"
        case .vehicle(let v): outcome.study.vehicles[v].title
        case .rule(let rule): words.rule(rule)
        }
      guard let value = importance.value else { return (name, text("noPlan")) }
      let change = value - outcome.value
      guard abs(change) > outcome.noise else { return (name, text("nothing")) }
      return (
        name, text(change > 0 ? "more" : "less", ["amount": amounts.words(abs(change))])
      )
    }
    let effect = rows.map { TextLayout.columns($0.1) }.max() ?? 0
    let longest = rows.map { TextLayout.columns($0.0) }.max() ?? 0
    let label = max(20, min(longest, max(80, width) - effect - 2))
    var notes = [text("how", ["goal": amounts.name])]
    if let folder {
      notes.append(
        text(
          "files", ["folder": folder, "files": ImportanceFolder.fileNames.joined(separator: " ")]))
    }
    return TextLayout.wrapped(title, to: width) + [""]
      + rows.map {
        TextLayout.withoutTrailingSpaces(
          TextLayout.left(TextLayout.cut($0.0, to: label), label) + "  "
            + TextLayout.right($0.1, effect))
      } + [""] + notes.flatMap { TextLayout.wrapped($0, to: width) }
  }
}
