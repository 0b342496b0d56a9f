// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A point of a block (or a direction without end), as the master sees it.
struct Point: Sendable {
  /// Its block, the first where it is one point of each of several.
  let block: Int
  /// Whether it is a direction, that may be taken any number of times.
  let isRay: Bool
  /// Where it stands, block by block; points of several blocks share them with those of each.
  let places: [Place]
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

  /// The columns of one block.
  struct Place: Sendable, Equatable {
    /// Columns of the whole program that are not 0, rising.
    let columns: [Int32]
    /// Their values.
    let values: [Double]
  }

  /// Value of a linear function of the columns of the whole program.
  func value(_ coefficients: [Double]) -> Double {
    var sum = 0.0
    for place in places {
      for (column, value) in zip(place.columns, place.values) {
        sum += coefficients[Int(column)] * value
      }
    }
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
    places = [Place(columns: columns, values: values)]
    // A sum of terms that cancel out is rounding, and would spoil the scaling of the master.
    let used = sums.indices.filter { abs(sums[$0]) > Self.rounding * max(1, greatest[$0]) }
    rows = used.map { block.masterRows[$0] }
    uses = used.map { sums[$0] }
    renew(at: costs)
  }

  /// Points of several blocks (or directions without end) as one.
  init(together points: [Point]) {
    block = points[0].block
    isRay = points[0].isRay
    places = points.flatMap(\.places)
    var sums: [Int32: Double] = [:]
    for point in points {
      for (row, use) in zip(point.rows, point.uses) { sums[row, default: 0] += use }
    }
    let used = sums.keys.sorted()
    rows = used
    uses = used.map { sums[$0] ?? 0 }
    cost = points.reduce(0) { $0 + $1.cost }
    goals = points[0].goals.indices.map { goal in points.reduce(0) { $0 + $1.goals[goal] } }
    reducedGoals = points[0].reducedGoals.indices.map { goal in
      points.reduce(0) { $0 + $1.reducedGoals[goal] }
    }
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
}
