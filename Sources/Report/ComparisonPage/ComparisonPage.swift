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
    let heading = words.page("title", ["title": title])
    return WebDocument(
      language: language.rawValue, title: "Relève · \(heading)", style: PageStyle.sheet,
      body: [
        .element(
          .a, [Attribute(.class, "skip"), .anchor("answer")],
          Catalogue.text("page.skip", in: language)),
        header(heading, words, sections), .element(.main, [], sections.map(\.markup)),
        .element(.footer, [], [.element(.p, [], words.page("footer"))]),
      ],
      scripts: [
        .data(id: "words", json: PageScript.words(in: language)), .code(PageScript.tables),
      ] + drawn.scripts)
  }

  private static func header(
    _ title: String, _ words: ComparisonWords, _ sections: [PageSection]
  ) -> Markup {
    let language = words.style.language
    let scenarios = [words.comparison.baseline] + words.comparison.pairs.map(\.other)
    let entries = scenarios.enumerated().map { place, scenario in
      Markup.element(
        .li, [], "\(words.letter(place)) · \(scenario.name) · \(words.status(place))")
    }
    return .element(
      .header, [],
      [
        .element(.h1, [], title), .element(.ul, [Attribute(.class, "status")], entries),
        .element(
          .nav, [Attribute(.ariaLabel, Catalogue.text("page.contents", in: language))],
          [
            .element(
              .ol, [],
              sections.map { .element(.li, [], [.element(.a, [.anchor($0.id)], $0.title)]) })
          ]),
      ])
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
