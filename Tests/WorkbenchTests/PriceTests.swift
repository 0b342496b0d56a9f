// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import Testing
import Wording

@testable import Workbench

@Suite struct `What rules of the tutorial are worth` {
  private static func price(
    _ study: TutorialStudy, goal: String? = nil, rules: [String] = [], count: Int = 2
  ) throws -> MarginOutcome {
    let request = PriceRequest(plan: study.request(), goal: goal, rules: rules, count: count)
    return try Workbench().price(request).outcome
  }

  // The optimum is that of the study with this goal alone, and a worth that holds is found again by
  // a study whose envelope was changed by hand.
  @Test func `is what a study with another envelope reaches`() throws {
    let study = try TutorialStudy()
    let outcome = try Self.price(study, goal: "avoided_loss", rules: ["envelope"], count: 3)
    #expect(outcome.goal == .avoidedLoss && outcome.margins.count == 3)
    for margin in outcome.margins {
      guard let side = margin.looser, side.reach > 0, let vehicle = margin.rule.vehicle,
        let year = margin.rule.year
      else { continue }
      var changed = outcome.study
      let v = try #require(changed.vehicles.firstIndex { $0.id == vehicle })
      let t = try #require(changed.horizon.years.firstIndex(of: year))
      let more = Money(cents: Int64(side.reach * 100_000))
      changed.vehicles[v].amounts[t].secured = changed.vehicles[v].amounts[t].secured + more
      let limits = WorkLimits(study.request(), WorkControl())
      let bench = Workbench()
      let value = try bench.optimise(bench.build(changed, limits), limits).levels[0].value ?? 0
      let told = outcome.value + side.worth * side.reach
      #expect(
        abs(value - told) <= 1e-4 * abs(told - outcome.value) + 4e-6 * max(1, abs(value)),
        "\(margin.rowName)")
    }
  }

  @Test func `is told of the rules with the highest prices, or of those that are named`() throws {
    let study = try TutorialStudy()
    let best = try Self.price(study, count: 2)
    #expect(best.margins.count == 2 && best.priced >= 2)
    let staff = try Self.price(study, rules: ["staffing"], count: 4)
    #expect(!staff.margins.isEmpty && staff.margins.allSatisfy { $0.rule.family == .staffing })
  }

  // How far a price holds stands beside it in a plan, and comes back from its folder.
  @Test func `stands beside the prices of a plan, where that is asked for`() throws {
    let study = try TutorialStudy()
    var request = study.request()
    request.priceRanges = 3
    let bench = Workbench()
    var result = try bench.plan(request)
    _ = try bench.write(&result, to: study.path("plan"))
    let ranged = result.outcome.prices.filter { $0.range != nil }
    #expect(ranged.count == 3 && ranged.allSatisfy { $0.level == "nis_shortfall" })
    let rules = ranged.map(\.rowName)
    let alone = try Self.price(study, goal: "nis_shortfall", rules: rules, count: rules.count)
    for price in ranged {
      let margin = try #require(alone.margins.first { $0.rowName == price.rowName })
      #expect(price.range == margin.range)
    }
    // The best year of each vehicle is looked at first, so that the screen tells of no other.
    let told = Screen.pricedEnvelopes(of: result.outcome)
    #expect(!told.isEmpty && told.allSatisfy(rules.contains))
    let screen = result.screen(folder: "", language: .french, width: 110)
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(screen.ranges(of: "(premier but :").count == told.count, "\(screen)")
    let read = try WrittenPrices.read(study.path("plan"), of: result.outcome.scenario)
    #expect(read.map(\.range) == result.outcome.prices.map(\.range))
    let verified = try bench.verify(VerifyRequest(plan: study.path("plan")))
    #expect(verified.findings.all.isEmpty, "\(verified.findings)")
  }

  // Beside the first goal stands what the same rules are worth where avoided loss is the one goal.
  @Test func `is told in avoided loss too, where no goal is named`() throws {
    let study = try TutorialStudy()
    let both = try Self.price(study, count: 3)
    #expect(both.goal == .nisShortfall && both.avoiding.count == 3)
    let rules = both.margins.map(\.rowName)
    let alone = try Self.price(study, goal: "avoided_loss", rules: rules, count: 3)
    #expect(alone.avoiding.isEmpty)
    for margin in alone.margins {
      #expect(both.avoiding.first { $0.rowName == margin.rowName } == margin)
    }
    let named = try Self.price(study, goal: "nis_shortfall", count: 3)
    #expect(named.avoiding.isEmpty && named.margins == both.margins)
    let screen = MarginScreen.lines(both, folder: nil, language: .french).joined(separator: " ")
    #expect(screen.contains("pour les seules pertes évitées"))
    #expect(screen.contains("de pertes évitées de plus"))
    let other = MarginScreen.lines(named, folder: nil, language: .french).joined(separator: " ")
    #expect(!other.contains("pertes évitées"))
  }

  @Test func `is told in both languages, as a table and as JSON`() throws {
    let study = try TutorialStudy()
    let request = PriceRequest(plan: study.request(), count: 3, out: study.path("prix"))
    let result = try Workbench().price(request)
    for language in Language.allCases {
      let lines = result.screen(language: language, width: 100)
      #expect(lines.allSatisfy { !$0.contains("price.") && !$0.contains("{") }, "\(lines)")
      #expect(lines.allSatisfy { TextLayout.columns($0) <= 100 })
    }
    let table = try String(contentsOfFile: study.path("prix/margins.csv"), encoding: .utf8)
    #expect(table.split(separator: "\n").count == 4)
    #expect(
      try String(contentsOfFile: study.path("prix/margins.json"), encoding: .utf8) == result.json())
    #expect(throws: Findings.self) { try Workbench().price(request) }
  }

  @Test func `is refused for a goal or rules that the study has not, all of it at once`() throws {
    let study = try TutorialStudy()
    let rules = #expect(throws: Findings.self) {
      try Self.price(study, rules: ["enveloppe", "envelope[rien,2027]", ""])
    }
    #expect(
      rules?.all.map(\.code.rawValue) == Array(repeating: "price.unknownRule", count: 3))
    #expect(rules?.all.first?.arguments["nearest"] == "envelope")
    let goal = #expect(throws: Findings.self) { try Self.price(study, goal: "avoided_los") }
    #expect(goal?.all.map(\.code.rawValue) == ["frontier.unknownGoal"])
    #expect(goal?.all.first?.arguments["nearest"] == "avoided_loss")
  }
}

