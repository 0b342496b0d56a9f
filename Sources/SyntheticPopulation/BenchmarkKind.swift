// SPDX-License-Identifier: GPL-3.0-or-later

extension BenchmarkStudy {
  /// What makes a study hard to solve.
  ///
  /// Every kind keeps the population, measures, effects and objectives of the plain study of the
  /// same seed and size, so that times of two kinds can be compared.
  public enum Kind: String, Sendable, CaseIterable {
    /// Nothing in particular: one floor for each region over the horizon, enough staff.
    case plain
    /// Every region has a floor and a ceiling each year, so near that it meets one of them.
    case tightRegions = "tight-regions"
    /// Staff, and not money alone, is short in each region.
    case tightStaff = "tight-staff"
    /// 40 vehicles with natures, domains, beneficiaries, ceilings and rates of their own.
    case manyVehicles = "many-vehicles"
    /// Hospital groups of about 30 members under rules that hold within each group.
    case groupBlocks = "ght-blocks"
  }
}

/// What the kinds change.
extension BenchmarkStudy {
  /// Vehicles of ``Kind/manyVehicles``.
  static let vehicleCount = 40
  /// Members of a group of ``Kind/groupBlocks``, as near as whole groups allow.
  static let groupSize = 30

  /// Staff of a region relative to that of the plain study: so little that it limits every year.
  var staffFactor: Double { kind == .tightStaff ? 0.125 : 1 }

  /// Group of each of some beneficiaries in a row; `nil` where the kind has no groups.
  ///
  /// Groups are cut from the list by region, so that some stand in two regions: groups of equal size
  /// matter here, and regions smaller than a group would leave none.
  func groups(of count: Int) -> [String]? {
    guard kind == .groupBlocks else { return nil }
    let number = max(1, (count + Self.groupSize / 2) / Self.groupSize)
    let sizes = apportion(count, to: Array(repeating: 1, count: number))
    return sizes.enumerated().flatMap { position, size in
      Array(repeating: "G" + Self.padded(position + 1), count: size)
    }
  }
}
