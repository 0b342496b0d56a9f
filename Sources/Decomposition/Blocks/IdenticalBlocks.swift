// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Blocks that are the same to the last bit, in their rows, their use of the master's rows and
/// every objective.
///
/// One of them is solved for all: any optimum of one is an optimum of the others, and the mean of
/// their shares of a mixture is as good as the shares themselves.
struct IdenticalBlocks: Sendable, Equatable {
  /// For every block, the first one that is identical.
  let first: [Int]

  /// Finds identical blocks.
  ///
  /// - Complexity: One pass over the matrix, and exact comparisons where hashes agree.
  init(_ structure: Blocks, _ levels: [ObjectiveLevel]) {
    var seen: [Int: [Int]] = [:]
    var first = Array(structure.blocks.indices)
    for index in structure.blocks.indices {
      let block = structure.blocks[index]
      let program = structure.program(of: index).program
      let hash = block.hash(program, levels)
      // The hash only says where to look; equality decides.
      let same = seen[hash]?.first {
        structure.blocks[$0].isIdentical(to: block, levels)
          && structure.program(of: $0).program == program
      }
      if let same { first[index] = same } else { seen[hash, default: []].append(index) }
    }
    self.first = first
  }

  /// One block of each kind, rising.
  var representatives: [Int] { first.indices.filter { first[$0] == $0 } }

  /// How many blocks each representative stands for.
  var multiplicities: [Double] {
    var counts = [Double](repeating: 0, count: first.count)
    for index in first { counts[index] += 1 }
    return representatives.map { counts[$0] }
  }

  /// For every block, the position of its representative among them.
  var slots: [Int] {
    var position = [Int](repeating: 0, count: first.count)
    for (slot, block) in representatives.enumerated() { position[block] = slot }
    return first.map { position[$0] }
  }
}

extension Block {
  fileprivate func hash(_ program: LinearProgram, _ levels: [ObjectiveLevel]) -> Int {
    var hasher = Hasher()
    hasher.combine(masterRows)
    hasher.combine(program.rowLower)
    hasher.combine(program.columnUpper)
    hasher.combine(program.coefficient)
    hasher.combine(coupling.value)
    for level in levels {
      for column in columns { hasher.combine(level.objective.coefficients[Int(column)]) }
    }
    return hasher.finalize()
  }

  fileprivate func isIdentical(to other: Block, _ levels: [ObjectiveLevel]) -> Bool {
    masterRows == other.masterRows && coupling == other.coupling
      && levels.allSatisfy { level in
        zip(columns, other.columns).allSatisfy {
          level.objective.coefficients[Int($0)] == level.objective.coefficients[Int($1)]
        }
      }
  }
}
