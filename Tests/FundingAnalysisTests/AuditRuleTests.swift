// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import Testing
import Wording

@Suite struct `The audit of a hand-made plan` {
  @Test func `finds nothing where every rule is kept`() {
    #expect(HandMadePlan().violations == [])
  }

  @Test(arguments: Violation.Rule.allCases)
  func `reports exactly the rule that is broken`(rule: Violation.Rule) throws {
    let mutation = try #require(Mutation.mutation(of: rule), "no mutation breaks this rule")
    let kept = mutation.kept.violations.map { "\($0.code) \($0.arguments)" }
    #expect(kept == [])
    let broken = mutation.broken.violations
    #expect(Set(broken.map(\.rule)) == [rule], "\(broken.map { "\($0.code) \($0.arguments)" })")
    #expect(broken.allSatisfy { $0.code == "audit.\(rule.rawValue)" })
  }

  @Test(arguments: Family.allCases)
  func `every family of the program is a rule of the audit`(family: Family) {
    #expect(Violation.Rule(rawValue: family.rawValue) != nil)
  }

  @Test func `says who, when, how much and what was allowed`() throws {
    var made = HandMadePlan()
    made.scenario.vehicles[0].amounts[0].secured = .euros(7_000)
    let exact = try #require(made.violations.first { $0.basis == .exact })
    // 9 k€ spent of 7 secured and 1 announced.
    #expect(exact.rule == .envelope)
    #expect(exact.subject.vehicle == "call")
    #expect(exact.subject.year == Year(2026))
    #expect(abs(exact.value - 9) < 1e-9 && abs(exact.limit - 8) < 1e-9)
    #expect(abs(exact.amount - 1) < 1e-9)
    let whole = try #require(made.violations.first { $0.basis == .wholeEuros })
    #expect(whole.value == 9_000 && whole.limit == 8_000 && whole.unit == .euros)
  }

  @Test func `a sum that a ceiling keeps down is not a fault`() {
    // Both lines of the call in 2026 are one euro short, and both hospitals are at their ceilings.
    var made = HandMadePlan()
    made.scenario.vehicles[0].ceiling = .init(
      .banded(
        .init(
          driver: .agents,
          bands: [
            .init(upTo: 100, value: Money(cents: 499_950)),
            .init(upTo: nil, value: Money(cents: 399_950)),
          ])), per: .year)
    for position in made.plan.grants.indices where made.plan.grants[position].thousands > 3 {
      made.plan.grants[position].thousands -= 0.0005
      made.allocation.lines[position].euros -= 1
      made.plan.own.append(
        .init(
          beneficiary: made.plan.grants[position].beneficiary,
          pot: made.plan.grants[position].pot, year: made.plan.grants[position].year,
          thousands: 0.0005))
    }
    #expect(made.violations == [])
  }

  @Test(arguments: Violation.Rule.allCases)
  func `every rule has its phrase in both languages`(rule: Violation.Rule) throws {
    let phrase = try #require(Catalogue.phrases["audit.\(rule.rawValue)"])
    #expect(!phrase.fr.isEmpty && !phrase.en.isEmpty)
  }
}
