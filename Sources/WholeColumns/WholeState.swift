// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Where all columns and coupling rows stand while blocks are made whole one after the other.
struct WholeState: Sendable {
  /// The program in counts of steps.
  let program: LinearProgram
  let blocks: WholeBlocks
  /// Size of a step of each column; 0 for columns without steps.
  let steps: [Double]
  /// One value per column.
  private(set) var point: [Double]
  /// Value of each coupling row.
  private(set) var activity: [Double]

  init(_ program: LinearProgram, _ blocks: WholeBlocks, _ steps: [Double], at point: [Double]) {
    self.program = program
    self.blocks = blocks
    self.steps = steps
    self.point = point
    activity = []
    recount()
  }

  /// Computes the coupling rows anew, so that rounding does not add up.
  mutating func recount() {
    activity = [Double](repeating: 0, count: blocks.coupling.count)
    for column in point.indices where point[column] != 0 {
      for (row, value) in blocks.entries(of: column) { activity[Int(row)] += value * point[column] }
    }
  }

  /// How far a coupling row may move down (at most 0 where it holds) and up.
  func room(of row: Int) -> (lower: Double, upper: Double) {
    let place = Int(blocks.coupling[row])
    let noise = 1e-9 * max(1, abs(activity[row]))
    func clean(_ room: Double) -> Double { abs(room) <= noise ? 0 : room }
    return (
      clean(program.rowLower[place] - activity[row]), clean(program.rowUpper[place] - activity[row])
    )
  }

  /// Sum of what coupling rows are broken by, each relative to its size.
  var breach: Double {
    blocks.coupling.indices.reduce(0) { sum, row in
      let (lower, upper) = room(of: row)
      return sum + max(0, lower, -upper) / max(1, abs(activity[row]))
    }
  }

  /// Whether no step is taken in part.
  var isWhole: Bool {
    point.indices.allSatisfy { steps[$0] == 0 || point[$0] == 0 || point[$0] == 1 }
  }

  /// Whether a block takes no step in part.
  func isWhole(_ block: Int) -> Bool {
    blocks.columns[block].allSatisfy {
      steps[Int($0)] == 0 || point[Int($0)] == 0 || point[Int($0)] == 1
    }
  }

  /// Puts a change into effect.
  mutating func apply(_ change: BlockChange) {
    for (column, value) in zip(change.columns, change.values) { set(Int(column), value) }
    for (column, added) in zip(change.free, change.added) where added != 0 {
      set(Int(column), point[Int(column)] + added)
    }
  }

  private mutating func set(_ column: Int, _ value: Double) {
    let change = value - point[column]
    guard change != 0 else { return }
    for (row, coefficient) in blocks.entries(of: column) {
      activity[Int(row)] += coefficient * change
    }
    point[column] = value
  }
}

/// What a pass over the blocks is after.
struct WholeAim: Sendable {
  /// Costs of all columns, to be minimised.
  let costs: [Double]
  /// Prices of coupling rows: what they are used for costs as much.
  var prices: [Double]
  /// Cost of breaking each coupling row by one.
  var penalty: [Double]
  /// Whether rows may be broken at that cost from the start.
  var mayBreak = false

  /// Cost of a column, less what its use of coupling rows is worth.
  func cost(of column: Int, _ blocks: WholeBlocks) -> Double {
    var result = costs[column]
    for (row, value) in blocks.entries(of: column) { result -= prices[Int(row)] * value }
    return result
  }
}
