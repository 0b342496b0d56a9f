// SPDX-License-Identifier: GPL-3.0-or-later

/// The Lagrangian bound: what prices of the master's rows prove about every feasible point.
///
/// With prices π the least cost is at least
/// `Σ_rows π·bound + Σ_columns min (c − π·A)·x + Σ_blocks min (c − π·A)·x`,
/// each row at the bound its price pays for, each of the master's columns at its better bound, each
/// block at its optimum.
enum DualBound {
  /// The bound, without any search: from prices and the blocks' optima alone.
  ///
  /// - Parameters:
  ///   - prices: One per row of the master and goal held.
  ///   - master: Bounds, columns and costs.
  ///   - blockValues: Least priced cost of each block.
  ///   - reach: Bounds of the master's columns that follow from its rows.
  /// - Returns: The bound; -∞ where the prices prove nothing.
  static func value(
    _ prices: [Double], _ master: Master, blockValues: [Double], reach: ImpliedBounds
  ) -> Double {
    var sum = CompensatedSum(0)
    for (row, price) in prices.enumerated() where price != 0 {
      let bound = price > 0 ? master.rowLower[row] : master.rowUpper[row]
      guard bound.isFinite else { return -.infinity }
      sum.subtract(-price, times: bound)
    }
    let isBreach = master.isElastic
    if isBreach {
      // An artificial column costs its penalty; a price above it proves nothing.
      for row in 0..<master.rowCount
      where abs(prices[row]) > master.breachPrice(of: row) * (1 + 1e-7) { return -.infinity }
    }
    for column in master.columnLower.indices {
      let (cost, greatest) = master.pricedCost(of: column, prices)
      guard cost != 0 else { continue }
      let bound = cost > 0 ? reach.lower[column] : reach.upper[column]
      if bound.isFinite {
        sum.subtract(-cost, times: bound)
      } else if abs(cost) <= 1e-8 * max(1e-3, greatest) {
        // Rounding of a reduced cost that is 0: counted at the point, as any check does.
        sum.subtract(-cost, times: master.values[column])
      } else {
        return -.infinity
      }
    }
    for value in blockValues { sum.add(value) }
    return sum.value
  }
}

extension Master {
  /// Cost of one of the master's own columns less its uses at prices, and the greatest term of it.
  fileprivate func pricedCost(of column: Int, _ prices: [Double]) -> (Double, greatest: Double) {
    let own = isElastic ? 0 : costs[column]
    var cost = CompensatedSum(own)
    var greatest = abs(own)
    func take(_ price: Double, _ coefficient: Double) {
      cost.subtract(price, times: coefficient)
      greatest = max(greatest, abs(price * coefficient))
    }
    for entry in coefficients.entries(of: column) {
      take(prices[Int(coefficients.row[entry])], coefficients.value[entry])
    }
    for (goal, held) in goals.enumerated() where held.coefficients[column] != 0 {
      take(prices[rowCount + goal], held.coefficients[column])
    }
    return (cost.value, greatest)
  }
}

/// Bounds of the master's columns that follow from its rows.
///
/// Money spent has no bound of its own, but an envelope above it has; with finite bounds a price
/// that is off by rounding still proves something.
struct ImpliedBounds: Sendable {
  var lower: [Double]
  var upper: [Double]

  /// Tightens over rows that only have columns of the master.
  ///
  /// - Parameters:
  ///   - master: The master.
  ///   - mixed: Rows that columns of blocks enter too; they say nothing here.
  init(_ master: Master, mixed: [Bool]) {
    lower = master.columnLower
    upper = master.columnUpper
    var rows = [[(column: Int, value: Double)]](repeating: [], count: master.rowCount)
    for column in lower.indices {
      for entry in master.coefficients.entries(of: column) {
        rows[Int(master.coefficients.row[entry])].append(
          (column, master.coefficients.value[entry]))
      }
    }
    for _ in 0..<8 {
      for (row, terms) in rows.enumerated() where !mixed[row] {
        for term in terms {
          tighten(term, terms, master.rowLower[row], master.rowUpper[row])
        }
      }
    }
  }

  private mutating func tighten(
    _ term: (column: Int, value: Double), _ terms: [(column: Int, value: Double)],
    _ rowLower: Double, _ rowUpper: Double
  ) {
    var least = 0.0
    var most = 0.0
    for other in terms where other.column != term.column {
      let ends = [other.value * lower[other.column], other.value * upper[other.column]]
      least += min(ends[0], ends[1])
      most += max(ends[0], ends[1])
    }
    let (low, high) = (rowLower - most, rowUpper - least)
    let (from, to) = term.value > 0 ? (low, high) : (high, low)
    let (leastValue, mostValue) = (from / term.value, to / term.value)
    if leastValue.isFinite { lower[term.column] = max(lower[term.column], leastValue) }
    if mostValue.isFinite { upper[term.column] = min(upper[term.column], mostValue) }
  }
}
