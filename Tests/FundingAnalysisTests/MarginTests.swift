// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import FundingAnalysis

/// Margins against the whole program with the bound moved, solved by GLPK.
@Suite struct `What a little more and a little less of a rule is worth` {
  private static func formulation(_ seed: UInt64) throws -> Formulation {
    var scenario = RandomScenario(seed: seed).make()
    scenario.goals = [GoalLevel(seed.isMultiple(of: 2) ? .nisShortfall : .avoidedLoss)]
    return try Formulation.compile(scenario)
  }

  private static func value(
    _ formulation: Formulation, moving row: Int, by shift: Double
  ) throws -> Double? {
    var program = formulation.program
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    program.setBounds(
      Constraint(row), lower: upper.isFinite ? lower : lower + shift,
      upper: upper.isFinite ? upper + shift : upper)
    return try GLPKSolver().solve(
      program, for: formulation.levels[0].objective, options: SolverOptions()
    ).objectiveValue
  }

  @Test(arguments: UInt64(1)...20)
  func `holds as far as it says, and no farther`(seed: UInt64) throws {
    let formulation = try Self.formulation(seed)
    var settings = DecompositionOptions()
    settings.fewestBlocks = 1
    settings.fewestColumns = 0
    let engine = DecompositionEngine(
      warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
    let session = engine.makeSession()
    let optimum = try session.optimise(
      formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
    try #require(optimum.isComplete)
    let search = MarginSearch(
      formulation, optimum: optimum.levels[0], session: session, options: SolverOptions())
    let priced = search.rows().filter { search.price(of: $0) != 0 }
    let base = try #require(optimum.levels[0].value)
    let noise = 4e-6 * max(1, abs(base))
    for row in priced.prefix(3) {
      let margin = try #require(try search.margin(of: row))
      let outward = margin.isUpper ? 1.0 : -1.0
      for (side, direction) in [(margin.looser, outward), (margin.stricter, -outward)] {
        guard let side else { continue }
        for part in [0.3, 1] where side.reach > 0 {
          let moved = direction * part * side.reach
          let value = try #require(try Self.value(formulation, moving: row, by: moved))
          let told = base + side.worth * part * side.reach
          #expect(
            abs(value - told) <= noise + (part == 1 ? 1e-5 : 0.05) * abs(side.worth * side.reach),
            "\(margin.rowName) \(side)")
        }
        // Farther on each unit is worth something else: less where the rule gives way.
        guard !side.isOpen, let beyond = side.worthBeyond, side.reach > 0 else { continue }
        let sign = formulation.levels[0].objective.sense == .minimize ? 1.0 : -1.0
        #expect(sign * beyond > sign * side.worth - noise, "\(margin.rowName)")
        let far = side.reach * 1.5
        if let value = try Self.value(formulation, moving: row, by: direction * far) {
          #expect(sign * (value - base - side.worth * far) >= -noise, "\(margin.rowName) \(side)")
        }
      }
    }
  }

  // Two hospitals' money is one envelope: what one more euro buys is worked out by the price alone.
  @Test(arguments: UInt64(1)...20)
  func `lies on both sides of the price at the optimum`(seed: UInt64) throws {
    let formulation = try Self.formulation(seed)
    let engine = WholeSolve(GLPKSolver())
    let session = engine.makeSession()
    let optimum = try session.optimise(
      formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
    try #require(optimum.isComplete)
    let search = MarginSearch(
      formulation, optimum: optimum.levels[0], session: session, options: SolverOptions())
    let sign = formulation.levels[0].objective.sense == .minimize ? 1.0 : -1.0
    for row in search.rows().filter({ search.price(of: $0) != 0 }).prefix(3) {
      let margin = try #require(try search.margin(of: row))
      let outward = margin.isUpper ? 1.0 : -1.0
      let price = sign * outward * search.price(of: row)
      let room = 0.06 * abs(price) + 1e-7
      // As something to be minimised: slopes rise from left to right.
      if let looser = margin.looser, looser.reach > 0 {
        #expect(sign * looser.worth >= price - room)
      }
      if let stricter = margin.stricter, stricter.reach > 0 {
        #expect(-sign * stricter.worth <= price + room)
      }
    }
  }
}
