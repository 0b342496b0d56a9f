// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import TestSupport
import Testing
import Wording

@testable import Workbench

/// Supply curves against whole solves of a program with a row that the test writes from the study.
@Suite struct `What each point of coverage costs` {
  private static func formulation(_ seed: UInt64) throws -> Formulation {
    var scenario = RandomScenario(seed: seed, beneficiaries: 5).make()
    scenario.goals = [GoalLevel(.publicMoney)]
    // Without a limit own money would pay for everything.
    scenario.ownFunds = OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(4_000), [.init(.agents, .euros(6))]),
      share: Share(clamping: 0.5))
    return try Formulation.compile(scenario)
  }

  /// The least public money (k€) for a coverage; `nil` where none reaches it.
  private static func least(
    _ formulation: Formulation, _ nisClass: NISClassID, _ year: Year, coverage: Double
  ) throws -> Double? {
    let scenario = formulation.scenario
    let members = scenario.beneficiaries.filter { $0.nisClass == nisClass }
    let objectives = scenario.objectives.filter { $0.classes.contains(nisClass) }
    let driver = scenario.economics.shortfallWeight
    let weights = members.map { driver == .units ? 1 : $0.size[driver] ?? 0 }
    let total = weights.reduce(0, +)
    var program = formulation.program
    let columns = Dictionary(
      uniqueKeysWithValues: (0..<program.columnCount).map { (program.columnNames[$0], $0) })
    var coefficients: [Int: Double] = [:]
    var before = 0.0
    for (member, weight) in zip(members, weights) {
      for measure in scenario.measures where measure.eligibility.includes(member) {
        let part = measure.contributions.filter { contribution in
          (contribution.nisClass ?? nisClass) == nisClass
            && objectives.contains { $0.id == contribution.objective }
        }.reduce(0) { $0 + $1.weight }
        let factor = weight / total * part / Double(objectives.count)
        before +=
          scenario.initialDeployment.filter {
            $0.beneficiary == member.id && $0.measure == measure.id
          }.last.map { factor * $0.share.value } ?? 0
        for t in scenario.horizon.years where t <= year {
          if let column = columns["d[\(member.id),\(measure.id),\(t)]"] {
            coefficients[column] = factor
          }
        }
      }
    }
    let used = coefficients.keys.sorted()
    program.appendRow(
      named: "reach", columns: used.map { Variable($0) },
      coefficients: used.map { coefficients[$0] ?? 0 }, lower: coverage - before, role: .coupling)
    let result = try GLPKSolver().solve(
      program, for: formulation.levels[0].objective, options: SolverOptions())
    return result.termination == .optimal ? result.objectiveValue : nil
  }

  /// Studies that can be paid for where own money is limited.
  private static let seeds = Array(UInt64(601)...607) + Array(UInt64(610)...612)

  @Test(arguments: seeds, [true, false])
  func `is the least money for each coverage`(seed: UInt64, isWhole: Bool) throws {
    let formulation = try Self.formulation(seed)
    let bench = isWhole ? Workbench(engine: WholeSolve(GLPKSolver())) : TutorialStudy.decomposing()
    let last = formulation.scenario.horizon.last
    let request = SupplyRequest(
      plan: PlanRequest(study: StudyRequest("")), years: [last.number], points: 5)
    let outcome = try bench.supply(of: formulation, request, WorkControl())
    #expect(outcome.curves.contains { $0.points.count == 5 })
    for curve in outcome.curves {
      try Self.expect(curve, formulation, "\(curve.nisClass) of \(seed)")
    }
  }

  private static func expect(
    _ curve: SupplyOutcome.Curve, _ formulation: Formulation, _ comment: Comment
  ) throws {
    let (first, last) = (try #require(curve.points.first), try #require(curve.points.last))
    let (width, height) = (last.coverage - first.coverage, last.money - first.money)
    let steepest =
      (curve.points.indices.compactMap { curve.price(after: $0) }.max() ?? 0) * 100
    func room(_ money: Double) -> Double { 3e-6 * max(1, abs(money)) }
    func least(_ coverage: Double) throws -> Double? {
      try Self.least(formulation, curve.nisClass, curve.year, coverage: coverage)
    }
    for point in curve.points {
      // A hair less of coverage takes no more money, a hair more no less: where the curve is steep,
      // money alone would say nothing.
      let less = try #require(try least(point.coverage - 3e-6))
      #expect(less <= point.money + room(less), comment)
      if let more = try least(point.coverage + 3e-6) {
        #expect(more >= point.money - room(more), comment)
      }
    }
    #expect(try least(last.coverage + 1e-4) == nil, comment)
    for (left, right) in zip(curve.points, curve.points.dropFirst()) {
      for part in [0.25, 0.5, 0.75] {
        let coverage = left.coverage + part * (right.coverage - left.coverage)
        let chord = left.money + part * (right.money - left.money)
        let money = try #require(try least(coverage))
        #expect(money <= chord + room(money), comment)
        // As a share of the ranges, at a right angle to the line.
        let (run, rise) = (
          (right.coverage - left.coverage) / width, (right.money - left.money) / height
        )
        let depth = (chord - money) / height * run / (run * run + rise * rise).squareRoot()
        #expect(depth <= curve.error + (room(money) + 3e-6 * steepest) / height, comment)
      }
    }
    let prices = curve.points.indices.compactMap { curve.price(after: $0) }
    for (cheap, dear) in zip(prices, prices.dropFirst()) {
      #expect(dear >= cheap - 1e-3 * max(1, abs(cheap)), comment)
    }
  }

  @Test func `is told in both languages, as a table and as JSON`() throws {
    let study = try TutorialStudy()
    let request = SupplyRequest(plan: study.request(), points: 3, out: study.path("cout"))
    let result = try Workbench().supply(request)
    let rows = result.outcome.curves.reduce(0) { $0 + $1.points.count }
    #expect(result.outcome.curves.contains { $0.points.count > 1 })
    for language in Language.allCases {
      let lines = result.screen(language: language, width: 100)
      #expect(lines.allSatisfy { !$0.contains("supply.h") && !$0.contains("{") }, "\(lines)")
      #expect(lines.allSatisfy { TextLayout.columns($0) <= 100 })
    }
    let table = try String(contentsOfFile: study.path("cout/supply.csv"), encoding: .utf8)
    #expect(table.split(separator: "\n").count == rows + 1)
    #expect(
      try String(contentsOfFile: study.path("cout/supply.json"), encoding: .utf8) == result.json())
    #expect(throws: Findings.self) { try Workbench().supply(request) }
  }

  @Test func `is refused for classes and years that the study has not, all at once`() throws {
    let study = try TutorialStudy()
    let request = SupplyRequest(plan: study.request(), classes: ["EEE", "EE"], years: [1999])
    let faults = #expect(throws: Findings.self) { try Workbench().supply(request) }
    #expect(
      faults?.all.map(\.code.rawValue) == ["supply.unknownClass", "supply.unknownYear"])
    #expect(faults?.all.first?.arguments["nearest"] == "EE")
  }
}
