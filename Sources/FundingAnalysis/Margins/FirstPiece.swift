// SPDX-License-Identifier: GPL-3.0-or-later

/// The first straight piece of a convex function, from 0 on.
///
/// The least value of a goal is convex and piecewise linear in a bound of its program, and the price
/// of the bound is a slope of it. At 0 itself the price may be any slope between those on both sides;
/// away from 0 value and price together say where the line from 0 ends: a chord as steep as the price
/// at its end is a piece of the function, and where it meets the tangent of a point beyond, the
/// function leaves it at the latest.
public struct FirstPiece: Sendable, Hashable {
  /// Slope of the piece.
  public let slope: Double
  /// Where the piece ends, or how far it was followed.
  public let end: Double
  /// Whether it goes on beyond ``end`` as far as is known.
  public let isOpen: Bool
  /// Slope at the nearest point beyond that was looked at; `nil` where the piece is open.
  public let slopeBeyond: Double?

  /// Value and slope of the function at a place.
  public struct Point: Sendable, Hashable {
    /// Where.
    public let place: Double
    /// Value there.
    public let value: Double
    /// A slope there: of any line through the point that lies nowhere above the function.
    public let slope: Double

    /// Creates a point.
    public init(place: Double, value: Double, slope: Double) {
      self.place = place
      self.value = value
      self.slope = slope
    }

    /// Where the tangent meets another line, as a place.
    fileprivate func meets(slope other: Double, through value: Double) -> Double {
      (value - (self.value - slope * place)) / (slope - other)
    }
  }

  /// Most places looked at.
  static let mostPlaces = 10

  /// Finds the first piece.
  ///
  /// - Parameters:
  ///   - start: Value at 0, and any slope there.
  ///   - most: Place beyond which nothing is asked, above 0.
  ///   - error: How far values may be from those of the function.
  ///   - sameSlope: Part of a slope within which two count as one: where the function bends all the
  ///     way, how much the slope at the end may differ from the mean up to there.
  ///   - point: The function at a place; `nil` where it has no value from there on.
  /// - Returns: The piece; `nil` where the function has no value close to 0.
  /// - Throws: What `point` throws.
  public static func find(
    from start: Point, most: Double, error: Double, sameSlope: Double,
    point: (Double) throws -> Point?
  ) rethrows -> FirstPiece? {
    var search = Search(start: start, error: error, sameSlope: sameSlope)
    var place = most
    for _ in 0..<mostPlaces {
      guard let found = try point(place) else {
        // The function ends before: half of the way at a time is near enough.
        place = ((search.straight?.place ?? 0) + place) / 2
        continue
      }
      guard let next = search.next(after: found) else { break }
      place = next
    }
    return search.piece
  }

  private struct Search {
    let start: Point
    let error: Double
    let sameSlope: Double
    /// Farthest place that is known to lie on the first piece.
    var straight: Point?
    /// Nearest place beyond the piece.
    var beyond: Point?

    /// Slope of the chord from 0 to a point.
    private func chord(to point: Point) -> Double { (point.value - start.value) / point.place }

    /// Whether the function is straight from 0 to a point: it is as steep there as the chord, or its
    /// value lies on the line that is known.
    private func isStraight(_ point: Point) -> Bool {
      let chord = chord(to: point)
      if point.slope - chord <= max(sameSlope * abs(chord), noise(at: point)) { return true }
      return straight.map { isOnLine(point, to: $0) } ?? false
    }

    /// Whether a value lies on the line through another: at a bend, where the slope may be either.
    private func isOnLine(_ point: Point, to other: Point) -> Bool {
      let chord = chord(to: point)
      return chord - self.chord(to: other) <= max(1e-6 * abs(chord), noise(at: point))
    }

    private func noise(at point: Point) -> Double { 2 * error / point.place }

    /// Takes a point.
    ///
    /// - Returns: The place to look at next; `nil` where the end of the piece is known.
    mutating func next(after point: Point) -> Double? {
      if isStraight(point) { straight = point } else { beyond = point }
      guard let beyond else { return nil }
      guard let straight else {
        // The function lies above its slope at 0: where that meets the tangent is before the bend.
        let meeting = beyond.meets(slope: start.slope, through: start.value)
        let isUseful = meeting.isFinite && meeting > 1e-3 * beyond.place
        return isUseful ? min(meeting, 0.5 * beyond.place) : beyond.place / 8
      }
      let end = beyond.meets(slope: chord(to: straight), through: start.value)
      let isBetween =
        end.isFinite && end > straight.place * 1.001 && end < beyond.place * (1 - 1e-6)
      guard isBetween, !isOnLine(beyond, to: straight) else { return nil }
      return end
    }

    var piece: FirstPiece? {
      guard let known = straight ?? beyond else { return nil }
      let slope = chord(to: known)
      guard let beyond else {
        return FirstPiece(slope: slope, end: known.place, isOpen: true, slopeBeyond: nil)
      }
      guard let straight else {
        // No straight piece was found: it ends close to 0.
        return FirstPiece(slope: slope, end: 0, isOpen: false, slopeBeyond: beyond.slope)
      }
      let end = isOnLine(beyond, to: straight) ? beyond.place : straight.place
      return FirstPiece(slope: slope, end: end, isOpen: false, slopeBeyond: beyond.slope)
    }
  }
}
