// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import Report
import Testing
import Wording

@testable import FundingAnalysis

@Suite struct `Amendments of hard targets in words` {
  private static let objective = SmallStudy.scenario.objectives[0].id
  private static let first = SmallStudy.scenario.horizon.first

  /// The small study with one hard target: 40 % in its first year, then as much or more.
  private static func scenario(next: Double) -> Scenario {
    var scenario = SmallStudy.scenario
    let years = scenario.horizon.count
    scenario.targets = [
      CoverageTarget(
        nisClass: "EE", objective: objective,
        levels: [Share(clamping: 0.4)]
          + [Share](repeating: Share(clamping: next), count: years - 1), isHard: true)
    ]
    return scenario
  }

  private static func amendment(_ year: Year, from: Double, to: Double) throws -> Amendment {
    var name = RuleName(family: .coverage)
    name.nisClass = "EE"
    name.year = year
    let rule = try #require(WrittenRule(name))
    let target = Amendment.AmendedTarget(
      objective: objective, from: Share(clamping: from), to: Share(clamping: to))
    return Amendment(.targets("EE", year, [target]), of: rule, beneficiaries: 3)
  }

  @Test func `a target that stands a year later is postponed`() throws {
    let first = try Self.amendment(Self.first, from: 0.4, to: 0.25)
    let words = AmendmentWords(Self.scenario(next: 0.5), in: .french)
      .amendment(first, of: [first])
    #expect(words.hasPrefix("reporter à \(Self.first.number + 1) la cible EE"))
    #expect(words.contains("40") && words.contains("25"))
    let english = AmendmentWords(Self.scenario(next: 0.5), in: .english)
      .amendment(first, of: [first])
    #expect(english.hasPrefix("postpone to \(Self.first.number + 1) the target EE"))
  }

  @Test func `a target that falls a year later, too, or is due for less then, is lowered`() throws {
    let first = try Self.amendment(Self.first, from: 0.4, to: 0.25)
    let second = try Self.amendment(Year(Self.first.number + 1), from: 0.5, to: 0.3)
    let both = AmendmentWords(Self.scenario(next: 0.5), in: .french)
      .amendment(first, of: [first, second])
    #expect(both.hasPrefix("baisser la cible EE"))
    let less = AmendmentWords(Self.scenario(next: 0.3), in: .french)
      .amendment(first, of: [first])
    #expect(less.hasPrefix("baisser la cible EE"))
  }
}
