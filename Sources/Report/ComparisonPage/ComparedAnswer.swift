// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage
import Wording

/// The answer in a few lines, and what differs in the inputs.
struct ComparedAnswer {
  let words: ComparisonWords

  var section: PageSection {
    PageSection(
      id: "answer", title: words.page("answer"),
      content: words.eachPair { place, pair in
        let alone = words.comparison.pairs.count == 1 ? [words.against(place)] : []
        let regions = words.regions(pair)
        return [
          .list(
            alone + words.goals(pair) + [money(pair)]
              + (words.yearByYear(pair).map { [$0] } ?? []) + [
                words.taken(pair), told("regions.lose", regions.losing),
                told("regions.win", regions.winning),
              ])
        ]
      })
  }

  /// Inputs that differ, all of them.
  var changes: PageSection {
    PageSection(
      id: "changes", title: words.text("inputs"),
      content: words.eachPair { _, pair in [.list(words.inputs(pair))] })
  }

  private func money(_ pair: ComparedPair) -> String {
    let paid = pair.figures.paid.total
    return words.page(
      "money.line",
      [
        "before": words.style.amount(euros: paid.baseline ?? 0),
        "after": words.style.amount(euros: paid.other ?? 0),
        "difference": words.style.amount(euros: paid.difference ?? 0, signed: true),
      ])
  }

  private func told(_ key: String, _ names: [String]) -> String {
    let list = names.isEmpty ? words.text("regions.none") : names.joined(separator: " · ")
    return words.page("labelled", ["label": words.text(key), "text": list])
  }
}
