// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import SolverConformance
import Testing

@Suite struct `Proofs of the hopeless` {
  static let simplex: [SolverMethod] = [.primalSimplex, .dualSimplex, .dualThenPrimalSimplex]

  @Test(arguments: simplex)
  func `an infeasible end of simplex comes with multipliers that prove it`(
    method: SolverMethod
  ) throws {
    var options = SolverOptions()
    options.method = method
    options.presolve = false
    var proven = 0
    var infeasible = 0
    for seed in UInt64(1)...300 {
      let (program, objective) = RandomPrograms.make(seed: seed)
      let result = try GLPKSolver().solve(program, for: objective, options: options)
      guard result.termination == .infeasible else { continue }
      infeasible += 1
      if result.dualStatus == .certificate { proven += 1 }
    }
    #expect(infeasible > 30)
    // Without being asked for, a proof is only given where the last basis holds one.
    #expect(proven * 10 >= infeasible * 9, "\(proven) of \(infeasible)")
  }

  @Test(arguments: [true, false])
  func `a proof that is asked for is always found and holds`(presolve: Bool) throws {
    var options = SolverOptions()
    options.presolve = presolve
    options.wantsCertificate = true
    var infeasible = 0
    for seed in UInt64(1)...300 {
      let (program, objective) = RandomPrograms.make(seed: seed)
      let result = try GLPKSolver().solve(program, for: objective, options: options)
      guard result.termination == .infeasible else { continue }
      infeasible += 1
      #expect(result.dualStatus == .certificate, "seed \(seed)")
      #expect((program.farkasStrength(of: result.rowDuals) ?? 0) > 1e-9, "seed \(seed)")
    }
    #expect(infeasible > 30)
  }

  @Test(arguments: [true, false])
  func `an unbounded program comes with a direction`(presolve: Bool) throws {
    var options = SolverOptions()
    options.presolve = presolve
    options.wantsCertificate = true
    for example in Textbook.all where example.termination == .unbounded {
      let result = try GLPKSolver().solve(
        example.program, for: example.objective, options: options)
      #expect(result.termination == .unbounded, "\(example.name)")
      #expect(result.primalStatus == .certificate, "\(example.name)")
      #expect(
        example.program.isUnboundedDirection(result.primal, for: example.objective),
        "\(example.name)")
    }
  }

  @Test func `infeasible from a warm start is confirmed cold`() throws {
    let example = try #require(Textbook.all.first { $0.name == "contradiction" })
    var options = SolverOptions()
    options.start = Basis(rows: [.atLower, .basic], columns: [.basic, .atLower])
    let report = try GLPKSolver().report(
      example.program, for: example.objective, options: options)
    #expect(report.result.termination == .infeasible)
    #expect(report.attempts.contains { $0.hasPrefix("Warm") })
  }

  @Test func `an optimum that our own check refuses is sought in another way`() throws {
    var builder = LinearProgramBuilder(name: "loose")
    let x = builder.addColumn(named: "x")
    builder.add(1, x)
    builder.closeRow(named: "small", lower: 0.04)
    let program = builder.build()
    let objective = Objective(name: "x", sense: .minimize, coefficients: [1])
    var options = SolverOptions()
    options.presolve = false
    // GLPK takes x = 0 for feasible within this tolerance.
    options.primalTolerance = 0.05
    let report = try GLPKSolver().report(program, for: objective, options: options)
    #expect(report.result.termination == .optimal)
    #expect(abs((report.result.objectiveValue ?? 0) - 0.04) < 1e-9)
    #expect(report.attempts.contains { $0.contains("primal infeasibility") })
  }

  @Test func `a basis that cannot be used is replaced and the optimum is found`() throws {
    let example = Textbook.all[0]
    var options = SolverOptions()
    options.start = Basis(
      rows: [.basic, .basic, .basic], columns: [.basic, .basic])
    let result = try GLPKSolver().solve(
      example.program, for: example.objective, options: options)
    #expect(result.termination == .optimal)
    options.start = Basis(rows: [.basic], columns: [])
    #expect(throws: InvalidProgram.self) {
      try GLPKSolver().solve(example.program, for: example.objective, options: options)
    }
  }

  @Test func `a final basis takes the next solve to the optimum at once`() throws {
    for example in Textbook.all where example.termination == .optimal {
      guard !example.program.columnDomain.contains(.integer) else { continue }
      var options = SolverOptions()
      let first = try GLPKSolver().solve(
        example.program, for: example.objective, options: options)
      options.start = first.basis
      let second = try GLPKSolver().solve(
        example.program, for: example.objective, options: options)
      #expect(second.iterations == 0, "\(example.name)")
      #expect(second.basis == first.basis, "\(example.name)")
    }
  }
}
