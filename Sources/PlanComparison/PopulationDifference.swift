// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Beneficiaries that one of two plans has and the other has not.
public struct PopulationDifference: Sendable, Hashable {
  /// Only in the first, in its order.
  public let onlyInFirst: [BeneficiaryID]
  /// Only in the second, in its order.
  public let onlyInSecond: [BeneficiaryID]

  /// Finds the difference; `nil` where both plans are for the same beneficiaries.
  public init?(_ first: ComparedPlan, _ second: ComparedPlan) {
    let left = Set(first.population.map(\.id))
    let right = Set(second.population.map(\.id))
    guard left != right else { return nil }
    onlyInFirst = first.population.map(\.id).filter { !right.contains($0) }
    onlyInSecond = second.population.map(\.id).filter { !left.contains($0) }
  }
}
