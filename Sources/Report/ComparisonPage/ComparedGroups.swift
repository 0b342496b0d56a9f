// SPDX-License-Identifier: GPL-3.0-or-later

import PlanComparison
import WebPage
import Wording

/// Winners and losers by band, by groups of beneficiaries and by region.
struct ComparedGroups {
  let words: ComparisonWords

  private var style: NumberStyle { words.style }

  /// Five bands by size, status and class; those that move most; those that are followed.
  func winners(_ charts: ComparedCharts) -> PageSection {
    PageSection(
      id: "winners", title: words.text("bands"),
      content: [.element(.p, [], words.page("bands.text"))]
        + words.eachPair { place, pair in
          charts.figure(place)
            + [
              table(
                words.identifier("winners-table", place), words.page("winners.caption"),
                pair.groups.filter { $0.dimension != .region }
              ).markup(mark: ""),
              euros(place, pair).markup(mark: ""),
            ]
            + named("falls", words.movers(pair, rising: false, count: 10))
            + named("rises", words.movers(pair, rising: true, count: 10))
            + named("pins", words.pinned(pair))
        })
  }

  /// The same by region.
  var regions: PageSection {
    PageSection(
      id: "regions", title: words.page("regions"),
      content: words.eachPair { place, pair in
        [
          table(
            words.identifier("regions-table", place), words.page("regions.caption"),
            pair.groups.filter { $0.dimension == .region }
          ).markup(mark: "")
        ]
      })
  }

  private func named(_ key: String, _ names: [String]) -> [Markup] {
    guard !names.isEmpty else { return [] }
    return [
      // Below the heading of the pair, where there is one.
      .element(words.comparison.pairs.count > 1 ? .h4 : .h3, [], words.text(key)),
      .list(names),
    ]
  }

  private func table(_ id: String, _ caption: String, _ groups: [MovementGroup]) -> PageTable {
    PageTable(
      id: id, caption: caption,
      columns: [words.page("group")]
        + MovementBand.allCases.map { words.text("band.\($0.rawValue)") }
        + [words.page("before"), words.page("after"), words.text("bands.difference")]
        + [words.text("bands.change")],
      rows: groups.map { group in
        [.text(words.name(of: group))]
          + MovementBand.allCases.map { band in
            .number(
              style.integer(group[band].beneficiaries), Double(group[band].beneficiaries))
          }
          + [
            .euros(group.total.before, style), .euros(group.total.after, style),
            .signedEuros(group.total.difference, style),
            .change(group.total.before, group.total.after, style),
          ]
      })
  }

  /// How many and how much each band is, over all beneficiaries.
  private func euros(_ place: Int, _ pair: ComparedPair) -> PageTable {
    let all = pair.groups.first { $0.dimension == .all }
    let count = Double(max(1, all?.total.beneficiaries ?? 0))
    let tallies = all.map { all in MovementBand.allCases.map { ($0, all[$0]) } } ?? []
    return PageTable(
      id: words.identifier("bands-table", place), caption: words.page("bands.caption"),
      columns: [
        words.page("band"), words.page("beneficiaries"), words.page("share"),
        words.text("bands.difference"),
      ],
      rows: tallies.map { band, tally in
        let share = Double(tally.beneficiaries) / count
        return [
          .text(words.text("band.\(band.rawValue)")),
          .number(style.integer(tally.beneficiaries), Double(tally.beneficiaries)),
          .number(style.percent(share, places: 1), share), .signedEuros(tally.difference, style),
        ]
      })
  }
}

extension PageCell {
  /// Whole euros more or less.
  static func signedEuros(_ euros: Int, _ style: NumberStyle) -> PageCell {
    .number(style.signed(Double(euros)), Double(euros))
  }

  /// A movement as a share of what was before.
  static func change(_ before: Int, _ after: Int, _ style: NumberStyle) -> PageCell {
    var cell = PageCell(text: Comparing.change((before, after), style), isNumber: true)
    if before != 0 {
      cell.value = PageCell.number("", Double(after - before) / Double(before)).value
    }
    return cell
  }
}
