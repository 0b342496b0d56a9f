// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
public import Wording

/// The screen of a repair: what cannot hold together, and what to change.
public enum RepairScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: what was found out.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ outcome: RepairOutcome, language: Language, width: Int = Screen.standardWidth
  ) -> [String] {
    let width = max(80, width)
    let words = AmendmentWords(outcome.study, in: language)
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("repair.\(key)", in: language, arguments)
    }
    func wrapped(_ text: String) -> [String] { TextLayout.wrapped(text, to: width) }
    let style = NumberStyle(language)
    var lines = wrapped(text("title", ["title": outcome.study.title]))
    guard let repair = outcome.repair else {
      return lines + [""] + wrapped(text("hopeless"))
    }
    guard !repair.conflict.isEmpty else {
      return lines + [""] + wrapped(text("possible"))
        + (outcome.brittle.map { [""] + brittle($0, of: outcome.study, style, width) } ?? [])
    }
    lines += [""] + conflict(repair.conflict, of: outcome.study, style, width) + [""]
    guard !repair.proposals.isEmpty else { return lines + wrapped(text("noProposal")) }
    lines += wrapped(text("proposals"))
    for (place, proposal) in repair.proposals.enumerated() {
      if place > 0 { lines.append("   " + text("or")) }
      for (part, amendment) in proposal.amendments.enumerated() {
        let joint = part == 0 ? "" : text("and")
        lines += TextLayout.labelled(
          part == 0 ? "\(place + 1). " : "   ",
          joint + words.amendment(amendment, of: proposal.amendments), to: width)
      }
    }
    lines += [""]
    lines += wrapped(
      text(
        "checked",
        [
          "count": style.integer(repair.questions),
          "time": style.duration(seconds: outcome.seconds),
        ]))
    if repair.refused > 0 {
      lines += wrapped(text("refused", ["count": style.integer(repair.refused)]))
    }
    return lines
  }

  /// Rules that cannot hold together, one a line, and what that means.
  static func conflict(
    _ rules: [WrittenRule], of study: Scenario, _ style: NumberStyle, _ width: Int
  ) -> [String] {
    func wrapped(_ key: String) -> [String] {
      TextLayout.wrapped(Catalogue.text("repair.\(key)", in: style.language), to: width)
    }
    let words = AmendmentWords(study, in: style.language)
    let isAlone = rules.count == 1
    return wrapped(isAlone ? "conflict.alone" : "conflict")
      + rules.flatMap { TextLayout.labelled("  – ", words.rule($0), to: width) }
      + wrapped(isAlone ? "alone" : "irreducible")
  }

  /// Rules that are at their limit, one a line.
  private static func brittle(
    _ found: BrittleRules, of study: Scenario, _ style: NumberStyle, _ width: Int
  ) -> [String] {
    func wrapped(_ key: String) -> [String] {
      TextLayout.wrapped(
        Catalogue.text(
          "repair.\(key)", in: style.language,
          [
            "share": style.percent(BrittleRules.share), "count": style.integer(found.asked),
          ]), to: width)
    }
    let words = AmendmentWords(study, in: style.language)
    return wrapped(found.rules.isEmpty ? "notBrittle" : "brittle")
      + found.rules.flatMap { TextLayout.labelled("  – ", words.rule($0), to: width) }
      + (found.isCutShort ? wrapped("brittleCutShort") : [])
  }
}
