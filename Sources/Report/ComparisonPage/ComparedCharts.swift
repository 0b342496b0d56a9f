// SPDX-License-Identifier: GPL-3.0-or-later

import PlanComparison
import WebPage
import Wording

/// The charts of a comparison's page: winners and losers by size.
struct ComparedCharts {
  let words: ComparisonWords
  let library: ChartLibrary?

  private func name(_ place: Int) -> String { words.identifier("winners", place) }

  /// The figure of a pair; nothing without a library, since tables say the same.
  func figure(_ place: Int) -> [Markup] {
    guard library != nil else { return [] }
    let pair = words.comparison.pairs[place]
    return [
      PageFigure(
        name: name(place), caption: words.page("chart"), alternative: words.taken(pair),
        table: words.identifier("winners-table", place)
      ).markup(in: words.style.language)
    ]
  }

  var scripts: [WebDocument.Script] {
    library?.scripts(
      drawing: words.comparison.pairs.enumerated().map { (name($0), chart($1)) }) ?? []
  }

  /// Beneficiaries by size, each bar parted into the five bands.
  private func chart(_ pair: ComparedPair) -> ChartSpecification {
    let sizes = pair.groups.filter { $0.dimension == .size }
    return .bars(
      title: words.page("beneficiaries"),
      values: sizes.flatMap { group in
        MovementBand.allCases.map { band in
          ChartSpecification.Datum(
            x: words.name(of: group), y: Double(group[band].beneficiaries),
            series: words.text("band.\(band.rawValue)"))
        }
      }, format: ",.0f")
  }
}
