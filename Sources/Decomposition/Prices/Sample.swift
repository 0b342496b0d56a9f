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

  /// Draws about `wanted` blocks.
  ///
  /// Within a stratum blocks are ordered by size and cut into groups of equal weight, a block
  /// weighing the square root of its size; the block nearest to the mean of a group stands for it.
  ///
  /// - Returns: `nil` where strata are so many that a sample would be most of the whole.
  init?(_ structure: Blocks, wanted: Int) {
    let sizes = structure.blocks.map { block in
      block.coupling.value.reduce(0) { $0 + abs($1) }
    }
    let strata = Self.strata(structure)
    guard 2 * strata.count < structure.blocks.count, wanted < structure.blocks.count else {
      return nil
    }
    let total = sizes.reduce(0) { $0 + $1.squareRoot() }
    guard total > 0 else { return nil }
    var chosen: [(block: Int, times: Double)] = []
    representative = Array(structure.blocks.indices)
    for stratum in strata {
      let ordered = stratum.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
      let weight = ordered.reduce(0) { $0 + sizes[$1].squareRoot() }
      let groups = min(ordered.count, max(1, Int((Double(wanted) * weight / total).rounded())))
      var members = [[Int]](repeating: [], count: groups)
      var reached = 0.0
      for block in ordered {
        let middle = reached + 0.5 * sizes[block].squareRoot()
        reached += sizes[block].squareRoot()
        members[min(groups - 1, Int(Double(groups) * middle / max(weight, 1e-300)))].append(block)
      }
      for group in members where !group.isEmpty {
        let mean = group.reduce(0) { $0 + sizes[$1] } / Double(group.count)
        let nearest = group.min {
          (abs(sizes[$0] - mean), $0) < (abs(sizes[$1] - mean), $1)
        }
        guard let nearest else { continue }
        chosen.append((nearest, Double(group.count)))
        for block in group { representative[block] = nearest }
      }
    }
    chosen.sort { $0.block < $1.block }
    blocks = chosen.map(\.block)
    multiplicities = chosen.map(\.times)
  }

  /// Blocks that enter the same rows of the master, in the order of their first blocks.
  private static func strata(_ structure: Blocks) -> [[Int]] {
    var positions: [[Int32]: Int] = [:]
    var result: [[Int]] = []
    for (index, block) in structure.blocks.enumerated() {
      if let position = positions[block.masterRows] {
        result[position].append(index)
      } else {
        positions[block.masterRows] = result.count
        result.append([index])
      }
    }
    return result
  }
}
