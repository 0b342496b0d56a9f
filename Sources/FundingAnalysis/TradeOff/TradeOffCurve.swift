// SPDX-License-Identifier: GPL-3.0-or-later

/// What two goals can reach together, as known from a few points of the curve and the tangents that
/// prices prove there.
///
/// Both coordinates are wanted small; a goal that is maximised enters with its sign turned. The best
/// pairs of a linear program lie on a convex, falling curve of straight pieces. Chords between
/// neighbours lie on or above it, tangents on or below, so that it is known to the distance between
/// them.
public struct TradeOffCurve: Sendable {
  /// `first · x + second · y ≥ least` for every plan, proven; neither factor is negative.
  public struct Tangent: Sendable, Hashable {
    /// Factor of the first goal.
    public var first: Double
    /// Factor of the second goal.
    public var second: Double
    /// The least value of the sum.
    public var least: Double

    /// Creates a tangent.
    public init(first: Double, second: Double, least: Double) {
      self.first = first
      self.second = second
      self.least = least
    }
  }

  /// A point of the curve.
  public struct Point: Sendable, Hashable {
    /// Value of the first goal.
    public var x: Double
    /// Value of the second goal.
    public var y: Double
    /// What is proven there.
    public var tangent: Tangent

    /// Creates a point.
    public init(x: Double, y: Double, tangent: Tangent) {
      self.x = x
      self.y = y
      self.tangent = tangent
    }
  }

  /// What a curve looks like.
  public enum Shape: Sendable, Hashable {
    /// One plan is best for both goals.
    case point
    /// The price is the same everywhere.
    case line
    /// Too few points to tell.
    case unknown
    /// The point with this position is farthest from the chord between the ends.
    case bend(knee: Int)
  }

  /// Distance, as a share of the ranges, below which chord and tangents count as one.
  public static let closeEnough = 1e-3
  /// Range of a goal, relative to its value (at least 1), below which goals do not compete: solves
  /// are proven to 1e-6, and to 1e-5 at their last level.
  private static let nothing = 2e-5

  /// The points, the best for the first goal first.
  public private(set) var points: [Point]

  /// Begins with the ends of the curve.
  ///
  /// - Parameters:
  ///   - first: the best for the first goal, then the second.
  ///   - last: the best for the second goal, then the first.
  public init(first: Point, last: Point) {
    let isWide =
      last.x - first.x > Self.nothing * max(1, abs(first.x), abs(last.x))
      && first.y - last.y > Self.nothing * max(1, abs(first.y), abs(last.y))
    points = isWide ? [first, last] : [first]
  }

  /// Adds a point; its position among the others follows from its first value.
  ///
  /// - Returns: the position.
  @discardableResult
  public mutating func add(_ point: Point) -> Int {
    let place = points.firstIndex { $0.x > point.x } ?? points.count
    points.insert(point, at: place)
    return place
  }

  /// Greatest distance that is left between chords and tangents, as a share of the ranges: the curve
  /// is nowhere farther below the chords.
  public var error: Double { gaps.map(\.depth).max() ?? 0 }

  /// Value of the first goal at which the curve is known least; `nil` where it is known well enough.
  public var next: Double? {
    guard let gap = gaps.max(by: { $0.depth < $1.depth }), gap.depth > Self.closeEnough else {
      return nil
    }
    // Next to a known point another one would tell nothing.
    let (left, right) = (points[gap.after], points[gap.after + 1])
    let margin = min(Self.closeEnough * scale.width, (right.x - left.x) / 3)
    return min(max(scale.x + gap.corner.u * scale.width, left.x + margin), right.x - margin)
  }

  /// What the curve looks like.
  public var shape: Shape {
    guard points.count > 1 else { return .point }
    let depths = points.map { Self.depth(scale.scaled($0), below: (0, 1), (1, 0)) }
    if let deepest = depths.max(), deepest > Self.closeEnough,
      let knee = depths.firstIndex(of: deepest)
    {
      return .bend(knee: knee)
    }
    return error > Self.closeEnough ? .unknown : .line
  }
}

extension TradeOffCurve {
  private typealias Place = (u: Double, w: Double)

  /// Turns both goals into shares of their ranges: the ends are at (0, 1) and (1, 0).
  private struct Scale {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    func scaled(_ point: Point) -> Place { ((point.x - x) / width, (point.y - y) / height) }

    func scaled(_ tangent: Tangent) -> Tangent {
      Tangent(
        first: tangent.first * width, second: tangent.second * height,
        least: tangent.least - tangent.first * x - tangent.second * y)
    }
  }

  private var scale: Scale {
    guard let first = points.first, let last = points.last, points.count > 1 else {
      return Scale(x: 0, y: 0, width: 1, height: 1)
    }
    return Scale(x: first.x, y: last.y, width: last.x - first.x, height: first.y - last.y)
  }

  /// What is not known between two neighbours.
  private struct Gap {
    /// Position of the first of them.
    let after: Int
    /// Where the curve may be farthest below their chord.
    let corner: Place
    /// How far.
    let depth: Double
  }

  private var gaps: [Gap] {
    let scale = scale
    return points.indices.dropLast().map { place in
      let (left, right) = (scale.scaled(points[place]), scale.scaled(points[place + 1]))
      // Between neighbours no goal is better than at the end that is best for it.
      let bounds = [
        Tangent(first: 1, second: 0, least: left.u), Tangent(first: 0, second: 1, least: right.w),
        scale.scaled(points[place].tangent), scale.scaled(points[place + 1].tangent),
      ]
      var deepest = Gap(after: place, corner: left, depth: 0)
      for (number, one) in bounds.enumerated() {
        for other in bounds.dropFirst(number + 1) {
          guard let corner = Self.crossing(one, other),
            bounds.allSatisfy({ Self.holds($0, at: corner) })
          else { continue }
          let depth = Self.depth(corner, below: left, right)
          if depth > deepest.depth { deepest = Gap(after: place, corner: corner, depth: depth) }
        }
      }
      return deepest
    }
  }

  private static func crossing(_ one: Tangent, _ other: Tangent) -> Place? {
    let determinant = one.first * other.second - one.second * other.first
    let size = length(one.first, one.second) * length(other.first, other.second)
    guard abs(determinant) > 1e-12 * size else { return nil }
    return (
      (one.least * other.second - one.second * other.least) / determinant,
      (one.first * other.least - one.least * other.first) / determinant
    )
  }

  private static func holds(_ bound: Tangent, at place: Place) -> Bool {
    bound.first * place.u + bound.second * place.w
      >= bound.least - 1e-9 * length(bound.first, bound.second)
  }

  /// Distance of a place below the chord of two others.
  private static func depth(_ place: Place, below left: Place, _ right: Place) -> Double {
    let (fall, run) = (left.w - right.w, right.u - left.u)
    let length = length(fall, run)
    guard length > 0 else { return 0 }
    return (fall * (left.u - place.u) + run * (left.w - place.w)) / length
  }

  private static func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
}
