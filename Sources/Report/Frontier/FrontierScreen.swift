// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import LinearProgramming
public import Wording

/// The screen of a curve between two goals: its points, and what one goal costs in the other.
public enum FrontierScreen {
  /// The lines of the screen.
  ///
  /// - Parameters:
  ///   - outcome: the curve.
  ///   - folder: the folder that was written; `nil`: none.
  ///   - language: language of the words and numbers.
  ///   - width: most columns of a line; at least 80.
  /// - Returns: lines without line ends.
  public static func lines(
    _ outcome: FrontierOutcome, folder: String?, language: Language,
    width: Int = Screen.standardWidth
  ) -> [String] {
    FrontierPage(outcome, style: NumberStyle(language), width: max(80, width))
      .lines(folder: folder)
  }
}

/// Lays the screen out.
private struct FrontierPage {
  let outcome: FrontierOutcome
  let style: NumberStyle
  let width: Int
  /// The two goals in words.
  let amounts: [GoalAmounts]
  /// How far each of them goes along the curve.
  let ranges: [Double]
  /// By how much of the second goal prices are told.
  let step: Double

  init(_ outcome: FrontierOutcome, style: NumberStyle, width: Int) {
    self.outcome = outcome
    self.style = style
    self.width = width
    amounts = outcome.axes.map { GoalAmounts($0.goal, of: outcome.study, style: style) }
    ranges = outcome.axes.indices.map { goal in
      abs((outcome.points.last?.values[goal] ?? 0) - (outcome.points.first?.values[goal] ?? 0))
    }
    step = amounts[1].step(within: ranges[1])
  }

  private func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("frontier.\(key)", in: style.language, arguments)
  }

  func lines(folder: String?) -> [String] {
    let count = style.beneficiaries(outcome.study.beneficiaries.count)
    let title = text(
      "title",
      [
        "title": outcome.study.title, "count": count, "first": amounts[0].name,
        "second": amounts[1].name,
      ])
    var notes = [shape()]
    if outcome.points.count > 1 {
      notes.append(text("error", ["error": style.percent(outcome.error, places: 2)]))
    }
    if !outcome.leftOut.isEmpty { notes.append(leftOut()) }
    if let folder {
      notes.append(
        text(
          "files", ["folder": folder, "files": FrontierFolder.fileNames.joined(separator: " ")]))
    }
    return TextLayout.wrapped(title, to: width) + [""] + table() + [""]
      + notes.flatMap { TextLayout.wrapped($0, to: width) }
  }

  /// Points, with the price between neighbours in words.
  private func table() -> [String] {
    let year = outcome.study.horizon.last.description
    let classes = outcome.points.first?.coverage.map { "\($0.nisClass.rawValue) \(year)" } ?? []
    let head =
      ["", text("point")] + amounts.map(\.name) + [text("public")] + classes
    let (rows, widths) = TextLayout.rightAligned([head] + outcome.points.indices.map(cells))
    let lines = rows.map { TextLayout.cut($0, to: width) }
    let indent = String(repeating: " ", count: widths[0] + widths[1] + 4)
    return lines.prefix(1)
      + lines.dropFirst().enumerated().flatMap { place, line in
        [line] + (price(after: place).map { [TextLayout.cut("\(indent)\($0)", to: width)] } ?? [])
      }
  }

  private func cells(at place: Int) -> [String] {
    let point = outcome.points[place]
    return [place == outcome.knee ? text("mark") : "", style.integer(place + 1)]
      + amounts.indices.map { amounts[$0].level(point.values[$0], within: ranges[$0]) }
      + [style.amount(euros: point.publicEuros)]
      + point.coverage.map { style.percent($0.years.last?.coverage ?? 0) }
  }

  /// What a step at the second goal costs at the first, between a point and the next.
  private func price(after place: Int) -> String? {
    guard let rate = outcome.rate(after: place), rate > 0 else { return nil }
    let gain = text(
      outcome.axes[1].sense == .maximize ? "more" : "less", ["amount": amounts[1].words(step)])
    let key = amounts[1].isPlural(step: step) ? "prices" : "price"
    return text(key, ["gain": gain, "cost": amounts[0].words(step / rate)])
  }

  private func shape() -> String {
    switch outcome.shape {
    case .point: text("shape.point")
    case .line: text("shape.line")
    case .unknown: text("shape.unknown")
    case .bend(let knee): text("shape.bend", ["point": style.integer(knee + 1)])
    }
  }

  private func leftOut() -> String {
    let names = outcome.leftOut.map {
      Catalogue.text("goal.\($0.rawValue)", in: style.language)
    }
    return text("leftOut", ["goals": style.list(names)])
  }
}
