// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import PlanComparison
import Wording

/// The two tables of a comparison's page: figures by year, and winners and losers by band.
struct ComparisonTables {
  let pair: ComparedPair
  /// Letters of the baseline and of the other scenario.
  let letters: (String, String)
  let words: ComparisonWords
  let width: Int

  private var style: NumberStyle { words.style }

  /// Widest label: what is longer is cut.
  private static let widestLabel = 40

  /// Columns from which every column of the bands has room.
  private static let wide = 96

  private struct Row {
    var label: String
    /// Which scenario the row is about: a letter, or the difference.
    var mark = ""
    var cells: [String]
    var total = ""
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("compare.\(key)", in: style.language, arguments)
  }

  private func screen(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("screen.\(key)", in: style.language, arguments)
  }

  private var difference: String { "\(letters.1) \(NumberStyle.minus) \(letters.0)" }

  private func laidOut(_ rows: [Row], sameWidths: Bool) -> [String] {
    let mark = rows.map { TextLayout.columns($0.mark) }.max() ?? 0
    let longestTotal = rows.map { TextLayout.columns($0.total) }.max() ?? 0
    let total = longestTotal == 0 ? 0 : 3 + longestTotal
    let columns = rows.map(\.cells.count).max() ?? 0
    let own = (0..<columns).map { place in
      2 + (rows.map { place < $0.cells.count ? TextLayout.columns($0.cells[place]) : 0 }.max() ?? 0)
    }
    let cells = sameWidths ? own.map { _ in own.max() ?? 0 } : own
    let longest = rows.map { TextLayout.columns($0.label) }.max() ?? 0
    let room = width - mark - 2 - cells.reduce(0, +) - total
    let label = min(longest, Self.widestLabel, max(18, room))
    return rows.map { row in
      var line = TextLayout.left(TextLayout.cut(row.label, to: label), label) + "  "
      line += TextLayout.left(row.mark, mark)
      for (text, width) in zip(row.cells, cells) { line += TextLayout.right(text, width) }
      line += TextLayout.right(row.total, total)
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  // MARK: By year

  /// Money, coverage and avoided losses by year.
  func years() -> [String] {
    let header = Row(
      label: "", cells: pair.figures.years.map { "\($0)" }, total: screen("total"))
    return laidOut([header] + money() + coverage() + avoided(), sameWidths: true)
  }

  /// Both scenarios and their difference; totals where years add up.
  private func threefold(
    _ label: String, _ pairs: [Pair], total: Pair?, plain: (Double) -> String,
    signed: (Double) -> String
  ) -> [Row] {
    func told(_ value: Double?, _ words: (Double) -> String) -> String {
      value.map(words) ?? NumberStyle.none
    }
    func sum(_ value: Double?, _ words: (Double) -> String) -> String {
      total == nil ? "" : told(value, words)
    }
    return [
      Row(
        label: label, mark: letters.0, cells: pairs.map { told($0.baseline, plain) },
        total: sum(total?.baseline, plain)),
      Row(
        label: "", mark: letters.1, cells: pairs.map { told($0.other, plain) },
        total: sum(total?.other, plain)),
      Row(
        label: "", mark: difference, cells: pairs.map { told($0.difference, signed) },
        total: sum(total?.difference, signed)),
    ]
  }

  private func money() -> [Row] {
    let figures = pair.figures
    let unit = AmountUnit(telling: figures.paid.total)
    let name = screen(unit.key)
    var rows = threefold(
      screen("publicMoney", ["unit": name]), figures.paid.years, total: figures.paid.total,
      plain: { unit.text($0, style) }, signed: { unit.signed($0, style) })
    func change(_ label: String, _ account: PairedFigures.Account) {
      // What is below the unit would be a row of zeros.
      guard account.years.contains(where: { unit.isTold($0.difference ?? 0, style) }) else {
        return
      }
      rows.append(
        Row(
          label: label, mark: difference,
          cells: account.years.map { unit.signed($0.difference ?? 0, style) },
          total: unit.signed(account.total.difference ?? 0, style)))
    }
    for vehicle in figures.vehicles { change("  " + (vehicle.title ?? ""), vehicle) }
    change(screen("ownMoney", ["unit": name]), figures.own)
    return rows
  }

  private func coverage() -> [Row] {
    pair.figures.coverage.flatMap { entry in
      threefold(
        screen("coverage", ["class": entry.nisClass]), entry.shares, total: nil,
        plain: { style.percent($0, places: 1) }, signed: { style.signed($0 * 100, places: 1) })
    }
  }

  private func avoided() -> [Row] {
    let total = pair.figures.avoided.sum
    let unit = AmountUnit(telling: total)
    return threefold(
      screen("avoided", ["unit": screen(unit.key)]), pair.figures.avoided, total: total,
      plain: { unit.text($0, style) }, signed: { unit.signed($0, style) })
  }

  // MARK: By band

  /// Beneficiaries by how far their public money moves: everybody, then sizes, statuses, classes.
  func bands() -> [String] {
    // On a narrow screen labels are worth more than a second unit.
    let isWide = width >= Self.wide
    let header = Row(
      label: text("bands"),
      cells: MovementBand.allCases.map { text("band.\($0.rawValue)") } + [text("bands.difference")]
        + (isWide ? [text("bands.change")] : []))
    let rows = pair.groups.filter { $0.dimension != .region }.map { group in
      Row(
        label: (group.dimension == .all ? "" : "  ") + words.name(of: group),
        cells: MovementBand.allCases.map { style.integer(group[$0].beneficiaries) } + [
          style.amount(euros: Double(group.total.difference), signed: true)
        ] + (isWide ? [Comparing.change((group.total.before, group.total.after), style)] : []))
    }
    return laidOut([header] + rows.prefix(1) + parts() + rows.dropFirst(), sameWidths: false)
  }

  /// Shares and euros of each band, over all beneficiaries.
  private func parts() -> [Row] {
    guard let all = pair.groups.first(where: { $0.dimension == .all }) else { return [] }
    let count = Double(max(1, all.total.beneficiaries))
    return [
      Row(
        label: "  " + text("bands.share"),
        cells: MovementBand.allCases.map {
          style.percent(Double(all[$0].beneficiaries) / count, places: 1)
        }),
      Row(
        label: "  " + text("bands.euros"),
        cells: MovementBand.allCases.map {
          style.amount(euros: Double(all[$0].difference), signed: true)
        }),
    ]
  }
}
