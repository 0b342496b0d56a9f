// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel

/// Expected losses and the effects that reduce them.
struct LossTable: Sendable {
  /// Effect of a measure in the log domain: a = −ln(1 − effect).
  struct Term: Sendable {
    let measure: Int
    let hazard: Double
  }

  /// Terms of each threat.
  let terms: [[Term]]
  /// L[e,k], k€ per year, by e·K + k.
  let loss: [Double]
  let threatCount: Int

  init(_ scenario: Scenario, _ index: ScenarioIndex) throws(FormulationError) {
    threatCount = scenario.threats.count
    var terms = [[Term]](repeating: [], count: threatCount)
    for (m, measure) in scenario.measures.enumerated() {
      for effect in measure.effects where effect.share > 0 {
        guard let k = index.threat[effect.threat] else { throw .unknown(effect.threat.rawValue) }
        terms[k].append(Term(measure: m, hazard: -log(1 - effect.share)))
      }
    }
    self.terms = terms
    var loss: [Double] = []
    loss.reserveCapacity(scenario.beneficiaries.count * threatCount)
    for beneficiary in scenario.beneficiaries {
      for threat in scenario.threats {
        guard let frequency = threat.frequency.value(for: beneficiary.size),
          let severity = threat.severity.thousandsOfEuros(for: beneficiary.size)
        else { throw .missingDriver(beneficiary: beneficiary.id, neededBy: threat.id.rawValue) }
        loss.append(beneficiary.risk * frequency * severity)
      }
    }
    self.loss = loss
  }
}
