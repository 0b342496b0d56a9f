// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// The charts of a page.
///
/// Figures with a text in their place for whoever does not see them, and the programs that draw them.
/// Without a library there is nothing of it: tables say the same.
struct PageCharts {
  let context: PageContext
  let library: ChartLibrary?
  let map: PageMap
  let losses: PageLosses
  let curves: PageCurves

  var money: [Markup] { figure("money", "money-table") }
  var coverage: [Markup] { figure("coverage", "coverage-table") }
  var cliff: [Markup] { figure("cliff", "cliff-table") }
  var territory: [Markup] { figure("map", "map-table") }
  var avoided: [Markup] { figure("losses", "losses-table") }

  var scripts: [WebDocument.Script] { library?.scripts(drawing: specifications) ?? [] }

  func curve(_ name: String) -> [Markup] { figure(name, "\(name)-table") }

  private func figure(_ name: String, _ table: String) -> [Markup] {
    guard library != nil else { return [] }
    return [
      PageFigure(
        name: name, caption: context.text("chart.\(name)", ["unit": context.unitName]),
        alternative: alternative(name), table: table
      ).markup(in: context.language)
    ]
  }

  /// What the chart shows, in a sentence.
  private func alternative(_ name: String) -> String {
    let lines = PageAnswer(context: context).lines
    return switch name {
    case "money": lines[0]
    case "coverage": lines[1]
    case "losses": losses.sentence
    case "map": map.sentence
    case "supply", "frontier": curves.sentence(name)
    default: lines[3]
    }
  }

  /// The charts, in the order of the page.
  private var specifications: [(name: String, chart: any Encodable & Sendable)] {
    let unit = context.unit.euros
    let figures = context.figures
    let money = context.scenario.vehicles.enumerated().flatMap { v, vehicle in
      context.years.enumerated().map { t, year in
        ChartSpecification.Datum(
          x: year, y: figures.money(of: v, in: t).paid.euros / unit, series: vehicle.title)
      }
    }
    let coverage = figures.classes.flatMap { entry -> [ChartSpecification.Datum] in
      func line(_ key: String, _ share: (ClassCoverage.Level) -> Double)
        -> [ChartSpecification.Datum]
      {
        zip(context.years, entry.years).map {
          .init(
            x: $0, y: share($1) * 100,
            series: context.text(key, ["class": entry.nisClass.rawValue]))
        }
      }
      return line("coverage.of", \.coverage) + line("coverage.target", \.target)
    }
    // Need and means stand beside one another: what is missing is what one has more than the other.
    let gap = context.text("cliff.gap")
    let need = context.text("cliff.need")
    let cliff = PageCliff(context: context).entries.filter { $0.what != gap }.map {
      ChartSpecification.Datum(
        x: $0.what == context.text("cliff.paid")
          ? $0.when
          : $0.what == need
            ? context.text("chart.need") : context.text("chart.means"),
        y: $0.euros / unit, series: $0.what)
    }
    return [
      ("money", ChartSpecification.bars(title: context.unitName, values: money, format: ",.1~f")),
      ("coverage", ChartSpecification.lines(title: "%", values: coverage, format: ",.1~f")),
      (
        "cliff",
        ChartSpecification.bars(
          title: context.text("perYear", ["unit": context.unitName]), values: cliff, format: ",.1~f"
        )
      ), ("map", map.chart), ("losses", losses.chart),
    ] + curves.names.map { ($0, curves.chart($0)) }
  }
}
