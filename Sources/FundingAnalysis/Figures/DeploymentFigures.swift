// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Deployment of one measure over the beneficiaries it is meant for.
public struct MeasureDeployment: Sendable, Hashable {
  /// Position of the measure.
  public let measure: Int
  /// Number of beneficiaries it is meant for.
  public let beneficiaries: Int
  /// Weighted mean of the share in place before the horizon, 0…1.
  ///
  /// The weight is `economics.shortfallWeight`, or one each where all weigh nothing.
  public let before: Double
  /// The same at the end of each year.
  public let years: [Double]
  /// Beneficiaries where it is wholly in place at the end of each year.
  public let complete: [Int]
}

/// Security staff of one region, in full-time equivalents.
public struct RegionStaff: Sendable, Hashable {
  /// The region.
  public let region: RegionID
  /// Needed by the plan in each year.
  public let used: [Double]
  /// Available in each year; `nil` where no rule says.
  public let available: [Double]?
}

/// A shared service over the years, in its unit.
public struct ServiceUse: Sendable, Hashable {
  /// Position of the service.
  public let service: Int
  /// Capacity before the horizon.
  public let initial: Double
  /// Capacity in place in each year.
  public let capacity: [Double]
  /// Capacity that the plan's deployment uses in each year.
  public let used: [Double]
  /// Largest capacity there can be; `nil`: no limit.
  public let largest: Double?
}

/// Sums of deployment, staff and use of services.
enum DeploymentFigures {
  /// Shares this close to 1 are complete.
  static let tolerance = 1e-6

  static func measures(
    _ reading: ScenarioReading, _ shares: DeployedShares
  ) -> [MeasureDeployment] {
    (0..<reading.measureCount).map { m in
      let members = (0..<reading.beneficiaryCount).filter {
        reading.isEligible[$0 * reading.measureCount + m]
      }
      var weights = members.map {
        reading.size($0, reading.scenario.economics.shortfallWeight)
      }
      if weights.allSatisfy({ $0 == 0 }) { weights = members.map { _ in 1 } }
      let total = weights.reduce(0, +)
      func mean(_ t: Int) -> Double {
        guard total > 0 else { return 0 }
        return zip(members, weights).reduce(0) { $0 + $1.1 * shares.share($1.0, m, t) } / total
      }
      return MeasureDeployment(
        measure: m, beneficiaries: members.count, before: mean(-1),
        years: (0..<reading.yearCount).map(mean),
        complete: (0..<reading.yearCount).map { t in
          members.count { shares.share($0, m, t) >= 1 - tolerance }
        })
    }
  }

  /// Staff needed at one beneficiary in a year (full-time equivalents).
  static func staff(
    _ e: Int, _ t: Int, _ reading: ScenarioReading, _ plan: Plan, _ shares: DeployedShares
  ) -> Double {
    let size = reading.scenario.beneficiaries[e].size
    var sum = 0.0
    for m in 0..<reading.measureCount where reading.isEligible[e * reading.measureCount + m] {
      let added = shares.added(e, m, t)
      guard added > 0 else { continue }
      let measure = reading.scenario.measures[m]
      sum += (measure.installationEffort.value(for: size) ?? 0) * plan.increment(e, m, t)
      sum += (measure.runningEffort.value(for: size) ?? 0) * added
    }
    return sum
  }

  static func staffing(
    _ reading: ScenarioReading, _ plan: Plan, _ shares: DeployedShares
  ) -> [RegionStaff] {
    let scenario = reading.scenario
    let regions = Set(scenario.beneficiaries.map(\.region)).union(scenario.staffing.map(\.region))
      .sorted()
    let position = ScenarioReading.positions(regions)
    var used = regions.map { _ in [Double](repeating: 0, count: reading.yearCount) }
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      guard let r = position[beneficiary.region] else { continue }
      for t in 0..<reading.yearCount { used[r][t] += staff(e, t, reading, plan, shares) }
    }
    return regions.enumerated().map { r, region in
      let rules = scenario.staffing.filter { $0.region == region }
      // Where two rules name one region, the tighter one limits.
      let available: [Double]? =
        rules.isEmpty
        ? nil
        : (0..<reading.yearCount).map { t in
          rules.map { $0.available[t].value }.min() ?? 0
        }
      return RegionStaff(region: region, used: used[r], available: available)
    }
  }

  /// Use of a service in a year, in its unit.
  static func use(
    of s: Int, _ t: Int, _ reading: ScenarioReading, _ shares: DeployedShares
  ) -> Double {
    let service = reading.scenario.services[s]
    let measures = service.measures.compactMap { reading.measurePosition[$0] }
    var sum = 0.0
    for (e, beneficiary) in reading.scenario.beneficiaries.enumerated()
    where service.eligibility.includes(beneficiary) {
      for m in measures where reading.isEligible[e * reading.measureCount + m] {
        sum += reading.size(e, service.unit) * shares.added(e, m, t)
      }
    }
    return sum
  }

  static func services(
    _ reading: ScenarioReading, _ plan: Plan, _ shares: DeployedShares
  ) -> [ServiceUse] {
    reading.scenario.services.enumerated().map { s, service in
      ServiceUse(
        service: s, initial: service.initialCapacity,
        capacity: (0..<reading.yearCount).map { plan.serviceCapacity[s * reading.yearCount + $0] },
        used: (0..<reading.yearCount).map { use(of: s, $0, reading, shares) },
        largest: service.largestCapacity)
    }
  }
}
