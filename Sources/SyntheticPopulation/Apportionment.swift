// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares a whole number out in proportion to weights, by largest remainder.
///
/// Integer arithmetic throughout; equal remainders go to the earlier entry, so the result does not
/// depend on the machine. Weights are whole numbers of which at least one is positive.
func apportion(_ total: Int, to weights: [Int]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  var shares = weights.map { total * $0 / sum }
  let remainders = weights.map { total * $0 % sum }
  let left = total - shares.reduce(0, +)
  let byRemainder = weights.indices.sorted {
    (-remainders[$0], $0) < (-remainders[$1], $1)
  }
  for index in byRemainder.prefix(left) { shares[index] += 1 }
  return shares
}
