// SPDX-License-Identifier: GPL-3.0-or-later

/// A distribution given by a few quantiles, straight between them.
///
/// Straight lines rather than a log-normal curve: they need no transcendental function, whose last
/// digit differs between machines, and they follow the observed quantiles more closely.
struct QuantileCurve: Sendable {
  /// Probabilities, rising from 0 to 1.
  let probabilities: [Double]
  /// Value at each probability, never falling.
  let values: [Double]

  /// Creates a curve from its knots `(probability, value)`.
  init(_ knots: [(Double, Double)]) {
    probabilities = knots.map(\.0)
    values = knots.map(\.1)
  }

  /// Creates a curve from the values at 0, ¼, ½, ¾ and 1.
  init(quarters: [Double]) {
    probabilities = [0, 0.25, 0.5, 0.75, 1]
    values = quarters
  }

  /// The value below which a share `probability` (0…1) of the population lies.
  func value(at probability: Double) -> Double {
    guard let upper = probabilities.firstIndex(where: { probability <= $0 }), upper > 0 else {
      return values.first ?? 0
    }
    let lower = upper - 1
    let width = probabilities[upper] - probabilities[lower]
    let position = (probability - probabilities[lower]) / width
    return values[lower] + position * (values[upper] - values[lower])
  }
}
