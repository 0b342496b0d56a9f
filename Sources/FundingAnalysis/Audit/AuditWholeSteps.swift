// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Whole steps, where a plan says that it has them (`docs/model.md` §7).
///
/// What is missing at the start, less what locked years add, is split into the fewest equal steps
/// that the speed allows; a year adds one of them or nothing.
enum AuditWholeSteps {
  /// Share that counts as nothing.
  private static let nothing = 1e-9

  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    let locked = Set(
      reading.scenario.locked.compactMap { entry -> [Int]? in
        guard let e = reading.beneficiaryPosition[entry.beneficiary],
          let m = reading.measurePosition[entry.measure],
          let t = reading.scenario.horizon.index(of: entry.year)
        else { return nil }
        return [e, m, t]
      })
    for e in 0..<reading.beneficiaryCount {
      for m in 0..<reading.measureCount {
        let fixed = (0..<reading.yearCount).filter { locked.contains([e, m, $0]) }
        let done = fixed.reduce(0) { $0 + evidence.plan.increment(e, m, $1) }
        let missing = 1 - reading.initial[e * reading.measureCount + m] - done
        let speed = reading.scenario.measures[m].speed.value
        guard missing > nothing, speed > nothing else { continue }
        let step = missing / max(1, (missing / speed - nothing).rounded(.up))
        for t in 0..<reading.yearCount where !fixed.contains(t) {
          let increment = evidence.plan.increment(e, m, t)
          ledger.hold(
            .wholeStep, increment, equals: increment > step / 2 ? step : 0, scale: 1, .share,
            .init(beneficiary: e, measure: m, year: t))
        }
      }
    }
  }
}
