// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// A maker of random scenarios that always have a plan, for tests of properties.
///
/// Rules that only forbid (ceilings, envelopes, staff) come together freely, since doing nothing
/// satisfies them all. A rule that forces something (``Forced``) comes alone, with means ample
/// enough to obey it. Every number has few decimals, so that it is written and read back exactly.
public struct RandomScenario: Sendable {
  /// A rule that doing nothing would break.
  public enum Forced: String, Sendable, CaseIterable {
    case massiveMeasure, massiveObjective, locked, hardTarget, floor, noWorse, existingCosts
  }

  /// Seed of every choice.
  public var seed: UInt64
  /// Number of beneficiaries.
  public var beneficiaries: Int
  /// Number of measures, at least 2.
  public var measures: Int
  /// Years of the horizon.
  public var years: Int
  /// Number of NIS objectives.
  public var objectives: Int
  /// Number of threats.
  public var threats: Int
  /// Number of regions.
  public var regions: Int
  /// The rule that forces something; `nil` leaves the choice (including none) to the seed.
  public var forced: Forced?
  /// Whether rules between beneficiaries other than envelopes are drawn at all.
  public var couplingRules = true

  /// First year of every random scenario.
  public static let firstYear = 2026

  /// Creates a maker.
  public init(
    seed: UInt64, beneficiaries: Int = 6, measures: Int = 4, years: Int = 3, objectives: Int = 3,
    threats: Int = 2, regions: Int = 3, forced: Forced? = nil
  ) {
    self.seed = seed
    self.beneficiaries = beneficiaries
    self.measures = max(2, measures)
    self.years = years
    self.objectives = objectives
    self.threats = threats
    self.regions = regions
    self.forced = forced
  }

  /// The scenario; the same maker always gives the same one.
  public func make() -> Scenario {
    var draw = SplitMix64(seed: seed)
    let drawn = draw.chance(0.6) ? draw.pick(Forced.allCases) : nil
    let forced = forced ?? drawn
    let population = makeBeneficiaries(&draw)
    let objectives = makeObjectives(&draw)
    let threats = makeThreats(&draw)
    let measures = makeMeasures(&draw, forced)
    let vehicles = makeVehicles(&draw, forced, population)
    var scenario = Scenario(
      title: "random \(seed)", horizon: horizon,
      economics: Economics(
        priceYear: Year(Self.firstYear - draw.integer(0...2)),
        inflation: draw.number(0...0.04, places: 3), discount: draw.number(0...0.05, places: 3),
        lossPieces: draw.integer(1...5), existingCostsOutsidePlan: forced != .existingCosts,
        shortfallWeight: draw.pick([.units, .agents, .beds])),
      beneficiaries: population, measures: measures, objectives: objectives, threats: threats,
      vehicles: vehicles, targets: makeTargets(&draw, objectives), goals: makeGoals(&draw))
    scenario.classWeights = draw.chance(0.5) ? ["EE": 2, "EI": 0.5] : [:]
    scenario.initialDeployment = makeInitialDeployment(&draw, scenario)
    addLocalRules(to: &scenario, &draw, forced)
    if couplingRules { addCouplingRules(to: &scenario, &draw, forced) }
    add(forced, to: &scenario, &draw)
    if forced == nil { addEntitlements(to: &scenario) }
    return scenario
  }

  /// Says in three of ten scenarios what the first vehicle owes whom; some are not named at all.
  ///
  /// It has a draw of its own, so that scenarios without it stay what they were.
  private func addEntitlements(to scenario: inout Scenario) {
    var draw = SplitMix64(seed: seed ^ 0xE27)
    guard draw.chance(0.3), !scenario.vehicles.isEmpty else { return }
    var amounts: [BeneficiaryID: [Money]] = [:]
    for beneficiary in scenario.beneficiaries where draw.chance(0.8) {
      amounts[beneficiary.id] = (0..<years).map { _ in
        .euros(Int64(draw.integer(0...60)) * 1000)
      }
    }
    scenario.vehicles[0].entitlements = amounts
    guard draw.chance(0.5), scenario.vehicles.count > 1, scenario.vehicles[1].paysBeneficiaries
    else { return }
    // The second vehicle pays the same claim in another window.
    scenario.vehicles[1].entitlements = amounts.mapValues { $0.map { $0.scaled(by: 0.5) } }
    for v in 0..<2 {
      scenario.vehicles[v].claim = ClaimWindow(claim: "file", window: RuleID("window-\(v + 1)"))
    }
  }

  var horizon: Horizon {
    guard let horizon = Horizon(first: Year(Self.firstYear), count: years) else {
      preconditionFailure("a random scenario has at least one year")
    }
    return horizon
  }

