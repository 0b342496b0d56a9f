// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Testing

@Suite struct `Judging an answer` {
  /// max 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: optimum 36 at (2, 6), prices 0, 3/2, 1.
  static func wyndor() -> (LinearProgram, Objective) {
    var builder = LinearProgramBuilder(name: "wyndor")
    let x = builder.addColumn(named: "x")
    let y = builder.addColumn(named: "y")
    builder.add(1, x)
    builder.closeRow(named: "plant[1]", upper: 4)
    builder.add(2, y)
    builder.closeRow(named: "plant[2]", upper: 12)
    builder.add(3, x)
    builder.add(2, y)
    builder.closeRow(named: "plant[3]", upper: 18)
    let objective = Objective(
      name: "profit", sense: .maximize, coefficients: [3, 5], constant: 100)
    return (builder.build(), objective)
  }

  func judged(_ primal: [Double], _ duals: [Double]) -> OptimalityReport {
    let (program, objective) = Self.wyndor()
    return OptimalityReport(
      program, objective,
      SolverResult(termination: .optimal, primal: primal, rowDuals: duals))
  }

  @Test func `the optimum with its prices is proven`() {
    let report = judged([2, 6], [0, 1.5, 1])
    #expect(report.isProvenOptimal)
    #expect(report.primalObjective == 136)
    #expect(report.dualObjective == 136)
    #expect(report.gap == 0)
  }

  @Test func `a point outside a row is named with its row`() {
    let report = judged([2, 6.5], [0, 1.5, 1])
    #expect(!report.isFeasible)
    #expect(report.primalInfeasibility.name == "plant[2]")
    #expect(report.primalInfeasibility.absolute == 1)
  }

  @Test func `a negative column is named`() {
    let report = judged([-1, 6], [0, 1.5, 1])
    #expect(report.primalInfeasibility.name == "x")
  }

  @Test func `a feasible point that is not best has a gap`() {
    let report = judged([0, 6], [0, 1.5, 1])
    #expect(report.isFeasible)
    #expect(!report.isProvenOptimal)
    #expect((report.gap ?? 0) > 0.1)
    #expect(report.complementarity.name == "plant[3]")
    #expect(report.complementarity.absolute == 6)
  }

  @Test func `a price of the wrong sign is named`() {
    let report = judged([2, 6], [-1, 1.5, 1])
    #expect(!report.isProvenOptimal)
    #expect(report.dualInfeasibility.name == "plant[1]")
  }

  @Test func `prices that do not cover the cost are refused`() {
    let report = judged([2, 6], [0, 0, 0])
    #expect(!report.isProvenOptimal)
    #expect(report.dualInfeasibility.name == "y")
  }

  @Test func `values that are missing or not numbers are refused`() {
    #expect(!judged([2], [0, 1.5, 1]).isFeasible)
    #expect(!judged([.nan, 6], [0, 1.5, 1]).isFeasible)
    #expect(!judged([2, 6], [.nan, 1.5, 1]).isProvenOptimal)
    #expect(!judged([2, 6], [0]).isProvenOptimal)
    #expect(judged([2, 6], []).isFeasible)
    #expect(!judged([2, 6], []).isProvenOptimal)
  }

  @Test func `an integer column must be whole`() {
    var builder = LinearProgramBuilder(name: "whole")
    _ = builder.addColumn(named: "n", upper: 3, domain: .integer)
    let program = builder.build()
    let objective = Objective(name: "n", sense: .maximize, coefficients: [1])
    let report = OptimalityReport(
      program, objective, SolverResult(termination: .optimal, primal: [2.5]))
    #expect(!report.isFeasible)
    #expect(report.integrality.name == "n")
  }

  @Test func `Farkas multipliers are believed only if they prove`() {
    var builder = LinearProgramBuilder(name: "contradiction")
    let x = builder.addColumn(named: "x")
    builder.add(1, x)
    builder.closeRow(named: "atLeast", lower: 5)
    builder.add(1, x)
    builder.closeRow(named: "atMost", upper: 4)
    let program = builder.build()
    #expect((program.farkasStrength(of: [1, -1]) ?? 0) > 0.1)
    #expect(program.farkasStrength(of: [-1, 1]) == nil)
    #expect((program.farkasStrength(of: [1, -2]) ?? 0) < 0)
    #expect(program.farkasStrength(of: [1, 0]) == nil)
    #expect(program.farkasStrength(of: [.nan, 0]) == nil)
    #expect(program.tidiedFarkas([1, -1]) == [1, -1])
    #expect(program.tidiedFarkas([-1e-12, -1]) == [0, -1])
  }

  @Test func `a direction must keep every row and improve`() {
    var builder = LinearProgramBuilder(name: "open")
    let x = builder.addColumn(named: "x")
    let y = builder.addColumn(named: "y")
    builder.add(1, x)
    builder.add(-1, y)
    builder.closeRow(named: "difference", upper: 1)
    let program = builder.build()
    let objective = Objective(name: "sum", sense: .maximize, coefficients: [1, 1])
    #expect(program.isUnboundedDirection([1, 1], for: objective))
    #expect(!program.isUnboundedDirection([1, 0], for: objective))
    #expect(!program.isUnboundedDirection([-1, 0], for: objective))
    #expect(!program.isUnboundedDirection([0, 0], for: objective))
    let cost = Objective(name: "cost", sense: .minimize, coefficients: [1, 1])
    #expect(!program.isUnboundedDirection([1, 1], for: cost))
  }
}
