// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import LinearProgramming
import Report
import TestSupport
import Testing
import Wording

@Suite struct `The screen of a curve` {
  private func outcome(
    _ values: [[Double]], _ goals: [Goal], shape: TradeOffCurve.Shape
  ) throws -> FrontierOutcome {
    let plan = try SmallStudy.outcome()
    return FrontierOutcome(
      study: plan.scenario,
      axes: goals.map { .init(goal: $0, sense: $0 == .avoidedLoss ? .maximize : .minimize) },
      leftOut: [.publicMoney, .tieBreak].filter { !goals.contains($0) },
      points: values.map {
        FrontierPoint(
          values: $0, tangent: .init(first: 1, second: 1, least: 0), publicEuros: 345_000,
          coverage: plan.figures.classes, seconds: 1)
      }, shape: shape, error: 0.0007)
  }

  @Test(arguments: Language.allCases)
  func `tells points, prices and the knee`(language: Language) throws {
    let curve = try outcome(
      [[0.9, 210], [1.1, 260], [2.3, 310]], [.nisShortfall, .avoidedLoss], shape: .bend(knee: 1))
    let lines = FrontierScreen.lines(curve, folder: "courbe", language: language)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= Screen.standardWidth })
    try expectGolden(lines.joined(separator: "\n") + "\n", "frontier.\(language.rawValue).txt")
  }

  @Test func `says what is saved where less is wanted`() throws {
    let curve = try outcome(
      [[0.9, 2100], [1.1, 100]], [.nisShortfall, .publicMoney], shape: .line)
    let text = FrontierScreen.lines(curve, folder: nil, language: .english)
      .joined(separator: "\n")
    // 0.2 of shortfall saves 2 M€, so that 1 M€ costs 0.1.
    #expect(text.contains("saving €1.0M of public money costs "))
    #expect(text.contains("no knee"))
    #expect(!text.contains("Files"))
  }

  @Test func `with too few points claims nothing of the shape`() throws {
    let curve = try outcome(
      [[0.9, 2100], [1.1, 100]], [.nisShortfall, .publicMoney], shape: .unknown)
    let text = FrontierScreen.lines(curve, folder: nil, language: .english)
      .joined(separator: "\n")
    #expect(text.contains("Too few points") && !text.contains("knee"))
  }

  @Test func `has one point where goals do not compete`() throws {
    let curve = try outcome([[0.9, 2100]], [.nisShortfall, .publicMoney], shape: .point)
    let text = FrontierScreen.lines(curve, folder: nil, language: .english)
      .joined(separator: "\n")
    #expect(text.contains("do not compete"))
    #expect(!text.contains("costs") && !text.contains("proven"))
  }
}
