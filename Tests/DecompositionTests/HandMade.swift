// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// A small program in blocks with an optimum worked out by hand.
struct HandMade {
  /// What it is about.
  var name: String
  var program: LinearProgram
  var level: ObjectiveLevel
  /// The optimum; `nil` where there is none.
  var optimum: Double?
  /// How it ends.
  var ending = TerminationStatus.optimal

  /// A column with bounds and cost.
  struct Column {
    var lower = 0.0
    var upper = Double.infinity
    var cost = 0.0
  }

  /// A row over columns by position.
  struct Row {
    var role = RowRole.local
    var terms: [Int: Double] = [:]
    var lower = -Double.infinity
    var upper = Double.infinity
  }

  init(
    _ name: String, _ sense: Sense, _ columns: [Column], _ rows: [Row], optimum: Double?,
    ending: TerminationStatus = .optimal
  ) {
    self.name = name
    self.optimum = optimum
    self.ending = ending
    var builder = LinearProgramBuilder(name: name)
    for (position, column) in columns.enumerated() {
      _ = builder.addColumn(named: "x\(position)", lower: column.lower, upper: column.upper)
    }
    for (position, row) in rows.enumerated() {
      for (column, value) in row.terms.sorted(by: { $0.key < $1.key }) {
        builder.add(value, Variable(column))
      }
      builder.closeRow(named: "r\(position)", lower: row.lower, upper: row.upper, role: row.role)
    }
    program = builder.build()
    level = ObjectiveLevel(
      objective: Objective(name: "cost", sense: sense, coefficients: columns.map(\.cost)))
  }

  /// Two blocks, columns 0 and 1, each at most 4 by a row of its own.
  static let twoRows = [Row(terms: [0: 1], upper: 4), Row(terms: [1: 1], upper: 4)]

  static let all: [HandMade] = open + closed + empty + hopeless

  /// Blocks with directions without end.
  private static let open = [
    // x − y = 1 goes on for ever along (1, 1), at 2 each; z costs 3: x from 1 to 3.
    HandMade(
      "a block whose cheapest use of a coupling row is a direction", .minimize,
      [Column(cost: 1), Column(cost: 1), Column(upper: 4, cost: 3)],
      [
        Row(terms: [0: 1, 1: -1], lower: 1, upper: 1), Row(terms: [2: 1], upper: 4),
        Row(role: .coupling, terms: [0: 1, 2: 1], lower: 3),
      ], optimum: 5),
    // Free columns that only an equality holds: x + z = 2, and z ≥ −4.
    HandMade(
      "free columns tied by an equality", .maximize,
      [Column(lower: -.infinity, cost: 2), Column(lower: -4, upper: 9, cost: 1)],
      [
        Row(terms: [0: 1], lower: -50, upper: 50), Row(terms: [1: 1], upper: 8),
        Row(role: .coupling, terms: [0: 1, 1: 1], lower: 2, upper: 2),
      ], optimum: 8),
    // Both directions of the free pair end at the coupling row only.
    HandMade(
      "a direction that only the coupling row ends", .maximize,
      [Column(cost: 1), Column(cost: 1), Column(upper: 2, cost: 1)],
      [
        Row(terms: [0: 1, 1: -1], lower: 0, upper: 0), Row(terms: [2: 1], upper: 2),
        Row(role: .coupling, terms: [0: 1, 2: 1], upper: 10),
      ], optimum: 20),
    // −x from above: the block is open downwards.
    HandMade(
      "a column open downwards", .minimize,
      [Column(lower: -.infinity, upper: 3, cost: 1), Column(upper: 5, cost: -1)],
      [
        Row(terms: [0: 1], upper: 2), Row(terms: [1: 1], upper: 4),
        Row(role: .coupling, terms: [0: 1, 1: 1], lower: -6),
      ], optimum: -14),
  ]

