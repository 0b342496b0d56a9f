// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows and bounds of a small program that is minimised.
struct SmallProgram {
  let rowLower: [Double]
  let rowUpper: [Double]
  let columnLower: [Double]
  let columnUpper: [Double]
  /// Nonzeros of each row, by position of the column.
  let rows: [[(column: Int, value: Double)]]

  /// Value of each row at a point.
  func activities(at point: [Double]) -> [Double] {
    rows.map { $0.reduce(0) { $0 + $1.value * point[$1.column] } }
  }
}

/// The bound that row prices prove of a small program, whatever the prices are.
///
/// For any prices y, `c·x = y·(A·x) + (c − y·A)·x`, and each part is at least what its better bound
/// makes of it. Nothing is taken from a solver but the prices. A price that leans on an absent bound
/// is dropped or moved first, which is always allowed. Prices have twice the digits of a double, so
/// that they can be made better than any solver's (``BlockMinimum``).
struct WeakDual {
  let program: SmallProgram
  /// One price per row.
  private(set) var prices: [ExactSum]
  /// Costs less prices times coefficients.
  private(set) var reduced: [ExactSum]
  /// The greatest term of each reduced cost: what its rounding is measured by.
  private(set) var greatest: [Double]

  /// Takes prices, one per row; all are 0 where there are none.
  init(_ program: SmallProgram, costs: [ExactSum], prices: [Double]) {
    self.program = program
    self.prices = program.rows.map { _ in ExactSum() }
    reduced = costs
    greatest = costs.map { abs($0.value) }
    if prices.count == program.rows.count { add(prices) }
  }

  /// Adds a correction to every price.
  mutating func add(_ changes: [Double]) {
    for (row, change) in changes.enumerated() {
      var price = prices[row]
      price.add(change)
      // A price that leans on an absent bound is dropped.
      move(row, to: isUsable(price.value, row) ? price : ExactSum())
    }
  }

  /// The bound, and the first column whose reduced cost leans on an absent bound.
  func bound() -> (sum: ExactSum, obstacle: Int?) {
    var sum = ExactSum()
    for (row, price) in prices.enumerated() where price.value != 0 {
      sum.add(price, times: price.value > 0 ? program.rowLower[row] : program.rowUpper[row])
    }
    var obstacle: Int?
    for (column, cost) in reduced.enumerated() where cost.value != 0 {
      let bound = paidBound(column)
      if bound.isFinite {
        sum.add(cost, times: bound)
      } else {
        obstacle = obstacle ?? column
      }
    }
    return (sum, obstacle)
  }

  /// How far a point's cost lies above the bound: the sum of prices times distances.
  ///
  /// All terms are at least 0 for a feasible point, so that nothing cancels out.
  func slack(at point: [Double]) -> Double {
    var sum = 0.0
    let activities = program.activities(at: point)
    for (row, price) in prices.enumerated() where price.value != 0 {
      let bound = price.value > 0 ? program.rowLower[row] : program.rowUpper[row]
      sum += price.value * (activities[row] - bound)
    }
    for (column, cost) in reduced.enumerated() where cost.value != 0 {
      let bound = paidBound(column)
      if bound.isFinite { sum += cost.value * (point[column] - bound) }
    }
    return sum
  }

  /// The bound that the reduced cost of a column leans on.
  func paidBound(_ column: Int) -> Double {
    reduced[column].value > 0 ? program.columnLower[column] : program.columnUpper[column]
  }

  /// Drops prices that are 0 but for rounding.
  mutating func dropNoise(below share: Double) {
    for (row, price) in prices.enumerated() where price.value != 0 {
      let matters = program.rows[row].contains {
        abs(price.value * $0.value) > share * greatest[$0.column]
      }
      if !matters { move(row, to: ExactSum()) }
    }
  }

  /// Whether the bound that a price leans on is there.
  private func isUsable(_ price: Double, _ row: Int) -> Bool {
    guard price.isFinite else { return false }
    return price == 0 || (price > 0 ? program.rowLower[row] : program.rowUpper[row]).isFinite
  }

  /// Changes a price and the reduced costs with it.
  private mutating func move(_ row: Int, to price: ExactSum) {
    var change = price
    change.add(prices[row], times: -1)
    guard change.value != 0 else { return }
    for (column, value) in program.rows[row] {
      reduced[column].add(change, times: -value)
      greatest[column] = max(greatest[column], abs(price.value * value))
    }
    prices[row] = price
  }
}

extension WeakDual {
  private static let mostPasses = 4

  /// Moves prices so that reduced costs which should be 0 do not lean on absent bounds.
  mutating func repair() {
    for _ in 0..<Self.mostPasses {
      let leaning = Set(reduced.indices.filter(leans))
      if leaning.isEmpty { return }
      var terms: [Int: [(row: Int, value: Double)]] = [:]
      for (row, entries) in program.rows.enumerated() {
        for (column, value) in entries where leaning.contains(column) {
          terms[column, default: []].append((row, value))
        }
      }
      for column in leaning.sorted() where leans(column) { straighten(column, terms[column] ?? []) }
    }
  }

  private func leans(_ column: Int) -> Bool {
    reduced[column].value != 0 && !paidBound(column).isFinite
  }

  /// Makes the reduced cost of a column 0, or of the better sign, by the price of one of its rows:
  /// one that has a price already and the greatest coefficient.
  private mutating func straighten(_ column: Int, _ terms: [(row: Int, value: Double)]) {
    let usable = terms.filter {
      isUsable(prices[$0.row].value + reduced[column].value / $0.value, $0.row)
    }
    let best = usable.max {
      (prices[$0.row].value != 0 ? 1 : 0, abs($0.value))
        < (prices[$1.row].value != 0 ? 1 : 0, abs($1.value))
    }
    guard let best else { return }
    // A step is a double, so that the first may leave a rest on the wrong side of 0: the next goes
    // a little too far, and a price that may not go there is dropped.
    for excess in [0, 1e-15, 1e-12] where leans(column) {
      var price = prices[best.row]
      price.add(reduced[column].value / best.value * (1 + excess))
      move(best.row, to: isUsable(price.value, best.row) ? price : ExactSum())
    }
  }
}
