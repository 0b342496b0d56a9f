// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum with twice the digits of a double.
///
/// Late goals price money a million times above anything of their own, so that terms of 1e11 cancel
/// out in a bound of some thousands. A plain sum would be off by more than the gap it is to prove.
struct ExactSum: Sendable {
  private(set) var high = 0.0
  private var low = 0.0

  init(_ value: Double = 0) { high = value }

  /// The sum, rounded once.
  var value: Double { high + low }

  /// Adds a number (Knuth: the rounding error of a sum is itself a double).
  @inline(__always)
  mutating func add(_ term: Double) {
    let sum = high + term
    let shadow = sum - high
    low += (high - (sum - shadow)) + (term - shadow)
    high = sum
  }

  /// Adds a product without rounding it first.
  @inline(__always)
  mutating func add(_ left: Double, times right: Double) {
    let product = left * right
    add(product)
    // The exact product less the rounded one.
    low += (-product).addingProduct(left, right)
  }

  /// Adds another sum.
  mutating func add(_ other: ExactSum) {
    add(other.high)
    low += other.low
  }

  /// Adds another sum times a number.
  mutating func add(_ other: ExactSum, times factor: Double) {
    add(other.high, times: factor)
    low += other.low * factor
  }
}
