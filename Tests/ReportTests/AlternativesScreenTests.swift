// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import LinearProgramming
import Report
import TestSupport
import Testing
import Wording

@Suite struct `The screen of alternatives` {
  private func outcome(
    _ amounts: [[Double]], goals: [[Double]], asked: Int, within: Double = 0.01,
    by subject: RangeSubject = .region
  ) -> AlternativesOutcome {
    let study = SmallStudy.scenario
    return AlternativesOutcome(
      study: study, within: within, subject: subject,
      goals: [
        .init(name: "nis_shortfall", sense: .minimize, value: goals[0][0]),
        .init(name: "avoided_loss+public_money", sense: .maximize, value: goals[0][1]),
      ],
      entries: subject == .region
        ? [.init(id: "53", name: ""), .init(id: "84", name: ""), .init(id: "04", name: "")]
        : [
          .init(id: "M1", name: "Annuaires"), .init(id: "M2", name: "Exercices de crise"),
          .init(id: "M3", name: "SOC"),
        ],
      plans: zip(amounts, goals).map {
        .init(goals: $1, amounts: $0, received: study.beneficiaries.map { _ in 0 })
      }, asked: asked, solves: 7)
  }

  // By hand: distances 300 + 4 + 2, and 100 + 4 + 500; of 10 + 1 + 3 M€, 9.7 + 1 + 2.5 stand in all
  // plans.
  private var three: AlternativesOutcome {
    outcome(
      [[10_000, 1000, 3000], [9700, 1004, 2998], [10_100, 1004, 2500]],
      goals: [[0.9, 400], [0.907, 398], [0.9, 401]], asked: 2)
  }

  @Test(arguments: Language.allCases)
  func `tells what moves, what is shared, and what each plan loses`(language: Language) throws {
    let lines = AlternativesScreen.lines(three, folder: "autres", language: language)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= Screen.standardWidth })
    try expectGolden(lines.joined(separator: "\n") + "\n", "alternatives.\(language.rawValue).txt")
  }

  @Test func `adds up what is told`() {
    #expect(three.distance(1, 0) == 306 && three.distance(2, 0) == 604)
    #expect(three.distance(2, 1) == 400 + 498 && three.nearest(to: 1) == 306)
    #expect(abs(three.sharedPart - (9700.0 + 1000 + 2500) / 14_000) < 1e-12)
    #expect(three.byMovement == [2, 0, 1])
    #expect([0, 1, 2].map(three.isShared) == [false, true, false])
    #expect(abs(three.lost(1, 0) - 0.007 / 0.9) < 1e-12)
    #expect(abs(three.lost(2, 1) + 1.0 / 400) < 1e-12)
  }

  @Test func `says that there is no other plan, or fewer than asked for`() {
    let none = outcome([[10, 20, 30]], goals: [[0.9, 400]], asked: 3, within: 0, by: .measure)
    let text = AlternativesScreen.lines(none, folder: nil, language: .english)
      .joined(separator: " ")
    #expect(text.contains("Asked for: 3; found: 0") && text.contains("the tie-break alone"))
    #expect(!text.contains("moves by") && !text.contains("Shared by all"))
    #expect(text.contains("M2 Exercices de crise"))
    let fewer = outcome(
      [[10, 20, 30], [20, 10, 30]], goals: [[0.9, 400], [0.9, 400]], asked: 3, by: .measure)
    let other = AlternativesScreen.lines(fewer, folder: nil, language: .english)
      .joined(separator: " ")
    #expect(other.contains("Asked for: 3; found: 1") && other.contains("moves by 10.0"))
  }

  @Test func `says which plans there is no room for`() {
    let many = outcome(
      (0..<10).map { [10_000, 1000 + Double($0), 3000 + 100 * Double($0)] },
      goals: (0..<10).map { [0.9 + 0.0001 * Double($0), 400] }, asked: 9)
    let lines = AlternativesScreen.lines(many, folder: nil, language: .french, width: 80)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= 80 })
    #expect(lines.contains { $0.contains("La place manque") })
    #expect(!lines.contains { $0.contains("plan 9") })
  }
}
