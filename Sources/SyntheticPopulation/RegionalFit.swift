// SPDX-License-Identifier: GPL-3.0-or-later

import SeededDraws

/// Moves sizes between regions until the agents of each region come near their published share.
enum RegionalFit {
  /// Swaps entries of `agents` between regions.
  ///
  /// - Parameters:
  ///   - agents: Sizes of the units; the multiset stays the same.
  ///   - regions: Position of each unit's region in `weights`.
  ///   - weights: Published agents by region, in any unit.
  ///   - generator: Source of the swaps tried.
  ///
  /// A swap is kept where it lowers Σ |agents of the region − share of the region|; sums are whole
  /// numbers, so the outcome is the same everywhere.
  static func improve(
    _ agents: inout [Int], regions: [Int], weights: [Int], using generator: inout SeededGenerator
  ) {
    guard agents.count > 1 else { return }
    var excess = apportion(agents.reduce(0, +), to: weights).map { -$0 }
    for (unit, region) in regions.enumerated() { excess[region] += agents[unit] }
    for _ in 0..<(agents.count * 60) {
      let first = generator.below(agents.count)
      let second = generator.below(agents.count)
      let (from, to) = (regions[first], regions[second])
      guard from != to else { continue }
      let moved = agents[first] - agents[second]
      let before = abs(excess[from]) + abs(excess[to])
      let after = abs(excess[from] - moved) + abs(excess[to] + moved)
      guard after < before else { continue }
      agents.swapAt(first, second)
      excess[from] -= moved
      excess[to] += moved
    }
  }
}
