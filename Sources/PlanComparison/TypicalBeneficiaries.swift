// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Beneficiaries that stand for many, chosen without looking at any plan.
public enum TypicalBeneficiaries {
  /// In each band of size the one with the median number of agents (the lower one of two in the
  /// middle; ties by identifier).
  ///
  /// - Parameters:
  ///   - population: all beneficiaries.
  ///   - sizes: bands of size.
  /// - Returns: one for each band that has any, smallest first.
  public static func medians(of population: [Beneficiary], sizes: SizeBands) -> [BeneficiaryID] {
    sizes.names.indices.compactMap { band in
      let members = population.filter { sizes.position(of: $0) == band }.sorted {
        ($0.size[.agents] ?? 0, $0.id) < ($1.size[.agents] ?? 0, $1.id)
      }
      return members.isEmpty ? nil : members[(members.count - 1) / 2].id
    }
  }
}
