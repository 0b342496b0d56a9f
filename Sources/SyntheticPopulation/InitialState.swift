// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel
internal import SeededDraws

/// What of each measure already stands at the units of a population before the first year.
///
/// Which units: by class, from the published take-up of the CaRE calls and the published counts of
/// exercises and security officers. How much of the measure: assumptions throughout.
public enum InitialState {
  /// Measures that stand together, because one programme paid for them or one team did them.
  struct Bundle: Sendable {
    /// Share of the units of each class that have it.
    let presence: [CandidateClass: Double]
    /// Share of each measure that stands there.
    let depths: [(measure: MeasureID, depth: Double)]

    /// Share of the units of a class that have it.
    func presence(_ candidateClass: CandidateClass) -> Double { presence[candidateClass] ?? 0 }
  }

  /// The bundles drawn, in order.
  static let bundles = [
    // CaRE, domain 1: applications (100, 86, 71, 88 %) times success (93, 94, 83, 90 %).
    Bundle(
      presence: by(0.93, 0.81, 0.59, 0.79), depths: [(measure: "M01", depth: 0.6), ("M02", 0.7)]),
    // Workstations and detection: some agents on endpoints and regular patching (assumption).
    Bundle(presence: by(0.6, 0.5, 0.4, 0.4), depths: [(measure: "M05", depth: 0.4)]),
    // CaRE, domain 2: files handed in at the end of 2025, work begun (assumption on the depth).
    Bundle(presence: by(0.97, 0.71, 0.70, 0.85), depths: [(measure: "M07", depth: 0.2)]),
    // Exercises: 2,235 done or planned by the end of 2024, 79 % of the establishments.
    Bundle(presence: by(0.79, 0.79, 0.79, 0.79), depths: [(measure: "M09", depth: 0.5)]),
    // Patching: about 20 % of the machines are obsolete, the others follow some plan (assumption).
    Bundle(presence: by(0.8, 0.8, 0.8, 0.8), depths: [(measure: "M10", depth: 0.4)]),
    // A security officer is named nearly everywhere and full-time in 8 % (42 % in CHU).
    Bundle(
      presence: by(0.9, 0.6, 0.4, 0.3),
      depths: [(measure: "M15", depth: 0.3), ("M14", 0.3), ("M16", 0.3)]),
  ]

  /// Draws the initial deployment of a population, by unit and measure.
  ///
  /// The draw of one unit does not depend on the others, and each bundle has a sequence of its own.
  public static func draw(for population: Population) -> [InitialDeployment] {
    var rows: [[InitialDeployment]] = Array(repeating: [], count: population.units.count)
    for (index, bundle) in bundles.enumerated() {
      var generator = SeededGenerator(seed: population.seed, stream: 100 + UInt64(index))
      for (position, unit) in population.units.enumerated() {
        let isPresent = generator.unit() < bundle.presence(unit.candidateClass)
        for (measure, depth) in bundle.depths where isPresent {
          rows[position].append(
            InitialDeployment(unit.beneficiary.id, measure, Share(clamping: depth)))
        }
      }
    }
    return rows.flatMap { $0.sorted { $0.measure < $1.measure } }
  }

  private static func by(
    _ ght: Double, _ publicOutside: Double, _ nonProfit: Double, _ forProfit: Double
  ) -> [CandidateClass: Double] {
    [
      .ght: ght, .publicOutsideGroup: publicOutside, .nonProfit: nonProfit, .forProfit: forProfit,
    ]
  }
}
