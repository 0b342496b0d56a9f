// SPDX-License-Identifier: GPL-3.0-or-later

/// A convex function that never rises, known at some points: what an optimum falls short by, against
/// the size of its envelopes.
///
/// The optimum of a linear program is convex in its right-hand side, so chords between known points
/// lie above it and chords drawn out beyond them lie below: both say where it comes down to a level.
public struct FallingCurve: Sendable, Hashable {
  /// A point that was worked out.
  public struct Point: Sendable, Hashable {
    /// Size of the envelopes, as a share of what they are.
    public let scale: Double
    /// Value there.
    public let value: Double

    /// Creates a point.
    public init(scale: Double, value: Double) {
      self.scale = scale
      self.value = value
    }
  }

  /// Known points, by scale.
  public private(set) var points: [Point] = []

  /// A curve of which nothing is known.
  public init() {}

  /// Adds a point; the later of two at one place counts.
  public mutating func add(_ point: Point) {
    points.removeAll { $0.scale == point.scale }
    points.append(point)
    points.sort { $0.scale < $1.scale }
  }

  /// Where the curve comes down to a value.
  ///
  /// - Parameter value: the value.
  /// - Returns: scales between which the least one lies that reaches the value; the upper end does
  ///   reach it. `nil` where no known point does.
  public func scales(reaching value: Double) -> ClosedRange<Double>? {
    guard let place = points.firstIndex(where: { $0.value <= value }) else { return nil }
    let right = points[place]
    guard place > 0 else { return min(0, right.scale)...right.scale }
    let left = points[place - 1]
    var lower = left.scale
    // Drawn out to the right, the chord before lies below the curve; so does the one after, to the left.
    if place > 1 {
      lower = max(lower, Self.crossing(points[place - 2], left, value) ?? lower)
    }
    if place + 1 < points.count {
      lower = max(lower, Self.crossing(right, points[place + 1], value) ?? lower)
    }
    let upper = Self.crossing(left, right, value) ?? right.scale
    // Values are exact to the gap of the solves only: the ends may cross by as much.
    return min(lower, upper)...min(upper, right.scale)
  }

  /// Where the line through two points takes a value; `nil` where it does not fall.
  private static func crossing(_ first: Point, _ second: Point, _ value: Double) -> Double? {
    let fall = first.value - second.value
    guard fall > 0 else { return nil }
    return first.scale + (first.value - value) / fall * (second.scale - first.scale)
  }
}
