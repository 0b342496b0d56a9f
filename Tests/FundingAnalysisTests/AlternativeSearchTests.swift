// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import FundingAnalysis

/// Alternatives against the whole program solved once for every pattern of signs: the greatest of
/// these optima is the greatest distance there is.
@Suite struct `Plans as good and as different as can be` {
  enum Kind: Sendable, CaseIterable { case region, measure }

  private struct Case {
    let formulation: Formulation
    let optimum: OrderedOutcome
    let quantities: [PlanQuantity]
    let search: AlternativeSearch
    /// The program with a row for each goal, written by the test.
    let program: LinearProgram
    /// Each quantity over the columns, by their names.
    let sums: [[Double]]
    /// What of each quantity there is before the plan.
    let before: [Double]

    static let within = 0.05

    init(_ seed: UInt64, _ kind: Kind) throws {
      var scenario = RandomScenario(seed: seed, beneficiaries: 5).make()
      // How near the search comes is measured on these studies with the same costs everywhere.
      for place in scenario.beneficiaries.indices { scenario.beneficiaries[place].costFactor = 1 }
      let formulation = try Formulation.compile(scenario)
      self.formulation = formulation
      var settings = DecompositionOptions()
      settings.fewestBlocks = 1
      settings.fewestColumns = 0
      let engine = DecompositionEngine(
        warm: GLPKWarmSolver(), whole: GLPKSolver(), settings: settings)
      optimum = try engine.optimise(
        formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
      try #require(optimum.isComplete)
      let names = formulation.program.columnNames
      func sum(_ isMember: ([Substring]) -> Bool) -> [Double] {
        (0..<formulation.program.columnCount).map {
          isMember(names[$0].split(whereSeparator: { "[,]".contains($0) })) ? 1 : 0
        }
      }
      switch kind {
      case .region:
        let regions = Dictionary(grouping: scenario.beneficiaries.indices) {
          scenario.beneficiaries[$0].region.rawValue
        }.sorted { $0.key < $1.key }.map(\.value)
        quantities = regions.map(PlanQuantity.grants)
        sums = regions.map { region in
          let members = Set(region.map { scenario.beneficiaries[$0].id.rawValue })
          return sum { $0[0] == "g" && members.contains(String($0[2])) }
        }
        before = regions.map { _ in 0 }
      case .measure:
        quantities = scenario.measures.indices.map(PlanQuantity.deployment)
        let steps = scenario.measures.map { measure in
          sum { $0[0] == "d" && $0[2] == measure.id.rawValue }
        }
        sums = steps
        before = scenario.measures.enumerated().map { m, measure in
          // What somebody has whom the measure is not meant for does not count.
          let members = Set(
            steps[m].indices.filter { steps[m][$0] != 0 }.map {
              names[$0].split(whereSeparator: { "[,]".contains($0) })[1]
            })
          return scenario.initialDeployment.reduce(0) {
            $1.measure == measure.id && members.contains($1.beneficiary.rawValue[...])
              ? $0 + $1.share.value : $0
          }
        }
      }
      search = AlternativeSearch(
        formulation, optimum: optimum, within: Self.within, by: quantities, engine: engine,
        options: SolverOptions())
      var program = formulation.program
      for (level, outcome) in zip(formulation.levels, optimum.levels)
      where outcome.name != "tie_break" {
        let best = try #require(outcome.finalValue)
        let columns = level.objective.coefficients.indices.filter {
          level.objective.coefficients[$0] != 0
        }
        let row = program.appendRow(
          named: "kept\(program.rowCount)", columns: columns.map { Variable($0) },
          coefficients: columns.map { level.objective.coefficients[$0] }, role: .coupling)
        // With twice the room that held goals have, so that it is never less.
        let room = Self.within * abs(best) + 2e-6 * max(1, abs(best))
        let value = best - level.objective.constant
        let isLess = level.objective.sense == .minimize
        program.setBounds(
          row, lower: isLess ? -.infinity : value - room, upper: isLess ? value + room : .infinity)
      }
      self.program = program
    }

    var inPlan: [Double] { amounts(of: optimum.best?.primal ?? []) }

    func amounts(of point: [Double]) -> [Double] {
      zip(sums, before).map { sum, before in
        zip(sum, point).reduce(before) { $0 + $1.0 * $1.1 }
      }
    }

    /// All patterns of signs.
    var patterns: [[Double]] {
      (0..<(1 << quantities.count)).map { mask in
        quantities.indices.map { mask >> $0 & 1 == 0 ? 1 : -1 }
      }
    }

    /// The greatest distance from the optimum.
    func farthest() throws -> Double {
      let reference = inPlan
      var most = 0.0
      for signs in patterns {
        let coefficients = (0..<program.columnCount).map { column in
          zip(signs, sums).reduce(0) { $0 + $1.0 * $1.1[column] }
        }
        let result = try GLPKSolver().solve(
          program, for: Objective(name: "far", sense: .maximize, coefficients: coefficients),
          options: SolverOptions())
        let value = try #require(result.termination == .optimal ? result.objectiveValue : nil)
        let start = zip(signs, zip(reference, before)).reduce(0) {
          $0 + $1.0 * ($1.1.0 - $1.1.1)
        }
        most = max(most, value - start)
      }
      return most
    }

    /// The greatest distance from the nearest of two plans: the most of a column that is below both
    /// sums, for every pattern of signs against either.
    func farthest(from plans: [[Double]]) throws -> Double {
      var most = 0.0
      for first in patterns {
        for second in patterns {
          var builder = LinearProgramBuilder(name: "maximin")
          let columns = (0..<program.columnCount).map {
            builder.addColumn(
              named: program.columnNames[$0], lower: program.columnLower[$0],
              upper: program.columnUpper[$0])
          }
          let least = builder.addColumn(named: "least", lower: -.infinity, upper: .infinity)
          for row in 0..<program.rowCount {
            for entry in program.entries(of: row) {
              builder.add(program.coefficient[entry], columns[Int(program.columnIndex[entry])])
            }
            builder.closeRow(
              named: program.rowNames[row], lower: program.rowLower[row],
              upper: program.rowUpper[row])
          }
          for (place, signs) in [first, second].enumerated() {
            builder.add(-1, least)
            for column in 0..<program.columnCount {
              let weight = zip(signs, sums).reduce(0) { $0 + $1.0 * $1.1[column] }
              if weight != 0 { builder.add(weight, columns[column]) }
            }
            let start = zip(signs, zip(plans[place], before)).reduce(0) {
              $0 + $1.0 * ($1.1.0 - $1.1.1)
            }
            builder.closeRow(named: "away\(place)", lower: start, upper: .infinity)
          }
          let whole = builder.build()
          var coefficients = [Double](repeating: 0, count: whole.columnCount)
          coefficients[least.position] = 1
          let result = try GLPKSolver().solve(
            whole, for: Objective(name: "far", sense: .maximize, coefficients: coefficients),
            options: SolverOptions())
          let value = try #require(result.termination == .optimal ? result.objectiveValue : nil)
          most = max(most, value)
        }
      }
      return most
    }
  }

