// SPDX-License-Identifier: GPL-3.0-or-later

/// The way from a pattern of signs to plans ever farther from all earlier ones together.
///
/// What is climbed is the mean distance `(1/K) Σ_k Σ_j |q_j − p_kj|`. It is convex in the plan, and
/// linear where no sign changes. With the signs `s_kj` of a plan the linear sum is its mean distance,
/// and for any plan it is at most that plan's: the plan that makes it largest is no nearer.
struct Climb {
  /// Factors of the quantities in the next solve; `nil` where the climb is over.
  private(set) var weights: [Double]?
  /// Sign of each quantity against each earlier plan.
  private var signs: [[Double]]
  private var height = -Double.infinity

  /// Begins a climb.
  ///
  /// - Parameters:
  ///   - start: A sign for each quantity.
  ///   - count: Number of earlier plans.
  init(start: [Double], from count: Int) {
    signs = Array(repeating: start, count: count)
    weights = start
  }

  /// Goes on from a plan that was found.
  ///
  /// - Parameters:
  ///   - amounts: What it has of each quantity.
  ///   - earlier: What earlier plans have.
  ///   - noise: A rise below this is none.
  mutating func step(to amounts: [Double], awayFrom earlier: [[Double]], noise: Double) {
    let reached =
      earlier.reduce(0) { $0 + PlanDistance.between(amounts, $1) } / Double(earlier.count)
    guard reached > height + noise else {
      weights = nil
      return
    }
    height = reached
    for (k, plan) in earlier.enumerated() {
      for (j, amount) in amounts.enumerated() where abs(amount - plan[j]) > PlanRange.nothing {
        // What did not move keeps the sign it was pushed by: any sign is a slope there.
        signs[k][j] = amount > plan[j] ? 1 : -1
      }
    }
    let next = SignPatterns.mean(signs, Array(repeating: 1, count: signs.count))
    weights = next == weights ? nil : next
  }
}

/// Signs with which quantities are pushed up or down.
enum SignPatterns {
  /// Patterns to begin with, each once.
  ///
  /// The first is that of hop, skip and jump: down with what earlier plans had more of than average.
  /// Then everything up, everything down, and the quantities up and down in turn, by their size, so
  /// that about as much is pushed either way.
  ///
  /// - Parameter earlier: What earlier plans have of each quantity.
  /// - Returns: A sign for each quantity.
  static func starts(awayFrom earlier: [[Double]]) -> [[Double]] {
    let count = earlier[0].count
    let means = (0..<count).map { j in
      earlier.reduce(0) { $0 + $1[j] } / Double(earlier.count)
    }
    let middle = means.reduce(0, +) / Double(count)
    let bySize = means.indices.sorted { (means[$1], $0) < (means[$0], $1) }
    var inTurn = [Double](repeating: 1, count: count)
    for (place, j) in bySize.enumerated() where place.isMultiple(of: 2) { inTurn[j] = -1 }
    let patterns = [
      means.map { $0 > middle ? -1.0 : 1 }, inTurn, inTurn.map { -$0 },
      Array(repeating: 1, count: count), Array(repeating: -1, count: count),
    ]
    return patterns.enumerated().filter { place, pattern in
      !patterns.prefix(place).contains(pattern)
    }.map(\.element)
  }

  /// Factors that lead away from earlier plans, most from the nearest.
  ///
  /// - Parameters:
  ///   - amounts: Where to push from.
  ///   - earlier: What earlier plans have.
  ///   - distances: How far they are.
  /// - Returns: A factor from −1 to 1 for each quantity.
  static func push(
    _ amounts: [Double], awayFrom earlier: [[Double]], distances: [Double]
  ) -> [Double] {
    let signs = earlier.map { plan in
      zip(amounts, plan).map { amount, other in amount >= other ? 1.0 : -1 }
    }
    return mean(signs, distances.map { 1 / max($0, PlanRange.nothing) })
  }

  /// The factors of ``push(_:awayFrom:distances:)`` with one quantity turned round, each once: first
  /// the quantity that has moved least.
  static func turns(
    _ amounts: [Double], awayFrom earlier: [[Double]], distances: [Double]
  ) -> [[Double]] {
    let weights = push(amounts, awayFrom: earlier, distances: distances)
    func movement(_ j: Int) -> Double {
      earlier.map { abs(amounts[j] - $0[j]) }.min() ?? 0
    }
    return amounts.indices.sorted { (movement($0), $0) < (movement($1), $1) }.map { j in
      var turned = weights
      turned[j] = turned[j] > 0 ? -1 : 1
      return turned
    }
  }

  /// The weighted mean of several patterns.
  static func mean(_ signs: [[Double]], _ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return signs[0].indices.map { j in
      zip(signs, weights).reduce(0) { $0 + $1.0[j] * $1.1 } / total
    }
  }
}
