// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import SolverConformance
import Testing

@Suite struct `How far numbers may move` {
  /// Published ranges of Wyndor Glass (Hillier and Lieberman): cost of x in 0...7.5, of y from 2;
  /// hours of plant 1 from 2, of plant 2 in 6...18, of plant 3 in 12...24.
  @Test func `the published ranges of Wyndor Glass`() throws {
    let example = Textbook.all[0]
    let report = try GLPKSolver().sensitivity(of: example.program, for: example.objective)
    #expect(abs(report.result.objectiveValue - 36) < 1e-9)
    guard case .coefficient(let x) = report.columns[0],
      case .coefficient(let y) = report.columns[1],
      case .bound(let second) = report.rows[1], case .bound(let third) = report.rows[2]
    else {
      Issue.record("unexpected places in the basis")
      return
    }
    #expect(abs(x.lower) < 1e-9 && abs(x.upper - 7.5) < 1e-9)
    #expect(abs(y.lower - 2) < 1e-9 && y.upper == .infinity)
    #expect(abs(second.lower - 6) < 1e-9 && abs(second.upper - 18) < 1e-9)
    #expect(abs(third.lower - 12) < 1e-9 && abs(third.upper - 24) < 1e-9)
    // A price of 1 over six hours less or more.
    #expect(abs((third.objectiveAtLower ?? 0) - 30) < 1e-9)
    #expect(abs((third.objectiveAtUpper ?? 0) - 42) < 1e-9)
    #expect(third.lowerLimiter == "x[1]")
  }

  @Test func `only what is asked for is given`() throws {
    let example = Textbook.all[0]
    let report = try GLPKSolver().sensitivity(
      of: example.program, for: example.objective, rows: [Constraint(2)], columns: [])
    #expect(report.rows.count == 1 && report.columns.isEmpty)
  }

  @Test func `a program without an optimum has no ranges`() throws {
    let example = try #require(Textbook.all.first { $0.termination == .infeasible })
    let fault = #expect(throws: GLPKFault.self) {
      try GLPKSolver().sensitivity(of: example.program, for: example.objective)
    }
    #expect(fault?.code == .noOptimalBasis)
  }

  @Test func `exact arithmetic confirms the optima`() throws {
    for example in Textbook.all where !example.program.columnDomain.contains(.integer) {
      guard let optimum = example.optimum, example.program.nonzeroCount > 0 else { continue }
      let result = try GLPKSolver().solveExactly(example.program, for: example.objective)
      #expect(result.termination == .optimal, "\(example.name)")
      #expect(abs((result.objectiveValue ?? .nan) - optimum) < 1e-9, "\(example.name)")
    }
  }

  @Test func `GLPK's own measures come with an optimum`() throws {
    let example = Textbook.all[0]
    let report = try GLPKSolver().report(
      example.program, for: example.objective, options: SolverOptions())
    let measures = try #require(report.measures)
    #expect(measures.primalEqualities.relative < 1e-9)
    #expect(measures.primalBounds.relative < 1e-9)
    #expect(measures.dualEqualities.relative < 1e-9)
    #expect(measures.dualBounds.relative < 1e-9)
    #expect(report.optimality?.isProvenOptimal == true)
  }
}
