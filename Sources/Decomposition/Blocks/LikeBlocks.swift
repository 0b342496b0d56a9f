// SPDX-License-Identifier: GPL-3.0-or-later

/// Groups of blocks that enter the same rows of the master and are of like size.
struct LikeBlocks {
  private let structure: Blocks
  /// How much each block enters the master's rows.
  private let sizes: [Double]

  init(_ structure: Blocks) {
    self.structure = structure
    sizes = structure.blocks.map { $0.coupling.value.reduce(0) { $0 + abs($1) } }
  }

  /// Size of a block.
  func size(of block: Int) -> Double { sizes[block] }

  /// About `count` groups: within a stratum blocks are ordered by size and cut into groups of equal
  /// weight, a block weighing the square root of its size.
  ///
  /// - Returns: The groups, stratum by stratum; the blocks of a group rise by size.
  func groups(of blocks: [Int], about count: Int) -> [[Int]] {
    let total = blocks.reduce(0) { $0 + sizes[$1].squareRoot() }
    guard total > 0 else { return blocks.map { [$0] } }
    return strata(of: blocks).flatMap { stratum in
      let ordered = stratum.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
      let weight = ordered.reduce(0) { $0 + sizes[$1].squareRoot() }
      let parts = min(ordered.count, max(1, Int((Double(count) * weight / total).rounded())))
      var groups = [[Int]](repeating: [], count: parts)
      var reached = 0.0
      for block in ordered {
        let middle = reached + 0.5 * sizes[block].squareRoot()
        reached += sizes[block].squareRoot()
        groups[min(parts - 1, Int(Double(parts) * middle / max(weight, 1e-300)))].append(block)
      }
      return groups.filter { !$0.isEmpty }
    }
  }

  /// Blocks that enter the same rows of the master, in the order of their first blocks.
  func strata(of blocks: [Int]) -> [[Int]] {
    var positions: [[Int32]: Int] = [:]
    var result: [[Int]] = []
    for block in blocks {
      let rows = structure.blocks[block].masterRows
      if let position = positions[rows] {
        result[position].append(block)
      } else {
        positions[rows] = result.count
        result.append([block])
      }
    }
    return result
  }
}
