// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// What the written tie-break decided: how a plan differs from one that is as good on every goal.
///
/// The two plans are the optimum of the last goal before the tie-break and the optimum of the
/// tie-break, so that both are as good but for what later goals may give up. A beneficiary that
/// receives the same in both may still receive something else in a third plan: the count is a
/// lower bound (`releve range --within 0` asks beneficiary by beneficiary).
public struct TieBreakFigures: Sendable, Hashable, Codable {
  /// Least difference of public money in one payment year that counts, in k€.
  public static let leastDifference = 1.0

  /// How many beneficiaries have other public money in a payment year.
  public let beneficiaries: Int
  /// Which ones.
  public let dependent: [BeneficiaryID]
  /// Public money that stands at another beneficiary or in another year, in euros.
  public let movedEuros: Double

  /// Compares two plans of one scenario.
  ///
  /// - Parameters:
  ///   - chosen: The plan that the tie-break chose.
  ///   - other: A plan as good before it.
  ///   - scenario: Their scenario.
  public init(_ chosen: Plan, against other: Plan, of scenario: Scenario) {
    let years = chosen.yearCount + (scenario.vehicles.map(\.lag).max() ?? 0)
    var more = [Double](repeating: 0, count: scenario.beneficiaries.count * years)
    for (plan, sign) in [(chosen, 1.0), (other, -1.0)] {
      for grant in plan.grants {
        let year = grant.year + scenario.vehicles[grant.vehicle].lag
        more[grant.beneficiary * years + year] += sign * grant.thousands
      }
    }
    dependent = scenario.beneficiaries.indices.filter { beneficiary in
      more[beneficiary * years..<(beneficiary + 1) * years].contains {
        abs($0) >= Self.leastDifference
      }
    }.map { scenario.beneficiaries[$0].id }
    beneficiaries = dependent.count
    movedEuros = 500 * more.reduce(0) { $0 + abs($1) }
  }
}
