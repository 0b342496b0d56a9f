// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Report

/// The what-ifs of a sweep: values for its axes, whichever way they were chosen.
struct SweepCases: Sendable {
  /// What is varied.
  let axes: [SweepAxis]
  /// For each case, in the order of the rows, the position of its value on each axis.
  let places: [[Int]]

  /// Cases from which a sweep must be confirmed.
  static let unconfirmed = 1000
  /// Most cases of a sweep.
  static let most = 1_000_000

  /// Every combination of the values; the last axis changes fastest.
  ///
  /// - Throws: a finding where there are too many.
  init(gridOf axes: [SweepAxis], isConfirmed: Bool) throws(Findings) {
    var count = 1
    for axis in axes {
      // At most a million times a hundred thousand so far: no overflow.
      count *= axis.values.count
      guard count <= Self.most else {
        throw Findings(
          Finding("sweep.farTooManyCases", .error, at: nil, ["most": "\(Self.most)"]))
      }
    }
    guard count <= Self.unconfirmed || isConfirmed else {
      throw Findings(
        Finding(
          "sweep.tooManyCases", .error, at: nil,
          ["count": "\(count)", "most": "\(Self.unconfirmed)"]))
    }
    var places: [[Int]] = [[]]
    for axis in axes {
      places = places.flatMap { place in axis.values.indices.map { place + [$0] } }
    }
    self.axes = axes
    self.places = places
  }

  /// Number of cases.
  var count: Int { places.count }

  /// Values of a case, one per axis.
  func values(of number: Int) -> [String] {
    zip(axes, places[number]).map { $0.values[$1] }
  }

  /// What a case sets.
  func settings(of number: Int) -> [Setting] {
    zip(axes, values(of: number)).enumerated().map { place, pair in
      Setting(
        path: pair.0.path, value: pair.1, option: SweepRange.option, number: place + 1)
    }
  }

  /// Positions of the cases in the order in which they are solved: each is near the one before.
  ///
  /// A grid is walked like a field that is ploughed: every second row backwards.
  var walk: [Int] {
    let turns = places.map { place in
      // The turn of a case among those that agree with it so far; a stretch that comes at an odd
      // turn is walked backwards.
      place.enumerated().reduce(0) { turn, axis in
        let count = axes[axis.offset].values.count
        let isBackwards = !turn.isMultiple(of: 2)
        return turn * count + (isBackwards ? count - 1 - axis.element : axis.element)
      }
    }
    return places.indices.sorted { turns[$0] < turns[$1] }
  }
}
