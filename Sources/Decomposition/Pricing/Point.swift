// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A point of a block (or a direction without end), as the master sees it.
struct Point: Sendable {
  /// Its block.
  let block: Int
  /// Whether it is a direction, that may be taken any number of times.
  let isRay: Bool
  /// Columns of the whole program that are not 0 at the point, rising.
  let columns: [Int32]
  /// Their values.
  let values: [Double]
  /// Rows of the master (without goal rows) that the point uses, rising.
  let rows: [Int32]
  /// How much of each it uses.
  let uses: [Double]
  /// Value of each goal held so far, in the goal's own direction.
  var goals: [Double] = []
  /// The same as they are written, see ``GoalReferences``.
  var reducedGoals: [Double] = []
  /// Cost at the level being solved.
  var cost = 0.0
  /// Round of this level at whose prices it was found; 0 where it is older.
  var round = 0

  /// Value of a linear function of the columns of the whole program.
  func value(_ coefficients: [Double]) -> Double {
    var sum = 0.0
    for (column, value) in zip(columns, values) { sum += coefficients[Int(column)] * value }
    return sum
  }

  /// Cost less the uses of master rows and goals as they are written, at their prices; what the
  /// block's solve minimises.
  func pricedCost(_ prices: [Double], rowCount: Int) -> Double {
    var sum = cost
    for (row, use) in zip(rows, uses) { sum -= prices[Int(row)] * use }
    for (goal, value) in reducedGoals.enumerated() { sum -= prices[rowCount + goal] * value }
    return sum
  }
}

extension Point {
  /// Size below which a value of a block's answer is 0.
  static let rounding = 1e-11

  /// What one more of this point and one less of the key uses, row by row.
  func difference(to key: Point) -> [(row: Int32, value: Double)] {
    var result: [(row: Int32, value: Double)] = []
    result.reserveCapacity(rows.count + key.rows.count)
    var here = 0
    var there = 0
    while here < rows.count || there < key.rows.count {
      let row = here < rows.count ? rows[here] : .max
      let keyRow = there < key.rows.count ? key.rows[there] : .max
      if row < keyRow {
        result.append((row, uses[here]))
        here += 1
      } else if keyRow < row {
        result.append((keyRow, -key.uses[there]))
        there += 1
      } else {
        let value = uses[here] - key.uses[there]
        if abs(value) > Self.rounding * max(1, abs(uses[here])) { result.append((row, value)) }
        here += 1
        there += 1
      }
    }
    return result
  }

  /// The point of a block's answer.
  init(block index: Int, of block: Block, _ answer: [Double], isRay: Bool, _ costs: Costs) {
    self.block = index
    self.isRay = isRay
    var columns: [Int32] = []
    var values: [Double] = []
    var sums = [Double](repeating: 0, count: block.masterRows.count)
    var greatest = sums
    for (position, value) in answer.enumerated() where abs(value) > Self.rounding {
      columns.append(block.columns[position])
      values.append(value)
      for entry in block.coupling.entries(of: position) {
        let term = block.coupling.value[entry] * value
        let row = Int(block.coupling.row[entry])
        sums[row] += term
        greatest[row] = max(greatest[row], abs(term))
      }
    }
    self.columns = columns
    self.values = values
    // A sum of terms that cancel out is rounding, and would spoil the scaling of the master.
    let used = sums.indices.filter { abs(sums[$0]) > Self.rounding * max(1, greatest[$0]) }
    rows = used.map { block.masterRows[$0] }
    uses = used.map { sums[$0] }
    renew(at: costs)
  }

  /// Brings its cost and its goals up to date.
  mutating func renew(at costs: Costs) {
    cost = costs.level.isEmpty ? 0 : value(costs.level)
    goals = costs.goals.map { $0.isEmpty ? 0 : value($0) }
    reducedGoals = costs.reducedGoals.map { value($0) }
  }
}

/// What is minimised, and the goals held so far, over the columns of the whole program.
struct Costs: Sendable {
  /// Costs of the level, to be minimised; empty where nothing is.
  var level: [Double]
  /// Coefficients of the goals held, in their own direction.
  var goals: [[Double]]
  /// The same as they are written.
  var reducedGoals: [[Double]] = []
  /// How they are written.
  var references = GoalReferences()
  /// Number that changes with the costs.
  var version = 0
}
