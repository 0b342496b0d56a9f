// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import LinearProgramming
import Testing

@Suite struct `A solver that fails` {
  private static func study(_ seed: UInt64) throws -> Formulation {
    try Support.formulation(seed: seed, beneficiaries: 8)
  }

  private func solve(
    _ formulation: Formulation, _ plan: FaultySolver.Plan, threads: String = "blocks",
    rehearses: Bool = false
  ) throws -> OrderedOutcome {
    let engine = Support.engine(
      rehearses: rehearses, warm: FaultySolver(plan, threads: threads),
      // A fault is to be seen as it is, not solved whole.
      mostColumnsWhole: 0)
    return try engine.optimise(
      formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
  }

  private func expectOptima(
    _ found: OrderedOutcome, _ formulation: Formulation, _ comment: Comment
  ) throws {
    let complaints = try Agreement.complaints(
      about: found, formulation.program, formulation.levels)
    #expect(found.levels.count == formulation.levels.count, comment)
    #expect(complaints.isEmpty, comment)
  }

  /// Solve 1 is the very first of a block, later ones are warm.
  @Test(arguments: FaultySolver.Fault.allCases, [1, 2, 3, 7, 12, 25])
  func `once at a block is asked again, and the optimum is the same`(
    fault: FaultySolver.Fault, solve number: Int
  ) throws {
    for (seed, rehearses) in [(UInt64(8501), false), (8502, true)] {
      let formulation = try Self.study(seed)
      let plan = FaultySolver.Plan(fault, of: { _ in true }, at: { $0 == number })
      let found = try solve(formulation, plan, rehearses: rehearses)
      #expect(plan.failures == 1)
      try expectOptima(found, formulation, "seed \(seed), \(fault) at \(number)")
    }
  }

  @Test(arguments: FaultySolver.Fault.allCases)
  func `at every fifth solve of a block is asked again each time`(
    fault: FaultySolver.Fault
  ) throws {
    for (seed, rehearses) in [(UInt64(8503), false), (8504, true)] {
      let formulation = try Self.study(seed)
      let plan = FaultySolver.Plan(fault, of: { _ in true }, at: { $0 % 5 == 0 })
      let found = try solve(formulation, plan, rehearses: rehearses)
      #expect(plan.failures > 3)
      try expectOptima(found, formulation, "seed \(seed), \(fault)")
    }
  }

  @Test(arguments: FaultySolver.Fault.allCases, [1, 2, 5])
  func `at the master is asked again, and the optimum is the same`(
    fault: FaultySolver.Fault, solve number: Int
  ) throws {
    for seed in UInt64(8505)...8506 {
      let formulation = try Self.study(seed)
      let plan = FaultySolver.Plan(fault, of: { _ in true }, at: { $0 == number })
      let found = try solve(formulation, plan, threads: "master")
      #expect(plan.failures == 1)
      try expectOptima(found, formulation, "seed \(seed), \(fault) at \(number)")
    }
  }

  /// Two blocks, the second of three columns, which alone cannot be solved.
  @Test(arguments: FaultySolver.Fault.allCases)
  func `at one block always is reported with the place of the block`(
    fault: FaultySolver.Fault
  ) throws {
    let made = HandMade(
      "two sizes of blocks", .maximize,
      [.init(upper: 3, cost: 1), .init(upper: 3, cost: 1)]
        + (0..<3).map { .init(upper: 2, cost: Double($0)) },
      [
        .init(terms: [0: 1, 1: 1], upper: 4),
        .init(role: .coupling, terms: [0: 1, 2: 1, 4: 1], upper: 5),
        .init(terms: [2: 1, 3: 1, 4: 1], upper: 4),
      ], optimum: 10)
    let plan = FaultySolver.Plan(fault, of: { $0.columnCount == 3 }, at: { _ in true })
    let engine = Support.engine(warm: FaultySolver(plan))
    let found = #expect(throws: BlockFault.self) {
      _ = try engine.optimise(
        made.program, inOrder: [made.level], options: SolverOptions(), onLevel: nil)
    }
    #expect(found?.number == 2)
    #expect(found?.columns == [2, 3, 4])
    #expect(found?.rows == [2])
    #expect(found?.costs.count == 3)
    #expect(found?.reason.isEmpty == false)
    // Warm, cold, scaled otherwise, not scaled.
    #expect(plan.failures == 4)
    let sound = try Support.solve(made.program, [made.level])
    #expect(abs((sound.levels[0].value ?? 0) - 10) < 1e-6)
  }

  /// A master without an answer is no block: the engine gives up in words, or throws what it met.
  @Test(arguments: FaultySolver.Fault.allCases)
  func `at the master always is never taken for an answer`(fault: FaultySolver.Fault) throws {
    let formulation = try Self.study(8507)
    let plan = FaultySolver.Plan(fault, of: { _ in true }, at: { $0 > 3 })
    let outcome: OrderedOutcome
    do {
      outcome = try solve(formulation, plan, threads: "master")
    } catch {
      #expect(fault != .numericalError)
      return
    }
    #expect(outcome.last.termination == .numericalError, "\(outcome.last.detail)")
    #expect(!outcome.last.detail.isEmpty)
    let isComplete = outcome.isComplete
    #expect(!isComplete)
  }
}
