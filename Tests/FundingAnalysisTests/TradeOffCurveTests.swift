// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import Testing

@Suite struct `A curve between two goals` {
  /// The convex curve that runs through these corners.
  private struct Corners {
    let corners: [(x: Double, y: Double)]

    /// The point at a first value, with the tangent that leaves it to the right.
    func point(at x: Double) -> TradeOffCurve.Point {
      let right = corners.indices.dropFirst().first { corners[$0].x > x } ?? corners.count - 1
      let (from, to) = (corners[right - 1], corners[right])
      let slope = (from.y - to.y) / (to.x - from.x)
      let y = from.y - slope * (x - from.x)
      return .init(
        x: x, y: y, tangent: .init(first: slope, second: 1, least: y + slope * x))
    }

    var curve: TradeOffCurve {
      TradeOffCurve(
        first: point(at: corners[0].x), last: point(at: corners[corners.count - 1].x))
    }
  }

  /// Slopes 3, 1 and 1/3.
  private let bent = Corners(corners: [(0, 13.0 / 3), (1, 4.0 / 3), (2, 1.0 / 3), (3, 0)])

  @Test func `is known exactly once its corners are`() throws {
    var curve = bent.curve
    let before = curve.error
    #expect(before > 0.1)
    #expect(curve.shape == .unknown)
    var solved: [Double] = []
    while let next = curve.next, solved.count < 20 {
      solved.append(next)
      curve.add(bent.point(at: next))
    }
    // Two ends; tangents of slopes 3 and 1/3 meet at 1.25, whose tangent of slope 1 meets them at
    // the corners. A point on each of them leaves nothing unknown.
    #expect(solved.count == 3)
    #expect(abs(solved[0] - 1.25) < 1e-9)
    #expect(curve.error < TradeOffCurve.closeEnough)
    #expect(curve.points.map(\.x) == curve.points.map(\.x).sorted())
    // In shares of the ranges (3 and 13/3) the corner (1, 4/3) is at (1/3, 4/13), whose sum 25/39 is
    // the least of all points.
    guard case .bend(let knee) = curve.shape else {
      Issue.record("\(curve.shape)")
      return
    }
    #expect(abs(curve.points[knee].x - 1) < 1e-9)
  }

  @Test func `is never farther below the chords than it says`() {
    var curve = bent.curve
    for _ in 0..<3 {
      var deepest = 0.0
      for (left, right) in zip(curve.points, curve.points.dropFirst()) {
        for step in 1..<100 {
          let x = left.x + (right.x - left.x) * Double(step) / 100
          let chord = left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x)
          // Across, a distance is at most that straight down.
          let (fall, run) = ((left.y - right.y) / (13.0 / 3), (right.x - left.x) / 3)
          let down = (chord - bent.point(at: x).y) / (13.0 / 3)
          deepest = max(deepest, down * run / (fall * fall + run * run).squareRoot())
        }
      }
      #expect(deepest <= curve.error + 1e-9)
      guard let next = curve.next else { break }
      curve.add(bent.point(at: next))
    }
  }

  @Test func `of two points and one price is a line without a knee`() {
    let curve = Corners(corners: [(1, 5), (3, 1)]).curve
    #expect(curve.shape == .line)
    #expect(curve.next == nil)
    #expect(curve.error < 1e-9)
  }

  @Test func `is a point where goals do not compete`() {
    let tangent = TradeOffCurve.Tangent(first: 0, second: 1, least: 4)
    let curve = TradeOffCurve(
      first: .init(x: 1, y: 4 + 1e-6, tangent: tangent),
      last: .init(x: 1 + 1e-6, y: 4, tangent: tangent))
    #expect(curve.shape == .point)
    #expect(curve.points.count == 1)
    #expect(curve.next == nil)
  }

  @Test func `without a proof at an end asks on, next to no point it knows`() throws {
    var curve = TradeOffCurve(
      first: .init(x: 0, y: 1, tangent: .init(first: 1e12, second: 1, least: -.infinity)),
      last: .init(x: 1, y: 0, tangent: .init(first: 1, second: 1e12, least: 0)))
    let next = try #require(curve.next)
    #expect(next >= TradeOffCurve.closeEnough && next < 1)
    // Its tangent reaches 0 after another 0.3 / 5.
    curve.add(
      .init(x: next, y: 0.3, tangent: .init(first: 5, second: 1, least: 0.3 + 5 * next)))
    #expect(abs(try #require(curve.next) - next - 0.06) < 1e-9)
  }
}
