// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import FundingModel

/// Expected losses avoided, shared out between measures.
///
/// What a beneficiary avoids of a threat is `loss·(e^−u₀ − e^−u)`, where u adds up over measures and u₀
/// is what was in place before. Each measure is given the part that its own share of u − u₀ is, so that
/// the parts add up to what is avoided. That is a convention: what a measure avoids depends on those
/// beside it.
public struct MeasureLosses: Sendable, Hashable {
  /// Thousands of euros avoided by year, by position of the measure.
  public let avoided: [[Double]]

  /// Shares out what a plan avoids.
  public init(scenario: Scenario, plan: Plan) {
    let reading = ScenarioReading(scenario)
    let shares = DeployedShares(plan, reading)
    var avoided = [[Double]](
      repeating: [Double](repeating: 0, count: reading.yearCount), count: reading.measureCount)
    for e in 0..<reading.beneficiaryCount {
      for k in scenario.threats.indices {
        let loss = reading.loss(e, k)
        guard loss > 0 else { continue }
        let start = reading.exponent(e, k) { shares.share(e, $0, -1) }
        for t in 0..<reading.yearCount {
          let end = reading.exponent(e, k) { shares.share(e, $0, t) }
          guard end > start else { continue }
          let worth = loss * (exp(-start) - exp(-end)) / (end - start)
          for effect in reading.effects[k]
          where reading.isEligible[e * reading.measureCount + effect.measure] {
            let added =
              effect.rate
              * (shares.share(e, effect.measure, t) - shares.share(e, effect.measure, -1))
            avoided[effect.measure][t] += worth * added
          }
        }
      }
    }
    self.avoided = avoided
  }
}
