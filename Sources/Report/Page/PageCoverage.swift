// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// NIS coverage against its targets, and what stays without money.
struct PageCoverage {
  let context: PageContext

  private var figures: PlanFigures { context.figures }
  private var style: NumberStyle { context.style }

  /// Coverage of each class, year by year.
  func section(chart: [Markup]) -> PageSection {
    let rows = figures.classes.flatMap { entry -> [[PageCell]] in
      let name = entry.nisClass.rawValue
      let isAssumed = context.assumptions.holds("targets.\(name)")
      func row(_ key: String, _ first: PageCell, _ cells: [PageCell]) -> [PageCell] {
        [.text(context.text(key, ["class": name])), first] + cells
      }
      return [
        row(
          "coverage.of", context.share(entry.before), entry.years.map { context.share($0.coverage) }
        ),
        row(
          "coverage.target", .empty, entry.years.map { context.share($0.target).assumed(isAssumed) }
        ),
        row(
          "coverage.missing", .empty,
          entry.years.map {
            .number(style.decimal($0.shortfall * 100, places: 1), $0.shortfall)
          }),
        row("coverage.below", .empty, entry.years.map { context.count($0.belowTarget) }),
      ]
    }
    let table = PageTable(
      id: "coverage-table", caption: context.text("coverage.caption"),
      columns: [context.text("class"), context.text("before")] + context.years, rows: rows)
    return PageSection(
      id: "coverage", title: context.text("coverage"),
      content: chart + [table.markup(mark: context.text("mark"))])
  }

  /// Targets that are missed, measures that are not complete, money that buys next.
  ///
  /// - Parameter saysNext: whether it says how to find out who comes next; otherwise a section of its
  ///   own has that.
  /// - Returns: the section.
  func unfunded(saysNext: Bool) -> PageSection {
    let missed = figures.objectives.compactMap { entry -> [PageCell]? in
      guard let below = entry.belowTarget.last, below > 0, let coverage = entry.coverage.last,
        let target = entry.target.last
      else { return nil }
      let objective = context.scenario.objectives[entry.objective]
      return [
        .text("\(objective.id.rawValue) \(objective.title)"), .text(entry.nisClass.rawValue),
        context.share(coverage),
        context.share(target).assumed(
          context.assumptions.holds("targets.\(entry.nisClass.rawValue)")),
        context.count(below),
      ]
    }
    let open = figures.measures.compactMap { entry -> (share: Double, cells: [PageCell])? in
      guard let complete = entry.complete.last, complete < entry.beneficiaries,
        let share = entry.years.last
      else { return nil }
      return (
        share,
        [
          .text(context.scenario.measures[entry.measure].title),
          context.share(1 - share, places: 1),
          context.count(entry.beneficiaries - complete), context.count(entry.beneficiaries),
        ]
      )
    }.sorted { $0.share < $1.share }.map(\.cells)
    let mark = context.text("mark")
    var content = [Markup.element(.p, [], context.text("unfunded.text", ["none": nothing]))]
    if !missed.isEmpty {
      content.append(
        PageTable(
          id: "missed-table", caption: context.text("missed.caption", ["year": context.lastYear]),
          columns: [
            context.text("objective"), context.text("class"), context.text("coverage.short"),
            context.text("target"), context.text("below"),
          ], rows: missed
        ).markup(mark: mark))
    }
    if !open.isEmpty {
      content.append(
        PageTable(
          id: "open-table", caption: context.text("open.caption", ["year": context.lastYear]),
          columns: [
            context.text("measure"), context.text("open.share"), context.text("open.count"),
            context.text("concerned"),
          ], rows: open
        ).markup(mark: mark))
    }
    content.append(.element(.p, [], context.text("unfunded.next")))
    if saysNext { content.append(.element(.p, [], context.text("unfunded.ladder"))) }
    return PageSection(id: "unfunded", title: context.text("unfunded"), content: content)
  }

  /// How many beneficiaries are paid nothing.
  private var nothing: String {
    style.counted(
      Double(context.scenario.beneficiaries.count - figures.receivers),
      one: context.screen("beneficiary"), many: context.screen("beneficiaries"))
  }
}
