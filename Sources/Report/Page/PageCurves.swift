// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming
import Tables
import WebPage
import Wording

/// Curves and steps of a plan's study that were made apart and stand on its page.
public struct StudyCurves: Sendable {
  /// What NIS coverage costs; `nil`: not made.
  public var supply: SupplyDocument?
  /// The curve between two goals; `nil`: not made.
  public var frontier: FrontierDocument?
  /// Who gets more where there is more money; `nil`: not made.
  public var next: NextInLine?

  /// Creates curves.
  public init(
    supply: SupplyDocument? = nil, frontier: FrontierDocument? = nil, next: NextInLine? = nil
  ) {
    self.supply = supply
    self.frontier = frontier
    self.next = next
  }
}

/// What NIS coverage costs, and what one goal costs of another.
struct PageCurves {
  let context: PageContext
  let curves: StudyCurves

  /// Names of the charts, in the order of the sections.
  var names: [String] {
    (curves.supply == nil ? [] : ["supply"]) + (curves.frontier == nil ? [] : ["frontier"])
  }

  /// The sections; charts by their names.
  func sections(charts: (String) -> [Markup]) -> [PageSection] {
    (supply.map { [section("supply", $0, charts("supply"))] } ?? [])
      + (frontier.map { [section("frontier", $0, charts("frontier"))] } ?? [])
  }

  private func section(_ name: String, _ table: PageTable, _ chart: [Markup]) -> PageSection {
    PageSection(
      id: name, title: context.text(name),
      content: chart + [
        .element(.p, [], context.text("\(name).text")), table.markup(mark: context.text("mark")),
      ])
  }

  private func name(of curve: SupplyDocument.Curve) -> String { "\(curve.nisClass) \(curve.year)" }

  private var supply: PageTable? {
    guard let supply = curves.supply else { return nil }
    let missing = PageCell(text: NumberStyle.none, value: "", isNumber: true)
    let rows = supply.curves.flatMap { curve in
      curve.points.map { point -> [PageCell] in
        [
          .text(name(of: curve)), context.share(point.coverageShare, places: 1),
          context.money(point.publicEuros),
          point.eurosPerPointToNext.map { context.money($0) } ?? missing,
        ]
      }
    }
    return PageTable(
      id: "supply-table", caption: context.text("supply.caption", ["unit": context.unitName]),
      columns: ["class", "supply.coverage", "supply.money", "supply.next"].map { context.text($0) },
      rows: rows)
  }

  private var frontier: PageTable? {
    guard let frontier = curves.frontier else { return nil }
    let rows = frontier.points.map { point -> [PageCell] in
      let name = context.text(
        point.isKnee ? "frontier.knee" : "frontier.point",
        ["number": context.style.integer(point.point)])
      return [.text(name)] + point.values.map { .number(context.style.figure($0), $0) }
        + [context.money(point.publicEuros)]
    }
    return PageTable(
      id: "frontier-table",
      caption: context.text("frontier.caption", ["unit": context.unitName]),
      columns: [context.text("frontier.column")] + axes + [context.text("publicMoney")], rows: rows)
  }

  /// Names of the two goals with their units.
  private var axes: [String] {
    let words = RuleWords(context.scenario, in: context.language)
    return (curves.frontier?.goals ?? []).map {
      context.text(
        "frontier.axis",
        ["goal": words.goalWords(for: $0.name), "unit": context.text("unit.\($0.unit)")])
    }
  }

  /// What a chart shows, in a sentence.
  func sentence(_ name: String) -> String {
    if name == "supply" {
      let ends = (curves.supply?.curves ?? []).compactMap { curve -> String? in
        guard let first = curve.points.first, let last = curve.points.last else { return nil }
        return context.text(
          "supply.sentence",
          [
            "curve": self.name(of: curve), "from": context.style.percent(first.coverageShare),
            "to": context.style.percent(last.coverageShare),
            "least": context.style.amount(euros: first.publicEuros),
            "most": context.style.amount(euros: last.publicEuros),
          ])
      }
      return ends.joined(separator: " ")
    }
    return context.text(
      "frontier.sentence",
      [
        "goals": axes.joined(separator: " / "),
        "count": context.style.integer(curves.frontier?.points.count ?? 0),
      ])
  }

  /// A chart for the library that draws.
  func chart(_ name: String) -> ChartSpecification {
    if name == "supply" {
      let values = (curves.supply?.curves ?? []).flatMap { curve in
        curve.points.map {
          ChartSpecification.Datum(
            x: NumberText.shortest($0.coverageShare * 100), y: $0.publicEuros / context.unit.euros,
            series: self.name(of: curve))
        }
      }
      return .curves(
        x: context.text("supply.coverage") + " (%)", y: context.unitName, values: values)
    }
    let values = (curves.frontier?.points ?? []).compactMap { point in
      point.values.count < 2
        ? nil
        : ChartSpecification.Datum(
          x: NumberText.shortest(point.values[0]), y: point.values[1],
          series: context.text("frontier"))
    }
    let axes = axes
    return .curves(x: axes.first ?? "", y: axes.last ?? "", values: values)
  }
}
