// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
internal import SeededDraws

/// A made-up national population of candidate units, drawn from a seed.
///
/// Units are invented: names such as `Groupement 53-02`, identifiers such as `SYN-53-002`, which no
/// register can hold. Their numbers, sizes and regions follow the published figures
/// (see ``FitReport``).
public struct Population: Sendable {
  /// A unit and the class it was drawn from.
  public struct Unit: Sendable, Hashable {
    /// Class of candidate.
    public let candidateClass: CandidateClass
    /// The unit as a study holds it.
    public let beneficiary: Beneficiary
  }

  /// Candidate units of the whole country (CaRE, first call).
  public static let nationalCount = PublishedProfiles.all.map(\.units).reduce(0, +)

  /// Smallest population that can be drawn: one unit of every class and a few more.
  public static let smallestCount = 10

  /// Seed it was drawn from.
  public let seed: UInt64
  /// Units, by identifier.
  public let units: [Unit]

  /// The units as a study holds them.
  public var beneficiaries: [Beneficiary] { units.map(\.beneficiary) }

  /// Draws a population; the same arguments give the same population on every machine.
  ///
  /// - Parameters:
  ///   - seed: Any number.
  ///   - count: Units to draw, at least ``smallestCount``; classes and regions keep their
  ///     proportions.
  ///   - classes: Head-counts above which a NIS class applies.
  /// - Returns: The population, its units by region and number.
  public static func generate(
    seed: UInt64, count: Int = nationalCount, classes: NISThresholds = NISThresholds()
  ) -> Population {
    let profiles = PublishedProfiles.all
    var sizes = apportion(max(count, smallestCount), to: profiles.map(\.units))
    // Every class is present: where rounding left one out, the largest class gives a unit.
    for index in sizes.indices where sizes[index] == 0 {
      sizes[index] = 1
      sizes[sizes.count - 1] -= 1
    }
    var drawn: [DrawnUnit] = []
    for (index, profile) in profiles.enumerated() {
      var generator = SeededGenerator(seed: seed, stream: UInt64(index) + 1)
      drawn += DrawnUnit.draw(sizes[index], of: profile, using: &generator)
    }
    return Population(seed: seed, units: named(drawn, classes: classes))
  }

  /// Numbers the units within their region, the groups first.
  private static func named(_ drawn: [DrawnUnit], classes: NISThresholds) -> [Unit] {
    let regions = Set(drawn.map(\.region)).sorted()
    return regions.flatMap { region in
      var inClass: [CandidateClass: Int] = [:]
      return drawn.filter { $0.region == region }.enumerated().map { position, unit in
        let number = (inClass[unit.profile.candidateClass] ?? 0) + 1
        inClass[unit.profile.candidateClass] = number
        return Unit(
          candidateClass: unit.profile.candidateClass,
          beneficiary: unit.beneficiary(number: position + 1, inClass: number, classes: classes))
      }
    }
  }
}

/// Head-counts above which a unit belongs to a NIS class.
///
/// Source: the health coordinator of ANSSI (2023): more than 250 staff essential, 50 to 250
/// important. The same figures stand in `data/nis-classes.csv`.
public struct NISThresholds: Sendable, Hashable {
  /// More agents than this: essential entity (EE).
  public var essentialAbove: Int
  /// At least this many agents: important entity (EI).
  public var importantFrom: Int

  /// Creates thresholds; with no argument those of the source.
  public init(essentialAbove: Int = 250, importantFrom: Int = 50) {
    self.essentialAbove = essentialAbove
    self.importantFrom = importantFrom
  }

  /// The class of a unit, or `nil` where NIS does not apply.
  public func nisClass(agents: Int) -> NISClassID? {
    if agents > essentialAbove { return "EE" }
    return agents >= importantFrom ? "EI" : nil
  }
}
