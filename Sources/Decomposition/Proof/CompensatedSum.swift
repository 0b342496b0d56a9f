// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum that keeps what rounding takes from each step, for costs at prices of many powers of ten.
///
/// Terms of 10¹⁰ and more cancel out in the priced cost of a column at a late level. What a plain
/// sum loses of each column is lost of all that share its rows, and together that is more than the
/// gap. (Ogita, Rump and Oishi 2005, algorithm Dot2. Room `Proof` has its own: it shares nothing
/// with the search.)
struct CompensatedSum {
  private var sum: Double
  private var lost = 0.0

  init(_ value: Double) { sum = value }

  /// The sum, rounded once.
  var value: Double { sum + lost }

  /// Adds a number.
  mutating func add(_ term: Double) { subtract(-1, times: term) }

  /// Takes a product from the sum.
  mutating func subtract(_ left: Double, times right: Double) {
    let product = left * right
    let productLost = (-product).addingProduct(left, right)
    let difference = sum - product
    let taken = sum - difference
    lost += (sum - (difference + taken)) - (product - taken) - productLost
    sum = difference
  }
}
