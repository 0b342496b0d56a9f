// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import TestSupport

/// Random programs in blocks that are no hospitals, with all that a program may have: free, fixed
/// and one-sided columns, equal, ranged and empty rows, columns in no row, blocks that no coupling
/// row enters, coupling rows that no block enters, directions without end, no point at all.
struct BlockAngular {
  var program: LinearProgram
  var levels: [ObjectiveLevel]

  private var draw: SplitMix64
  private var builder: LinearProgramBuilder
  /// A point that rows are drawn around.
  private var point: [Double] = []
  private var costs: [Double] = []
  private let isMinimum: Bool
  /// Whether the drawn point is a point of the program.
  private let isFeasible: Bool
  /// Whether costs keep to bounds, so that there is an optimum wherever there is a point.
  private let isBounded: Bool

  /// Whether columns may be open on one side or both.
  private let isOpen: Bool

  init(seed: UInt64, isOpen: Bool) {
    self.isOpen = isOpen
    draw = SplitMix64(seed: seed)
    builder = LinearProgramBuilder(name: "block-angular \(seed)")
    program = builder.build()
    levels = []
    isMinimum = draw.chance(0.5)
    isFeasible = draw.chance(0.8)
    isBounded = draw.chance(0.85)
    var blocks: [[Variable]] = []
    for block in 0..<draw.integer(1...9) {
      let columns = (0..<draw.integer(1...5)).map { addColumn("x[\(block),\($0)]") }
      for row in 0..<draw.integer(1...4) { addRow("local[\(block),\(row)]", columns, .local) }
      blocks.append(columns)
    }
    let own = (0..<draw.integer(0...3)).map { addColumn("own[\($0)]") }
    for row in 0..<draw.integer(0...6) {
      let entered = draw.chance(0.15) ? [] : blocks.filter { _ in draw.chance(0.8) }
      addRow("shared[\(row)]", entered.flatMap { $0 } + own, .coupling)
    }
    program = builder.build()
    for number in 0..<draw.pick([1, 1, 2, 3]) {
      levels.append(
        ObjectiveLevel(
          objective: Objective(
            name: "goal \(number + 1)", sense: isMinimum ? .minimize : .maximize,
            coefficients: number == 0 ? costs : costs.map { draw.chance(0.5) ? $0 : 0 },
            constant: Double(draw.integer(-3...3))),
          relativeTolerance: draw.pick([0, 0, 0.1])))
    }
  }

  private mutating func addColumn(_ name: String) -> Variable {
    let centre = Double(draw.integer(-3...6))
    let width = Double(draw.integer(0...5))
    point.append(centre)
    // Towards an open end everything costs, where there is to be an optimum.
    var cost = Double(draw.integer(isBounded ? 0...6 : -2...6)) * (isMinimum ? 1 : -1)
    defer { costs.append(cost) }
    switch draw.integer(isOpen ? 0...9 : 5...9) {
    case 0:
      cost = isBounded ? 0 : cost / 4
      return builder.addColumn(named: name, lower: -.infinity, upper: .infinity)
    case 1:
      cost = -cost
      return builder.addColumn(named: name, lower: -.infinity, upper: centre + width)
    case 2...4: return builder.addColumn(named: name, lower: centre - width, upper: .infinity)
    case 5: return builder.addColumn(named: name, lower: centre, upper: centre)
    default:
      cost = draw.chance(0.5) ? cost : -cost
      return builder.addColumn(named: name, lower: centre - width, upper: centre + width)
    }
  }

  private mutating func addRow(_ name: String, _ columns: [Variable], _ role: RowRole) {
    var activity = 0.0
    let isEmpty = draw.chance(0.05)
    for column in columns where !isEmpty && draw.chance(0.7) {
      let value = Double(draw.integer(-3...4))
      builder.add(value, column)
      activity += value * point[Int(column.index)]
    }
    if !isFeasible, draw.chance(0.1) { activity += Double(draw.integer(-20...20)) }
    let below = Double(draw.integer(0...8))
    let above = Double(draw.integer(0...8))
    switch draw.integer(0...5) {
    case 0: builder.closeRow(named: name, lower: activity, upper: activity, role: role)
    case 1: builder.closeRow(named: name, lower: activity - below, role: role)
    case 2:
      builder.closeRow(
        named: name, lower: activity - below, upper: activity + above, role: role)
    default: builder.closeRow(named: name, upper: activity + above, role: role)
    }
  }
}
