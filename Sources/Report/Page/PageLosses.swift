// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// Expected losses avoided, by measure.
struct PageLosses {
  let context: PageContext
  /// Measures with euros avoided by year, those that avoid most first.
  private let measures: [(title: String, path: String, euros: [Double])]

  init(_ context: PageContext) {
    self.context = context
    let losses = MeasureLosses(scenario: context.scenario, plan: context.outcome.plan)
    measures = zip(context.scenario.measures, losses.avoided)
      .map { ($0.title, "measures.\($0.id)", $1.map { $0 * 1000 }) }
      .sorted { $0.euros.reduce(0, +) > $1.euros.reduce(0, +) }
  }

  func section(chart: [Markup]) -> PageSection {
    func cells(_ euros: [Double]) -> [PageCell] {
      (euros + [euros.reduce(0, +)]).map { context.money($0) }
    }
    let rows = measures.map { measure in
      [.text(measure.title, isAssumption: context.assumptions.holds(measure.path))]
        + cells(measure.euros)
    }
    let all = context.years.indices.map { t in measures.reduce(0) { $0 + $1.euros[t] } }
    let table = PageTable(
      id: "losses-table", caption: context.text("losses.caption", ["unit": context.unitName]),
      columns: [context.text("measure")] + context.years + [context.text("total")],
      rows: rows + [[.text(context.text("total"))] + cells(all)], totals: 1)
    return PageSection(
      id: "losses", title: context.text("losses"),
      content: chart + [
        .element(.p, [], context.text("losses.text")),
        table.markup(mark: context.text("mark")),
      ])
  }

  /// Which measures avoid most, in a sentence.
  var sentence: String {
    let most = measures.prefix(3).map {
      "\($0.title) \(context.style.amount(euros: $0.euros.reduce(0, +)))"
    }
    return context.text(
      "losses.sentence", ["most": most.joined(separator: context.text("joint"))])
  }

  var chart: ChartSpecification {
    let unit = context.unit.euros
    return .ranked(
      title: context.unitName,
      values: measures.map {
        .init(x: $0.title, y: $0.euros.reduce(0, +) / unit, series: "")
      }, format: ",.1~f")
  }
}
