// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A goal held for the levels after, in the master's own columns.
struct HeldGoal: Sendable {
  /// Coefficients of the goal.
  let coefficients: [Double]
  /// Coefficients of the goal as the master writes it, see ``GoalReferences``.
  let reduced: [Double]
}

/// How goals that are held are written: `goal − Σ ρ·row`, with the prices `ρ` of the level that
/// found its optimum.
///
/// Such coefficients are reduced costs: 0 for what is best for the goal, positive for the rest. As
/// it is, a goal at its optimum changes only together with the rows that stop it, and points would
/// differ by great amounts that cancel out, at prices of many powers of ten.
struct GoalReferences: Sendable {
  /// For each goal, the prices of the coupling rows and of the goals before, in its own direction.
  private(set) var prices: [[Double]] = []

  mutating func append(_ reference: [Double]) { prices.append(reference) }

  /// Writes every goal as it is.
  mutating func forget() { prices = prices.map { $0.map { _ in 0 } } }

  /// Prices of rows and goals as they are, from those of rows and goals as they are written.
  func rowPrices(_ written: [Double]) -> [Double] {
    var result = written
    let first = written.count - prices.count
    for (number, reference) in prices.enumerated() where written[first + number] != 0 {
      for (row, price) in reference.enumerated() { result[row] -= written[first + number] * price }
    }
    return result
  }

  /// Prices of rows and goals as they are written, from those of rows and goals as they are.
  func writtenPrices(_ prices: [Double]) -> [Double] {
    var result = prices
    let first = prices.count - self.prices.count
    for (number, reference) in self.prices.enumerated().reversed()
    where result[first + number] != 0 {
      for (row, price) in reference.enumerated() { result[row] += result[first + number] * price }
    }
    return result
  }
}

extension Blocks {
  /// Coefficients of a goal less the coupling rows and the goals before at prices, over the columns
  /// of the whole program.
  ///
  /// - Parameters:
  ///   - goal: The coefficients.
  ///   - prices: One per row of the master, then one per goal before as it is written.
  ///   - goals: Coefficients of the goals before as they are written.
  /// - Returns: The reduced costs; what is rounding is 0.
  func reduced(_ goal: [Double], by prices: [Double], after goals: [[Double]]) -> [Double] {
    var result = goal
    var greatest = goal.map(abs)
    func take(_ amount: Double, from column: Int) {
      result[column] -= amount
      greatest[column] = max(greatest[column], abs(amount))
    }
    for block in blocks {
      for (position, column) in block.columns.enumerated() {
        for entry in block.coupling.entries(of: position) {
          let row = Int(block.masterRows[Int(block.coupling.row[entry])])
          take(prices[row] * block.coupling.value[entry], from: Int(column))
        }
      }
    }
    for (position, column) in masterColumns.enumerated() {
      for entry in masterCoefficients.entries(of: position) {
        let row = Int(masterCoefficients.row[entry])
        take(prices[row] * masterCoefficients.value[entry], from: Int(column))
      }
    }
    for (number, coefficients) in goals.enumerated() {
      let price = prices[masterRows.count + number]
      guard price != 0 else { continue }
      for column in coefficients.indices where coefficients[column] != 0 {
        take(price * coefficients[column], from: column)
      }
    }
    for column in result.indices where abs(result[column]) <= 1e-13 * greatest[column] {
      result[column] = 0
    }
    return result
  }
}

extension Master {
  /// Whether the activity of a row is written as a column, because held goals refer to it.
  func hasActivityColumn(_ row: Int) -> Bool { activityPlaces[row] != nil }

  /// Rows whose activity is written as a column, rising.
  var activityRows: [Int] { activityPlaces.indices.filter { activityPlaces[$0] != nil } }

  /// The bound of a row from which its activity is counted.
  func base(of row: Int) -> Double {
    rowLower[row].isFinite ? rowLower[row] : rowUpper[row].isFinite ? rowUpper[row] : 0
  }

  /// What the prices of a goal make of the bounds of the rows it refers to.
  func reducedConstant(of goal: Int) -> Double {
    references.prices[goal].enumerated().reduce(0) { $0 + $1.element * base(of: $1.offset) }
  }

  /// What a goal may change by unnoticed: a small part of the room it is held with.
  static func unnoticed(_ value: Double) -> Double {
    1e-3 * Tolerance.goalSlack * max(1, abs(value))
  }

  /// Prices without those that are only rounding; any prices serve to write a goal with.
  ///
  /// - Parameters:
  ///   - prices: Of rows and goals as they are written.
  ///   - value: Of the goal to be written.
  /// - Returns: The prices, 0 for those that are left out.
  func withoutNoise(_ prices: [Double], for value: Double) -> [Double] {
    let least = Self.unnoticed(value) / Double(max(1, prices.count))
    return prices.enumerated().map { row, price in
      abs(price) < least * breachPrice(of: row) ? 0 : price
    }
  }

  /// Writes all goals as they are.
  mutating func writeGoalsAsTheyAre() {
    goals = goals.map { HeldGoal(coefficients: $0.coefficients, reduced: $0.coefficients) }
    references.forget()
    for row in activityPlaces.indices {
      if let place = activityPlaces[row] { rowPlaces[row] = place }
      activityPlaces[row] = nil
    }
    for slot in slots.indices {
      for position in slots[slot].points.indices {
        slots[slot].points[position].reducedGoals = slots[slot].points[position].goals
      }
    }
  }

  /// Takes over the mixture of a master with the same points.
  mutating func takeShares(of other: Master) {
    values = other.values
    artificial = other.artificial
    for slot in slots.indices {
      slots[slot].weights = other.slots[slot].weights
    }
  }

  /// Holds a goal from now on.
  ///
  /// - Parameters:
  ///   - goal: Its coefficients.
  ///   - reference: Prices of the rows and goals before that it is written with.
  ///   - lower: Least value of the goal as it is.
  ///   - upper: Greatest value.
  mutating func hold(
    _ goal: HeldGoal, writtenWith reference: [Double], lower: Double, upper: Double
  ) {
    for (row, price) in reference.enumerated()
    where price != 0 && rowLower[row] != rowUpper[row] && !hasActivityColumn(row) {
      activityPlaces[row] = rowPlaces[row]
      rowPlaces[row] = .fixed
    }
    goals.append(goal)
    references.append(reference)
    rowLower.append(lower)
    rowUpper.append(upper)
    rowPlaces.append(.basic)
    activityPlaces.append(nil)
    artificial += [0, 0]
    artificialPlaces += [.atLower, .atLower]
  }
}