@Suite struct `What matters in the tutorial` {
  private static func importance(
    _ study: TutorialStudy, _ subject: ImportanceRequest.Subject
  ) throws -> ImportanceResult {
    let request = ImportanceRequest(
      plan: study.request(), subject: subject, out: study.path(subject.rawValue))
    return try Workbench().importance(request)
  }

  @Test(arguments: ImportanceRequest.Subject.allCases)
  func `is told in both languages, as a table and as JSON`(
    subject: ImportanceRequest.Subject
  ) throws {
    let study = try TutorialStudy()
    let result = try Self.importance(study, subject)
    for language in Language.allCases {
      let lines = result.screen(language: language, width: 100)
      #expect(lines.allSatisfy { !$0.contains("importance.h") && !$0.contains("{") }, "\(lines)")
      #expect(lines.allSatisfy { TextLayout.columns($0) <= 100 })
    }
    let folder = study.path(subject.rawValue)
    let table = try String(contentsOfFile: "\(folder)/importance.csv", encoding: .utf8)
    #expect(table.split(separator: "\n").count == result.outcome.parts.count + 1)
    #expect(
      try String(contentsOfFile: "\(folder)/importance.json", encoding: .utf8) == result.json())
  }

  // A target that may be missed is the goal itself: without it there is nothing to reach.
  @Test func `is not a target that may be missed`() throws {
    let study = try TutorialStudy()
    let outcome = try Self.importance(study, .rule).outcome
    #expect(!outcome.parts.isEmpty)
    for part in outcome.parts {
      guard case .rule(let rule) = part.part else { continue }
      #expect(rule.family != .coverage)
      // Without what only holds back, the goal is no worse.
      #expect(try #require(part.value) <= outcome.value + outcome.noise)
    }
  }
}
