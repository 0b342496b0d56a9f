// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import GLPKSolver
import LinearProgramming
import Testing

@Suite struct `Decomposed and whole optima` {
  /// Seeds 7001…7160; sizes 2…40 in turn.
  static let batches = Support.batches(16)

  static func beneficiaries(_ seed: UInt64) -> Int {
    [2, 3, 5, 8, 12, 4, 6, 16, 24, 40][Int(seed % 10)]
  }

  @Test(arguments: batches)
  func `agree at every level of random studies`(batch: Int) throws {
    for seed in UInt64(7001 + 10 * batch)...UInt64(7010 + 10 * batch) {
      let study = Support.scenario(seed: seed, beneficiaries: Self.beneficiaries(seed))
      let complaints = try Agreement.complaints(about: study)
      #expect(complaints.isEmpty, "seed \(seed): \(complaints)")
    }
  }

  @Test func `the row prices of every level prove its bound by themselves`() throws {
    for seed in UInt64(7201)...7220 {
      let formulation = try Support.formulation(
        seed: seed, beneficiaries: Self.beneficiaries(seed))
      let outcome = try Support.solve(formulation.program, formulation.levels)
      for (number, level) in outcome.levels.enumerated() {
        #expect(level.rowDuals.count == formulation.program.rowCount + number)
        let program = Support.program(
          formulation.program, formulation.levels, outcome, atLevel: number)
        // Only prices go in: the point is made worthless, and the bound must still come out.
        let prices = SolverResult(
          termination: .optimal, primalStatus: .feasible, dualStatus: .feasible,
          primal: outcome.best?.primal ?? [], rowDuals: level.rowDuals)
        let report = OptimalityReport(program, formulation.levels[number].objective, prices)
        let proven = try #require(report.dualObjective, "seed \(seed) \(level.name)")
        let bound = try #require(level.bestBound, "seed \(seed) \(level.name)")
        #expect(
          Support.relativeDifference(proven, bound) <= 1e-6,
          "seed \(seed) \(level.name): \(proven) and \(bound)")
        #expect(
          report.dualInfeasibility.relative <= Tolerance.dualFeasibility,
          "seed \(seed) \(level.name)")
      }
    }
  }

  @Test func `the point before the last level is as good on every goal before it`() throws {
    var different = 0
    for seed in UInt64(7401)...7420 {
      let formulation = try Support.formulation(
        seed: seed, beneficiaries: Self.beneficiaries(seed))
      let levels = formulation.levels
      for outcome in [
        try Support.solve(formulation.program, levels),
        try GLPKSolver().solve(formulation.program, inOrder: levels, options: SolverOptions()),
      ] {
        let before = try #require(outcome.pointBefore, "seed \(seed)")
        var result = SolverResult(termination: .optimal, primalStatus: .feasible)
        result.primal = before
        let report = OptimalityReport(
          formulation.program, levels[levels.count - 2].objective, result)
        #expect(report.isFeasible, "seed \(seed): \(report.complaint)")
        for (level, outcome) in zip(levels, outcome.levels).dropLast() {
          let value = level.objective.value(at: before)
          let held = try #require(outcome.heldAt, "seed \(seed)")
          let isKept =
            level.objective.sense == .minimize
            ? value <= held + 1e-6 * max(1, abs(held)) : value >= held - 1e-6 * max(1, abs(held))
          #expect(isKept, "seed \(seed) \(outcome.name): \(value), held at \(held)")
        }
        if before != outcome.best?.primal { different += 1 }
      }
    }
    #expect(different > 0)
  }

  @Test func `an unreachable goal is recognised with its proof`() throws {
    var proven = 0
    for seed in UInt64(7301)...7330 {
      let formulation = try Support.formulation(
        seed: seed, beneficiaries: Self.beneficiaries(seed))
      let objective = formulation.levels[0].objective
      let whole = try GLPKSolver().solve(
        formulation.program, for: objective, options: SolverOptions())
      let best = try #require(whole.objectiveValue, "seed \(seed)")
      let isMinimum = objective.sense == .minimize
      let beyond = (isMinimum ? -0.05 : 0.05) * max(1, abs(best))
      let columns = objective.coefficients.indices.filter { objective.coefficients[$0] != 0 }
      var program = formulation.program
      program.appendRow(
        named: "beyond", columns: columns.map { Variable($0) },
        coefficients: columns.map { objective.coefficients[$0] },
        lower: isMinimum ? -.infinity : best + beyond,
        upper: isMinimum ? best + beyond : .infinity, role: .coupling)
      let outcome = try Support.solve(program, formulation.levels)
      #expect(outcome.last.termination == .infeasible, "seed \(seed): \(outcome.last.detail)")
      let hasPoint = outcome.best != nil
      #expect(!hasPoint, "seed \(seed)")
      if outcome.last.dualStatus == .certificate {
        let strength = program.farkasStrength(of: outcome.last.rowDuals) ?? 0
        #expect(strength > Tolerance.certificate, "seed \(seed)")
        proven += 1
      }
    }
    #expect(proven >= 28)
  }

  @Test func `a study without money agrees as well`() throws {
    for seed in UInt64(7401)...7410 {
      let formulation = try Support.formulation(seed: seed, beneficiaries: 7)
      var program = formulation.program
      for row in 0..<program.rowCount where program.rowNames[row].hasPrefix("envelope[") {
        program.setBounds(Constraint(row), lower: -.infinity, upper: 0)
      }
      let objective = formulation.levels[0].objective
      let whole = try GLPKSolver().solve(program, for: objective, options: SolverOptions())
      let outcome = try Support.solve(program, formulation.levels)
      #expect(
        (whole.termination == .infeasible) == (outcome.last.termination == .infeasible),
        "seed \(seed): \(whole.detail) \(outcome.last.detail)")
      guard let optimum = whole.objectiveValue, whole.termination == .optimal else { continue }
      let value = try #require(outcome.levels[0].value, "seed \(seed)")
      #expect(
        Support.relativeDifference(value, optimum) <= Tolerance.sameOptimum, "seed \(seed)")
    }
  }
}
