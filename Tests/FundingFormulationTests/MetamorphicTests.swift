// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

/// What must happen to the optimum when a scenario changes in a known way.
///
/// Seeds are fixed: a failure names its own.
@Suite struct `Changing a scenario` {
  private static let seeds = UInt64(1)...40

  @Test func `the order of beneficiaries changes no goal`() throws {
    for seed in Self.seeds {
      let scenario = RandomScenario(seed: seed).make()
      var shuffled = scenario
      var draw = SplitMix64(seed: seed &+ 1000)
      for position in shuffled.beneficiaries.indices.dropFirst() {
        shuffled.beneficiaries.swapAt(position, draw.integer(0...position))
      }
      shuffled.initialDeployment.reverse()
      shuffled.targets.reverse()
      shuffled.staffing.reverse()
      try expectSame(goals(of: scenario), goals(of: shuffled), "seed \(seed)")
    }
  }

  @Test func `more secured money never worsens the first goal`() throws {
    for seed in Self.seeds {
      let scenario = RandomScenario(seed: seed).make()
      var richer = scenario
      var draw = SplitMix64(seed: seed)
      let vehicle = draw.integer(0...(scenario.vehicles.count - 1))
      let year = draw.integer(0...(scenario.horizon.count - 1))
      richer.vehicles[vehicle].amounts[year].secured = Money(
        cents: scenario.vehicles[vehicle].amounts[year].secured.cents * 3 / 2 + 100_000)
      try expectNoWorse(richer, than: scenario, "seed \(seed)")
    }
  }

  @Test(arguments: Relaxation.allCases)
  func `a relaxed rule never worsens the first goal`(relaxation: Relaxation) throws {
    for seed in Self.seeds {
      let scenario = RandomScenario(seed: seed).make()
      try expectNoWorse(relaxation.applied(to: scenario), than: scenario, "seed \(seed)")
    }
  }

  @Test func `costs and money both doubled leave shares unchanged`() throws {
    for seed in Self.seeds {
      var scenario = RandomScenario(seed: seed).make()
      scenario.goals = [GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss)]
      let doubled = scenario.withEveryAmountDoubled()
      try expectSame(goals(of: scenario), goals(of: doubled), "seed \(seed)")
    }
  }

  /// Values of the goal levels, in order.
  private func goals(of scenario: Scenario) throws -> [Double] {
    let formulation = try Formulation.compile(scenario)
    let ordered = try GLPKSolver().solve(
      formulation.program, inOrder: formulation.levels, options: SolverOptions())
    try #require(ordered.isComplete, "\(scenario.title): \(ordered.last.detail)")
    return try ordered.levels.map { try #require($0.value) }
  }

  private func expectSame(_ first: [Double], _ second: [Double], _ name: String) {
    #expect(first.count == second.count)
    for (left, right) in zip(first, second) {
      let size = max(1, abs(left), abs(right))
      // Later levels start from goals held within a slack, so their optima agree a little less.
      #expect(abs(left - right) <= 2e-6 * size, "\(name): \(left) and \(right)")
    }
  }

  private func expectNoWorse(
    _ relaxed: Scenario, than scenario: Scenario, _ name: String
  ) throws {
    var first = scenario
    first.goals = [scenario.goals[0]]
    var second = relaxed
    second.goals = [scenario.goals[0]]
    let sense = try Formulation.compile(first).levels[0].objective.sense
    let before = try goals(of: first)[0]
    let after = try goals(of: second)[0]
    let room = Tolerance.sameOptimum * max(1, abs(before))
    #expect(
      sense == .minimize ? after <= before + room : after >= before - room,
      "\(name): \(before) became \(after)")
  }
}

/// A rule of a scenario that can be left out.
enum Relaxation: String, CaseIterable, Sendable {
  case territory, staffing, deployment, ceilings, rates, bands, ratioCap, sustainability
  case prerequisites, ownFunds, speed, entitlements

  func applied(to scenario: Scenario) -> Scenario {
    var relaxed = scenario
    switch self {
    case .territory: relaxed.territory = []
    case .staffing: relaxed.staffing = []
    case .deployment: relaxed.deployment = []
    case .ceilings:
      // A vehicle that pays on results needs its ceiling: it states what full results are worth.
      for v in relaxed.vehicles.indices where relaxed.vehicles[v].mechanism != .results {
        relaxed.vehicles[v].ceiling = nil
      }
    case .rates: for v in relaxed.vehicles.indices { relaxed.vehicles[v].rate = nil }
    case .bands: for v in relaxed.vehicles.indices { relaxed.vehicles[v].band = nil }
    case .ratioCap: relaxed.fairness.ratioCap = nil
    case .sustainability:
      if let rule = relaxed.sustainability, rule.isHard { relaxed.sustainability = nil }
    case .prerequisites:
      for m in relaxed.measures.indices { relaxed.measures[m].prerequisites = [] }
    case .ownFunds:
      if let share = relaxed.ownFunds?.share {
        relaxed.ownFunds?.share = Share(clamping: share.value * 1.5 + 0.1)
      }
    case .entitlements:
      for v in relaxed.vehicles.indices { relaxed.vehicles[v].entitlements = nil }
    case .speed: for m in relaxed.measures.indices { relaxed.measures[m].speed = .whole }
    }
    return relaxed
  }
}

extension Money {
  fileprivate var doubled: Money { Money(cents: 2 * cents) }
}

extension SizedAmount {
  fileprivate var doubled: SizedAmount {
    SizedAmount(fixed: fixed.doubled, terms.map { Term($0.driver, $0.perUnit.doubled) })
  }
}

extension BeneficiaryLimit {
  fileprivate var doubled: BeneficiaryLimit {
    switch schedule {
    case .sized(let amount): BeneficiaryLimit(.sized(amount.doubled), per: period)
    case .banded(let bands):
      BeneficiaryLimit(
        .banded(
          Banded(
            driver: bands.driver,
            bands: bands.bands.map { .init(upTo: $0.upTo, value: $0.value.doubled) })),
        per: period)
    }
  }
}

extension Scenario {
  /// Every cost, envelope and limit twice as high; losses as they are.
  fileprivate func withEveryAmountDoubled() -> Scenario {
    var result = self
    for m in measures.indices {
      result.measures[m].oneOff = measures[m].oneOff.doubled
      result.measures[m].recurring = measures[m].recurring.doubled
    }
    for v in vehicles.indices {
      result.vehicles[v].amounts = vehicles[v].amounts.map {
        EnvelopeYear(secured: $0.secured.doubled, announced: $0.announced.doubled)
      }
      result.vehicles[v].ceiling = vehicles[v].ceiling?.doubled
      result.vehicles[v].floor = vehicles[v].floor?.doubled
      result.vehicles[v].entitlements = vehicles[v].entitlements?.mapValues { $0.map(\.doubled) }
      result.vehicles[v].afterHorizon = vehicles[v].afterHorizon.doubled
      result.vehicles[v].band?.dropAmount = vehicles[v].band?.dropAmount.doubled ?? .zero
      result.vehicles[v].band?.riseAmount = vehicles[v].band?.riseAmount.doubled ?? .zero
    }
    for s in services.indices {
      result.services[s].buildCost = services[s].buildCost.doubled
      result.services[s].runCost = services[s].runCost.doubled
    }
    for e in beneficiaries.indices {
      result.beneficiaries[e].affordable = beneficiaries[e].affordable?.doubled
    }
    result.ownFunds?.affordable = ownFunds?.affordable.doubled ?? SizedAmount()
    result.fairness.noWorseThan = fairness.noWorseThan.mapValues(\.doubled)
    return result
  }
}
