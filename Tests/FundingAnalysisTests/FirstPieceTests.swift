// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import FundingAnalysis

@Suite struct `The first straight piece of a convex function` {
  /// A convex function of straight pieces: places of its bends, and a slope before and after each.
  private struct Pieces {
    let bends: [Double]
    let slopes: [Double]

    init(seed: UInt64) {
      var draw = SplitMix64(seed: seed)
      let count = 1 + Int(draw.next() % 5)
      var bends: [Double] = []
      var slopes = [-Double(1 + draw.next() % 1000)]
      for _ in 0..<count {
        bends.append((bends.last ?? 0) + 1 + Double(draw.next() % 400) / 10)
        slopes.append(slopes[slopes.count - 1] * Double(draw.next() % 90) / 100)
      }
      self.bends = bends
      self.slopes = slopes
    }

    /// Value and slope; at a bend the slope is any of both sides, here the steeper.
    func point(_ place: Double) -> FirstPiece.Point {
      var value = 100.0
      var from = 0.0
      for (bend, slope) in zip(bends + [.infinity], slopes) {
        guard bend < place else {
          return .init(place: place, value: value + slope * (place - from), slope: slope)
        }
        value += slope * (bend - from)
        from = bend
      }
      return .init(place: place, value: value, slope: 0)
    }
  }

  @Test(arguments: UInt64(1)...200, [-1.0, 1.2, 3])
  func `is found with its slope, its end and what comes after`(seed: UInt64, steeper: Double) throws
  {
    let pieces = Pieces(seed: seed)
    let start = FirstPiece.Point(
      place: 0, value: 100, slope: pieces.slopes[0] * max(1, steeper))
    var asked = 0
    let most = (pieces.bends.last ?? 1) * 1.3
    let piece = try #require(
      FirstPiece.find(from: start, most: most, error: 0, sameSlope: 0.01) {
        asked += 1
        return pieces.point($0)
      })
    #expect(asked <= FirstPiece.mostPlaces)
    #expect(!piece.isOpen)
    // Slopes that differ by less than a hundredth count as one; none of these do by chance.
    #expect(abs(piece.slope - pieces.slopes[0]) <= 0.011 * abs(pieces.slopes[0]), "\(pieces)")
    #expect(abs(piece.end - pieces.bends[0]) <= 0.03 * pieces.bends[0], "\(piece) \(pieces)")
    let beyond = try #require(piece.slopeBeyond)
    #expect(beyond >= pieces.slopes[1] - 1e-9 && beyond > piece.slope)
  }

  @Test func `is open where nothing beyond is seen`() throws {
    let start = FirstPiece.Point(place: 0, value: 10, slope: -5)
    let piece = FirstPiece.find(from: start, most: 4, error: 0, sameSlope: 0.01) {
      .init(place: $0, value: 10 - 2 * $0, slope: -2)
    }
    #expect(piece == FirstPiece(slope: -2, end: 4, isOpen: true, slopeBeyond: nil))
  }

  // Half of the way at a time is looked at where there is nothing farther on.
  @Test func `goes as far as there is a value`() throws {
    let start = FirstPiece.Point(place: 0, value: 10, slope: -2)
    let piece = try #require(
      FirstPiece.find(from: start, most: 8, error: 0, sameSlope: 0.01) {
        $0 > 3 ? nil : .init(place: $0, value: 10 - 2 * $0, slope: -2)
      })
    #expect(piece.slope == -2 && piece.end == 2 && piece.isOpen)
    #expect(FirstPiece.find(from: start, most: 8, error: 0, sameSlope: 0.01) { _ in nil } == nil)
  }

  // f(x) = x²: there is no straight piece, and none is claimed.
  @Test func `is none where the function bends all the way`() throws {
    let start = FirstPiece.Point(place: 0, value: 0, slope: 0)
    let piece = try #require(
      FirstPiece.find(from: start, most: 1, error: 0, sameSlope: 0.01) {
        .init(place: $0, value: $0 * $0, slope: 2 * $0)
      })
    #expect(piece.end < 0.01 && piece.slope < 0.01 && !piece.isOpen)
  }
}
