// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// An order of points in which each is near the one before, as a field is ploughed: strip by strip,
/// every second strip backwards.
enum PloughedOrder {
  /// The order of points in the unit cube.
  ///
  /// Of `n` points with `d` axes, the first axis is cut into `n^(1/d)` strips of as many points each,
  /// and each strip is ordered likewise along the axes after.
  ///
  /// - Parameter coordinates: For each axis, one coordinate of each point.
  /// - Returns: Positions of the points.
  static func positions(_ coordinates: [[Double]]) -> [Int] {
    guard let first = coordinates.first else { return [] }
    return ordered(Array(first.indices), coordinates[...])
  }

  private static func ordered(_ points: [Int], _ axes: ArraySlice<[Double]>) -> [Int] {
    guard let axis = axes.first, points.count > 1 else { return points }
    let sorted = points.sorted { (axis[$0], $0) < (axis[$1], $1) }
    guard axes.count > 1 else { return sorted }
    let strips = max(1, Int(pow(Double(points.count), 1 / Double(axes.count)).rounded()))
    return (0..<strips).flatMap { strip in
      let part = sorted[strip * sorted.count / strips..<(strip + 1) * sorted.count / strips]
      let way = ordered(Array(part), axes.dropFirst())
      return strip.isMultiple(of: 2) ? way : way.reversed()
    }
  }
}
