// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// A beneficiary that a little more or less of its size would put in another band.
public struct Cliff: Sendable, Hashable {
  /// Position of the clause in the mechanism.
  public let clause: Int
  /// Position of the beneficiary.
  public let beneficiary: Int
  /// Size that decides the band.
  public let driver: Driver
  /// Its size.
  public let size: Double
  /// The edge that is near.
  public let edge: Double
  /// Euros over the horizon by which the other side of the edge differs: above 0 where it is more.
  public let euros: Double

  /// The cliffs of a mechanism.
  ///
  /// - Parameters:
  ///   - mechanism: the rule.
  ///   - scenario: the population.
  ///   - shared: what the rule gives; it tells what each euro of amount comes to.
  ///   - within: distance from the edge that counts as near, as a share of the edge.
  /// - Returns: by clause, then beneficiary; the nearest edge where two are near.
  public static func list(
    _ mechanism: FundingMechanism, _ scenario: Scenario, _ shared: SharedOut, within: Double
  ) -> [Cliff] {
    mechanism.clauses.enumerated().flatMap { place, clause -> [Cliff] in
      guard case .amount(.banded(let bands)) = clause.basis else { return [] }
      var factors = [Double](repeating: 0, count: scenario.beneficiaries.count)
      for year in shared.years where year.clause == place {
        for part in year.parts { for e in part.beneficiaries { factors[e] += year.factor } }
      }
      return scenario.beneficiaries.indices.compactMap { e in
        guard factors[e] > 0, let size = scenario.beneficiaries[e].size[bands.driver] else {
          return nil
        }
        let edges = bands.bands.dropLast().enumerated().compactMap { position, band in
          band.upTo.map { (position: position, edge: $0) }
        }
        let near = edges.filter { abs(size - $0.edge) <= within * $0.edge }
          .min { abs(size - $0.edge) < abs(size - $1.edge) }
        guard let near else { return nil }
        let rise =
          bands.bands[near.position + 1].value.euros - bands.bands[near.position].value.euros
        let sign = size <= near.edge ? 1.0 : -1
        return Cliff(
          clause: place, beneficiary: e, driver: bands.driver, size: size, edge: near.edge,
          euros: sign * rise * factors[e])
      }
    }
  }
}