  private static func expect(
    _ found: AlternativeSearch.Found?, _ one: Case, farthest: Double, reaching reached: Double,
    from plans: [[Double]],
    _ comment: Comment
  ) throws {
    let total = one.inPlan.reduce(0, +)
    let least = max(AlternativeSearch.leastDistance * total, PlanRange.nothing)
    guard let found else {
      #expect(reached * farthest < least, comment)
      return
    }
    let amounts = one.amounts(of: found.point)
    for (told, counted) in zip(found.amounts, amounts) {
      #expect(abs(told - counted) <= 1e-6 * max(1, counted), comment)
    }
    let distance = try #require(plans.map { PlanDistance.between(amounts, $0) }.min())
    let room = 1e-5 * max(1, total)
    #expect(distance <= farthest + room, comment)
    #expect(distance >= reached * farthest - room, comment)
    #expect(distance >= least - room, comment)
    for (level, outcome) in zip(one.formulation.levels, one.optimum.levels)
    where outcome.name != "tie_break" {
      let best = try #require(outcome.finalValue)
      let worse = level.objective.sense == .minimize ? 1.0 : -1.0
      let lost = worse * (level.objective.value(at: found.point) - best)
      #expect(lost <= Case.within * abs(best) + 2e-6 * max(1, abs(best)), comment)
    }
  }

  @Test(arguments: UInt64(1)...12, Kind.allCases)
  func `lie no farther than any can, and not much nearer`(seed: UInt64, kind: Kind) throws {
    let one = try Case(seed, kind)
    let found = try one.search.next()
    try Self.expect(
      found, one, farthest: one.farthest(), reaching: 0.9, from: [one.inPlan],
      "\(seed) \(kind)")
  }

  @Test(arguments: UInt64(1)...8)
  func `keep away from one another too`(seed: UInt64) throws {
    let one = try Case(seed, .region)
    guard let first = try one.search.next() else { return }
    let plans = [one.inPlan, one.amounts(of: first.point)]
    let second = try one.search.next()
    try Self.expect(
      second, one, farthest: one.farthest(from: plans), reaching: 0.6, from: plans,
      "second \(seed)")
  }
}

/// Climbs over points that stand for plans: the most of a sum is found by looking at all of them.
@Suite struct `A climb away from earlier plans` {
  @Test(arguments: UInt64(1)...40)
  func `never leads nearer, and ends`(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    let size = draw.integer(1...5)
    let points = (0..<20).map { _ in (0..<size).map { _ in draw.number(0...100) } }
    let earlier = Array(points.prefix(draw.integer(1...3)))
    func mean(_ point: [Double]) -> Double {
      earlier.reduce(0) { $0 + PlanDistance.between(point, $1) } / Double(earlier.count)
    }
    for start in SignPatterns.starts(awayFrom: earlier) {
      var climb = Climb(start: start, from: earlier.count)
      var heights: [Double] = []
      while let weights = climb.weights {
        try #require(heights.count < 50)
        func value(_ point: [Double]) -> Double {
          zip(weights, point).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let found = try #require(points.max { value($0) < value($1) })
        heights.append(mean(found))
        climb.step(to: found, awayFrom: earlier, noise: 0)
      }
      #expect(!heights.isEmpty)
      for (before, after) in zip(heights, heights.dropFirst()) {
        #expect(after >= before - 1e-9, "\(heights)")
      }
    }
  }

  @Test func `begins against what earlier plans had more of than average`() {
    let starts = SignPatterns.starts(awayFrom: [[10, 1, 4], [8, 2, 5]])
    #expect(starts.first == [-1, 1, 1])
    #expect(Set(starts).count == starts.count)
    #expect(starts.allSatisfy { $0.count == 3 && $0.allSatisfy { abs($0) == 1 } })
  }

  @Test func `turns first what has moved least`() {
    let turns = SignPatterns.turns([7, 5], awayFrom: [[4, 6]], distances: [4])
    #expect(turns == [[1, 1], [-1, -1]])
  }

  @Test func `pushes most away from the nearest plan`() {
    let weights = SignPatterns.push([5, 5], awayFrom: [[4, 6], [50, 0]], distances: [2, 50])
    #expect(weights[0] > 0.9 && weights[1] < -0.9)
  }
}
