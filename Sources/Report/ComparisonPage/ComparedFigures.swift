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
    let unit = AmountUnit(
      largest: max(figures.paid.total.baseline ?? 0, figures.paid.total.other ?? 0))
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
  private func rows(
    _ title: String, _ years: [Pair], _ place: Int, _ unit: AmountUnit
  ) -> [[PageCell]] {
    threefold(title, years + [years.sum], place) { unit.text($0, style) }
  }

  /// Three rows: both scenarios and the difference, which may be told in another unit.
  private func threefold(
    _ title: String, _ pairs: [Pair], _ place: Int, difference: ((Double) -> String)? = nil,
    _ plain: @escaping (Double) -> String
  ) -> [[PageCell]] {
    func cells(
      _ value: (Pair) -> Double?, isSigned: Bool = false, _ plain: (Double) -> String
    ) -> [PageCell] {
      pairs.map { pair in
        guard let value = value(pair) else {
          return PageCell(text: NumberStyle.none, isNumber: true)
        }
        let text = plain(abs(value))
        let isZero = !text.contains { $0.isNumber && $0 != "0" }
        let sign = isZero ? "" : value < 0 ? NumberStyle.minus : isSigned ? "+" : ""
        return .number(sign + text, value)
      }
    }
    let (first, second) = (words.letter(0), words.letter(place + 1))
    return [
      [.text(title), .text(first)] + cells(\.baseline, plain),
      [.text(title), .text(second)] + cells(\.other, plain),
      [.text(title), .text("\(second) \(NumberStyle.minus) \(first)")]
        + cells(\.difference, isSigned: true, difference ?? plain),
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

  /// A difference of shares, in points.
  private func points(_ share: Double) -> String { style.decimal(share * 100, places: 1) }

  private func coverage(_ place: Int, _ pair: ComparedPair) -> PageTable {
    let rows = pair.figures.coverage.flatMap { entry in
      threefold(
        page("coverage.of", ["class": entry.nisClass]), entry.shares, place, difference: points
      ) {
        style.percent($0, places: 1)
      }
        + threefold(
          page("coverage.target", ["class": entry.nisClass]), entry.targets, place,
          difference: points
        ) {
          style.percent($0, places: 1)
        }
        + threefold(
          words.page("below", ["class": entry.nisClass]), entry.belowTarget, place
        ) { style.integer(Int($0.rounded())) }
    }
    return PageTable(
      id: words.identifier("coverage-table", place), caption: words.page("coverage.caption"),
      columns: [page("class"), words.page("scenario")] + pair.figures.years.map(\.description),
      rows: rows)
  }

  private func losses(_ place: Int, _ pair: ComparedPair) -> PageTable {
    let figures = pair.figures
    let total = figures.avoided.sum
    let unit = AmountUnit(largest: max(total.baseline ?? 0, total.other ?? 0))
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
        let unit = AmountUnit(
          largest: max(figures.need.baseline ?? 0, figures.need.other ?? 0))
        let entries = [
          (page("cliff.need"), figures.need), (page("cliff.vehicles"), figures.vehicleMeans),
          (page("cliff.own"), figures.ownMeans), (page("cliff.gap"), figures.gap),
        ]
        let table = PageTable(
          id: words.identifier("cliff-table", place),
          caption: words.page("cliff.caption", ["unit": screen(unit.key), "year": year]),
          columns: [page("what"), words.page("scenario"), page("amount")],
          rows: entries.flatMap { title, pair in
            threefold(title, [pair], place) { unit.text($0, style) }
          })
        return [table.markup(mark: "")]
      })
  }
}
