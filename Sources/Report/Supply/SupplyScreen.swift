// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import Wording

/// The screen of supply curves: coverage, the least public money for it, and what each further point
/// costs.
public enum SupplyScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: The curves.
  ///   - folder: The folder that was written; `nil`: none.
  ///   - language: Language of the words and numbers.
  ///   - width: Most columns of a line; at least 80.
  /// - Returns: Lines without line ends.
  public static func lines(
    _ outcome: SupplyOutcome, folder: String?, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    let width = max(80, width)
    let style = NumberStyle(language)
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("supply.\(key)", in: language, arguments)
    }
    let title = text(
      "title",
      [
        "title": outcome.study.title,
        "count": style.beneficiaries(outcome.study.beneficiaries.count),
      ])
    let head = [text("class"), text("coverage"), text("money"), text("price")]
    let rows = outcome.curves.flatMap { curve in
      curve.points.enumerated().map { place, point in
        [
          place == 0 ? "\(curve.nisClass.rawValue) \(curve.year)" : "",
          style.percent(point.coverage, places: 1), style.amount(euros: point.money * 1000),
          curve.price(after: place).map { style.amount(euros: $0 * 1000) } ?? "",
        ]
      }
    }
    let names = ([head] + rows).map { TextLayout.columns($0[0]) }.max() ?? 0
    let (figures, _) = TextLayout.rightAligned(([head] + rows).map { Array($0.dropFirst()) })
    let table = zip([head] + rows, figures).map {
      TextLayout.withoutTrailingSpaces(
        TextLayout.cut(TextLayout.left($0[0], names) + "  " + $1, to: width))
    }
    var notes = [text("how"), text(outcome.study.ownFunds == nil ? "own.unlimited" : "own")]
    if outcome.curves.contains(where: { $0.points.count == 1 }) { notes.append(text("single")) }
    if outcome.error > 0 {
      notes.append(text("error", ["error": style.percent(outcome.error, places: 2)]))
    }
    if let folder {
      notes.append(
        text("files", ["folder": folder, "files": SupplyFolder.fileNames.joined(separator: " ")]))
    }
    return TextLayout.wrapped(title, to: width) + [""] + table + [""]
      + notes.flatMap { TextLayout.wrapped($0, to: width) }
  }
}
