// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report

extension Workbench {
  /// How far the prices of a plan's first goal hold, for the rules that matter most.
  ///
  /// The first goal is solved once more, alone, and again with each rule's bound moved. Of later
  /// goals there is no such range: what one more unit changes there depends on what it changes
  /// before.
  ///
  /// - Parameters:
  ///   - outcome: The plan, whose prices are completed.
  ///   - loaded: Its study.
  ///   - count: Most rules.
  ///   - limits: Limits of the work, which hold for each solve.
  /// - Throws: As ``price(_:control:)`` does.
  func addPriceRanges(
    to outcome: inout PlanOutcome, of loaded: LoadedStudy, count: Int, _ limits: WorkLimits
  ) throws {
    guard let goal = outcome.goals.first?.name else { return }
    var quiet = limits.control
    // What is worth saying about the inputs was said.
    quiet.onWarnings = { _ in }
    let limits = WorkLimits(limits.request, quiet)
    let sole = try soleGoal(goal, of: loaded, limits)
    let search = MarginSearch(
      sole.formulation, optimum: sole.optimum, session: sole.session, options: limits.options)
    let names = sole.formulation.program.rowNames
    let rows = Dictionary(uniqueKeysWithValues: search.rows().map { (names[$0], $0) })
    let chosen = Self.rulesToRange(outcome).compactMap { rows[$0] }.prefix(count)
    let margins = try margins(of: Array(chosen), search, sole.goal, limits)
    let ranges = Dictionary(
      uniqueKeysWithValues: margins.map {
        ($0.rowName, $0.range)
      })
    for place in outcome.prices.indices where outcome.prices[place].levelIndex == 0 {
      outcome.prices[place].range = ranges[outcome.prices[place].rowName]
    }
  }

  /// Rules that the first goal depends on: first the envelopes that the screen tells of, then by
  /// what a million euros, one post or one unit is worth.
  private static func rulesToRange(_ outcome: PlanOutcome) -> [String] {
    let first = outcome.prices.filter { $0.levelIndex == 0 && $0.isBinding && $0.price != 0 }
    func worth(_ price: RulePrice) -> Double { abs(price.price) * price.unit.step }
    let priced = first.enumerated().sorted {
      (worth($0.element), -$0.offset) > (worth($1.element), -$1.offset)
    }.map(\.element.rowName)
    let told = Screen.pricedEnvelopes(of: outcome).filter(priced.contains)
    return told + priced.filter { !told.contains($0) }
  }
}
