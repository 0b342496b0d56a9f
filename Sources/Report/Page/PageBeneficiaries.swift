// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import WebPage
import Wording

/// Who gets what: every beneficiary, with search, filters and order where the page may run its script.
struct PageBeneficiaries {
  let context: PageContext
  /// What each is paid.
  let annex: Annex

  var section: PageSection {
    PageSection(
      id: "who", title: context.text("who"),
      content: [
        .element(.p, [], context.text("who.text") + services), tools,
        table.markup(mark: context.text("mark")),
      ])
  }

  /// What is paid and goes to nobody in the table.
  private var services: String {
    let euros = context.outcome.allocation.services.reduce(0) { $0 + $1.euros }
    guard euros > 0 else { return "" }
    return " "
      + context.text("who.services", ["amount": context.style.euros(Double(euros))])
  }

  private var scenario: Scenario { context.scenario }

  private var table: PageTable {
    var euros = [[Int]](
      repeating: [Int](repeating: 0, count: scenario.horizon.count),
      count: scenario.beneficiaries.count)
    for receiver in annex.receivers { euros[receiver.beneficiary] = receiver.euros }
    let figures = BeneficiaryFigures(scenario: scenario, plan: context.outcome.plan)
    func cells(_ amounts: [Int]) -> [PageCell] {
      (amounts + [amounts.reduce(0, +)]).map { .euros($0, context.style) }
    }
    var rows = scenario.beneficiaries.enumerated().map { e, beneficiary -> [PageCell] in
      [
        .text(beneficiary.name), .text(beneficiary.id.rawValue),
        .text(RegionNames.name(of: beneficiary.region.rawValue, in: context.language)),
        .text(beneficiary.nisClass?.rawValue ?? ""),
      ] + cells(euros[e]) + [targets(of: e, figures)]
    }
    rows.append(
      [.text(context.text("total")), .empty, .empty, .empty] + cells(annex.yearEuros) + [.empty])
    return PageTable(
      id: "who-table", caption: context.text("who.caption"),
      columns: [
        context.text("beneficiary"), context.text("identifier"), context.text("region"),
        context.text("class"),
      ] + context.years + [context.text("total"), context.text("targetsMet")],
      rows: rows, totals: 1, isSearchable: true)
  }

  /// Targets of the last year that are met, of all: `12 / 15`.
  private func targets(of e: Int, _ figures: BeneficiaryFigures) -> PageCell {
    let targets = BeneficiaryTargets(of: e, figures, lastYear: scenario.horizon.count - 1)
    guard targets.wanted > 0 else { return PageCell(text: NumberStyle.none, isNumber: true) }
    return PageCell(text: "\(targets.met) / \(targets.wanted)", isNumber: true)
  }

  private var tools: Markup {
    PageTools(
      regions: Set(scenario.beneficiaries.map(\.region)).map {
        RegionNames.name(of: $0.rawValue, in: context.language)
      }.sorted(), classes: Set(scenario.beneficiaries.compactMap(\.nisClass?.rawValue)).sorted(),
      language: context.language
    ).markup
  }
}

/// NIS targets of a beneficiary at the end of the horizon.
struct BeneficiaryTargets {
  /// How many it has.
  let wanted: Int
  /// How many of them it meets.
  let met: Int

  init(of beneficiary: Int, _ figures: BeneficiaryFigures, lastYear: Int) {
    let targets = figures.coverage(of: beneficiary).filter {
      $0.year == lastYear && $0.target > 0
    }
    wanted = targets.count
    met = targets.count { $0.shortfall <= ExplainedPlan.noticeableShare }
  }
}
