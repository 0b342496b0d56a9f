// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Bounds of columns that follow from the rows.
///
/// Money has no bound of its own, but what it pays for has; with finite bounds on every column any
/// row prices prove something, also those that are off by rounding.
struct Reach: Sendable {
  /// Columns without an upper bound of their own for which one follows, rising, and that bound.
  private let above: [(column: Int32, bound: Double)]
  /// The same below.
  private let below: [(column: Int32, bound: Double)]

  /// Finds bounds for the columns of a program that lack one.
  ///
  /// - Complexity: A few passes over the matrix.
  init(_ program: LinearProgram) {
    let bounds = FollowingBounds(program)
    above = program.columnUpper.indices.compactMap {
      let isNew = program.columnUpper[$0] == .infinity && bounds.upper[$0] < .infinity
      return isNew ? (Int32($0), bounds.upper[$0]) : nil
    }
    below = program.columnLower.indices.compactMap {
      let isNew = program.columnLower[$0] == -.infinity && bounds.lower[$0] > -.infinity
      return isNew ? (Int32($0), bounds.lower[$0]) : nil
    }
  }

  /// Least value of a linear function of the columns within their bounds.
  func least(of costs: [Double], _ program: LinearProgram) -> Double {
    var sum = 0.0
    var nextAbove = 0
    var nextBelow = 0
    for column in costs.indices {
      var upper = program.columnUpper[column]
      var lower = program.columnLower[column]
      if nextAbove < above.count, above[nextAbove].column == column {
        upper = above[nextAbove].bound
        nextAbove += 1
      }
      if nextBelow < below.count, below[nextBelow].column == column {
        lower = below[nextBelow].bound
        nextBelow += 1
      }
      if costs[column] != 0 { sum += costs[column] * (costs[column] > 0 ? lower : upper) }
    }
    return sum
  }
}

/// Bounds of all columns, tightened by the rows.
private struct FollowingBounds {
  /// Least value of each column.
  private(set) var lower: [Double]
  /// Greatest value of each column.
  private(set) var upper: [Double]

  /// Passes over the rows; each may tighten what the one before left.
  private static let passes = 4

  init(_ program: LinearProgram) {
    lower = program.columnLower
    upper = program.columnUpper
    guard lower.contains(-.infinity) || upper.contains(.infinity) else { return }
    for _ in 0..<Self.passes {
      for row in 0..<program.rowCount { tighten(program, row) }
    }
  }

  /// Tightens the open columns of a row: each is bounded by what the others leave.
  private mutating func tighten(_ program: LinearProgram, _ row: Int) {
    let entries = program.entries(of: row)
    var least = Extreme()
    var most = Extreme()
    for entry in entries {
      let column = Int(program.columnIndex[entry])
      let value = program.coefficient[entry]
      least.add(value > 0 ? value * lower[column] : value * upper[column])
      most.add(value > 0 ? value * upper[column] : value * lower[column])
    }
    // Two open ends on both sides leave nothing to conclude.
    guard least.open <= 1 || most.open <= 1 else { return }
    for entry in entries {
      let column = Int(program.columnIndex[entry])
      guard lower[column] == -.infinity || upper[column] == .infinity else { continue }
      let value = program.coefficient[entry]
      let ends = (value * lower[column], value * upper[column])
      let room = (
        program.rowLower[row] - most.without(max(ends.0, ends.1)),
        program.rowUpper[row] - least.without(min(ends.0, ends.1))
      )
      let (from, to) = value > 0 ? (room.0, room.1) : (room.1, room.0)
      if lower[column] == -.infinity, (from / value).isFinite {
        lower[column] = from / value
      }
      if upper[column] == .infinity, (to / value).isFinite {
        upper[column] = max(to / value, lower[column])
      }
    }
  }

  /// Sum of terms, the infinite ones counted apart.
  private struct Extreme {
    var sum = 0.0
    var open = 0

    mutating func add(_ term: Double) {
      if term.isFinite { sum += term } else { open += 1 }
    }

    /// The sum of the other terms; infinite, with any sign, where one of them is.
    func without(_ term: Double) -> Double {
      if term.isFinite { return open == 0 ? sum - term : .nan }
      return open == 1 ? sum : .nan
    }
  }
}
