// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
  /// How strongly row multipliers prove that no point satisfies all rows and bounds.
  ///
  /// The rows, each times its multiplier, add up to one row `g·x`. Over the bounds of the columns
  /// `g·x` is at most some value; over the bounds of the rows it is at least another. Where the
  /// second is greater, nothing is feasible (Farkas). The result is their difference divided by
  /// the greatest term of the two sums: positive for a proof, and no proof should be believed
  /// below about 1e-9.
  ///
  /// - Parameter multipliers: One per row; positive ones use the lower bound of the row, negative
  ///   ones the upper bound.
  /// - Returns: The strength, or `nil` if a multiplier that matters needs an absent bound.
  public func farkasStrength(of multipliers: [Double]) -> Double? {
    guard multipliers.count == rowCount, multipliers.allSatisfy(\.isFinite) else { return nil }
    var rowsAtLeast = 0.0
    var greatest = 0.0
    for row in 0..<rowCount where multipliers[row] != 0 {
      let bound = multipliers[row] > 0 ? rowLower[row] : rowUpper[row]
      guard bound.isFinite else { return nil }
      rowsAtLeast += multipliers[row] * bound
      greatest = max(greatest, abs(multipliers[row] * bound))
    }
    let zeroCosts = [Double](repeating: 0, count: columnCount)
    let sums = ColumnPass(self, costs: zeroCosts, prices: multipliers)
    var columnsAtMost = 0.0
    for column in 0..<columnCount {
      let coefficient = -sums.reducedCost[column]
      guard abs(coefficient) > 1e-11 * sums.magnitude[column] else { continue }
      let bound = coefficient > 0 ? columnUpper[column] : columnLower[column]
      guard bound.isFinite else { return nil }
      columnsAtMost += coefficient * bound
      greatest = max(greatest, abs(coefficient * bound))
    }
    guard greatest > 0 else { return nil }
    return (rowsAtLeast - columnsAtMost) / greatest
  }

  /// Multipliers without those that only rounding made: too small, or on an absent bound.
  ///
  /// Dropping a multiplier is always allowed, as the proof is checked afterwards.
  public func tidiedFarkas(_ multipliers: [Double]) -> [Double] {
    let greatest = multipliers.reduce(0) { max($0, abs($1)) }
    var result = multipliers
    for row in result.indices where result[row] != 0 {
      let bound = result[row] > 0 ? rowLower[row] : rowUpper[row]
      if abs(result[row]) <= 1e-12 * greatest
        || !bound.isFinite && abs(result[row]) <= 1e-9 * greatest
      {
        result[row] = 0
      }
    }
    return result
  }

  /// Whether a direction keeps every row and bound and improves the objective without end.
  ///
  /// - Parameters:
  ///   - direction: One value per column.
  ///   - objective: What is optimised.
  /// - Returns: Whether it proves that there is no best point.
  public func isUnboundedDirection(_ direction: [Double], for objective: Objective) -> Bool {
    let size = direction.reduce(0) { max($0, abs($1)) }
    guard direction.count == columnCount, size > 0, size.isFinite else { return false }
    let slack = 1e-9 * size
    for column in 0..<columnCount {
      guard Self.recedes(direction[column], columnLower[column], columnUpper[column], slack)
      else { return false }
    }
    let rows = RowPass(self, point: direction)
    for row in 0..<rowCount {
      let slack = 1e-9 * max(rows.magnitude[row], size)
      guard Self.recedes(rows.activity[row], rowLower[row], rowUpper[row], slack) else {
        return false
      }
    }
    var gain = 0.0
    var greatest = 0.0
    for (cost, step) in zip(objective.coefficients, direction) {
      gain += cost * step
      greatest = max(greatest, abs(cost * step))
    }
    return objective.sense == .maximize ? gain > 1e-9 * greatest : gain < -1e-9 * greatest
  }

  private static func recedes(
    _ step: Double, _ lower: Double, _ upper: Double, _ slack: Double
  ) -> Bool {
    (lower == -.infinity || step >= -slack) && (upper == .infinity || step <= slack)
  }
}
