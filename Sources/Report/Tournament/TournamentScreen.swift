// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingMechanisms
import FundingModel
public import Wording

/// The screen of a tournament: the ranking, the price of each rule, whom it leaves out, its edges.
public struct TournamentScreen: Sendable {
  private let outcome: TournamentOutcome
  private let style: NumberStyle
  private let width: Int

  /// Prepares the screen.
  ///
  /// - Parameters:
  ///   - outcome: the tournament.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  public init(
    _ outcome: TournamentOutcome, language: Language, width: Int = Screen.standardWidth
  ) {
    self.outcome = outcome
    style = NumberStyle(language)
    self.width = max(80, width)
  }

  /// The lines of the screen.
  ///
  /// - Parameter folder: the folder that was written.
  /// - Returns: lines without line ends.
  public func lines(folder: String) -> [String] {
    let study = outcome.study
    let heading = text(
      "title",
      [
        "title": study.title,
        "count": style.counted(
          Double(study.beneficiaries.count), one: text("beneficiary"), many: text("beneficiaries")),
        "rules": style.counted(
          Double(outcome.ranked.count { $0.role == .mechanism }), one: text("rule"),
          many: text("rules")),
      ])
    var lines = TextLayout.wrapped(heading, to: width) + [""]
    lines += table() + [""]
    for one in outcome.ranked { lines += remarks(on: one) }
    lines += ["", text("price")].flatMap { TextLayout.wrapped($0, to: width) }
    lines += TextLayout.wrapped(
      text(
        "files",
        ["folder": folder, "files": TournamentFolder.fileNames.joined(separator: " ")]), to: width)
    return lines
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("tournament.\(key)", in: style.language, arguments)
  }

  /// Title of a contestant.
  private func name(_ one: Contestant) -> String {
    one.role == .mechanism ? one.title : text("role.\(one.role.rawValue)")
  }

  // MARK: - The table

  private func table() -> [String] {
    let classes = outcome.optimum.worth?.coverage.map(\.nisClass.rawValue) ?? []
    let year = outcome.study.horizon.last.description
    var head = [text("shortfall"), text("dearer")]
    head += classes.map { "\($0) \(year)" }
    head += [text("avoided"), text("lost"), text("public")]
    let rows = outcome.all.map { cells(of: $0, classes) }
    let widths = head.indices.map { place in
      ([head] + rows).map { $0.count > place ? TextLayout.columns($0[place]) : 0 }.max() ?? 0
    }
    let numbers = widths.reduce(0) { $0 + $1 + 2 }
    let names = outcome.all.enumerated().map { rank, one in
      (rank == 0 ? "   " : TextLayout.right(style.integer(rank), 2) + " ") + name(one)
    }
    let longest = names.map(TextLayout.columns).max() ?? 0
    let label = min(longest, max(18, width - numbers))
    func line(_ name: String, _ cells: [String]) -> String {
      var line = TextLayout.left(TextLayout.cut(name, to: label), label)
      for (cell, width) in zip(cells, widths) { line += "  " + TextLayout.right(cell, width) }
      return line
    }
    var lines = [line("", head)]
    for (place, cells) in rows.enumerated() {
      let one = outcome.all[place]
      if cells.isEmpty {
        let status = Catalogue.text("sweep.status.\(one.status.rawValue)", in: style.language)
        lines.append(TextLayout.cut(line(names[place], []) + "  " + status, to: width))
      } else {
        lines.append(line(names[place], cells))
      }
    }
    return lines
  }

  /// Figures of a contestant; none where there is no plan.
  private func cells(of one: Contestant, _ classes: [String]) -> [String] {
    guard let worth = one.worth, let price = outcome.price(of: one) else { return [] }
    let isOptimum = one.role == .optimised
    var cells = [number(worth.shortfall)]
    cells.append(isOptimum ? "" : dearer(price.shortfall))
    for name in classes {
      let last = worth.coverage.first { $0.nisClass.rawValue == name }?.years.last
      cells.append(last.map { style.percent($0.coverage, places: 1) } ?? NumberStyle.none)
    }
    cells.append(style.amount(euros: worth.avoidedLoss))
    cells.append(isOptimum ? "" : style.amount(euros: -price.avoidedLoss, signed: true))
    cells.append(style.amount(euros: worth.publicMoney))
    return cells
  }

  /// How much more shortfall than the optimum, in percent; as a number where the optimum has none.
  private func dearer(_ price: Double) -> String {
    let best = outcome.optimum.worth?.shortfall ?? 0
    guard best > 1e-6 else { return style.signed(price, places: 2) }
    let share = style.percent(abs(price) / best, places: 1)
    if share == style.percent(0, places: 1) { return share }
    return (price < 0 ? NumberStyle.minus : "+") + share
  }

  private func number(_ value: Double) -> String {
    style.decimal(value, places: abs(value) < 100 ? 2 : abs(value) < 1000 ? 1 : 0)
  }

  /// A change of the shortfall with two digits that say something.
  private func signed(_ change: Double) -> String {
    style.signed(change, places: abs(change) < 1 ? 3 : abs(change) < 100 ? 2 : 0)
  }

  // MARK: - Whom a rule leaves out, and its edges

  private func remarks(on one: Contestant) -> [String] {
    var parts: [String] = []
    if let reason = one.reasons.first {
      parts.append(CaseWords.sentence(reason, in: style.language))
    }
    if let equivalent = one.equivalent {
      parts.append(
        text(
          equivalent.savedShare < EquivalentMoney.leastTold ? "equivalent.none" : "equivalent",
          [
            "amount": style.amount(euros: equivalent.saved),
            "share": style.percent(equivalent.savedShare, places: 1),
          ]))
    }
    if let rule = one.rule {
      let count = outcome.study.beneficiaries.count
      if rule.held > 0 {
        parts.append(
          text(
            "held",
            [
              "shared": style.amount(euros: Double(rule.shared.total)),
              "held": style.amount(euros: Double(rule.held)),
            ]))
      }
      if rule.leftOut.isEmpty {
        parts.append(text("leaves.nobody"))
      } else {
        parts.append(
          text(
            "leaves",
            [
              "count": style.counted(
                Double(rule.leftOut.count), one: text("beneficiary"), many: text("beneficiaries")),
              "share": style.percent(Double(rule.leftOut.count) / Double(max(1, count))),
            ]))
      }
      if !rule.cliffs.isEmpty {
        parts.append(
          text(
            "edges",
            [
              "count": style.counted(
                Double(rule.cliffs.count), one: text("beneficiary"), many: text("beneficiaries")),
              "within": style.percent(outcome.within),
              "amount": style.amount(euros: rule.eurosAtStake),
            ]))
      }
      let tapers = rule.tapers.filter { $0.before > 0 }
      if !tapers.isEmpty {
        parts.append(
          text(
            "taper",
            [
              "window": style.percent(outcome.taper),
              "before": style.amount(euros: tapers.reduce(0) { $0 + $1.before }),
              "after": style.amount(euros: tapers.reduce(0) { $0 + $1.after }),
              "moved": style.amount(euros: Double(tapers.reduce(0) { $0 + $1.moved })),
            ]))
      }
      let prices = one.perMillion.sorted { $0.key < $1.key }.map { place, change in
        "\(rule.mechanism.clauses[place].title) \(signed(change))"
      }
      if !prices.isEmpty {
        parts.append(text("million", ["prices": prices.joined(separator: ", ")]))
      }
      if rule.unshared > 0 {
        parts.append(text("unshared", ["amount": style.amount(euros: Double(rule.unshared))]))
      }
    }
    guard !parts.isEmpty else { return [] }
    let label = name(one) + (style.language == .french ? " : " : ": ")
    let wrapped = TextLayout.wrapped(label + parts.joined(separator: " · "), to: width - 2)
    return wrapped.enumerated().map { $0 == 0 ? $1 : "  " + $1 }
  }
}
