// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Programs from textbooks, with their published optima.
public enum Textbook {
  /// All programs, those without an optimum included.
  public static var all: [TextbookProgram] { optimal + combinatorial + awkward + hopeless }

  /// Programs whose optimum is printed in a book or manual.
  static let optimal: [TextbookProgram] = [
    TextbookProgram(
      "Wyndor Glass", "Hillier and Lieberman, Introduction to Operations Research", .maximize,
      columns([3, 5]), [.atMost(4, [1, 0]), .atMost(12, [0, 2]), .atMost(18, [3, 2])],
      optimum: 36),
    TextbookProgram(
      "radiation therapy", "Hillier and Lieberman", .minimize, columns([0.4, 0.5]),
      [.atMost(2.7, [0.3, 0.1]), .equal(6, [0.5, 0.5]), .atLeast(6, [0.6, 0.4])],
      optimum: 5.25),
    TextbookProgram(
      "three resources", "GLPK reference manual, sample program", .maximize,
      columns([10, 6, 4]),
      [.atMost(100, [1, 1, 1]), .atMost(600, [10, 4, 5]), .atMost(300, [2, 2, 6])],
      optimum: 2200.0 / 3),
    TextbookProgram(
      "first example of simplex", "Chvátal, Linear Programming, chapter 2", .maximize,
      columns([5, 4, 3]),
      [.atMost(5, [2, 3, 1]), .atMost(11, [4, 1, 2]), .atMost(8, [3, 4, 2])], optimum: 13),
    TextbookProgram(
      "Giapetto", "Winston, Operations Research", .maximize, columns([3, 2]),
      [.atMost(100, [2, 1]), .atMost(80, [1, 1]), .atMost(40, [1, 0])], optimum: 180),
    TextbookProgram(
      "Dorian Auto", "Winston, Operations Research", .minimize, columns([50, 100]),
      [.atLeast(28, [7, 2]), .atLeast(24, [2, 12])], optimum: 320),
    TextbookProgram(
      "Dakota Furniture", "Winston, Operations Research", .maximize, columns([60, 30, 20]),
      [.atMost(48, [8, 6, 1]), .atMost(20, [4, 2, 1.5]), .atMost(8, [2, 1.5, 0.5])],
      optimum: 280),
    TextbookProgram(
      "Bevco", "Winston, Operations Research", .minimize, columns([2, 3]),
      [.atMost(4, [0.5, 0.25]), .atLeast(20, [1, 3]), .equal(10, [1, 1])], optimum: 25),
    TextbookProgram(
      "Beale's cycling example", "Beale 1955", .minimize, columns([-0.75, 20, -0.5, 6]),
      [
        .atMost(0, [0.25, -8, -1, 9]), .atMost(0, [0.5, -12, -0.5, 3]),
        .atMost(1, [0, 0, 1, 0]),
      ], optimum: -1.25),
    TextbookProgram(
      "Chvátal's cycling example", "Chvátal, Linear Programming, chapter 3", .maximize,
      columns([10, -57, -9, -24]),
      [
        .atMost(0, [0.5, -5.5, -2.5, 9]), .atMost(0, [0.5, -1.5, -0.5, 1]),
        .atMost(1, [1, 0, 0, 0]),
      ], optimum: 1),
    transportation, kleeMinty(3), kleeMinty(6), matrixGame,
  ]

  /// Two plants, three markets; freight 90 dollars per case and thousand miles.
  static var transportation: TextbookProgram {
    let miles = [2.5, 1.7, 1.8, 2.5, 1.8, 1.4]
    return TextbookProgram(
      "Dantzig's transportation problem", "Dantzig 1963, section 3.3; GAMS trnsport",
      .minimize, columns(miles.map { 0.09 * $0 }),
      [
        .atMost(350, [1, 1, 1, 0, 0, 0]), .atMost(600, [0, 0, 0, 1, 1, 1]),
        .atLeast(325, [1, 0, 0, 1, 0, 0]), .atLeast(300, [0, 1, 0, 0, 1, 0]),
        .atLeast(275, [0, 0, 1, 0, 0, 1]),
      ], optimum: 153.675)
  }

  /// The cube that Dantzig's rule visits whole: optimum 5ⁿ.
  static func kleeMinty(_ size: Int) -> TextbookProgram {
    func power(_ base: Double, _ exponent: Int) -> Double {
      (0..<exponent).reduce(1) { result, _ in result * base }
    }
    let rows = (0..<size).map { row -> TextbookProgram.Row in
      .atMost(
        power(5, row + 1),
        (0..<size).map { $0 < row ? power(2, row - $0 + 1) : $0 == row ? 1 : 0 })
    }
    return TextbookProgram(
      "Klee and Minty, \(size)", "Klee and Minty 1972, as in Chvátal", .maximize,
      columns((0..<size).map { power(2, size - 1 - $0) }), rows, optimum: power(5, size))
  }

  /// Value of the game (3, -1; -2, 4): the value is a free column.
  static var matrixGame: TextbookProgram {
    TextbookProgram(
      "matrix game", "value (ad - bc)/(a + d - b - c) of a 2 by 2 game without saddle",
      .maximize, [.free("value", 1), .init(name: "p[1]"), .init(name: "p[2]")],
      [.atMost(0, [1, -3, 2]), .atMost(0, [1, 1, -4]), .equal(1, [0, 1, 1])], optimum: 1)
  }
}
