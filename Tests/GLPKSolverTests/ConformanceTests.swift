// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import SolverConformance
import Testing

@Suite struct `GLPK as a solver` {
  static let simplexMethods: [SolverMethod] = [
    .primalSimplex, .dualSimplex, .dualThenPrimalSimplex,
  ]

  @Test(arguments: [nil] + SolverMethod.allCases, [true, false])
  func `reaches the published optima by every method`(
    method: SolverMethod?, presolve: Bool
  ) throws {
    var options = SolverOptions()
    options.method = method
    options.presolve = presolve
    for example in Textbook.all {
      let isInteger = example.program.columnDomain.contains(.integer)
      if isInteger, let method, method != .branchAndCut { continue }
      // GLPK's interior point method may not tell why a program has no optimum.
      if method == .interiorPoint, example.optimum == nil { continue }
      let failures = try Conformance.failures(of: GLPKSolver(), on: example, options: options)
      #expect(failures.isEmpty)
    }
  }

  @Test(arguments: [
    Scaling.none, .automatic, .geometricMean, .equilibration, .powersOfTwo,
  ])
  func `reaches the same optima under every scaling`(scaling: Scaling) throws {
    var options = SolverOptions()
    options.scaling = scaling
    options.presolve = false
    for example in Textbook.all {
      let failures = try Conformance.failures(of: GLPKSolver(), on: example, options: options)
      #expect(failures.isEmpty)
    }
  }

  @Test(arguments: simplexMethods, [true, false])
  func `agrees with brute force on random programs`(
    method: SolverMethod, presolve: Bool
  ) throws {
    var options = SolverOptions()
    options.method = method
    options.presolve = presolve
    for seed in UInt64(1)...150 {
      let failures = try RandomPrograms.failures(of: GLPKSolver(), seed: seed, options: options)
      #expect(failures.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: [true, false])
  func `agrees with brute force on random programs of whole numbers`(presolve: Bool) throws {
    var options = SolverOptions()
    options.presolve = presolve
    for seed in UInt64(1001)...1150 {
      let failures = try RandomPrograms.failures(
        of: GLPKSolver(), seed: seed, integer: true, options: options)
      #expect(failures.isEmpty, "seed \(seed)")
    }
  }

  @Test func `refuses programs that no solver should see`() throws {
    for (program, objective, reason) in Conformance.refused {
      let error = #expect(throws: InvalidProgram.self) {
        try GLPKSolver().solve(program, for: objective, options: SolverOptions())
      }
      #expect(error?.reason == reason)
    }
  }

  @Test func `names itself with the version of the library`() {
    #expect(GLPKSolver().identity.hasPrefix("GLPK "))
    #expect(GLPKSolver.version.contains("."))
  }
}
