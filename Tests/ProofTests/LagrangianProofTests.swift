// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Proof

@Suite struct `A bound worked by hand` {
  /// Two blocks, x ≤ 4 and y ≤ 4, share x + y ≤ 5; 10 + 3x + 2y is to be greatest: 24.
  static func twoBlocks() -> LinearProgram {
    var builder = LinearProgramBuilder(name: "two blocks")
    let x = builder.addColumn(named: "x")
    let y = builder.addColumn(named: "y")
    for (column, name) in [(x, "local x"), (y, "local y")] {
      builder.add(1, column)
      builder.closeRow(named: name, upper: 4)
    }
    builder.add(1, x)
    builder.add(1, y)
    builder.closeRow(named: "shared", upper: 5, role: .coupling)
    return builder.build()
  }

  /// With the price π the bound is 10 + 5π + 4·max(0, 3 − π) + 4·max(0, 2 − π); a negative price
  /// leans on the absent lower bound of the row and counts as 0.
  @Test(arguments: [(2.0, 24.0), (1, 27), (3, 25), (0, 30), (-1, 30)])
  func `is what the price proves`(price: Double, bound: Double) throws {
    let proof = LagrangianProof(Self.twoBlocks())
    #expect(proof.blockCount == 2)
    for sign in [1.0, -1] {
      let objective = Objective(
        name: "worth", sense: sign > 0 ? .maximize : .minimize,
        coefficients: [3 * sign, 2 * sign], constant: 10 * sign)
      let proven = try #require(
        try proof.bound(
          of: objective, prices: [RowPrice(Constraint(2), sign * price)], solver: GLPKSolver()))
      #expect(abs((proven.value ?? 0) - sign * bound) < 1e-9)
    }
  }

  @Test func `is nothing where a reduced cost leans on an absent bound, and the column is named`()
    throws
  {
    var builder = LinearProgramBuilder(name: "open")
    let x = builder.addColumn(named: "x", upper: 1)
    let z = builder.addColumn(named: "z")
    builder.add(1, x)
    builder.closeRow(named: "local", upper: 1)
    builder.add(1, x)
    builder.add(-1, z)
    builder.closeRow(named: "shared", upper: 0, role: .coupling)
    let program = builder.build()
    // z is free of cost from above, and nothing holds it there.
    let objective = Objective(name: "more", sense: .maximize, coefficients: [0, 1])
    let proven = try #require(
      try LagrangianProof(program).bound(of: objective, prices: [], solver: GLPKSolver()))
    #expect(proven.value == nil)
    #expect(proven.obstacle == "z")
    #expect(proven.gap(to: 1) == nil)
  }

  @Test func `large terms that cancel out leave the small ones whole`() {
    var sum = ExactSum()
    for term in [1e16, 3.25, -1e16, 1e-9] { sum.add(term) }
    sum.add(1e11, times: 1 + 1e-15)
    sum.add(-1e11)
    let rest = 1e11 * ((1 + 1e-15) - 1)
    #expect(abs(sum.value - (3.25 + 1e-9 + rest)) < 1e-15)
  }
}

@Suite struct `The bound of coupling prices alone` {
  static let batches = Array(0..<8)

  static func beneficiaries(_ seed: UInt64) -> Int {
    [2, 3, 5, 8, 12, 4, 6, 16, 24, 1][Int(seed % 10)]
  }

