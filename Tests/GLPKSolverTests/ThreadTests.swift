// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

/// Carries what must not be carried.
struct Smuggled<Value>: @unchecked Sendable {
  var value: Value
}

@Suite struct `Problems that stay on their thread` {
  static let wyndor = Textbook.all[0]

  @Test func `keep their basis from run to run`() async throws {
    let thread = GLPKThread(name: "test")
    let id = try await thread.run { try $0.add(Self.wyndor.program, for: Self.wyndor.objective) }
    let first = try await thread.run { try $0.problem(id).solve(.primalSimplex) }
    #expect(first.objectiveValue.map { abs($0 - 36) < 1e-9 } == true)
    let again = try await thread.run { try $0.problem(id).solve(.primalSimplex) }
    #expect(again.iterations == 0)
    #expect(try await thread.run { $0.count } == 1)
    try await thread.run { $0.remove(id) }
    let fault = await #expect(throws: GLPKFault.self) {
      try await thread.run { _ = try $0.problem(id) }
    }
    #expect(fault?.code == .unknownProblem)
  }

  @Test func `take new costs, bounds, rows and columns from the basis they have`() throws {
    let thread = GLPKThread()
    let values = try thread.run { workspace -> [Double?] in
      let problem = try workspace.problem(
        workspace.add(Self.wyndor.program, for: Self.wyndor.objective))
      var values = [try problem.solve(.primalSimplex).objectiveValue]
      // x weighs more: the optimum moves to (4, 3).
      try problem.setObjective(
        Objective(name: "other", sense: .maximize, coefficients: [10, 5], constant: 1))
      values.append(try problem.solve(.primalSimplex).objectiveValue)
      // The second plant opens 2 hours only: y ≤ 1.
      try problem.setBounds([(row: Constraint(1), lower: -.infinity, upper: 2)])
      values.append(try problem.solve(.dualSimplex).objectiveValue)
      try problem.setBounds([(column: Variable(0), lower: 0, upper: 3)])
      values.append(try problem.solve(.dualSimplex).objectiveValue)
      // A new product z ≤ 2 of 7 in no plant, then a row x + z ≤ 4.
      try problem.add(columns: [
        SparseLine(lower: 0, upper: 2, cost: 7, places: [], coefficients: [])
      ])
      values.append(try problem.solve(.primalSimplex).objectiveValue)
      try problem.add([SparseLine(upper: 4, places: [0, 2], coefficients: [1, 1])])
      values.append(try problem.solve(.dualSimplex).objectiveValue)
      try problem.deleteRows([Constraint(3)])
      values.append(try problem.solve(.primalSimplex).objectiveValue)
      try problem.deleteColumns([Variable(2)])
      values.append(try problem.solve(.primalSimplex).objectiveValue)
      #expect(problem.rowCount == 3 && problem.columnCount == 2)
      return values
    }
    let expected: [Double] = [36, 56, 46, 36, 50, 43, 50, 36]
    #expect(values.count == expected.count)
    for (value, wanted) in zip(values, expected) {
      #expect(abs((value ?? .nan) - wanted) < 1e-9)
    }
  }

  @Test func `save and restore a basis`() throws {
    let thread = GLPKThread()
    try thread.run { workspace in
      let problem = try workspace.problem(
        workspace.add(Self.wyndor.program, for: Self.wyndor.objective))
      _ = try problem.solve(.primalSimplex)
      let best = try problem.basis()
      try problem.resetBasis()
      #expect(try problem.basis() != best)
      try problem.restore(best)
      #expect(try problem.solve(.primalSimplex).iterations == 0)
      #expect(throws: InvalidProgram.self) { try problem.restore(Basis(rows: [], columns: [])) }
    }
  }

  @Test func `refuse what GLPK would abort on`() throws {
    let thread = GLPKThread()
    try thread.run { workspace in
      let problem = try workspace.problem(
        workspace.add(Self.wyndor.program, for: Self.wyndor.objective))
      #expect(throws: InvalidProgram.self) {
        try problem.setBounds([(row: Constraint(9), lower: 0, upper: 1)])
      }
      #expect(throws: InvalidProgram.self) {
        try problem.setBounds([(column: Variable(0), lower: 2, upper: 1)])
      }
      #expect(throws: InvalidProgram.self) {
        try problem.setObjective(
          Objective(name: "bad", sense: .minimize, coefficients: [.nan, 1]))
      }
      #expect(throws: InvalidProgram.self) {
        try problem.add([SparseLine(places: [0, 0], coefficients: [1, 1])])
      }
      #expect(throws: InvalidProgram.self) { try problem.deleteRows([Constraint(3)]) }
      #expect(try problem.solve(.primalSimplex).termination == .optimal)
    }
  }

  @Test func `confirm infeasible from a cold basis`() throws {
    let thread = GLPKThread()
    let results = try thread.run { workspace -> [SolverResult] in
      let problem = try workspace.problem(
        workspace.add(Self.wyndor.program, for: Self.wyndor.objective))
      _ = try problem.solve(.primalSimplex)
      try problem.setBounds([(row: Constraint(2), lower: 100, upper: .infinity)])
      let infeasible = try problem.solve(.dualSimplex)
      try problem.setBounds([(row: Constraint(2), lower: -.infinity, upper: 18)])
      return [infeasible, try problem.solve(.dualSimplex)]
    }
    #expect(results.map(\.termination) == [.infeasible, .optimal])
  }

  @Test func `come with a proof or a direction where they are hopeless`() throws {
    for example in Textbook.all where example.optimum == nil {
      let thread = GLPKThread()
      let result = try thread.run { workspace in
        let problem = try workspace.problem(
          workspace.add(example.program, for: example.objective))
        return try problem.solve(.primalSimplex)
      }
      #expect(result.termination == example.termination, "\(example.name)")
      if example.termination == .infeasible, result.dualStatus == .certificate {
        let proof = example.program.tidiedFarkas(result.rowDuals)
        #expect((example.program.farkasStrength(of: proof) ?? 0) > 1e-9, "\(example.name)")
      }
      if example.termination == .unbounded {
        #expect(
          example.program.isUnboundedDirection(result.primal, for: example.objective),
          "\(example.name)")
      }
    }
  }

  @Test func `are lost with a fault, say so, and can be made again`() throws {
    let thread = GLPKThread()
    let id = try thread.run { try $0.add(Self.wyndor.program, for: Self.wyndor.objective) }
    let before = try thread.run { $0.generation }
    let fault = #expect(throws: GLPKFault.self) {
      try thread.run { try $0.problem(id).call { cglpk_delete_rows($0, 1, [77], $1) } }
    }
    #expect(fault?.code == .abortedInside)
    #expect(fault?.message.contains("out of range") == true)
    let stale = #expect(throws: GLPKFault.self) {
      try thread.run { _ = try $0.problem(id).solve(.primalSimplex) }
    }
    #expect(stale?.code == .staleProblem)
    #expect(try thread.run { $0.generation } > before)
    let result = try thread.run { workspace in
      workspace.remove(id)
      return try workspace.problem(
        workspace.add(Self.wyndor.program, for: Self.wyndor.objective)
      ).solve(.primalSimplex)
    }
    #expect(result.termination == .optimal)
  }

  @Test func `stay usable after a solve that was stopped`() throws {
    let (program, objective) = HardPrograms.densePacking(rows: 40, columns: 120, seed: 5)
    let thread = GLPKThread()
    let results = try thread.run { workspace -> [SolverResult] in
      let problem = try workspace.problem(workspace.add(program, for: objective))
      let other = try workspace.add(Self.wyndor.program, for: Self.wyndor.objective)
      var stop = SolverOptions()
      stop.shouldStop = { true }
      var results: [SolverResult] = []
      for _ in 0..<20 { results.append(try problem.solve(.primalSimplex, options: stop)) }
      results.append(try problem.solve(.primalSimplex))
      results.append(try workspace.problem(other).solve(.primalSimplex))
      return results
    }
    #expect(results.prefix(20).allSatisfy { $0.termination == .interrupted })
    #expect(results[20].termination == .optimal && results[21].termination == .optimal)
    #expect(OptimalityReport(program, objective, results[20]).isProvenOptimal)
  }

  @Test func `stop the process when used on another thread, in every build`() async {
    await #expect(processExitsWith: .failure) {
      let thread = GLPKThread()
      let stolen = try thread.run { workspace in
        let example = Textbook.all[0]
        let id = try workspace.add(example.program, for: example.objective)
        return Smuggled(value: try workspace.problem(id))
      }
      _ = try stolen.value.solve(.primalSimplex)
    }
    await #expect(processExitsWith: .failure) {
      let thread = GLPKThread()
      try thread.run { _ in try thread.run { _ in } }
    }
  }

  @Test func `work on several threads at once`() async throws {
    let (program, objective) = HardPrograms.densePacking(rows: 30, columns: 90, seed: 11)
    let values = try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 0..<6 {
        group.addTask {
          let thread = GLPKThread()
          let id = try await thread.run { try $0.add(program, for: objective) }
          var values: [Double] = []
          for _ in 0..<20 {
            let result = try await thread.run { workspace in
              let problem = try workspace.problem(id)
              try problem.resetBasis()
              return try problem.solve(.primalSimplex)
            }
            values.append(result.objectiveValue ?? .nan)
          }
          return values
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(values.count == 120)
    #expect(Set(values).count == 1)
  }
}
