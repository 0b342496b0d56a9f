// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

@Suite struct `The spread of coefficients` {
  private func program(_ rows: [[Double]]) -> LinearProgram {
    var builder = LinearProgramBuilder(name: "spread")
    let columns = ["x", "y"].map { builder.addColumn(named: $0) }
    for (number, row) in rows.enumerated() {
      for (column, value) in zip(columns, row) { builder.add(value, column) }
      builder.closeRow(named: "row \(number)", upper: 1)
    }
    return builder.build()
  }

  @Test func `names the smallest and the greatest with row and column`() throws {
    let spread = try #require(
      CoefficientSpread(program([[0, 0], [3, -2e7], [0, 0], [0, 0.001], [-1, 0.001]])))
    #expect(spread.least.row == "row 3" && spread.least.column == "y")
    #expect(spread.least.size == 0.001)
    #expect(spread.greatest.row == "row 1" && spread.greatest.column == "y")
    #expect(spread.greatest.size == 2e7)
    #expect(abs(spread.ratio / 2e10 - 1) < 1e-12)
    #expect(spread.isTooWide)
  }

  @Test func `nine orders of magnitude are allowed, and bounds do not count`() throws {
    let spread = try #require(CoefficientSpread(program([[1e-4, 1e5]])))
    #expect(!spread.isTooWide)
    #expect(try #require(CoefficientSpread(program([[7, 0]]))).ratio == 1)
  }

  @Test func `a program without coefficients has none`() {
    #expect(CoefficientSpread(program([[0, 0]])) == nil)
    #expect(CoefficientSpread(LinearProgram(name: "empty")) == nil)
  }
}
