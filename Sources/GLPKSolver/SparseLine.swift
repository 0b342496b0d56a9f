// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A row or column to be added to a ``GLPKProblem``.
public struct SparseLine: Sendable, Equatable {
  /// Lower bound, or -∞.
  public var lower: Double
  /// Upper bound, or ∞.
  public var upper: Double
  /// Cost of a column; not used for rows.
  public var cost: Double
  /// Positions of the nonzeros: columns of a row, rows of a column; each once.
  public var places: [Int32]
  /// Coefficients, as many as places.
  public var coefficients: [Double]

  /// Creates a row or column.
  public init(
    lower: Double = -.infinity, upper: Double = .infinity, cost: Double = 0, places: [Int32],
    coefficients: [Double]
  ) {
    self.lower = lower
    self.upper = upper
    self.cost = cost
    self.places = places
    self.coefficients = coefficients
  }
}

/// Several lines in contiguous arrays.
struct SparseLines {
  var lower: [Double] = []
  var upper: [Double] = []
  var cost: [Double] = []
  var start: [Int64] = [0]
  var index: [Int32] = []
  var value: [Double] = []

  init(_ lines: [SparseLine], limit: Int) throws(InvalidProgram) {
    for (position, line) in lines.enumerated() {
      let name = "added line \(position)"
      try GLPKProblem.check(line.lower, line.upper, name)
      guard line.cost.isFinite else { throw InvalidProgram(.nonFiniteCost, name) }
      guard line.places.count == line.coefficients.count,
        Set(line.places).count == line.places.count
      else { throw InvalidProgram(.wrongLength, name) }
      for place in line.places { try GLPKProblem.check(Int(place), below: limit, name) }
      guard line.coefficients.allSatisfy(\.isFinite) else {
        throw InvalidProgram(.nonFiniteCoefficient, name)
      }
      lower.append(line.lower)
      upper.append(line.upper)
      cost.append(line.cost)
      index += line.places
      value += line.coefficients
      start.append(Int64(index.count))
    }
  }
}
