// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import FundingModel

/// Coverage and losses of one beneficiary after another, for tables.
///
/// Computed on demand from the scenario and the plan alone: a national study has a hundred thousand
/// of these figures, and they are needed once.
public struct BeneficiaryFigures: Sendable {
  /// Coverage of one objective at one beneficiary at the end of a year.
  public struct Coverage: Sendable, Hashable {
    /// Position of the objective.
    public let objective: Int
    /// Position of the year.
    public let year: Int
    /// Coverage, 0…1 (at most whole).
    public let coverage: Double
    /// Target, 0…1; 0 where none.
    public let target: Double
    /// What is missing to the target, at least 0.
    public let shortfall: Double
    /// Whether the target must be met.
    public let isHard: Bool
  }

  /// Expected loss from one threat at one beneficiary in a year, in thousands of euros.
  public struct Risk: Sendable, Hashable {
    /// Position of the threat.
    public let threat: Int
    /// Position of the year.
    public let year: Int
    /// Loss with no measure at all.
    public let withoutMeasures: Double
    /// Avoided by what stood before the horizon.
    public let avoidedBefore: Double
    /// Avoided by the plan beyond that.
    public let avoidedByPlan: Double
    /// Loss that remains.
    public var residual: Double { withoutMeasures - avoidedBefore - avoidedByPlan }
  }

  private let reading: ScenarioReading
  private let shares: DeployedShares

  /// Prepares the figures of a plan.
  public init(scenario: Scenario, plan: Plan) {
    reading = ScenarioReading(scenario)
    shares = DeployedShares(plan, reading)
  }

  /// Share of a measure in place at a beneficiary at the end of a year, 0…1.
  public func deployed(_ beneficiary: Int, _ measure: Int, year: Int) -> Double {
    shares.share(beneficiary, measure, year)
  }

  /// Coverage of the objectives that apply to a beneficiary, by objective, then year.
  public func coverage(of beneficiary: Int) -> [Coverage] {
    reading.objectives(of: beneficiary).flatMap { o in
      (0..<reading.yearCount).map { t in
        let value = reading.coverage(beneficiary, o) { shares.share(beneficiary, $0, t) }
        let target = reading.target(beneficiary, o, t)
        let slot = (reading.classOf[beneficiary] ?? 0) * reading.objectiveCount + o
        return Coverage(
          objective: o, year: t, coverage: min(1, value), target: target,
          shortfall: max(0, target - value), isHard: reading.isHardTarget[slot])
      }
    }
  }

  /// Losses from the threats that cost a beneficiary anything, by threat, then year.
  public func risks(of beneficiary: Int) -> [Risk] {
    reading.scenario.threats.indices.flatMap { k -> [Risk] in
      let loss = reading.loss(beneficiary, k)
      guard loss > 0 else { return [] }
      let start = reading.exponent(beneficiary, k) { shares.share(beneficiary, $0, -1) }
      return (0..<reading.yearCount).map { t in
        let end = reading.exponent(beneficiary, k) { shares.share(beneficiary, $0, t) }
        return Risk(
          threat: k, year: t, withoutMeasures: loss, avoidedBefore: loss * (1 - exp(-start)),
          avoidedByPlan: loss * (exp(-start) - exp(-end)))
      }
    }
  }
}
