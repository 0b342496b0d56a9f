// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `staffing[r,y]`: Σ_{e∈r,m} (f1·d[e,m,t] + f2·Σ_{u≤t} d[e,m,u]) ≤ staff available.
///
/// FTE.
enum Staffing: CouplingFamily {
  static let family = Family.staffing

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    for rule in c.scenario.staffing {
      guard rule.available.count == c.data.yearCount else {
        throw .wrongLength("staffing.\(rule.region)")
      }
      let members = c.scenario.beneficiaries.indices.filter {
        c.scenario.beneficiaries[$0].region == rule.region
      }
      guard !members.isEmpty else { continue }
      for t in 0..<c.data.yearCount {
        for e in members {
          for m in 0..<c.data.measureCount {
            guard let increment = c.increment(e, m, t) else { continue }
            let position = e * c.data.measureCount + m
            c.builder.add(c.data.installation[position], increment)
            c.addProgress(c.data.running[position], e, m, through: t)
          }
        }
        c.builder.closeRow(
          "staffing", [Array(rule.region.rawValue.utf8), c.names.yearName[t]],
          upper: rule.available[t].value, role: family.role)
      }
    }
  }
}
