// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Pieces of the curve of avoided loss, L·(1 − e^(−u)), between two positions.
///
/// Breakpoints divide e^(−u/2) into equal steps, which makes the largest error of a secant nearly the
/// same on every piece (the error on a short piece is about L·e^(−u)·length²/8).
public struct LossCurve: Sendable {
  /// Length of each piece in log units.
  public let lengths: [Double]
  /// Loss avoided per log unit on each piece, in the unit of the loss; falling.
  public let gains: [Double]
  /// Largest gap between curve and secants, in the unit of the loss.
  public let worstError: Double

  /// Creates the pieces.
  ///
  /// - Parameters:
  ///   - loss: L, the expected loss with no measure.
  ///   - start: u0, the position before the horizon.
  ///   - end: u1, the position with everything in place; more than `start`.
  ///   - pieces: number of pieces, at least 1.
  public init(loss: Double, from start: Double, to end: Double, pieces: Int) {
    let first = exp(-start / 2)
    let last = exp(-end / 2)
    let breakpoints = (0...pieces).map { piece in
      switch piece {
      case 0: start
      case pieces: end
      default: -2 * log(first - Double(piece) * (first - last) / Double(pieces))
      }
    }
    var lengths: [Double] = []
    var gains: [Double] = []
    var worst = 0.0
    for (left, right) in zip(breakpoints, breakpoints.dropFirst()) {
      let length = right - left
      let slope = (exp(-left) - exp(-right)) / length
      lengths.append(length)
      gains.append(loss * slope)
      // The gap is widest where the curve is as steep as the secant: e^(−u) = slope.
      let widest = -log(slope)
      worst = max(worst, exp(-left) - slope - slope * (widest - left))
    }
    self.lengths = lengths
    self.gains = gains
    worstError = loss * worst
  }
}
