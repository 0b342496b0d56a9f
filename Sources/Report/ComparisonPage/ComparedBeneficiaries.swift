// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import PlanComparison
import WebPage
import Wording

/// Every beneficiary in all scenarios, with search, filters and order where the page may run its
/// script.
struct ComparedBeneficiaries {
  let words: ComparisonWords

  private var language: Language { words.style.language }

  private func page(_ key: String) -> String { Catalogue.text("page.\(key)", in: language) }

  var section: PageSection {
    let population = words.comparison.baseline.plan.population
    let tools = PageTools(
      regions: Set(population.map(\.region)).map {
        RegionNames.name(of: $0.rawValue, in: language)
      }.sorted(), classes: Set(population.compactMap(\.nisClass?.rawValue)).sorted(),
      language: language)
    return PageSection(
      id: "who", title: words.page("who"),
      content: [
        .element(.p, [], words.page("who.text")), tools.markup, table.markup(mark: ""),
      ])
  }

  private var table: PageTable {
    let pairs = words.comparison.pairs
    let first = words.letter(0)
    let letters = pairs.indices.map { words.letter($0 + 1) }
    func cells(_ amounts: [(before: Int, after: Int)]) -> [PageCell] {
      [.euros(amounts.first?.before ?? 0, words.style)]
        + amounts.flatMap { amount in
          [
            PageCell.euros(amount.after, words.style),
            .signedEuros(amount.after - amount.before, words.style),
            .change(amount.before, amount.after, words.style),
          ]
        }
    }
    let movements = pairs.map(\.movements.all)
    var rows = words.comparison.baseline.plan.population.enumerated().map {
      place, beneficiary -> [PageCell] in
      [
        .text(beneficiary.name), .text(beneficiary.id.rawValue),
        .text(RegionNames.name(of: beneficiary.region.rawValue, in: language)),
        .text(beneficiary.nisClass?.rawValue ?? ""),
      ] + cells(movements.map { ($0[place].before, $0[place].after) })
    }
    let totals = movements.map { all in
      (before: all.reduce(0) { $0 + $1.before }, after: all.reduce(0) { $0 + $1.after })
    }
    rows.append([.text(page("total")), .empty, .empty, .empty] + cells(totals))
    return PageTable(
      id: "who-table", caption: words.page("who.caption"),
      columns: [page("beneficiary"), page("identifier"), page("region"), page("class")]
        + [words.page("euros", ["letter": first])]
        + letters.flatMap { letter in
          [
            words.page("euros", ["letter": letter]), "\(letter) \(NumberStyle.minus) \(first)",
            words.page("change", ["letter": letter]),
          ]
        },
      rows: rows, totals: 1, isSearchable: true)
  }
}
