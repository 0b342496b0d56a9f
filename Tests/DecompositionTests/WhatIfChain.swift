// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import FundingFormulation
import FundingModel
import LinearProgramming
import TestSupport

/// A random study and random changes to it, each solved warm in one session and cold by an engine
/// that knows nothing of those before.
struct WhatIfChain {
  /// Whether all goals are solved in order; otherwise one at a time, another every few changes.
  let isOrdered: Bool
  /// Whether every beneficiary must receive something, so that there is no plan without money.
  let needsMoney: Bool
  private let rehearses: Bool
  private let session: any EngineSession
  private var draw: SplitMix64
  private var scenario: Scenario
  private var formulation: Formulation
  private(set) var changes = 0
  /// Changes after which there was no plan.
  private(set) var withoutPlan = 0
  /// Rounds after changes that keep the blocks.
  private(set) var rounds = (warm: 0, cold: 0)
  /// Rounds after changes of bounds within the blocks.
  private(set) var roundsOfOtherBlocks = (warm: 0, cold: 0)

  /// Goals that are solved one at a time.
  private static let goals: [GoalLevel] = [
    GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss), GoalLevel(.minimumCoverage),
    GoalLevel([.init(.publicMoney), .init(.ownMoney, weight: 1.5)]),
    GoalLevel([.init(.avoidedLoss, weight: 2), .init(.publicMoney)]),
  ]

  /// Starts a chain and solves its study.
  init(seed: UInt64) throws {
    isOrdered = seed % 4 == 3
    rehearses = seed % 2 == 0
    draw = SplitMix64(seed: seed)
    let sizes = isOrdered ? [12, 14] : [12, 16, 20, 28, 40]
    let rules: [RandomScenario.Forced] = [.floor, .noWorse, .hardTarget, .locked, .existingCosts]
    let rule = rules[Int(seed / 2) % rules.count]
    needsMoney = rule == .floor || rule == .noWorse
    scenario =
      RandomScenario(
        seed: seed, beneficiaries: sizes[Int(seed) % sizes.count], forced: rule
      ).make()
    scenario.fairness.minimumCoverage = true
    session = Support.engine(rehearses: rehearses).makeSession()
    if !isOrdered { scenario.goals = [Self.goals[0]] }
    formulation = try Formulation.compile(scenario)
    _ = try session.optimise(
      formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
  }

  /// Makes the next change, solves both ways and says what is wrong.
  mutating func complaintsAboutNext() throws -> [String] {
    let before = scenario
    let change = WhatIfChange.drawn(at: changes, &draw)
    if !isOrdered { scenario.goals = [Self.goals[changes / 4 % Self.goals.count]] }
    change.apply(to: &scenario, &draw)
    changes += 1
    formulation = try formulation.adapted(to: scenario) ?? Formulation.compile(scenario)
    let (program, levels) = (formulation.program, formulation.levels)
    let warm = try session.optimise(
      program, inOrder: levels, options: SolverOptions(), onLevel: nil)
    let cold = try Support.solve(program, levels, rehearses: rehearses)
    if change.keepsBlocks {
      rounds.warm += warm.levels.reduce(0) { $0 + $1.iterations }
      rounds.cold += cold.levels.reduce(0) { $0 + $1.iterations }
    } else {
      roundsOfOtherBlocks.warm += warm.levels.reduce(0) { $0 + $1.iterations }
      roundsOfOtherBlocks.cold += cold.levels.reduce(0) { $0 + $1.iterations }
    }
    if cold.best == nil { withoutPlan += 1 }
    // A chain without money would not change any more.
    if cold.best == nil || change == .noMoney { scenario = before }
    let complaints = WarmAgreement.complaints(warm, cold)
    guard !complaints.isEmpty else { return [] }
    // The whole solve tells which of the two is wrong.
    let ofWarm = try Agreement.complaints(about: warm, program, levels)
    let ofCold = try Agreement.complaints(about: cold, program, levels)
    let all = complaints + ofWarm.map { "warm, \($0)" } + ofCold.map { "cold, \($0)" }
    return all.map { "change \(changes) (\(change)): \($0)" }
  }
}
