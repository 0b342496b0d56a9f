// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// Increments year by year, and money by vehicle and year.
struct PageMoney {
  let context: PageContext

  private var figures: PlanFigures { context.figures }

  // MARK: Increments

  /// What each year adds to what is in place, by measure.
  var increments: PageSection {
    let scenario = context.scenario
    let rows = figures.measures.map { entry -> [PageCell] in
      let measure = scenario.measures[entry.measure]
      var before = entry.before
      var cells = [
        PageCell.text(
          measure.title, isAssumption: context.assumptions.holds("measures.\(measure.id)")),
        context.share(entry.before),
      ]
      for share in entry.years {
        cells.append(
          .number(context.style.signed((share - before) * 100, places: 1), share - before))
        before = share
      }
      return cells + [
        context.share(before), context.count(entry.complete.last ?? 0),
        context.count(entry.beneficiaries),
      ]
    }
    let table = PageTable(
      id: "increments-table", caption: context.text("increments.caption"),
      columns: [context.text("measure"), context.text("before")] + context.years
        + [
          context.text("atEnd", ["year": context.lastYear]), context.text("complete"),
          context.text("concerned"),
        ],
      rows: rows)
    return PageSection(
      id: "increments", title: context.text("increments"),
      content: [
        .element(.p, [], context.text("increments.text")),
        table.markup(mark: context.text("mark")),
      ])
  }

  // MARK: Money

  /// Money by vehicle and year.
  func section(chart: [Markup]) -> PageSection {
    PageSection(
      id: "money", title: context.text("money"),
      content: chart + [
        paid.markup(mark: context.text("mark")), .element(.p, [], context.text("money.text")),
        envelopes.markup(mark: context.text("mark")),
      ])
  }

  private var paid: PageTable {
    let years = figures.years
    var rows = context.scenario.vehicles.enumerated().map { v, vehicle in
      row(vehicle.title, years.indices.map { figures.money(of: v, in: $0).paid })
    }
    rows.append(row(context.text("publicMoney"), years.map(\.paid)))
    rows.append(row(context.text("ownMoney"), years.map(\.own)))
    return PageTable(
      id: "money-table", caption: context.text("money.caption", ["unit": context.unitName]),
      columns: [context.text("vehicle")] + context.years + [context.text("total")], rows: rows,
      totals: 2)
  }

  private var envelopes: PageTable {
    let years = figures.years
    var rows = context.scenario.vehicles.enumerated().map { v, vehicle in
      row(
        vehicle.title, years.indices.map { figures.money(of: v, in: $0).counted },
        assumed: years.indices.map {
          context.assumptions.holds("vehicles.\(vehicle.id).amounts.\(context.years[$0])")
        }) + [sum(years.indices.map { figures.money(of: v, in: $0).lapsed })]
    }
    rows.append(
      row(context.text("total"), years.map(\.counted)) + [sum(years.map(\.lapsed))])
    return PageTable(
      id: "envelopes-table", caption: context.text("envelopes.caption", ["unit": context.unitName]),
      columns: [context.text("vehicle")] + context.years + [
        context.text("total"), context.text("lapsed"),
      ], rows: rows, totals: 1)
  }

  private func sum(_ amounts: [Money]) -> PageCell {
    context.money(amounts.reduce(.zero, +).euros)
  }

  private func row(_ title: String, _ amounts: [Money], assumed: [Bool] = []) -> [PageCell] {
    let cells = amounts.enumerated().map { place, amount in
      context.money(amount.euros).assumed(assumed.indices.contains(place) && assumed[place])
    }
    return [.text(title)] + cells + [sum(amounts)]
  }
}
