// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import PlanComparison
public import Wording

/// The page that a comparison ends with, as lines of text.
public enum ComparisonScreen {
  /// The page: who is compared, then one part for each scenario beside the baseline.
  ///
  /// - Parameters:
  ///   - comparison: what is told.
  ///   - folder: where the files were written; `nil` where they were not.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ comparison: Comparison, folder: String? = nil, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    let page = ComparisonLayout(
      words: ComparisonWords(comparison: comparison, style: NumberStyle(language)),
      width: max(80, width))
    var lines = page.heading()
    for place in comparison.pairs.indices { lines += [""] + page.part(place) }
    if let folder { lines += [""] + page.files(folder) }
    return lines
  }
}

/// Lays the page out.
private struct ComparisonLayout {
  let words: ComparisonWords
  let width: Int

  /// Most changes of inputs that are told.
  private static let toldChanges = 10
  /// Most names in a list of beneficiaries.
  private static let toldNames = 4

  private var comparison: Comparison { words.comparison }
  private var style: NumberStyle { words.style }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    words.text(key, arguments)
  }

  private func labelled(_ key: String, _ sentence: String) -> [String] {
    Screen.labelled(text(key), sentence, width)
  }

  /// Sentences below one another, the first beside the label.
  private func listed(_ key: String, _ sentences: [String]) -> [String] {
    sentences.enumerated().flatMap { place, sentence in
      Screen.labelled(place == 0 ? text(key) : "", sentence, width)
    }
  }

  // MARK: Heading and files

  func heading() -> [String] {
    let summary = comparison.baseline.summary
    let title = Screen.title(summary.title, first: summary.firstYear, last: summary.lastYear)
    let count = style.beneficiaries(comparison.baseline.plan.population.count)
    var lines = TextLayout.wrapped(
      text("title", ["title": title, "count": count]), to: width)
    let scenarios = [comparison.baseline] + comparison.pairs.map(\.other)
    let longest = scenarios.map { TextLayout.columns($0.name) }.max() ?? 0
    let room = min(longest, max(20, width - 50))
    for (place, scenario) in scenarios.enumerated() {
      let name = TextLayout.left(TextLayout.cut(scenario.name, to: room), room)
      lines.append("  \(words.letter(place))  \(name)   \(words.status(place))")
    }
    return lines
  }

  func files(_ folder: String) -> [String] {
    let name = folder.hasSuffix("/") ? folder : folder + "/"
    return labelled("files", ([name] + ComparisonFolder.fileNames).joined(separator: "  "))
  }

  // MARK: One scenario against the baseline

  func part(_ place: Int) -> [String] {
    let pair = comparison.pairs[place]
    let letters = (words.letter(0), words.letter(place + 1))
    let tables = ComparisonTables(pair: pair, letters: letters, words: words, width: width)
    return TextLayout.wrapped(words.against(place), to: width)
      + listed("inputs", words.inputs(pair, most: Self.toldChanges)) + [""] + tables.years() + [""]
      + labelled("goals", words.goals(pair).joined(separator: " · "))
      + (words.yearByYear(pair).map { labelled("yearByYear", $0) } ?? []) + after(pair) + [""]
      + tables.bands() + [""] + regions(pair) + labelled("taken", words.taken(pair)) + movers(pair)
      + listed("pins", words.pinned(pair))
  }

  private func after(_ pair: ComparedPair) -> [String] {
    let label = text("after", ["year": comparison.baseline.summary.lastYear.description])
    return Screen.labelled(label, words.after(pair).joined(separator: " · "), width)
  }

  private func regions(_ pair: ComparedPair) -> [String] {
    let regions = words.regions(pair)
    func told(_ names: [String]) -> String {
      names.isEmpty ? text("regions.none") : names.joined(separator: " · ")
    }
    return labelled("regions.lose", told(regions.losing))
      + labelled("regions.win", told(regions.winning))
      + (regions.same > 0 ? labelled("regions.same", style.integer(regions.same)) : [])
  }

  private func movers(_ pair: ComparedPair) -> [String] {
    [("falls", false), ("rises", true)].flatMap { key, rising -> [String] in
      let names = words.movers(pair, rising: rising, count: Self.toldNames)
      return labelled(key, names.isEmpty ? text("movers.none") : names.joined(separator: " · "))
    }
  }
}
