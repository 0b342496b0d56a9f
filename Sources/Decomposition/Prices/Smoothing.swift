// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of the best known prices goes into the prices that are tried next (Wentges).
///
/// The prices of a master with few points are wild, those of one that knows enough are exact. What
/// the bound gained tells which it is: as much as the master promised, and the best known prices
/// only hold back.
struct Smoothing: Sendable {
  /// Share of the best known prices.
  var alpha: Double
  private let most: Double
  /// What is left of the share after a pass that gained something, but less than promised.
  private static let onward = 0.6

  /// Starts with a share, which is also the greatest.
  init(_ alpha: Double) {
    self.alpha = alpha
    most = alpha
  }

  /// Learns from a pass.
  ///
  /// - Parameters:
  ///   - found: Bound at the prices tried.
  ///   - before: Best bound before.
  ///   - value: Cost of the best mixture, which the master promised as a bound at its own prices.
  mutating func learn(from found: Double, after before: Double, towards value: Double) {
    guard before.isFinite, value > before else { return }
    let promised = (1 - alpha) * (value - before)
    if found - before >= 0.8 * promised {
      alpha *= 0.3
    } else if found > before {
      alpha *= Self.onward
    } else {
      alpha = min(most, 2 * alpha + 0.1)
    }
  }
}
