// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel

/// Expected losses of all beneficiaries, in thousands of euros per year.
///
/// Losses follow L·e^(−u) with u = Σ a·x (`docs/model.md` §3); care weights, which belong to the
/// goal, are left out.
public struct LossFigures: Sendable, Hashable {
  /// Expected loss with no measure at all.
  public let withoutMeasures: Double
  /// Loss avoided by what stood before the horizon.
  public let avoidedBefore: Double
  /// Loss avoided by the plan beyond that, by year, on the true curve.
  public let avoided: [Double]
  /// The same on the secants of the program; never more than ``avoided``.
  public let avoidedBySecants: [Double]
  /// Loss that remains, by year.
  public let residual: [Double]
  /// Σ δ[t]·``avoided``, thousands of euros.
  public let discountedAvoided: Double
  /// The same on the secants.
  public let discountedBySecants: Double
  /// Largest loss that full deployment would avoid beyond ``avoidedBefore``, per year.
  public let avoidable: Double
  /// Greatest distance any plan could have between curve and secants, per year.
  public let worstError: Double

  /// ``worstError`` as a share of ``avoidable``; 0 where nothing can be avoided.
  public var worstErrorShare: Double { avoidable > 0 ? worstError / avoidable : 0 }

  /// What this plan's secants leave out, as a share of what it avoids over the horizon.
  public var errorShare: Double {
    let total = avoided.reduce(0, +)
    return total > 0 ? max(0, total - avoidedBySecants.reduce(0, +)) / total : 0
  }

  init(_ reading: ScenarioReading, _ shares: DeployedShares) {
    var without = 0.0
    var before = 0.0
    var avoided = [Double](repeating: 0, count: reading.yearCount)
    var secants = avoided
    var avoidable = 0.0
    var worst = 0.0
    for e in 0..<reading.beneficiaryCount {
      for k in reading.scenario.threats.indices {
        let loss = reading.loss(e, k)
        guard loss > 0 else { continue }
        let start = reading.exponent(e, k) { shares.share(e, $0, -1) }
        let end = reading.exponent(e, k) { _ in 1 }
        without += loss
        before += loss * (1 - exp(-start))
        let pieces = LossPieces(
          from: start, to: end, pieces: reading.scenario.economics.lossPieces)
        guard let pieces else { continue }
        avoidable += loss * (exp(-start) - exp(-end))
        worst += loss * pieces.worstGap
        for t in 0..<reading.yearCount {
          let exponent = reading.exponent(e, k) { shares.share(e, $0, t) }
          avoided[t] += loss * (exp(-start) - exp(-exponent))
          secants[t] += loss * pieces.value(at: exponent)
        }
      }
    }
    withoutMeasures = without
    avoidedBefore = before
    self.avoided = avoided
    avoidedBySecants = secants
    residual = avoided.map { without - before - $0 }
    discountedAvoided = zip(avoided, reading.discount).reduce(0) { $0 + $1.0 * $1.1 }
    discountedBySecants = zip(secants, reading.discount).reduce(0) { $0 + $1.0 * $1.1 }
    self.avoidable = avoidable
    worstError = worst
  }
}
