// SPDX-License-Identifier: GPL-3.0-or-later

import SeededDraws

/// Points that are spread evenly along each of several axes.
///
/// Each axis is cut into as many equal parts as there are points, and each part holds one point
/// (McKay, Beckman and Conover 1979). The same seed gives the same points on every machine.
enum LatinHypercube {
  /// Points in the unit cube.
  ///
  /// An axis has draws of its own: another axis more leaves it as it was.
  ///
  /// - Parameters:
  ///   - points: Number of points.
  ///   - axes: Number of axes.
  ///   - seed: Seed of the draws.
  /// - Returns: For each axis, one coordinate of each point, from 0 to below 1.
  static func coordinates(points: Int, axes: Int, seed: UInt64) -> [[Double]] {
    (0..<axes).map { axis in
      var generator = SeededGenerator(seed: seed, stream: 1_000 + UInt64(axis))
      let order = generator.order(points)
      return order.map { part in
        // Below 1 even after rounding.
        min((Double(part) + generator.unit()) / Double(points), 1 - 0x1p-53)
      }
    }
  }
}
