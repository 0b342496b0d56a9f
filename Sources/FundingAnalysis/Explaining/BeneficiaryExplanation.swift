// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// What a plan means for one beneficiary, and why.
public struct BeneficiaryExplanation: Sendable {
  /// Money of one vehicle.
  public struct VehicleMoney: Sendable, Hashable {
    /// Position of the vehicle.
    public let vehicle: Int
    /// Whole euros by payment year.
    public let euros: [Int]
  }

  /// A measure that the plan puts in place, or that stood before.
  public struct MeasureProgress: Sendable, Hashable {
    /// Position of the measure.
    public let measure: Int
    /// Share in place before the horizon.
    public let before: Double
    /// Share in place at the end of each year.
    public let years: [Double]
  }

  /// Position of the beneficiary.
  public let beneficiary: Int
  /// Public money by vehicle; vehicles that pay nothing are left out.
  public let money: [VehicleMoney]
  /// Money of its own by year of the need, thousands of euros.
  public let own: [Double]
  /// Measures that are in place in part at least, in the order of the scenario.
  public let measures: [MeasureProgress]
  /// Mean coverage of its objectives at the end of each year, 0…1; empty without objectives.
  public let coverage: [Double]
  /// Mean coverage before the horizon; `nil` without objectives.
  public let coverageBefore: Double?
  /// Number of targets of the last year, for objectives that apply, and of those that are met.
  public let targets: (met: Int, all: Int)
  /// Losses that the plan avoids in each year, thousands of euros.
  public let avoided: [Double]
  /// What its public money buys.
  public let yields: [GoalYield]
  /// The goal at hand, as the position of its level; `nil` where nothing is left.
  public let level: Int?
  /// Why it gets that, and no more.
  public let reasons: [Reason]

  /// Public money over the horizon, whole euros.
  public var euros: Int { money.reduce(0) { $0 + $1.euros.reduce(0, +) } }
}

extension ExplainedPlan {
  /// What the plan means for a beneficiary.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - yields: Yields of the plan.
  ///   - accounts: What its open measures are worth at the goal at hand; `nil` where not known.
  ///   - without: What the prices say of it without public money; `nil` where not known.
  /// - Returns: Facts and reasons.
  public func explanation(
    of beneficiary: Int, yields: GoalYields, accounts: [MeasureAccount]?,
    without: WithoutMoney? = nil
  ) -> BeneficiaryExplanation {
    let e = beneficiary
    var own = [Double](repeating: 0, count: reading.yearCount)
    for entry in plan.own where entry.beneficiary == e { own[entry.year] += entry.thousands }
    var avoided = [Double](repeating: 0, count: reading.yearCount)
    for risk in figures.risks(of: e) { avoided[risk.year] += risk.avoidedByPlan }
    let covered = meanCoverage(of: e)
    return BeneficiaryExplanation(
      beneficiary: e, money: money(of: e), own: own, measures: progress(of: e),
      coverage: covered.years, coverageBefore: covered.before, targets: lastTargets(of: e),
      avoided: avoided, yields: yields.yields(of: e), level: levelAtHand(of: e),
      reasons: reasons(of: e, accounts: accounts, without: without))
  }

  /// Whole euros of a beneficiary by vehicle and payment year.
  func money(of e: Int) -> [BeneficiaryExplanation.VehicleMoney] {
    let years = reading.yearCount
    var euros = [Int](repeating: 0, count: scenario.vehicles.count * years)
    for line in allocation.lines where line.beneficiary == e {
      euros[line.vehicle * years + line.year + scenario.vehicles[line.vehicle].lag] += line.euros
    }
    return scenario.vehicles.indices.compactMap { v in
      let row = Array(euros[v * years..<(v + 1) * years])
      return row.allSatisfy { $0 == 0 }
        ? nil : BeneficiaryExplanation.VehicleMoney(vehicle: v, euros: row)
    }
  }

  private func progress(of e: Int) -> [BeneficiaryExplanation.MeasureProgress] {
    scenario.measures.indices.compactMap { m in
      guard reading.isEligible[e * reading.measureCount + m],
        shares.share(e, m, reading.yearCount - 1) > Self.tolerance
      else { return nil }
      return BeneficiaryExplanation.MeasureProgress(
        measure: m, before: shares.share(e, m, -1),
        years: (0..<reading.yearCount).map { shares.share(e, m, $0) })
    }
  }

  /// Plain mean over the objectives that apply, each at most whole.
  func meanCoverage(of e: Int) -> (before: Double?, years: [Double]) {
    let objectives = reading.objectives(of: e)
    guard !objectives.isEmpty else { return (nil, []) }
    func mean(_ t: Int) -> Double {
      objectives.reduce(0) { sum, o in
        sum + min(1, reading.coverage(e, o) { shares.share(e, $0, t) })
      } / Double(objectives.count)
    }
    return (mean(-1), (0..<reading.yearCount).map(mean))
  }

  func lastTargets(of e: Int) -> (met: Int, all: Int) {
    let last = reading.yearCount - 1
    let wanted = reading.objectives(of: e).filter { reading.target(e, $0, last) > 0 }
    let met = wanted.count { o in
      reading.target(e, o, last) - reading.coverage(e, o) { shares.share(e, $0, last) }
        <= Self.tolerance
    }
    return (met, wanted.count)
  }
}

extension ExplainedPlan {
  /// Increments above this are told.
  public static let noticeableShare = ExplainedPlan.tolerance

  /// Losses that the plan avoids at a beneficiary in a year, each threat rounded to the cent as
  /// `risk.csv` has it.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - year: Position of the year.
  /// - Returns: Their sum.
  public func avoidedCents(of beneficiary: Int, in year: Int) -> Money {
    figures.risks(of: beneficiary).filter { $0.year == year }.reduce(.zero) {
      $0 + Money(roundingThousandsOfEuros: $1.avoidedByPlan)
    }
  }
}
