// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

/// Ranges against `glpsol` on a program written as text by the test: the study's, and a row for each
/// goal, the quantity summed by the names of columns.
@Suite struct `Ranges over good plans` {
  private struct Case {
    let formulation: Formulation
    let optimum: OrderedOutcome
    let search: RangeSearch
    let within: Double

    init(seed: UInt64, within: Double) throws {
      let scenario = RandomScenario(seed: seed, beneficiaries: 5).make()
      formulation = try Formulation.compile(scenario)
      self.within = within
      var settings = DecompositionOptions()
      settings.fewestBlocks = 1
      settings.fewestColumns = 0
      let engine = DecompositionEngine(
        warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
      optimum = try engine.optimise(
        formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
      search = RangeSearch(
        formulation, optimum: optimum, within: within, engine: engine, options: SolverOptions())
    }

    /// The program as text, with the goals kept, and a quantity over named columns as its objective.
    ///
    /// Slack is room of a goal besides the tolerance, as a share of its value (of at least 1).
    private func text(
      _ sense: Sense, slack: Double, _ counts: (Substring) -> Bool
    ) throws -> String {
      var program = formulation.program
      let coefficients = (0..<program.columnCount).map {
        counts(program.columnNames[$0][...]) ? 1.0 : 0
      }
      for (level, outcome) in zip(formulation.levels, optimum.levels)
      where outcome.name != "tie_break" {
        let best = within > 0 ? outcome.finalValue ?? 0 : outcome.value ?? 0
        let value = best - level.objective.constant
        // As good as the optimum: later goals may have given up what the study lets them.
        let share = within > 0 ? within : level.relativeTolerance
        let room = share * abs(best) + slack * max(1, abs(best))
        let columns = level.objective.coefficients.indices.filter {
          level.objective.coefficients[$0] != 0
        }
        let row = program.appendRow(
          named: "kept\(program.rowCount)", columns: columns.map { Variable($0) },
          coefficients: columns.map { level.objective.coefficients[$0] }, role: .coupling)
        let isLess = level.objective.sense == .minimize
        program.setBounds(
          row, lower: isLess ? -.infinity : value - room, upper: isLess ? value + room : .infinity)
      }
      return try LPFormat.text(
        program, Objective(name: "sought", sense: sense, coefficients: coefficients))
    }

    /// An end by others: with the room that goals have that are held, and with twice as much.
    ///
    /// glpsol tells a program with next to no interior infeasible now and then; without a tolerance
    /// the first is therefore that of the whole program, solved goal by goal.
    func oracle(_ sense: Sense, _ counts: (Substring) -> Bool) throws -> (Double, Double) {
      let folder = try OracleFolder()
      func end(_ slack: Double) throws -> Double {
        try folder.write(text(sense, slack: slack, counts), to: "case.lp")
        return try folder.optimum(["--lp", "case.lp"])
      }
      // See `Tolerance.goalSlack`.
      if within > 0 { return (try end(1e-6), try end(2e-6)) }
      let program = formulation.program
      let sought = Objective(
        name: "sought", sense: sense,
        coefficients: (0..<program.columnCount).map { counts(program.columnNames[$0][...]) ? 1 : 0 }
      )
      let goals = formulation.levels.filter { $0.objective.name != "tie_break" }
      let whole = try GLPKSolver().solve(
        program, inOrder: goals + [ObjectiveLevel(objective: sought)], options: SolverOptions())
      return (try #require(whole.isComplete ? whole.last.objectiveValue : nil), try end(4e-6))
    }
  }

  /// Whether both ends are those of the oracle, to what is promised.
  private static func expect(
    _ range: PlanRange, _ one: Case, plus constant: Double = 0, _ comment: Comment,
    _ counts: (Substring) -> Bool
  ) throws {
    let least = try one.oracle(.minimize, counts)
    let most = try one.oracle(.maximize, counts)
    let room =
      max(PlanRange.nothing, RangeSearch.precision * range.inPlan) + 1e-6 * max(1, most.1)
    #expect(range.most.value >= most.0 + constant - room, comment)
    #expect(range.most.value <= most.1 + constant + room, comment)
    #expect(range.most.bound >= most.0 + constant - room, comment)
    #expect(range.least.value <= least.0 + constant + room, comment)
    #expect(range.least.value >= least.1 + constant - room, comment)
    #expect(range.least.bound <= least.0 + constant + room, comment)
    #expect(range.least.value <= range.inPlan && range.inPlan <= range.most.value, comment)
  }

  @Test(arguments: UInt64(1)...10, [0, 0.01, 0.1])
  func `end where glpsol ends`(seed: UInt64, within: Double) throws {
    let one = try Case(seed: seed, within: within)
    try #require(one.optimum.isComplete)
    let scenario = one.formulation.scenario
    let regions = Dictionary(grouping: scenario.beneficiaries.indices) {
      scenario.beneficiaries[$0].region.rawValue
    }
    let region = try #require(regions.min { $0.key < $1.key })
    let names = Set(region.value.map { scenario.beneficiaries[$0].id.rawValue })
    func isGrant(_ name: Substring) -> Bool {
      name.hasPrefix("g[") && names.contains(String(name.split(separator: ",")[1]))
    }
    try Self.expect(
      one.search.range(of: .grants(to: region.value)), one, "region \(region.key)", isGrant)

    let vehicle = scenario.vehicles[0].id.rawValue
    func isPaid(_ name: Substring) -> Bool { name.hasPrefix("g[\(vehicle),") }
    try Self.expect(
      one.search.range(of: .grantsOf(vehicle: 0)), one, "vehicle \(vehicle)", isPaid)

    let measure = scenario.measures[0].id.rawValue
    func isStep(_ name: Substring) -> Bool {
      name.hasPrefix("d[") && name.split(separator: ",")[1] == measure[...]
    }
    // What somebody has whom the measure is not meant for does not count.
    let program = one.formulation.program
    let places = Set(
      (0..<program.columnCount).map { program.columnNames[$0] }.filter {
        isStep($0[...])
      }.map { $0.prefix { $0 != "," } })
    let initial = scenario.initialDeployment.reduce(0) {
      $1.measure.rawValue == measure && places.contains("d[\($1.beneficiary.rawValue)")
        ? $0 + $1.share.value : $0
    }
    try Self.expect(
      one.search.range(of: .deployment(measure: 0)), one, plus: initial, "measure \(measure)",
      isStep)
  }
}
