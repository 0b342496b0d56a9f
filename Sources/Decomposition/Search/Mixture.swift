// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Shares of points of every block that together keep the rows of the master.
struct Mixture: Sendable {
  /// A point with its share.
  struct Part: Sendable {
    var point: Point
    var weight: Double
  }

  /// Cost at its level, to be minimised.
  let cost: Double
  /// Values of the master's own columns.
  let values: [Double]
  /// How far it breaks rows, all together.
  let breach: Double
  /// Points in use, slot by slot.
  let parts: [[Part]]

  /// The mixture that the master's last solve found.
  init(of master: Master, breach: Double) {
    cost = master.cost
    self.breach = breach
    values = master.values
    parts = master.slots.map { slot in
      zip(slot.points, slot.weights).filter { $0.1 != 0 }.map { Part(point: $0.0, weight: $0.1) }
    }
  }

  /// One value per column of the whole program.
  ///
  /// - Parameters:
  ///   - structure: The blocks.
  ///   - slots: Slot that stands for each block; identical blocks share one.
  /// - Returns: The point.
  func point(of structure: Blocks, _ slots: [Int]) -> [Double] {
    var result = [Double](repeating: 0, count: structure.program.columnCount)
    for (position, column) in structure.masterColumns.enumerated() {
      result[Int(column)] = values[position]
    }
    for (index, slot) in slots.enumerated() {
      let block = structure.blocks[index]
      for part in parts[slot] {
        let own = structure.blocks[part.point.block]
        for (column, value) in zip(part.point.columns, part.point.values) {
          // Columns of identical blocks stand at the same places.
          let target = part.point.block == index ? column : own.counterpart(of: column, in: block)
          result[Int(target)] += part.weight * value
        }
      }
    }
    return result
  }
}

extension Block {
  /// The column of an identical block that stands where a column stands here.
  fileprivate func counterpart(of column: Int32, in other: Block) -> Int32 {
    var low = 0
    var high = columns.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if columns[middle] <= column { low = middle } else { high = middle }
    }
    return other.columns[low]
  }
}

extension DantzigWolfe {
  /// Whether every block has a point.
  var hasMixture: Bool { master.slots.allSatisfy(\.hasPoint) }
}
