// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Report
import TestSupport
import Testing
import Wording

@Suite struct `The screen of supply curves` {
  private func outcome(limitsOwnMoney: Bool = true) -> SupplyOutcome {
    var study = SmallStudy.scenario
    if !limitsOwnMoney { study.ownFunds = nil }
    return SupplyOutcome(
      study: study,
      curves: [
        .init(
          nisClass: "EE", year: Year(2028),
          points: [
            .init(coverage: 0.3, money: 0), .init(coverage: 0.5, money: 400),
            .init(coverage: 0.6, money: 1_200),
          ], error: 0.0123),
        .init(
          nisClass: "EI", year: Year(2028), points: [.init(coverage: 0.25, money: 0)], error: 0),
      ])
  }

  @Test(arguments: Language.allCases)
  func `tells coverage, money and the price of a point`(language: Language) throws {
    let lines = SupplyScreen.lines(outcome(), folder: "cout", language: language)
    #expect(lines.allSatisfy { TextLayout.columns($0) <= Screen.standardWidth })
    try expectGolden(lines.joined(separator: "\n") + "\n", "supply.\(language.rawValue).txt")
  }

  // 400 k€ for 20 points, then 800 k€ for 10.
  @Test func `tells the mean price up to the next point`() throws {
    let curve = try #require(outcome().curves.first)
    let prices = curve.points.indices.map { curve.price(after: $0) }
    let (first, second) = (try #require(prices[0]), try #require(prices[1]))
    #expect(abs(first - 20) < 1e-9 && abs(second - 80) < 1e-9)
    #expect(prices[2] == nil && outcome().error == 0.0123)
  }

  @Test func `says that own money which is not limited pays for everything`() {
    let text = SupplyScreen.lines(
      outcome(limitsOwnMoney: false), folder: nil, language: .english
    ).joined(separator: " ")
    #expect(text.contains("does not limit own money") && !text.contains("Files"))
  }
}
