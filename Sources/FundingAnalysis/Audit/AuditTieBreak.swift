// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Value of the written tie-break: risk, then size, then identifier.
enum AuditTieBreak {
  static func worth(_ evidence: AuditEvidence) -> Double {
    let reading = evidence.reading
    let ranks = ranks(reading)
    let years = Double(reading.yearCount)
    let measures = Double(reading.measureCount)
    let vehicles = Double(evidence.scenario.vehicles.count)
    var sum = 0.0
    for e in 0..<reading.beneficiaryCount {
      for m in 0..<reading.measureCount where reading.isEligible[e * reading.measureCount + m] {
        for t in 0..<reading.yearCount {
          let early = 1 - Double(t) / (2 * years)
          let first = 1 - Double(m) / (2 * measures)
          sum += ranks[e] * early * first * evidence.plan.increment(e, m, t)
        }
      }
    }
    for grant in evidence.plan.grants {
      sum -= 0.001 * ranks[grant.beneficiary] * Double(grant.vehicle) / vehicles * grant.thousands
    }
    return sum
  }

  /// r_e = 1 − i/(2N), by beneficiary.
  private static func ranks(_ reading: ScenarioReading) -> [Double] {
    let people = reading.scenario.beneficiaries
    let losses = people.indices.map { e in
      reading.scenario.threats.indices.reduce(0) { $0 + reading.loss(e, $1) }
    }
    let order = people.indices.sorted { left, right in
      if losses[left] != losses[right] { return losses[left] > losses[right] }
      let sizes = (people[left].size[.agents] ?? -1, people[right].size[.agents] ?? -1)
      if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
      return people[left].id < people[right].id
    }
    var ranks = [Double](repeating: 0, count: people.count)
    for (position, e) in order.enumerated() {
      ranks[e] = 1 - Double(position) / (2 * Double(people.count))
    }
    return ranks
  }
}
