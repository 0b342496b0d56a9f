// SPDX-License-Identifier: GPL-3.0-or-later

public import WebPage
public import Wording

/// The page of a comparison: one file that opens offline, reads without a script and prints on A4.
///
/// `docs/report.md` says what stands where.
public enum ComparisonPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - comparison: what is told.
  ///   - run: what it was made with.
  ///   - language: language of the words and numbers.
  ///   - charts: the library that draws; `nil`: tables alone.
  /// - Returns: the document.
  public static func document(
    _ comparison: Comparison, run: RunIdentity, language: Language, charts: ChartLibrary? = nil
  ) -> WebDocument {
    let words = ComparisonWords(comparison: comparison, style: NumberStyle(language))
    let drawn = ComparedCharts(words: words, library: charts)
    let sections = [
      ComparedAnswer(words: words).section, ComparedAnswer(words: words).changes,
      ComparedFigures(words: words).money, ComparedFigures(words: words).results,
      ComparedGroups(words: words).winners(drawn), ComparedGroups(words: words).regions,
      ComparedBeneficiaries(words: words).section, ComparedFigures(words: words).cliff,
      ComparedSources(words: words, run: run).section,
    ]
    let summary = comparison.baseline.summary
    let title = Screen.title(summary.title, first: summary.firstYear, last: summary.lastYear)
    let scenarios = [comparison.baseline] + comparison.pairs.map(\.other)
    let named = scenarios.enumerated().map { place, scenario in
      "\(words.letter(place)) · \(scenario.name) · \(words.status(place))"
    }
    return PageFrame(
      title: words.page("title", ["title": title]),
      header: [.list(named, [Attribute(.class, "status")])], sections: sections,
      footer: words.page("footer"), scripts: drawn.scripts, language: language
    ).document
  }
}

extension ComparisonWords {
  /// A text of the page.
  func page(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("comparisonPage.\(key)", in: style.language, arguments)
  }

  /// What each pair has to say, below a heading where there are several.
  func eachPair(_ content: (Int, ComparedPair) -> [Markup]) -> [Markup] {
    comparison.pairs.enumerated().flatMap { place, pair in
      (comparison.pairs.count > 1 ? [Markup.element(.h3, [], against(place))] : [])
        + content(place, pair)
    }
  }

  /// Identifier of something of a pair, told apart from that of the others.
  func identifier(_ name: String, _ place: Int) -> String {
    place == 0 ? name : "\(name)-\(place + 1)"
  }
}
