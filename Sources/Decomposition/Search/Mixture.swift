// SPDX-License-Identifier: GPL-3.0-or-later

extension DantzigWolfe {
  /// Whether every block has a point.
  var hasMixture: Bool { master.slots.allSatisfy { !$0.points.isEmpty } }

  /// The mixture as one value per column of the whole program.
  func mixture(columnCount: Int) -> [Double] {
    var result = [Double](repeating: 0, count: columnCount)
    for (position, column) in pricing.structure.masterColumns.enumerated() {
      result[Int(column)] = master.values[position]
    }
    for slot in master.slots {
      for (point, weight) in zip(slot.points, slot.weights) where weight != 0 {
        for (column, value) in zip(point.columns, point.values) {
          result[Int(column)] += weight * value
        }
      }
    }
    return result
  }
}
