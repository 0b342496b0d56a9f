// SPDX-License-Identifier: GPL-3.0-or-later

import WebPage
import Wording

/// Money, coverage, avoided losses and the cliff: both scenarios and their difference, by year.
struct ComparedFigures {
  let words: ComparisonWords

  private var style: NumberStyle { words.style }

  private func page(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("page.\(key)", in: style.language, arguments)
  }

  private func screen(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("screen.\(key)", in: style.language, arguments)
  }

  // MARK: Money

  /// Public money by vehicle, own money and what is not used.
  var money: PageSection {
    PageSection(
      id: "money", title: page("money"),
      content: words.eachPair { place, pair in [moneyTable(place, pair).markup(mark: "")] })
  }

  private func moneyTable(_ place: Int, _ pair: ComparedPair) -> PageTable {
    let figures = pair.figures
    let unit = AmountUnit(telling: figures.paid.total)
    var rows = figures.vehicles.flatMap {
      self.rows($0.title ?? $0.vehicle ?? "", $0.years, place, unit)
    }
    rows += self.rows(page("publicMoney"), figures.paid.years, place, unit)
    rows += self.rows(page("ownMoney"), figures.own.years, place, unit)
    rows += self.rows(page("lapsed"), figures.lapsed.years, place, unit)
    return PageTable(
      id: words.identifier("money-table", place),
      caption: words.page("money.caption", ["unit": screen(unit.key)]),
      columns: [page("vehicle"), words.page("scenario")] + figures.years.map(\.description)
        + [page("total")],
      rows: rows)
  }

  /// Amounts of both scenarios, and their difference.
  private func amounts(
    _ title: String, _ pairs: [Pair], _ place: Int, _ unit: AmountUnit
  ) -> [[PageCell]] {
    threefold(
      title, pairs, place, plain: { unit.text($0, style) }, signed: { unit.signed($0, style) })
  }

  /// The same by year, with their sums.
  private func rows(
    _ title: String, _ years: [Pair], _ place: Int, _ unit: AmountUnit
  ) -> [[PageCell]] {
    amounts(title, years + [years.sum], place, unit)
  }

  /// Shares of both scenarios, and their difference in points.
  private func shares(_ title: String, _ years: [Pair], _ place: Int) -> [[PageCell]] {
    threefold(
      title, years, place, plain: { style.percent($0, places: 1) },
      signed: { style.signed($0 * 100, places: 1) })
  }

  /// Three rows: both scenarios and the difference.
  private func threefold(
    _ title: String, _ pairs: [Pair], _ place: Int, plain: (Double) -> String,
    signed: (Double) -> String
  ) -> [[PageCell]] {
    func cells(_ value: (Pair) -> Double?, _ words: (Double) -> String) -> [PageCell] {
      pairs.map { pair in
        value(pair).map { .number(words($0), $0) }
          ?? PageCell(text: NumberStyle.none, isNumber: true)
      }
    }
    let (first, second) = (words.letter(0), words.letter(place + 1))
    return [
      [.text(title), .text(first)] + cells(\.baseline, plain),
      [.text(title), .text(second)] + cells(\.other, plain),
      [.text(title), .text("\(second) \(NumberStyle.minus) \(first)")]
        + cells(\.difference, signed),
    ]
  }

  // MARK: Results

  /// Coverage of each class against its target, and avoided losses.
  var results: PageSection {
    PageSection(
      id: "results", title: words.page("results"),
      content: words.eachPair { place, pair in
        [coverage(place, pair).markup(mark: ""), losses(place, pair).markup(mark: "")]
      })
  }

  private func coverage(_ place: Int, _ pair: ComparedPair) -> PageTable {
    let rows = pair.figures.coverage.flatMap { entry in
      shares(page("coverage.of", ["class": entry.nisClass]), entry.shares, place)
        + shares(page("coverage.target", ["class": entry.nisClass]), entry.targets, place)
        + threefold(
          words.page("below", ["class": entry.nisClass]), entry.belowTarget, place,
          plain: { style.decimal($0) }, signed: { style.signed($0) })
    }
    return PageTable(
      id: words.identifier("coverage-table", place), caption: words.page("coverage.caption"),
      columns: [page("class"), words.page("scenario")] + pair.figures.years.map(\.description),
      rows: rows)
  }

  private func losses(_ place: Int, _ pair: ComparedPair) -> PageTable {
    let figures = pair.figures
    let total = figures.avoided.sum
    let unit = AmountUnit(telling: total)
    return PageTable(
      id: words.identifier("losses-table", place),
      caption: words.page("losses.caption", ["unit": screen(unit.key)]),
      columns: [words.page("losses"), words.page("scenario")]
        + figures.years.map(\.description) + [page("total")],
      rows: rows(words.page("losses.avoided"), figures.avoided, place, unit)
        + rows(words.page("losses.residual"), figures.residual, place, unit))
  }

  // MARK: The cliff

  /// Need and means after the horizon.
  var cliff: PageSection {
    let year = words.comparison.baseline.summary.lastYear.description
    return PageSection(
      id: "cliff", title: page("cliff", ["year": year]),
      content: words.eachPair { place, pair in
        let figures = pair.figures
        let unit = AmountUnit(telling: figures.need)
        let entries = [
          (page("cliff.need"), figures.need), (page("cliff.vehicles"), figures.vehicleMeans),
          (page("cliff.own"), figures.ownMeans), (page("cliff.gap"), figures.gap),
        ]
        let table = PageTable(
          id: words.identifier("cliff-table", place),
          caption: words.page("cliff.caption", ["unit": screen(unit.key), "year": year]),
          columns: [page("what"), words.page("scenario"), page("amount")],
          rows: entries.flatMap { title, pair in
            amounts(title, [pair], place, unit)
          })
        return [table.markup(mark: "")]
      })
  }
}
