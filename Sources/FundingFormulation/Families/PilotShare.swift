// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `pilot_share[m,y]`: Σ_e (W_e/W̄)·Σ_{u≤t} d[e,m,u] ≤ share·Σ_e W_e/W̄ during the pilot phase of m.
///
/// Where the phase has no share, only pilot beneficiaries deploy: that is a bound on d, not a row.
enum PilotShare: CouplingFamily {
  static let family = Family.pilotShare

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    for (m, measure) in c.scenario.measures.enumerated() {
      guard let pilot = measure.pilot, let share = pilot.share else { continue }
      let members = (0..<c.data.beneficiaryCount).filter {
        c.data.isEligible[$0 * c.data.measureCount + m]
      }
      let weights = try MeanWeights(members, pilot.weight, measure.id.rawValue, c)
      for (t, year) in c.scenario.horizon.years.enumerated() where year <= pilot.until {
        for (e, weight) in zip(members, weights.relative) {
          c.addProgress(weight, e, m, through: t)
        }
        c.builder.closeRow(
          "pilot_share", [c.names.measureName[m], c.names.yearName[t]],
          upper: share.value * weights.total, role: family.role)
      }
    }
  }
}
