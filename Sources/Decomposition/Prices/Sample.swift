// SPDX-License-Identifier: GPL-3.0-or-later

/// A few blocks that stand for all: each with as many as it represents.
///
/// Prices of a program of some representatives are near those of the whole at a small part of the
/// cost. What is limited region by region must be represented region by region: blocks are
/// taken from strata that enter the same rows of the master, small and large ones alike.
struct Sample: Sendable {
  /// Positions of the blocks, rising.
  private(set) var blocks: [Int] = []
  /// How many blocks each stands for.
  private(set) var multiplicities: [Double] = []
  /// For every block of the whole, the one that stands for it.
  private(set) var representative: [Int]

  /// Draws about `wanted` blocks: of each group of blocks that are alike, the one nearest to their
  /// mean size.
  ///
  /// - Returns: `nil` where strata are so many that a sample would be most of the whole.
  init?(_ structure: Blocks, wanted: Int) {
    let all = Array(structure.blocks.indices)
    let alike = LikeBlocks(structure)
    guard wanted < all.count, 2 * alike.strata(of: all).count < all.count,
      all.contains(where: { alike.size(of: $0) > 0 })
    else { return nil }
    representative = all
    var chosen: [(block: Int, times: Double)] = []
    for group in alike.groups(of: all, about: wanted) {
      let mean = group.reduce(0) { $0 + alike.size(of: $1) } / Double(group.count)
      let nearest = group.min {
        (abs(alike.size(of: $0) - mean), $0) < (abs(alike.size(of: $1) - mean), $1)
      }
      guard let nearest else { continue }
      chosen.append((nearest, Double(group.count)))
      for block in group { representative[block] = nearest }
    }
    chosen.sort { $0.block < $1.block }
    blocks = chosen.map(\.block)
    multiplicities = chosen.map(\.times)
  }
}
