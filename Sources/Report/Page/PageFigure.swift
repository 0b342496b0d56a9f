// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import WebPage
import Wording

/// A chart in its place on a page: a caption, a text for whoever does not see it, a link to its table.
struct PageFigure {
  let name: String
  let caption: String
  /// What the chart shows, in a sentence.
  let alternative: String
  /// Identifier of the table with the same numbers.
  let table: String

  /// The figure in HTML.
  func markup(in language: Language) -> Markup {
    let caption = "\(name)-chart"
    return .element(
      .figure, [Attribute(.role, "group"), Attribute(.ariaLabelledby, caption)],
      [
        .element(.figcaption, [Attribute(.id, caption)], self.caption),
        .element(
          .div,
          [
            Attribute(.class, "chart"), Attribute(.role, "img"), Attribute(.tabindex, "0"),
            Attribute(.ariaLabel, alternative), Attribute(.dataKind, "chart"),
            Attribute(.dataFor, "\(name)-data"),
          ], []),
        .element(
          .p, [],
          [.element(.a, [.anchor(table)], Catalogue.text("page.chart.table", in: language))]),
      ])
  }
}

extension ChartLibrary {
  /// The programs that draw charts, each found by the name of its figure.
  func scripts(
    drawing charts: [(name: String, chart: any Encodable & Sendable)]
  ) -> [WebDocument.Script] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = charts.compactMap { name, chart -> WebDocument.Script? in
      // Numbers of a plan are finite, or the plan would not have been written.
      guard let json = try? encoder.encode(chart) else { return nil }
      return .data(id: "\(name)-data", json: String(decoding: json, as: UTF8.self))
    }
    return data + scripts.map { .code($0) }
  }
}
