// SPDX-License-Identifier: GPL-3.0-or-later

public import Wording

extension WorkProgress {
  /// What goes on, in one line.
  ///
  /// Where it would be too long, the name of the goal gives way first, then the end of the line.
  ///
  /// - Parameters:
  ///   - language: Language of the words and numbers.
  ///   - width: Most columns of the line.
  /// - Returns: A line without its end.
  public func line(in language: Language, width: Int) -> String {
    switch self {
    case .reading: Self.cut(Catalogue.text("progress.reading", in: language), to: width)
    case .building: Self.cut(Catalogue.text("progress.building", in: language), to: width)
    case .checking: Self.cut(Catalogue.text("progress.checking", in: language), to: width)
    case .writing: Self.cut(Catalogue.text("progress.writing", in: language), to: width)
    case .cases(let progress): Self.cut(Self.text(of: progress, NumberStyle(language)), to: width)
    case .solving(let progress): Self.line(of: progress, NumberStyle(language), width)
    }
  }

  private static func text(of progress: CasesProgress, _ style: NumberStyle) -> String {
    var text = Catalogue.text(
      "progress.cases", in: style.language,
      [
        "done": style.integer(progress.done), "cases": style.integer(progress.count),
        "jobs": style.integer(progress.jobs), "seconds": style.duration(seconds: progress.seconds),
      ])
    if progress.done > 0 {
      let left = progress.seconds / Double(progress.done) * Double(progress.count - progress.done)
      text +=
        " · "
        + Catalogue.text(
          "progress.cases.left", in: style.language, ["left": style.duration(seconds: left)])
    }
    return text
  }

  private static func line(
    of progress: SolvingProgress, _ style: NumberStyle, _ width: Int
  ) -> String {
    let goal = GoalWords.name(progress.name, in: style.language)
    func whole(_ goal: String) -> String {
      let head = Catalogue.text(
        "progress.solving", in: style.language,
        ["level": "\(progress.level)", "levels": "\(progress.levels)", "goal": goal])
      let place = progress.cases.map {
        Catalogue.text(
          "progress.case", in: style.language,
          ["number": style.integer($0.number), "cases": style.integer($0.count)])
      }
      return ([place, head].compactMap { $0 } + parts(of: progress, style))
        .joined(separator: " · ")
    }
    let excess = whole(goal).count - width
    let shorter = cut(goal, to: max(shortestGoal, goal.count - max(0, excess)))
    return cut(whole(shorter), to: width)
  }

  /// Columns of a goal's name that stay in any case.
  private static let shortestGoal = 8

  private static func parts(of progress: SolvingProgress, _ style: NumberStyle) -> [String] {
    func text(_ key: String, _ value: String) -> String {
      Catalogue.text("progress.\(key)", in: style.language, ["value": value])
    }
    var parts: [String] = []
    if let rounds = progress.rounds {
      parts.append(text("round", style.integer(rounds)))
    } else if progress.iterations > 0 {
      let key = progress.iterations == 1 ? "iteration" : "iterations"
      parts.append(text(key, style.integer(progress.iterations)))
    }
    if progress.seeksFirstPlan { parts.append(text("firstPlan", "")) }
    if let bound = progress.bound { parts.append(text("bound", style.figure(bound))) }
    if let gap = progress.gap { parts.append(text("gap", style.gap(gap))) }
    // A level that has just begun has nothing to say yet.
    // Seconds alone: minutes would take the room of a figure.
    if progress.seconds > 0 { parts.append(text("seconds", style.decimal(progress.seconds))) }
    if let rate = progress.blocksPerSecond { parts.append(text("blocks", style.decimal(rate))) }
    return parts
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }
}
