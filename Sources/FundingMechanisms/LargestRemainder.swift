// SPDX-License-Identifier: GPL-3.0-or-later

/// Shares whole euros out in proportion, to the euro (Hamilton's method).
enum LargestRemainder {
  /// Shares a sum out.
  ///
  /// - Parameters:
  ///   - total: whole euros, at least 0.
  ///   - weights: weights, none below 0.
  /// - Returns: whole euros by weight that add up to the total; all 0 where every weight is 0. Each is
  ///   its exact part rounded down, and what is left goes to the largest remainders, the earlier first.
  static func share(_ total: Int64, by weights: [Double]) -> [Int64] {
    let sum = weights.reduce(0, +)
    guard sum > 0, total > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(total) * ($0 / sum) }
    var whole = exact.map { Int64($0.rounded(.down)) }
    var left = total - whole.reduce(0, +)
    let order = weights.indices.filter { weights[$0] > 0 }.sorted { first, second in
      let remainders = (
        exact[first] - Double(whole[first]), exact[second] - Double(whole[second])
      )
      return remainders.0 != remainders.1 ? remainders.0 > remainders.1 : first < second
    }
    // Floating point may leave a euro too much or too little, never more than one per weight.
    for place in order where left > 0 {
      whole[place] += 1
      left -= 1
    }
    for place in order.reversed() where left < 0 && whole[place] > 0 {
      whole[place] -= 1
      left += 1
    }
    return whole
  }
}
