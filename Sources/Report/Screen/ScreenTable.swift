// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import Wording

/// The table of years on the screen: money, coverage, avoided losses.
struct ScreenTable {
  let outcome: PlanOutcome
  let style: NumberStyle
  let width: Int

  private static let labelWidth = 26
  private static let cellWidth = 8
  private static let totalWidth = 9

  /// The lines of the table.
  func lines() -> [String] {
    [header] + money() + coverage() + [avoided]
  }

  private var scenario: Scenario { outcome.scenario }
  private var figures: PlanFigures { outcome.figures }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("screen.\(key)", in: style.language, arguments)
  }

  /// Amounts in millions of euros, or in thousands where all of them are small.
  private struct AmountUnit {
    let isMillions: Bool

    init(largest euros: Double) { isMillions = euros >= 20e6 }

    var key: String { isMillions ? "unit.millions" : "unit.thousands" }

    func text(_ euros: Double, _ style: NumberStyle) -> String {
      isMillions ? style.decimal(euros / 1e6, places: 1) : style.decimal(euros / 1e3)
    }
  }

  /// One line; a note that does not fit goes below, set in under the label.
  private func row(_ label: String, _ cells: [String], total: String = "", note: String = "")
    -> String
  {
    var line = TextLayout.left(TextLayout.cut(label, to: Self.labelWidth), Self.labelWidth)
    for cell in cells { line += TextLayout.right(cell, Self.cellWidth) }
    line += TextLayout.right(total, Self.totalWidth)
    while line.last == " " { line.removeLast() }
    guard !note.isEmpty else { return line }
    let full = Self.labelWidth + cells.count * Self.cellWidth + Self.totalWidth
    let beside = TextLayout.left(line, full) + "  " + note
    if TextLayout.columns(beside) <= width { return beside }
    return line + "\n" + String(repeating: " ", count: 4) + note
  }

  private var header: String {
    row("", scenario.horizon.years.map(\.description), total: text("total"))
  }

  private func money() -> [String] {
    let years = figures.years
    func sum(_ amount: (YearMoney) -> Money) -> Money {
      years.reduce(.zero) { $0 + amount($1) }
    }
    let unit = AmountUnit(largest: sum(\.counted).euros)
    func amount(_ money: Money) -> String { unit.text(money.euros, style) }
    let unitName = text(unit.key)
    var lines = [
      row(
        text("publicMoney", ["unit": unitName]), years.map { amount($0.paid) },
        total: amount(sum(\.paid)),
        note: text(
          "publicMoney.note",
          ["counted": amount(sum(\.counted)), "secured": amount(sum(\.secured))]))
    ]
    for (v, vehicle) in scenario.vehicles.enumerated() {
      let amounts = years.indices.map { figures.money(of: v, in: $0).paid }
      let total = amounts.reduce(Money.zero, +)
      lines.append(row("  " + vehicle.title, amounts.map(amount), total: amount(total)))
    }
    if sum(\.own) > .zero {
      lines.append(
        row(
          text("ownMoney", ["unit": unitName]), years.map { amount($0.own) },
          total: amount(sum(\.own))))
    }
    return lines
  }

  private func coverage() -> [String] {
    let label = TextLayout.columns(text("coverage", ["class": ""]))
    return figures.classes.enumerated().flatMap { position, entry -> [String] in
      let name = entry.nisClass.rawValue
      let title =
        position == 0
        ? text("coverage", ["class": name]) : String(repeating: " ", count: label) + name
      let shares = row(title, entry.years.map { style.percent($0.coverage) })
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
      return [shares, row(target, entry.years.map { style.percent($0.target) }, note: note)]
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

  private var avoided: String {
    let losses = figures.losses
    let total = losses.avoided.reduce(0, +)
    let unit = AmountUnit(largest: total * 1000)
    func amount(_ thousands: Double) -> String { unit.text(thousands * 1000, style) }
    let error =
      losses.worstErrorShare > 0 && losses.worstErrorShare < 0.0005
      ? style.percent(losses.worstErrorShare, places: 3)
      : style.percent(losses.worstErrorShare, places: 1)
    return row(
      text("avoided", ["unit": text(unit.key)]), losses.avoided.map(amount), total: amount(total),
      note: text("avoided.note", ["error": error]))
  }
}
