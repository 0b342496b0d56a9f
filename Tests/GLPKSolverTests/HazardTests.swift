// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import CLibGLPK
import Foundation
import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

@Suite struct `What GLPK does to a process, and does not do through us` {
  /// A row that has a column twice: GLPK takes it for misuse and aborts.
  static func repeatedColumn() -> (LinearProgram, Objective) {
    var builder = LinearProgramBuilder(name: "repeated column")
    let x = builder.addColumn(named: "x")
    var program = builder.build()
    program.appendRow(named: "row", columns: [x, x], coefficients: [1, 2], upper: 3)
    return (program, Objective(name: "x", sense: .maximize, coefficients: [1]))
  }

  static func solves(_ example: TextbookProgram = Textbook.all[0]) throws -> Bool {
    try Conformance.failures(of: GLPKSolver(), on: example, options: SolverOptions()).isEmpty
  }

  @Test func `without a guard misuse ends the process`() async {
    await #expect(processExitsWith: .signal(SIGABRT)) {
      let problem = glp_create_prob()
      _ = glp_add_cols(problem, -1)
    }
  }

  @Test func `misuse is an error with the words of GLPK, and the next program is solved`() throws {
    let (program, objective) = Self.repeatedColumn()
    let fault = #expect(throws: GLPKFault.self) {
      try GLPKSolver().solve(program, for: objective, options: SolverOptions())
    }
    #expect(fault?.code == .abortedInside)
    #expect(fault?.message.contains("duplicate") == true)
    #expect(try Self.solves())
  }

  @Test func `an internal error is caught, and the same thread goes on`() throws {
    let answer = try OwnThread.run {
      // An infinite coefficient, which our validation refuses, upsets GLPK's scaling.
      var view = cglpk_program()
      let zeros = [0.0]
      let ones = [1.0]
      let starts: [Int64] = [0, 1]
      let columns: [Int32] = [0]
      let values = [Double.infinity]
      var options = cglpk_options(SolverOptions(), method: .primalSimplex, remaining: nil)
      var answer = cglpk_answer()
      var fault = cglpk_fault()
      view.rows = 1
      view.columns = 1
      let before = cglpk_generation()
      func solve(_ values: [Double]) -> cglpk_outcome {
        zeros.withUnsafeBufferPointer { lower in
          ones.withUnsafeBufferPointer { upper in
            starts.withUnsafeBufferPointer { starts in
              columns.withUnsafeBufferPointer { columns in
                values.withUnsafeBufferPointer { values in
                  view.row_lower = lower.baseAddress
                  view.row_upper = upper.baseAddress
                  view.column_lower = lower.baseAddress
                  view.column_upper = upper.baseAddress
                  view.row_start = starts.baseAddress
                  view.column_index = columns.baseAddress
                  view.coefficient = values.baseAddress
                  view.cost = upper.baseAddress
                  return cglpk_solve(&view, nil, nil, &options, nil, &answer, &fault)
                }
              }
            }
          }
        }
      }
      let bad = solve(values)
      let words = GLPKFault.words(fault)
      let generation = cglpk_generation()
      // The same thread goes on with a sound program.
      let good = solve([2])
      return (bad, words, generation > before, good, answer.status)
    }
    #expect(answer.0 == CGLPK_FAULT)
    #expect(answer.1.contains("Error detected in file"))
    #expect(answer.2)
    #expect(answer.3 == CGLPK_OK)
    #expect(answer.4 == Int32(CGLPK_STATUS_OPTIMAL.rawValue))
  }

  @Test func `hundreds of faults leave the process sound`() throws {
    let (program, objective) = Self.repeatedColumn()
    for _ in 0..<100 {
      #expect(throws: GLPKFault.self) {
        try GLPKSolver().solve(program, for: objective, options: SolverOptions())
      }
    }
    for example in Textbook.all { #expect(try Self.solves(example)) }
  }

  @Test func `nothing is printed, whatever is done`() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let solver = GLPKSolver()
      for method in SolverMethod.allCases {
        for presolve in [true, false] {
          var options = SolverOptions()
          options.method = method
          options.presolve = presolve
          for example in Textbook.all {
            _ = try solver.solve(example.program, for: example.objective, options: options)
          }
        }
      }
      let example = Textbook.all[0]
      _ = try solver.sensitivity(of: example.program, for: example.objective)
      _ = try solver.solveExactly(example.program, for: example.objective)
      let (bad, objective) = HazardPrograms.repeatedColumn()
      _ = try? solver.solve(bad, for: objective, options: SolverOptions())
      let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data("var x >= 1; minimize z: x; solve; printf \"hello\"; end;".utf8).write(to: url)
      _ = try GLPKFormats.readMathProg(model: url.path)
      _ = try? GLPKFormats.readLP(url.path)
      try FileManager.default.removeItem(at: url)
      let thread = GLPKThread()
      try thread.run { workspace in
        let id = try workspace.add(example.program, for: example.objective)
        _ = try workspace.problem(id).solve(.dualSimplex)
      }
    }
    #expect(result?.standardOutputContent.isEmpty == true)
    #expect(result?.standardErrorContent.isEmpty == true)
  }

  @Test func `memory beyond the limit is an outcome`() throws {
    let (program, objective) = HardPrograms.densePacking(rows: 60, columns: 800, seed: 1)
    var options = SolverOptions()
    options.memoryLimit = 1 << 20
    let result = try GLPKSolver().solve(program, for: objective, options: options)
    #expect(result.termination == .memoryLimit)
    #expect(result.primalStatus == .none)
    // The limit counts all that this process holds, other tests included.
    options.memoryLimit = 1 << 40
    let solved = try GLPKSolver().solve(program, for: objective, options: options)
    #expect(solved.termination == .optimal)
  }
}

/// Programs that provoke GLPK, reachable from exit tests.
enum HazardPrograms {
  static func repeatedColumn() -> (LinearProgram, Objective) {
    `What GLPK does to a process, and does not do through us`.repeatedColumn()
  }
}
