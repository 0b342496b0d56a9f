// SPDX-License-Identifier: GPL-3.0-or-later

/// Price vectors of the master's rows and of the goals held.
enum Prices {
  /// Prices without those that pay for an absent bound, which only rounding makes.
  static func tidied(_ prices: [Double], lower: [Double], upper: [Double]) -> [Double] {
    prices.indices.map { row in
      let price = prices[row]
      return (price > 0 ? lower[row] : upper[row]).isFinite ? price : 0
    }
  }

  /// A share `alpha` of the centre and the rest of the master's prices (Wentges' smoothing).
  static func blended(_ centre: [Double], _ master: [Double], _ alpha: Double) -> [Double] {
    zip(centre, master).map { alpha * $0 + (1 - alpha) * $1 }
  }
}