  /// Blocks and rows as they should be.
  private static let closed = [
    HandMade(
      "blocks that no coupling row enters", .maximize, [Column(cost: 1), Column(cost: 2)], twoRows,
      optimum: 12),
    HandMade(
      "an equality between blocks", .maximize, [Column(cost: 3), Column(cost: -1)],
      twoRows + [Row(role: .coupling, terms: [0: 1, 1: -2], lower: 0, upper: 0)], optimum: 10),
    HandMade(
      "fixed columns", .maximize,
      [Column(lower: 2, upper: 2, cost: 5), Column(cost: 1), Column(lower: 1, upper: 1, cost: 1)],
      twoRows + [Row(role: .coupling, terms: [0: 1, 1: 1, 2: 1], upper: 5)], optimum: 13),
    HandMade(
      "a coupling row that has only columns of the master", .maximize,
      [Column(cost: 1), Column(cost: 1), Column(cost: 1)],
      twoRows + [
        Row(role: .coupling, terms: [0: 1, 1: 1, 2: -1], upper: 0),
        Row(role: .coupling, terms: [2: 1], upper: 3),
      ], optimum: 6),
    HandMade(
      "one block", .maximize, [Column(cost: 1), Column(cost: 1)],
      [Row(terms: [0: 1, 1: 1], upper: 4), Row(role: .coupling, terms: [0: 2, 1: 1], upper: 6)],
      optimum: 4),
    HandMade(
      "an objective without any cost", .minimize, [Column(), Column()],
      twoRows + [Row(role: .coupling, terms: [0: 1, 1: 1], lower: 5)], optimum: 0),
    HandMade(
      "coupling rows without blocks", .maximize, [Column(cost: 1), Column(cost: 2)],
      [
        Row(role: .coupling, terms: [0: 1, 1: 1], upper: 4),
        Row(role: .coupling, terms: [1: 1], upper: 3),
      ], optimum: 7),
  ]

  /// Rows and columns with nothing in them.
  private static let empty = [
    HandMade(
      "empty rows that hold, local and coupling", .maximize, [Column(cost: 1), Column(cost: 1)],
      twoRows + [
        Row(upper: 1), Row(lower: -1, upper: 2), Row(role: .coupling, lower: 0, upper: 0),
        Row(role: .coupling, terms: [0: 1, 1: 1], upper: 5),
      ], optimum: 5),
    HandMade(
      "columns in no row", .maximize,
      [Column(cost: 1), Column(cost: 1), Column(upper: 7, cost: 1), Column(lower: -2, cost: -1)],
      twoRows + [Row(role: .coupling, terms: [0: 1, 1: 1], upper: 5)], optimum: 14),
    HandMade("a program without rows", .maximize, [Column(upper: 2, cost: 1)], [], optimum: 2),
  ]

  /// Programs without an optimum.
  private static let hopeless = [
    HandMade(
      "an empty local row that cannot hold", .maximize, [Column(cost: 1), Column(cost: 1)],
      twoRows + [Row(lower: 1)], optimum: nil, ending: .infeasible),
    HandMade(
      "an empty coupling row that cannot hold", .maximize, [Column(cost: 1), Column(cost: 1)],
      twoRows + [Row(role: .coupling, lower: 1, upper: 2)], optimum: nil, ending: .infeasible),
    HandMade(
      "more asked of the blocks than they have", .minimize, [Column(cost: 1), Column(cost: 1)],
      twoRows + [Row(role: .coupling, terms: [0: 1, 1: 1], lower: 8.5)], optimum: nil,
      ending: .infeasible),
    HandMade(
      "a direction that no row ends", .maximize,
      [Column(cost: 1), Column(cost: -0.5), Column(upper: 2, cost: 1)],
      [
        Row(terms: [0: 1, 1: -1], upper: 3), Row(terms: [2: 1], upper: 2),
        Row(role: .coupling, terms: [2: 1], upper: 1),
      ], optimum: nil, ending: .unbounded),
    HandMade(
      "a column in no row without a bound", .maximize,
      [Column(cost: 1), Column(cost: 1), Column(cost: 1)],
      twoRows + [Row(role: .coupling, terms: [0: 1, 1: 1], upper: 5)], optimum: nil,
      ending: .unbounded),
  ]
}
