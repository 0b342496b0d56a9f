// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// What goes on costing after the horizon, and the means that last.
struct PageCliff {
  let context: PageContext

  func section(chart: [Markup]) -> PageSection {
    PageSection(
      id: "cliff", title: context.text("cliff", ["year": context.lastYear]),
      content: [.element(.p, [], PageAnswer(context: context).after)] + chart + [
        table.markup(mark: context.text("mark")), .element(.p, [], context.text("cliff.text")),
      ])
  }

  /// Need and means in a few words.
  var sentence: String {
    let after = context.figures.afterHorizon
    func amount(_ thousands: Double) -> String { context.style.amount(euros: thousands * 1000) }
    return context.screen(
      after.gap > 0 ? "after.gap" : "after.covered",
      ["need": amount(after.need), "means": amount(after.means), "gap": amount(after.gap)])
  }

  /// One bar or line of the table: when, what, euros per year.
  struct Entry: Hashable {
    let when: String
    let what: String
    let euros: Double
    var isAssumption = false
  }

  /// Euros per year: what running costs take of public money, then need and means after the horizon.
  struct Figures {
    let paid: [Int]
    let need: Double
    let vehicleMeans: Double
    let ownMeans: Double
    let gap: Double
  }

  var figures: Figures {
    let scenario = context.scenario
    let pots = scenario.pots
    var running = [Int](repeating: 0, count: scenario.horizon.count)
    for line in context.outcome.allocation.lines where pots[line.pot].nature == .recurring {
      running[line.year + scenario.vehicles[line.vehicle].lag] += line.euros
    }
    for line in context.outcome.allocation.services where line.nature == .recurring {
      running[line.year] += line.euros
    }
    let after = context.figures.afterHorizon
    return Figures(
      paid: running, need: after.need * 1000, vehicleMeans: after.vehicleMeans * 1000,
      ownMeans: after.ownMeans * 1000, gap: after.gap * 1000)
  }

  var entries: [Entry] {
    let figures = figures
    let later = context.text("after", ["year": context.lastYear])
    let isAssumed = context.scenario.vehicles.contains {
      context.assumptions.holds("vehicles.\($0.id).after_horizon")
    }
    var entries = zip(context.years, figures.paid).map {
      Entry(when: $0, what: context.text("cliff.paid"), euros: Double($1))
    }
    entries.append(Entry(when: later, what: context.text("cliff.need"), euros: figures.need))
    entries.append(
      Entry(
        when: later, what: context.text("cliff.vehicles"), euros: figures.vehicleMeans,
        isAssumption: isAssumed))
    if figures.ownMeans > 0 {
      entries.append(
        Entry(when: later, what: context.text("cliff.own"), euros: figures.ownMeans))
    }
    return entries + [
      Entry(when: later, what: context.text("cliff.gap"), euros: figures.gap)
    ]
  }

  private var table: PageTable {
    PageTable(
      id: "cliff-table", caption: context.text("cliff.caption", ["unit": context.unitName]),
      columns: [context.text("when"), context.text("what"), context.text("amount")],
      rows: entries.map {
        [.text($0.when), .text($0.what), context.money($0.euros).assumed($0.isAssumption)]
      })
  }
}
