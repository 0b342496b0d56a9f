// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
public import Wording

/// The screen of a sweep: what is varied, one line per case, and what it came to.
public struct SweepScreen: Sendable {
  private let axes: [SweepAxis]
  private let title: String
  private let wanted: Int
  private let shard: String?
  private let style: NumberStyle
  private let width: Int
  private let widths: [Int]
  private let goal: String
  private let lastYear: String

  /// Prepares the screen.
  ///
  /// - Parameters:
  ///   - scenario: the study with nothing varied.
  ///   - axes: what is varied.
  ///   - wanted: number of cases, of the share where there is one.
  ///   - shard: which share of the cases is solved, as `2/8`; `nil`: all.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  public init(
    _ scenario: Scenario, axes: [SweepAxis], wanted: Int, shard: String? = nil,
    language: Language, width: Int = Screen.standardWidth
  ) {
    self.axes = axes
    self.wanted = wanted
    self.shard = shard
    style = NumberStyle(language)
    self.width = max(80, width)
    title = Screen.title(
      scenario.title, first: scenario.horizon.first.number, last: scenario.horizon.last.number)
    lastYear = scenario.horizon.last.description
    goal = scenario.goals.first?.terms.first?.goal.rawValue ?? ""
    let number = max(3, String(wanted).count)
    // Many axes, or long values, give way: the file has them whole.
    let room = max(4, min(18, (max(80, width) - 60) / max(1, axes.count)))
    widths =
      [number]
      + axes.map { axis in
        min(room, max(1, axis.values.map(TextLayout.columns).max() ?? 1))
      }
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("sweep.\(key)", in: style.language, arguments)
  }

  /// What is varied, and the heads of the columns; where nothing is left to solve, that.
  ///
  /// - Parameters:
  ///   - fromFile: number of cases that are not solved again.
  ///   - store: the results file they stand in.
  /// - Returns: lines without line ends.
  public func heading(fromFile: Int = 0, in store: String = "") -> [String] {
    let count = cases(wanted)
    let part = shard.map { text("share", ["count": count, "shard": $0]) } ?? count
    var lines = TextLayout.wrapped(text("title", ["title": title, "count": part]), to: width)
    if fromFile > 0 {
      lines += TextLayout.wrapped(
        text(
          fromFile == wanted ? "allDone" : "goesOn", ["cases": cases(fromFile), "file": store]),
        to: width)
    }
    guard fromFile < wanted || wanted == 0 else { return lines }
    for (place, axis) in axes.enumerated() {
      let count = style.counted(
        Double(axis.values.count), one: text("value"), many: text("values"))
      lines.append(TextLayout.cut("  \(Self.letter(place))  \(axis.path) (\(count))", to: width))
    }
    let letters = axes.indices.map(Self.letter)
    let goalName = Catalogue.text("goal.\(goal)", in: style.language)
    let row = row(
      [text("case")] + letters, text("status"),
      [goalName, text("public"), text("avoided"), text("time")],
      text("coverage", ["year": lastYear]))
    return lines + ["", row]
  }

  /// The line of one case.
  public func line(_ one: SweptCase) -> String {
    let outcome = one.outcome
    let time = style.duration(seconds: outcome.timings.total)
    let head = [style.integer(one.number)] + one.values
    let status = text("status.\(outcome.status.rawValue)")
    guard let totals = outcome.totals else {
      let reason = outcome.reasons.first.map { CaseWords.sentence($0, in: style.language) } ?? ""
      return row(head, status, [], reason)
    }
    let value = outcome.goals.first.map { style.figure($0.value) } ?? NumberStyle.none
    let coverage = totals.coverage.map { entry in
      "\(entry.nisClass) \(entry.shares.last.map { style.percent($0) } ?? NumberStyle.none)"
    }
    return row(
      head, status,
      [
        value, style.amount(euros: totals.publicMoney),
        style.amount(euros: totals.avoidedLoss.reduce(0, +)), time,
      ], coverage.joined(separator: "  "))
  }

  /// What the sweep came to.
  ///
  /// - Parameters:
  ///   - outcome: the cases that were done.
  ///   - file: the results as a table.
  ///   - store: the results as a file of SQLite.
  /// - Returns: lines without line ends.
  public func closing(_ outcome: SweepOutcome, file: String, store: String) -> [String] {
    let lines = [
      "", Self.counts(outcome, style, partly: "interrupted"), times(outcome),
      text("files", ["file": file, "store": store]),
    ]
    return lines.flatMap { line -> [String] in
      guard let line else { return [] }
      return line.isEmpty ? [""] : TextLayout.wrapped(line, to: width)
    }
  }

  /// What results that were put together came to.
  ///
  /// - Parameters:
  ///   - outcome: the cases that there are.
  ///   - files: number of files they came from.
  ///   - file: the results as a table.
  ///   - store: the results as a file of SQLite.
  ///   - language: language of the text.
  ///   - width: most columns of a line.
  /// - Returns: lines without line ends.
  public static func merged(
    _ outcome: SweepOutcome, files: Int, file: String, store: String, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    let style = NumberStyle(language)
    func text(_ key: String, _ arguments: [String: String]) -> String {
      Catalogue.text("sweep.\(key)", in: language, arguments)
    }
    let lines = [
      text("merged", ["title": outcome.title, "files": style.integer(files)]),
      counts(outcome, style, partly: "incomplete"),
      text("files", ["file": file, "store": store]),
    ]
    return lines.flatMap { TextLayout.wrapped($0, to: max(80, width)) }
  }

  /// How many cases ended in which way.
  private static func counts(
    _ outcome: SweepOutcome, _ style: NumberStyle, partly: String
  ) -> String {
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
      Catalogue.text("sweep.\(key)", in: style.language, arguments)
    }
    let counts = CaseStatus.allCases.compactMap { status -> String? in
      guard let count = outcome.tally.statuses[status] else { return nil }
      return style.counted(
        Double(count), one: text("status.\(status.rawValue)"),
        many: text("statuses.\(status.rawValue)"))
    }
    let arguments = [
      "cases": style.counted(
        Double(outcome.tally.done), one: text("cases.one"), many: text("cases")),
      "counts": counts.isEmpty ? NumberStyle.none : counts.joined(separator: ", "),
      "done": style.integer(outcome.tally.done), "wanted": style.integer(outcome.wanted),
    ]
    return text(outcome.isComplete ? "counts" : partly, arguments)
  }

  /// Seconds of the cases that were solved now.
  private func times(_ outcome: SweepOutcome) -> String? {
    let tally = outcome.tally
    guard tally.solved.count > 0 else { return nil }
    func mean(_ total: Double, _ times: CaseTimes) -> String {
      style.duration(seconds: total / Double(max(1, times.count)))
    }
    var sentence: String
    if tally.first.count == 0 || tally.later.count == 0 {
      sentence = text("seconds", ["mean": mean(tally.solved.total, tally.solved)])
    } else {
      sentence = text(
        tally.first.count == 1 ? "seconds.warm" : "seconds.warm.several",
        [
          "first": mean(tally.first.total, tally.first),
          "mean": mean(tally.later.total, tally.later),
          "solving": mean(tally.later.solving, tally.later),
        ])
    }
    if outcome.workers > 1, let seconds = outcome.seconds, seconds > 0 {
      sentence += text(
        "seconds.jobs",
        [
          "jobs": style.integer(outcome.workers), "seconds": style.duration(seconds: seconds),
          "rate": style.figure(Double(tally.solved.count) / seconds * 60),
        ])
    }
    return sentence
  }

  private func cases(_ count: Int) -> String {
    style.counted(Double(count), one: text("cases.one"), many: text("cases"))
  }

  /// Names of axes in the table: A, B, …, then numbers.
  private static func letter(_ place: Int) -> String {
    TextLayout.letter(place) ?? "A\(place + 1)"
  }

  private static let figureWidths = [12, 13, 14, 9]

  private func row(
    _ head: [String], _ status: String, _ figures: [String], _ rest: String
  ) -> String {
    var parts = zip(head, widths).map { TextLayout.right(TextLayout.cut($0, to: $1), $1) }
    parts.append(TextLayout.left(status, 12))
    parts += zip(figures, Self.figureWidths).map {
      TextLayout.right(TextLayout.cut($0, to: $1), $1)
    }
    let line = parts.joined(separator: "  ")
    let room = width - TextLayout.columns(line) - 2
    let cut = room > 4 ? TextLayout.cut(rest, to: room) : ""
    let whole = "\(line)  \(cut)"
    return TextLayout.withoutTrailingSpaces(whole)
  }
}
