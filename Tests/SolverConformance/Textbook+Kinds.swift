// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension Textbook {
  /// Programs with a combinatorial meaning, so that the optimum is known by counting.
  static let combinatorial: [TextbookProgram] = [
    assignment,
    TextbookProgram(
      "knapsack", "three items of weight 10, 20, 30 and value 60, 100, 120 in 50", .maximize,
      [
        .integer("x[1]", 60, upTo: 1), .integer("x[2]", 100, upTo: 1),
        .integer("x[3]", 120, upTo: 1),
      ],
      [.atMost(50, [10, 20, 30])], optimum: 220),
    TextbookProgram(
      "Telfa", "Winston, Operations Research: relaxation 41.25, whole numbers 40", .maximize,
      [.integer("tables", 8), .integer("chairs", 5)],
      [.atMost(6, [1, 1]), .atMost(45, [9, 5])], optimum: 40),
    TextbookProgram(
      "greatest flow", "least cut 5 by hand: arcs sa 3, sb 2, ab 1, at 2, bt 3", .maximize,
      [
        .init(name: "sa", upper: 3, cost: 1), .init(name: "sb", upper: 2, cost: 1),
        .init(name: "ab", upper: 1), .init(name: "at", upper: 2), .init(name: "bt", upper: 3),
      ],
      [.equal(0, [1, 0, -1, -1, 0]), .equal(0, [0, 1, 1, 0, -1])], optimum: 5),
    TextbookProgram(
      "whole numbers within fractional bounds", "3 in 0.5...3.5", .maximize,
      [.init(name: "x", lower: 0.5, upper: 3.5, cost: 1, domain: .integer)], [], optimum: 3),
  ]

  /// Four workers, four tasks; the best assignment costs 2 + 6 + 1 + 4.
  static var assignment: TextbookProgram {
    let costs: [Double] = [9, 2, 7, 8, 6, 4, 3, 7, 5, 8, 1, 8, 7, 6, 9, 4]
    let rows = (0..<8).map { line -> TextbookProgram.Row in
      .equal(1, (0..<16).map { (line < 4 ? $0 / 4 == line : $0 % 4 == line - 4) ? 1 : 0 })
    }
    return TextbookProgram(
      "assignment", "four by four, degenerate at every vertex", .minimize, columns(costs), rows,
      optimum: 13)
  }

  /// Programs that are odd in form.
  static let awkward: [TextbookProgram] = [
    TextbookProgram("nothing at all", "by hand", .minimize, [], [], constant: 4, optimum: 4),
    TextbookProgram(
      "no rows", "by hand", .maximize, [.init(name: "x", upper: 7, cost: 2)], [], optimum: 14),
    TextbookProgram("no columns", "by hand", .minimize, [], [.atMost(1, [])], optimum: 0),
    TextbookProgram(
      "an empty row", "by hand", .maximize, columns([1]),
      [.atMost(3, [0]), .atMost(5, [1]), .between(-1, 1, [0])], optimum: 5),
    TextbookProgram(
      "an empty column", "by hand", .minimize,
      [.init(name: "x", cost: 1), .init(name: "unused", lower: 2, upper: 4, cost: 1)],
      [.atLeast(3, [1, 0])], optimum: 5),
    TextbookProgram(
      "fixed columns", "by hand", .maximize,
      [.init(name: "x", lower: 2, upper: 2, cost: 1), .init(name: "y", cost: 3)],
      [.atMost(6, [1, 2])], optimum: 8),
    TextbookProgram(
      "ranged rows", "by hand", .minimize, columns([1, 2]),
      [.between(2, 6, [1, 1]), .between(-1, 1, [1, -1])], optimum: 2.5),
    TextbookProgram(
      "free columns", "by hand: |3 - 5| as two rows", .minimize,
      [.free("x", 0), .free("distance", 1)],
      [.equal(3, [1, 0]), .atLeast(-5, [-1, 1]), .atLeast(5, [1, 1])], optimum: 2),
    TextbookProgram(
      "greatest with a constant", "by hand", .maximize, columns([2]), [.atMost(3, [1])],
      constant: -10, optimum: -4),
    TextbookProgram(
      "negative bounds", "by hand", .minimize,
      [
        .init(name: "x", lower: -5, upper: -2, cost: 1),
        .init(name: "y", lower: -.infinity, upper: -1, cost: -1),
      ],
      [.atLeast(-6, [1, 1])], optimum: -4),
    TextbookProgram(
      "every point is best", "by hand", .minimize, columns([0, 0]), [.equal(2, [1, 1])],
      optimum: 0),
    TextbookProgram(
      "the same row thrice", "by hand, redundant and degenerate", .maximize, columns([1, 1]),
      [.atMost(2, [1, 1]), .atMost(2, [1, 1]), .equal(2, [1, 1]), .atMost(2, [1, 0])],
      optimum: 2),
  ]

  /// Programs without an optimum.
  static let hopeless: [TextbookProgram] = [
    TextbookProgram(
      "contradiction", "by hand", .minimize, columns([1, 1]),
      [.atLeast(5, [1, 1]), .atMost(4, [1, 1])], optimum: nil, .infeasible),
    TextbookProgram(
      "contradiction through three rows", "by hand", .maximize, columns([1, 0, 2]),
      [
        .atLeast(4, [1, 1, 0]), .atLeast(4, [0, 1, 1]), .atMost(1, [1, 1, 1]),
        .atMost(10, [1, 0, 0]),
      ], optimum: nil, .infeasible),
    TextbookProgram(
      "an empty row that asks for one", "by hand", .minimize, columns([1]),
      [.atLeast(1, [0])], optimum: nil, .infeasible),
    TextbookProgram(
      "bounds against a row", "by hand", .minimize,
      [.init(name: "x", upper: 1, cost: 1), .init(name: "y", upper: 1, cost: 1)],
      [.atLeast(3, [1, 1])], optimum: nil, .infeasible),
    TextbookProgram(
      "no end", "by hand", .maximize, columns([1, 1]), [.atMost(1, [1, -1])], optimum: nil,
      .unbounded),
    TextbookProgram(
      "no end downwards", "by hand", .minimize, [.free("x", 1), .init(name: "y", cost: 1)],
      [.atMost(4, [1, 1])], optimum: nil, .unbounded),
    TextbookProgram(
      "no end without rows", "by hand", .maximize, columns([1]), [], optimum: nil, .unbounded),
  ]
}
