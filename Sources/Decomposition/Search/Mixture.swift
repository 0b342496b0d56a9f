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
  ///   - slots: How the blocks stand in the master.
  /// - Returns: The point.
  func point(of structure: Blocks, _ slots: BlockSlots) -> [Double] {
    var result = [Double](repeating: 0, count: structure.program.columnCount)
    for (position, column) in structure.masterColumns.enumerated() {
      result[Int(column)] = values[position]
    }
    for part in parts.joined() {
      for place in part.point.places {
        for (column, value) in zip(place.columns, place.values) {
          result[Int(column)] += part.weight * value
        }
      }
    }
    // Columns of identical blocks stand at the same places.
    for (index, place) in slots.places.enumerated() where slots.solved[place] != index {
      let own = structure.blocks[slots.solved[place]].columns
      for (column, other) in zip(structure.blocks[index].columns, own) {
        result[Int(column)] = result[Int(other)]
      }
    }
    return result
  }
}

extension DantzigWolfe {
  /// Whether every block has a point.
  var hasMixture: Bool { master.slots.allSatisfy(\.hasPoint) }
}
