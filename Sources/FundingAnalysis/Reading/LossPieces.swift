// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The secants of one curve of avoided loss, beyond what was avoided before the horizon.
///
/// Per euro of expected loss, as `docs/model.md` §3 states it: breakpoints run from `start` to `end`
/// such that e^(−u/2) falls in equal steps.
struct LossPieces: Sendable {
  /// Breakpoints, one more than pieces.
  let breakpoints: [Double]
  /// Gain per log unit on each piece.
  let slopes: [Double]
  /// Greatest distance between curve and secant.
  let worstGap: Double

  /// Pieces between two exponents; `nil` where nothing is left to avoid.
  init?(from start: Double, to end: Double, pieces: Int) {
    guard end > start, pieces > 0 else { return nil }
    let first = exp(-start / 2)
    let last = exp(-end / 2)
    var points = (0...pieces).map {
      -2 * log(first - Double($0) * (first - last) / Double(pieces))
    }
    points[0] = start
    points[pieces] = end
    breakpoints = points
    var slopes: [Double] = []
    var worst = 0.0
    for (left, right) in zip(points, points.dropFirst()) {
      let slope = (exp(-left) - exp(-right)) / (right - left)
      slopes.append(slope)
      // Curve and secant are farthest apart where the curve has the slope of the secant.
      let farthest = -log(slope)
      worst = max(worst, exp(-left) - slope - slope * (farthest - left))
    }
    self.slopes = slopes
    worstGap = worst
  }

  /// What the secants give at an exponent.
  func value(at exponent: Double) -> Double {
    var sum = 0.0
    for (piece, slope) in slopes.enumerated() {
      let length = min(exponent, breakpoints[piece + 1]) - breakpoints[piece]
      guard length > 0 else { break }
      sum += slope * length
    }
    return sum
  }
}
