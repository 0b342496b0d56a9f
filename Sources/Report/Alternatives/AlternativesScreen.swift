// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
public import Wording

/// The screen of alternatives: other plans as good but for a tolerance, what they share, and what
/// each loses.
public enum AlternativesScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: The plans.
  ///   - folder: The folder that was written; `nil`: none.
  ///   - language: Language of the words and numbers.
  ///   - width: Most columns of a line; at least 80.
  /// - Returns: Lines without line ends.
  public static func lines(
    _ outcome: AlternativesOutcome, folder: String?, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    AlternativesPage(outcome, style: NumberStyle(language), width: max(80, width))
      .lines(folder: folder)
  }
}

/// Lays the screen out.
private struct AlternativesPage {
  let outcome: AlternativesOutcome
  let style: NumberStyle
  let width: Int
  let words: SubjectWords

  /// Widest name of a line, and the least that columns of plans leave of it.
  private static let widestName = 34
  private static let narrowestName = 18
  /// Entries that are named as those that move most.
  private static let mostMoving = 3

  init(_ outcome: AlternativesOutcome, style: NumberStyle, width: Int) {
    self.outcome = outcome
    self.style = style
    self.width = width
    words = SubjectWords(subject: outcome.subject, style: style)
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("alternatives.\(key)", in: style.language, arguments)
  }

  func lines(folder: String?) -> [String] {
    let within = words.tolerance(outcome.within)
    let title = text(
      "title",
      [
        "title": outcome.study.title,
        "count": style.beneficiaries(outcome.study.beneficiaries.count), "within": within,
      ])
    let (table, shown) = table()
    var notes = [
      text(
        outcome.within > 0 ? "how" : "how.ties",
        ["within": within, "goals": words.goals(outcome.goals)])
    ]
    if outcome.found > 0 { notes += [shared, text("notProven")] }
    if outcome.found < outcome.asked {
      notes.append(
        text(
          outcome.found == 0 ? "none" : "fewer",
          ["asked": style.integer(outcome.asked), "found": style.integer(outcome.found)]))
    }
    if shown < outcome.plans.count { notes.append(text("cut", ["last": style.integer(shown - 1)])) }
    if let folder {
      notes.append(
        text(
          "files",
          ["folder": folder, "files": AlternativesFolder.fileNames.joined(separator: " ")]))
    }
    return TextLayout.wrapped(title, to: width) + [""] + table + [""]
      + notes.flatMap { TextLayout.wrapped($0, to: width) }
  }

  /// One line of the table: its name, a cell for each plan, and what is said of it.
  private struct Row {
    var name: String
    var cells: [String]
    var note = ""
  }

  /// The table, and how many plans there was room for.
  private func table() -> (lines: [String], shown: Int) {
    var rows: [Row?] = [head]
    rows += outcome.byMovement.map(row(of:)) as [Row?]
    rows += [nil, totals, distances]
    if outcome.found > 1 { rows.append(nearest) }
    rows += goals
    let known = rows.compactMap { $0 }
    let widths = outcome.plans.indices.map { plan in
      known.map { TextLayout.columns($0.cells[plan]) }.max() ?? 0
    }
    let longest = min(Self.widestName, known.map { TextLayout.columns($0.name) }.max() ?? 0)
    var shown = widths.count
    func room() -> Int { width - widths.prefix(shown).reduce(0) { $0 + $1 + 2 } }
    while shown > 1, room() < min(longest, Self.narrowestName) { shown -= 1 }
    let notes = known.map { TextLayout.columns($0.note) }.max() ?? 0
    let name = max(min(longest, Self.narrowestName), min(longest, room() - notes - 2))
    let lines = rows.map { row -> String in
      guard let row else { return "" }
      var line = TextLayout.left(TextLayout.cut(row.name, to: name), name)
      for (cell, width) in zip(row.cells, widths.prefix(shown)) {
        line += "  " + TextLayout.right(cell, width)
      }
      let beside = line + "  " + row.note
      return TextLayout.withoutTrailingSpaces(
        TextLayout.columns(beside) <= width ? beside : line)
    }
    return (lines, shown)
  }

  private var head: Row {
    Row(
      name: words.head,
      cells: outcome.plans.indices.map {
        $0 == 0 ? text("optimum") : text("plan", ["number": style.integer($0)])
      })
  }

  private func row(of entry: Int) -> Row {
    let span = outcome.span(of: entry)
    var row = Row(
      name: name(of: entry), cells: outcome.plans.map { words.amount($0.amounts[entry]) })
    if outcome.found > 0 {
      row.note =
        outcome.isShared(entry)
        ? text("same") : text("moves", ["amount": words.amount(span.upperBound - span.lowerBound)])
    }
    return row
  }

  private func name(of entry: Int) -> String {
    words.name(outcome.entries[entry].id, outcome.entries[entry].name)
  }

  private var totals: Row {
    Row(
      name: text("total"),
      cells: outcome.plans.map { words.amount($0.amounts.reduce(0, +)) })
  }

  private var distances: Row {
    Row(
      name: text("fromOptimum"),
      cells: outcome.plans.indices.map {
        $0 == 0 ? NumberStyle.none : words.amount(outcome.distance($0, 0))
      })
  }

  private var nearest: Row {
    Row(
      name: text("fromNearest"),
      cells: outcome.plans.indices.map {
        outcome.nearest(to: $0).map(words.amount) ?? NumberStyle.none
      })
  }

  /// What each plan loses of each goal.
  private var goals: [Row?] {
    outcome.goals.enumerated().map { place, goal in
      let value =
        Goal(rawValue: goal.name).map {
          GoalAmounts($0, of: outcome.study, style: style).text(goal.value)
        } ?? style.figure(goal.value)
      return Row(
        name: words.goal(goal.name),
        cells: [value]
          + (1..<outcome.plans.count).map { loss(outcome.lost($0, place)) })
    }
  }

  /// A share that is lost or gained, to a hundredth of a per cent.
  private func loss(_ lost: Double) -> String {
    let amount = style.percent(abs(lost), places: 2)
    if abs(lost) < 0.000_05 { return text("kept") }
    return text(lost > 0 ? "loses" : "gains", ["amount": amount])
  }

  /// What the plans share, and what moves most.
  private var shared: String {
    let same = outcome.entries.indices.count(where: outcome.isShared)
    let moving = outcome.byMovement.prefix(Self.mostMoving).filter { !outcome.isShared($0) }.map {
      let span = outcome.span(of: $0)
      return text(
        "span",
        [
          "name": name(of: $0), "least": words.amount(span.lowerBound),
          "most": words.amount(span.upperBound),
        ])
    }
    return text(
      "shared",
      [
        "share": style.percent(outcome.sharedPart), "count": style.integer(same),
        "all": style.integer(outcome.entries.count),
        "moving": moving.isEmpty ? text("nothing") : style.list(moving),
      ])
  }
}
