// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Wording

/// Values of a goal in the unit that readers know: money, points, or a bare figure.
struct GoalAmounts {
  private enum Unit {
    /// Thousands of euros.
    case money
    /// Shares of 1, told in points; the value is divided by the scale.
    case points(scale: Double)
    case figure
  }

  private let goal: Goal
  private let style: NumberStyle
  private let unit: Unit

  init(_ goal: Goal, of scenario: Scenario, style: NumberStyle) {
    self.goal = goal
    self.style = style
    switch goal {
    case .avoidedLoss, .publicMoney, .ownMoney, .budgetCliff: unit = .money
    case .minimumCoverage: unit = .points(scale: 1)
    case .nisShortfall:
      let scale = ShortfallScale(scenario).total
      unit = scale > 0 ? .points(scale: scale) : .figure
    case .tieBreak: unit = .figure
    }
  }

  /// Name of the goal.
  var name: String { Catalogue.text("goal.\(goal.rawValue)", in: style.language) }

  /// An amount of the goal with its unit.
  func text(_ value: Double) -> String {
    switch unit {
    case .money: style.amount(euros: value * 1000)
    case .points(let scale):
      style.points(value / scale, places: Self.places(value / scale * 100))
    case .figure: style.figure(value)
    }
  }

  /// A value with enough digits to tell it from others within a range.
  func level(_ value: Double, within range: Double) -> String {
    guard case .money = unit, abs(value) >= 999.5, range < 10_000 else { return text(value) }
    return style.millions(euros: value * 1000, places: range < 1000 ? 3 : 2)
  }

  /// A difference with the name of the goal: `0,4 point de manque NIS`.
  func words(_ value: Double) -> String {
    Catalogue.text(
      "frontier.amount.\(goal.rawValue)", in: style.language, ["amount": text(value)])
  }

  /// A round difference by which a price is told: at most a million euros or a point, and less where
  /// the whole range is less.
  func step(within range: Double) -> Double {
    let (one, most): (Double, Double) =
      switch unit {
      case .money: (0.001, 1_000_000)
      case .points(let scale): (scale / 100, 1)
      case .figure: (1, 1)
      }
    var step = most
    while step > range / one, step > most * 1e-6 { step /= 10 }
    return step * one
  }

  /// Whether a step is told as ten or more: what is said of it is in the plural.
  func isPlural(step: Double) -> Bool {
    text(step).drop { !$0.isNumber }.prefix { $0.isNumber }.count > 1
  }

  /// Decimals that leave two digits or three of a number of points.
  private static func places(_ points: Double) -> Int {
    switch abs(points) {
    case 9.95...: 1
    case 0.095...: 2
    case 0.0095...: 3
    default: 4
    }
  }
}