  static let domains: [DomainID] = ["directories", "continuity"]
  static let classes: [NISClassID] = ["EE", "EI"]

  private func makeBeneficiaries(_ draw: inout SplitMix64) -> [Beneficiary] {
    (0..<beneficiaries).map { position in
      var size = DriverValues([
        .agents: Double(draw.integer(40...4000)), .beds: Double(draw.integer(5...900)),
        .workstations: Double(draw.integer(30...3000)), .sites: Double(draw.integer(1...9)),
      ])
      size[.activity] = Double(draw.integer(100...90_000))
      let code = String(10_000 + (position * 7919) % 90_000)
      var one = Beneficiary(
        id: BeneficiaryID("0\(code)\(String(1000 + position))"), name: "Hôpital n° \(position + 1)",
        kind: draw.pick(Beneficiary.Kind.allCases), status: draw.pick(Beneficiary.Status.allCases),
        region: RegionID("R\(draw.integer(1...max(1, regions)))"), size: size)
      one.nisClass = draw.chance(0.85) ? draw.pick(Self.classes) : nil
      one.department = draw.chance(0.8) ? "D\(draw.integer(1...4))" : nil
      one.risk = draw.number(0.5...2)
      one.careWeight = draw.pick([1, 1, 1, 1.5, 2])
      // Not drawn, so that what other draws give stays as it was.
      if position % 7 == 3 { one.costFactor = 1.25 }
      one.isPilot = draw.chance(0.3)
      if draw.chance(0.7) { one.groups["ght"] = "GHT d'essai \(draw.integer(1...2))" }
      return one
    }
  }

  private func makeObjectives(_ draw: inout SplitMix64) -> [NISObjective] {
    (0..<objectives).map { position in
      NISObjective(
        id: ObjectiveID("O\(position + 1)"), title: "Objectif \(position + 1)",
        weight: draw.pick([1, 1, 2, 0.5]),
        classes: position == 0 || draw.chance(0.6) ? Self.classes : ["EE"])
    }
  }

  private func makeThreats(_ draw: inout SplitMix64) -> [Threat] {
    (0..<threats).map { position in
      Threat(
        id: ThreatID("K\(position + 1)"), title: "Menace \(position + 1)",
        frequency: Banded(
          driver: draw.pick([.agents, .beds]),
          bands: [
            .init(upTo: 200, value: draw.number(0.01...0.1, places: 3)),
            .init(upTo: 900, value: draw.number(0.05...0.2, places: 3)),
            .init(upTo: nil, value: draw.number(0.1...0.4, places: 3)),
          ]),
        severity: SizedAmount(
          fixed: .euros(Int64(draw.integer(10...200)) * 1000),
          [.init(.agents, .euros(Int64(draw.integer(50...900))))]))
    }
  }

  private func makeTargets(
    _ draw: inout SplitMix64, _ objectives: [NISObjective]
  ) -> [CoverageTarget] {
    objectives.flatMap { objective in
      objective.classes.compactMap { nisClass in
        guard draw.chance(0.8) else { return nil }
        var level = 0.0
        let levels = (0..<years).map { _ in
          level = min(1, level + draw.number(0...0.5))
          return Share(clamping: level)
        }
        return CoverageTarget(nisClass: nisClass, objective: objective.id, levels: levels)
      }
    }
  }

  private func makeInitialDeployment(
    _ draw: inout SplitMix64, _ scenario: Scenario
  ) -> [InitialDeployment] {
    scenario.beneficiaries.flatMap { beneficiary in
      scenario.measures.compactMap { measure in
        guard draw.chance(0.3) else { return nil }
        return InitialDeployment(
          beneficiary.id, measure.id, Share(clamping: draw.number(0.05...0.4)))
      }
    }
  }

  private func makeGoals(_ draw: inout SplitMix64) -> [GoalLevel] {
    switch draw.integer(0...3) {
    case 0: GoalLevel.standard
    case 1:
      [
        GoalLevel(.nisShortfall, tolerance: 0.01),
        GoalLevel([.init(.avoidedLoss, weight: 2), .init(.publicMoney), .init(.ownMoney)]),
        GoalLevel(.tieBreak),
      ]
    case 2:
      [
        GoalLevel(.minimumCoverage, tolerance: 0.05), GoalLevel(.avoidedLoss, tolerance: 0.02),
        GoalLevel(.budgetCliff, tolerance: 0.02), GoalLevel(.ownMoney, tolerance: 0.001),
        GoalLevel(.publicMoney),
      ]
    default:
      [
        GoalLevel(.minimumCoverage), GoalLevel(.nisShortfall),
        GoalLevel([.init(.publicMoney), .init(.ownMoney, weight: 1.5)]),
      ]
    }
  }
}
