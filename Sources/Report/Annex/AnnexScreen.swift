// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import Wording

/// What is told of an annex once it is written.
public enum AnnexScreen {
  /// The screen of an annex.
  ///
  /// - Parameters:
  ///   - annex: the annex.
  ///   - status: how far its plan came.
  ///   - checksum: SHA-256 of the canonical lines.
  ///   - folder: where it was written.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line.
  /// - Returns: lines without line ends.
  public static func lines(
    _ annex: Annex, status: PlanStatus, checksum: String, folder: String, language: Language,
    width: Int
  ) -> [String] {
    let style = NumberStyle(language)
    let scenario = annex.scenario
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("annex.\(key)", in: language, arguments)
    }
    let title = Screen.title(
      scenario.title, first: scenario.horizon.first.number, last: scenario.horizon.last.number)
    let counted = style.counted(
      Double(annex.receivers.count), one: Catalogue.text("screen.beneficiary", in: language),
      many: Catalogue.text("screen.beneficiaries", in: language))
    let linesCounted = style.counted(
      Double(annex.lines.count), one: text("line"), many: text("lines"))
    var lines = TextLayout.wrapped(
      text("title", ["title": title, "beneficiaries": counted, "lines": linesCounted]), to: width)
    if status != .optimal { lines += TextLayout.wrapped(text("notOptimal"), to: width) }
    lines.append("")
    let years = zip(scenario.horizon.years.map(\.description), annex.yearEuros)
      .map { [$0, style.euros(Double($1))] }
    lines +=
      TextLayout.rightAligned(
        years + [[Catalogue.text("screen.total", in: language), style.euros(Double(annex.euros))]]
      ).lines
    lines.append("")
    if annex.serviceEuros > 0 {
      lines += TextLayout.wrapped(
        text("services", ["amount": style.euros(Double(annex.serviceEuros))]), to: width)
    }
    lines.append(text("checksum", ["hash": checksum]))
    lines += TextLayout.wrapped(text("written", ["folder": folder]), to: width)
    return lines
  }
}
