// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
public import Wording

/// The screen of ranges: what is settled, and what good plans may decide otherwise.
public enum RangeScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: The ranges.
  ///   - folder: The folder that was written; `nil`: none.
  ///   - language: Language of the words and numbers.
  ///   - width: Most columns of a line; at least 80.
  /// - Returns: Lines without line ends.
  public static func lines(
    _ outcome: RangeOutcome, folder: String?, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    RangePage(outcome, style: NumberStyle(language), width: max(80, width)).lines(folder: folder)
  }
}

/// Lays the screen out.
private struct RangePage {
  let outcome: RangeOutcome
  let style: NumberStyle
  let width: Int
  let words: SubjectWords

  init(_ outcome: RangeOutcome, style: NumberStyle, width: Int) {
    self.outcome = outcome
    self.style = style
    self.width = width
    words = SubjectWords(subject: outcome.subject, style: style)
  }

  /// Widest name of a subject.
  private static let widestName = 34

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("range.\(key)", in: style.language, arguments)
  }

  func lines(folder: String?) -> [String] {
    let within = words.tolerance(outcome.within)
    let title = text(
      "title",
      [
        "title": outcome.study.title,
        "count": style.beneficiaries(outcome.study.beneficiaries.count), "within": within,
      ])
    var notes = [
      text(
        outcome.within > 0 ? "how" : "how.ties",
        ["within": within, "goals": words.goals(outcome.goals)]), summary(),
      text("proof"),
    ]
    if outcome.subject == .beneficiary, outcome.within > 0 { notes.append(text("small")) }
    if let folder {
      notes.append(
        text("files", ["folder": folder, "files": RangeFolder.fileNames.joined(separator: " ")]))
    }
    return TextLayout.wrapped(title, to: width) + [""] + table() + [""]
      + notes.flatMap { TextLayout.wrapped($0, to: width) }
  }

  private func table() -> [String] {
    let head = [
      words.head, text("least"), text("inPlan"), text("most"), "",
    ]
    let rows = [head] + outcome.entries.map(cells)
    let name = min(Self.widestName, rows.map { TextLayout.columns($0[0]) }.max() ?? 0)
    let widths = (1...3).map { column in
      rows.map { TextLayout.columns($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = TextLayout.left(TextLayout.cut(row[0], to: name), name)
      for (column, width) in widths.enumerated() {
        line += "  " + TextLayout.right(row[column + 1], width)
      }
      return TextLayout.cut(TextLayout.withoutTrailingSpaces(line + "  " + row[4]), to: width)
    }
  }

  private func cells(of entry: RangeOutcome.Entry) -> [String] {
    let range = entry.range
    return [words.name(entry.id, entry.name)]
      + [range.least.value, range.inPlan, range.most.value].map(words.amount)
      + [text("verdict.\(range.verdict.rawValue)")]
  }

  private func summary() -> String {
    let parts = PlanRange.Verdict.allCases.compactMap { verdict -> String? in
      let count = outcome.count(verdict)
      guard count > 0 else { return nil }
      return text(
        "count", ["count": style.integer(count), "verdict": text("verdict.\(verdict.rawValue)")])
    }
    return text("summary", ["parts": style.list(parts)])
  }
}
