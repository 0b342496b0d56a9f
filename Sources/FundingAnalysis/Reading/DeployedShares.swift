// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Deployment of a plan at the end of each year, summed up once.
struct DeployedShares: Sendable {
  private let measureCount: Int
  private let yearCount: Int
  /// Σ_{u≤t} d[e,m,u], by (e·M + m)·T + t.
  private let added: [Double]
  private let initial: [Double]

  init(_ plan: Plan, _ reading: ScenarioReading) {
    measureCount = reading.measureCount
    yearCount = reading.yearCount
    var added = plan.increments
    for position in added.indices where position % yearCount > 0 {
      added[position] += added[position - 1]
    }
    self.added = added
    initial = reading.initial
  }

  /// What the plan has added by the end of a year.
  func added(_ e: Int, _ m: Int, _ t: Int) -> Double {
    added[(e * measureCount + m) * yearCount + t]
  }

  /// x[e,m,t]; year −1 is the state before the horizon.
  func share(_ e: Int, _ m: Int, _ t: Int) -> Double {
    let before = initial[e * measureCount + m]
    return t < 0 ? before : before + added(e, m, t)
  }
}
