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

  /// Part of a slope within which two count as one.
  public static let sameSlope = 0.01
  /// Most places looked at.
  static let mostPlaces = 10

  /// Finds the first piece.
  ///
  /// - Parameters:
  ///   - start: Value at 0, and any slope there.
  ///   - most: Place beyond which nothing is asked, above 0.
  ///   - error: How far values may be from those of the function.
  ///   - point: The function at a place; `nil` where it has no value from there on.
  /// - Returns: The piece; `nil` where the function has no value close to 0.
  /// - Throws: What `point` throws.
  public static func find(
    from start: Point, most: Double, error: Double, point: (Double) throws -> Point?
  ) rethrows -> FirstPiece? {
    var search = Search(start: start, error: error)
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
    /// Farthest place that is known to lie on the first piece.
    var straight: Point?
    /// Nearest place beyond the piece.
    var beyond: Point?

    /// Slope of the chord from 0 to a point.
    private func chord(to point: Point) -> Double { (point.value - start.value) / point.place }

    private func isStraight(_ point: Point) -> Bool {
      let chord = chord(to: point)
      let noise = 2 * error / point.place
      return point.slope - chord <= max(FirstPiece.sameSlope * abs(chord), noise)
    }

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
      guard end.isFinite, end > straight.place * 1.01, end < beyond.place * 0.99 else { return nil }
      return end
    }

    var piece: FirstPiece? {
      guard let known = straight ?? beyond else { return nil }
      let slope = straight == nil ? known.slope : chord(to: known)
      guard let beyond else {
        return FirstPiece(slope: slope, end: known.place, isOpen: true, slopeBeyond: nil)
      }
      guard straight != nil else {
        // No straight piece was found: it ends close to 0.
        return FirstPiece(
          slope: chord(to: beyond), end: 0, isOpen: false, slopeBeyond: beyond.slope)
      }
      // Rounding may put the meeting a little beyond one of the two.
      let meeting = beyond.meets(slope: slope, through: start.value)
      let end = meeting.isFinite ? max(known.place, min(meeting, beyond.place)) : known.place
      return FirstPiece(
        slope: slope, end: end, isOpen: false, slopeBeyond: beyond.slope)
    }
  }
}