  @Test(arguments: batches)
  func `is the optimum where the prices are optimal`(batch: Int) throws {
    for seed in UInt64(8001 + 10 * batch)...UInt64(8010 + 10 * batch) {
      let formulation = try Support.formulation(
        seed: seed, beneficiaries: Self.beneficiaries(seed))
      for (number, step) in try Support.levels(of: formulation).enumerated() {
        let optimum = try #require(step.level.value, "seed \(seed) \(step.level.name)")
        let proven = try #require(
          try LagrangianProof(step.program).bound(
            of: formulation.levels[number].objective,
            prices: Support.couplingPrices(step.program, step.level.rowDuals),
            solver: GLPKSolver(), threads: 2))
        let bound = try #require(
          proven.value, "seed \(seed) \(step.level.name): \(proven.obstacle ?? "")")
        #expect(
          Support.relativeDifference(bound, optimum) <= Tolerance.sameOptimum,
          "seed \(seed) \(step.level.name): \(bound) and \(optimum)")
      }
    }
  }

  @Test(arguments: batches)
  func `never passes the optimum, whatever the prices and whoever solves the blocks`(
    batch: Int
  ) throws {
    for seed in UInt64(8101 + 10 * batch)...UInt64(8110 + 10 * batch) {
      let formulation = try Support.formulation(
        seed: seed, beneficiaries: Self.beneficiaries(seed))
      var random = SplitMix64(seed: seed)
      for (number, step) in try Support.levels(of: formulation).enumerated() {
        let optimum = try #require(step.level.value, "seed \(seed) \(step.level.name)")
        let size = step.level.rowDuals.reduce(1) { max($0, abs($1)) }
        let prices = Support.couplingPrices(step.program, step.level.rowDuals).map {
          RowPrice(
            $0.row,
            $0.price * random.number(0.5...1.5, places: 6) + size
              * random.number(-0.1...0.1, places: 6))
        }
        let proof = LagrangianProof(step.program)
        let solvers: [any Solver] = [
          GLPKSolver(), Liar(scale: random.number(-2...2, places: 6)),
        ]
        for solver in solvers {
          let proven = try #require(
            try proof.bound(
              of: formulation.levels[number].objective, prices: prices, solver: solver))
          guard let bound = proven.value else { continue }
          let sign = step.level.sense == .minimize ? 1.0 : -1.0
          #expect(
            sign * (bound - optimum) <= 1e-7 * max(1, abs(optimum)),
            "seed \(seed) \(step.level.name), \(solver.identity): \(bound) passes \(optimum)")
        }
      }
    }
  }

  @Test func `closes the gap that a decomposition claims`() throws {
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    settings.lastLevelGap = settings.gap
    let engine = DecompositionEngine(
      warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
    for seed in UInt64(8301)...8312 {
      let formulation = try Support.formulation(seed: seed, beneficiaries: 12)
      let outcome = try engine.optimise(
        formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
      var program = formulation.program
      for (number, level) in outcome.levels.enumerated() {
        let value = try #require(level.value, "seed \(seed) \(level.name)")
        let proven = try #require(
          try LagrangianProof(program).bound(
            of: formulation.levels[number].objective, value: value,
            prices: Support.couplingPrices(program, level.rowDuals), solver: GLPKSolver()))
        // The gap that the search stops at, and as much again for its solver's tolerances.
        let gap = try #require(proven.gap(to: value), "seed \(seed) \(level.name)")
        #expect(gap <= 2e-6, "seed \(seed) \(level.name): \(gap)")
        _ = program.hold(formulation.levels[number], at: value, number: number + 1)
      }
    }
  }

  @Test func `is the same to the last bit with one, two and four threads`() throws {
    let formulation = try Support.formulation(seed: 8201, beneficiaries: 20)
    for (number, step) in try Support.levels(of: formulation).enumerated() {
      let proof = LagrangianProof(step.program)
      let bounds = try [1, 2, 4].map { threads in
        try proof.bound(
          of: formulation.levels[number].objective,
          prices: Support.couplingPrices(step.program, step.level.rowDuals),
          solver: GLPKSolver(), threads: threads)?.value
      }
      let first = try #require(bounds[0])
      #expect(bounds[1] == first)
      #expect(bounds[2] == first)
    }
  }

  @Test func `is not given where the work is stopped`() throws {
    let formulation = try Support.formulation(seed: 8202, beneficiaries: 5)
    let bound = try LagrangianProof(formulation.program).bound(
      of: formulation.levels[0].objective, prices: [], solver: GLPKSolver(), shouldStop: { true })
    #expect(bound == nil)
  }
}

@Suite struct `A block with costs of 1e8` {
  /// Costs of 1e8·w·A on the equations of a block add 1e8·w·b to every point, and leave the optimum
  /// where it is: the bound must keep it to the last digits, which no price of a solver does.
  @Test func `is minimised as closely as the same block with plain costs`() throws {
    for seed in UInt64(8301)...8330 {
      let formulation = try Support.formulation(seed: seed, beneficiaries: 3)
      let program = formulation.program
      let split = BlockSplit(program)
      let reach = ReachableBounds(program)
      var random = SplitMix64(seed: seed)
      let objective = formulation.levels[0].objective
      var plain = objective.coefficients.map { ExactSum($0) }
      for column in plain.indices { plain[column].add(random.number(0...1, places: 4)) }
      for block in split.columns.indices {
        func minimum(_ costs: [ExactSum], _ solver: any Solver) throws -> BlockMinimum {
          try BlockMinimum(
            program, columns: split.columns[block], rows: split.rows[block],
            position: split.position, reach: reach, costs: costs, precision: 1e-9, solver: solver)
        }
        var costs = plain
        var shift = ExactSum()
        for row in split.rows[block].map(Int.init)
        where program.rowLower[row] == program.rowUpper[row] {
          let weight = 1e8 * random.number(-1...1, places: 6) / 3
          shift.add(weight, times: program.rowLower[row])
          for entry in program.entries(of: row) {
            costs[Int(program.columnIndex[entry])].add(weight, times: program.coefficient[entry])
          }
        }
        let expected = try minimum(plain, GLPKSolver())
        let found = try minimum(costs, GLPKSolver())
        var difference = found.sum
        difference.add(shift, times: -1)
        difference.add(expected.sum, times: -1)
        #expect(found.obstacle == nil)
        #expect(
          abs(difference.value) <= 1e-6 * max(1, abs(expected.sum.value)),
          "seed \(seed), block \(block): \(difference.value) of \(expected.sum.value)")
      }
    }
  }
}
