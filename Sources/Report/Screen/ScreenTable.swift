// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Wording

/// The table of years on the screen: money, coverage, avoided losses.
struct ScreenTable {
  let outcome: PlanOutcome
  let style: NumberStyle
  let width: Int

  /// Widest label: what is longer is cut.
  private static let widestLabel = 40
  /// Label that room for notes never goes below.
  private static let narrowestLabel = 26

  /// One line of the table before its widths are known.
  private struct Row {
    var label: String
    var cells: [String]
    var total = ""
    var note = ""
  }

  /// The lines of the table.
  ///
  /// Columns are as wide as their longest cell, labels as wide as notes leave room for.
  func lines() -> [String] {
    let rows = [header] + money() + coverage() + [avoided]
    let cell = 2 + (rows.flatMap(\.cells).map(TextLayout.columns).max() ?? 0)
    let total = 3 + (rows.map(\.total).map(TextLayout.columns).max() ?? 0)
    let numbers = cell * scenario.horizon.count + total
    let notes = rows.map { $0.note.isEmpty ? 0 : 2 + TextLayout.columns($0.note) }.max() ?? 0
    let longest = rows.map { TextLayout.columns($0.label) }.max() ?? 0
    let label = min(
      longest, Self.widestLabel, max(Self.narrowestLabel, width - numbers - notes))
    return rows.flatMap { lines(of: $0, label: label, cell: cell, total: total) }
  }

  /// A note that does not fit beside its line goes below, set in.
  private func lines(of row: Row, label: Int, cell: Int, total: Int) -> [String] {
    var line = TextLayout.left(TextLayout.cut(row.label, to: label), label)
    for text in row.cells { line += TextLayout.right(text, cell) }
    line += TextLayout.right(row.total, total)
    let beside = line + "  " + row.note
    while line.last == " " { line.removeLast() }
    if row.note.isEmpty { return [line] }
    return TextLayout.columns(beside) <= width ? [beside] : [line, "    " + row.note]
  }

  private var scenario: Scenario { outcome.scenario }
  private var figures: PlanFigures { outcome.figures }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("screen.\(key)", in: style.language, arguments)
  }

  private var header: Row {
    Row(label: "", cells: scenario.horizon.years.map(\.description), total: text("total"))
  }

  private func money() -> [Row] {
    let years = figures.years
    func sum(_ amount: (YearMoney) -> Money) -> Money {
      years.reduce(.zero) { $0 + amount($1) }
    }
    let unit = AmountUnit(largest: sum(\.counted).euros)
    func amount(_ money: Money) -> String { unit.text(money.euros, style) }
    let unitName = text(unit.key)
    var lines = [
      Row(
        label: text("publicMoney", ["unit": unitName]), cells: years.map { amount($0.paid) },
        total: amount(sum(\.paid)),
        note: text(
          "publicMoney.note",
          ["counted": amount(sum(\.counted)), "secured": amount(sum(\.secured))]))
    ]
    for (v, vehicle) in scenario.vehicles.enumerated() {
      let amounts = years.indices.map { figures.money(of: v, in: $0).paid }
      let total = amounts.reduce(Money.zero, +)
      lines.append(
        Row(label: "  " + vehicle.title, cells: amounts.map(amount), total: amount(total)))
      guard vehicle.lag > 0 else { continue }
      // Where payments come later, commitments (AE) and payments (CP) fall in different years.
      let committed = years.indices.map { figures.money(of: v, in: $0).committed }
      lines.append(
        Row(
          label: "    " + text("committed"), cells: committed.map(amount),
          total: amount(committed.reduce(Money.zero, +))))
    }
    if sum(\.own) > .zero {
      lines.append(
        Row(
          label: text("ownMoney", ["unit": unitName]), cells: years.map { amount($0.own) },
          total: amount(sum(\.own))))
    }
    return lines
  }

  private func coverage() -> [Row] {
    let label = TextLayout.columns(text("coverage", ["class": ""]))
    return figures.classes.enumerated().flatMap { position, entry -> [Row] in
      let name = entry.nisClass.rawValue
      let title =
        position == 0
        ? text("coverage", ["class": name]) : String(repeating: " ", count: label) + name
      let shares = Row(label: title, cells: entry.years.map { style.percent($0.coverage) })
      guard entry.years.contains(where: { $0.target > 0 }), let last = entry.years.last else {
        return [shares]
      }
      let year = scenario.horizon.last.description
      let note =
        last.belowTarget == 0
        ? text("coverage.reached", ["year": year])
        : text(
          "coverage.missing",
          ["year": year, "points": style.points(last.shortfall, places: places(last.shortfall))])
      let target = String(repeating: " ", count: label) + text("coverage.target")
      return [
        shares,
        Row(label: target, cells: entry.years.map { style.percent($0.target) }, note: note),
      ]
    }
  }

  /// A shortfall that would be rounded to nothing keeps a decimal.
  private func places(_ share: Double) -> Int {
    switch share * 100 {
    case ..<0.95: 2
    case ..<9.5: 1
    default: 0
    }
  }

  private var avoided: Row {
    let losses = figures.losses
    let total = losses.avoided.reduce(0, +)
    let unit = AmountUnit(largest: total * 1000)
    func amount(_ thousands: Double) -> String { unit.text(thousands * 1000, style) }
    let error =
      losses.worstErrorShare > 0 && losses.worstErrorShare < 0.0005
      ? style.percent(losses.worstErrorShare, places: 3)
      : style.percent(losses.worstErrorShare, places: 1)
    return Row(
      label: text("avoided", ["unit": text(unit.key)]), cells: losses.avoided.map(amount),
      total: amount(total), note: text("avoided.note", ["error": error]))
  }
}
