// SPDX-License-Identifier: GPL-3.0-or-later

import GLPKSolver
import LinearProgramming
import SolverConformance
import Testing

@Suite struct `Objectives in order` {
  /// x + y ≤ 4, x ≤ 3, y ≤ 3: first the most x + y, then the most x, then the least y.
  static func square() -> (LinearProgram, [ObjectiveLevel]) {
    var builder = LinearProgramBuilder(name: "square")
    let x = builder.addColumn(named: "x", upper: 3)
    let y = builder.addColumn(named: "y", upper: 3)
    builder.add(1, x)
    builder.add(1, y)
    builder.closeRow(named: "sum", upper: 4)
    func level(
      _ name: String, _ sense: Sense, _ costs: [Double], relative: Double = 0,
      absolute: Double = 0
    ) -> ObjectiveLevel {
      ObjectiveLevel(
        objective: Objective(name: name, sense: sense, coefficients: costs, constant: 1),
        relativeTolerance: relative, absoluteTolerance: absolute)
    }
    return (
      builder.build(),
      [
        level("most", .maximize, [1, 1]), level("wide", .maximize, [1, 0], absolute: 0.5),
        level("low", .minimize, [0, 1]),
      ]
    )
  }

  @Test func `each level keeps those before, within their tolerances`() throws {
    let (program, levels) = Self.square()
    let outcome = try GLPKSolver().solve(program, inOrder: levels, options: SolverOptions())
    #expect(outcome.isComplete)
    #expect(outcome.levels.map(\.name) == ["most", "wide", "low"])
    let values = outcome.levels.compactMap(\.value)
    // A goal row leaves room for rounding, in proportion to its value.
    let room = 10 * Tolerance.goalSlack
    #expect(zip(values, [5, 4, 2]).allSatisfy { abs($0 - $1) < room })
    // Half of x may be given up, but x + y = 4 holds y at 1 from below.
    #expect(abs((outcome.levels[0].finalValue ?? 0) - 5) < room)
    #expect((outcome.levels[1].finalValue ?? 0) >= 3.5 - room)
    #expect(outcome.program.rowNames[1] == "goal[1:most]")
    #expect(outcome.program.rowNames[2] == "goal[2:wide]")
    #expect(outcome.program.rowCount == outcome.rowCount + 2)
    #expect(outcome.levels[0].rowDuals.count == 1)
    #expect(outcome.levels[2].rowDuals.count == 3)
    #expect(abs(outcome.levels[0].rowDuals[0] - 1) < 1e-9)
    #expect(outcome.levels.allSatisfy { ($0.gap ?? 1) < 1e-6 })
    #expect(outcome.levels.allSatisfy { $0.optimality?.isProvenOptimal == true })
  }

  @Test func `a relative tolerance is given to the next level`() throws {
    var (program, levels) = Self.square()
    levels[0].relativeTolerance = 0.2
    levels = [levels[0], levels[2]]
    program.name = "looser"
    let outcome = try GLPKSolver().solve(program, inOrder: levels, options: SolverOptions())
    // The first level is worth 5 (constant included) and may fall to 4: x = 3, y = 0.
    #expect(abs((outcome.best?.primal[1] ?? 9) - 0) < 1e-6)
    #expect(abs((outcome.levels[0].heldAt ?? 0) - 4) < 1.01 * 5 * Tolerance.goalSlack)
  }

  @Test(arguments: [true, false])
  func `agrees with brute force on random programs`(presolve: Bool) throws {
    var options = SolverOptions()
    options.presolve = presolve
    var compared = 0
    for seed in UInt64(5001)...5150 {
      let (program, first) = RandomPrograms.make(seed: seed)
      let (_, other) = RandomPrograms.make(seed: seed + 100_000)
      var second = other
      second.coefficients = (0..<program.columnCount).map {
        $0 < other.coefficients.count ? other.coefficients[$0] : 1
      }
      let outcome = try GLPKSolver().solve(
        program, inOrder: [first, second].map { ObjectiveLevel(objective: $0) },
        options: options)
      guard let optimum = BruteForce.optimum(program, first) else {
        #expect(outcome.last.termination == .infeasible, "seed \(seed)")
        #expect(outcome.levels.count == 1 && !outcome.isComplete, "seed \(seed)")
        continue
      }
      var held = program
      let bound = optimum - first.constant
      let room = Tolerance.goalSlack * max(1, abs(optimum))
      held.appendRow(
        named: "held", columns: (0..<program.columnCount).map { Variable($0) },
        coefficients: first.coefficients,
        lower: first.sense == .maximize ? bound - room : -.infinity,
        upper: first.sense == .minimize ? bound + room : .infinity)
      let expected = try #require(BruteForce.optimum(held, second), "seed \(seed)")
      #expect(outcome.isComplete, "seed \(seed): \(outcome.last.detail)")
      #expect(abs((outcome.levels[0].value ?? .nan) - optimum) < 1e-6, "seed \(seed)")
      #expect(abs((outcome.levels.last?.value ?? .nan) - expected) < 1e-5, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 50)
  }

  @Test func `stops at the first level without an optimum and says so`() throws {
    var builder = LinearProgramBuilder(name: "open")
    _ = builder.addColumn(named: "x", upper: 1)
    _ = builder.addColumn(named: "y")
    let program = builder.build()
    func level(_ name: String, _ costs: [Double]) -> ObjectiveLevel {
      ObjectiveLevel(objective: Objective(name: name, sense: .maximize, coefficients: costs))
    }
    let outcome = try GLPKSolver().solve(
      program, inOrder: [level("x", [1, 0]), level("y", [0, 1]), level("z", [1, 1])],
      options: SolverOptions())
    #expect(!outcome.isComplete)
    #expect(outcome.levels.count == 2)
    #expect([.unbounded, .infeasibleOrUnbounded].contains(outcome.levels[1].termination))
    #expect(abs((outcome.best?.primal[0] ?? 0) - 1) < 1e-7)
  }

  @Test func `no objective asks for any feasible point`() throws {
    let (program, _) = Self.square()
    let outcome = try GLPKSolver().solve(program, inOrder: [], options: SolverOptions())
    #expect(outcome.isComplete)
    #expect(outcome.best?.primal.count == 2)
  }
}
