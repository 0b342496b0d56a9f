// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Rules on what is put in place at one beneficiary.
///
/// `deployed`: Σ d ≤ 1 − x0. `prerequisite`: what m adds is at most what n adds, plus the lead n had.
/// Bounds: speed, pilots only, increments already done. `coverage`: hard targets.
enum AuditDeployment {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    let locked = lockedShares(reading)
    for e in 0..<reading.beneficiaryCount {
      for m in 0..<reading.measureCount {
        let cell = e * reading.measureCount + m
        checkIncrements(e, m, evidence, locked[cell], &ledger)
        guard reading.isEligible[cell] else { continue }
        let added = evidence.shares.added(e, m, reading.yearCount - 1)
        let before = reading.initial[cell]
        ledger.hold(
          .deployed, added, atMost: 1 - before, scale: added + 1, .share,
          .init(beneficiary: e, measure: m))
        checkPrerequisites(e, m, evidence, &ledger)
      }
      checkTargets(e, evidence, &ledger)
    }
  }

  /// Increments already done, by e·M + m: share by position of the year.
  private static func lockedShares(_ reading: ScenarioReading) -> [Int: [Int: Double]] {
    var result: [Int: [Int: Double]] = [:]
    for entry in reading.scenario.locked {
      guard let e = reading.beneficiaryPosition[entry.beneficiary],
        let m = reading.measurePosition[entry.measure],
        let t = reading.scenario.horizon.index(of: entry.year)
      else { continue }
      result[e * reading.measureCount + m, default: [:]][t] = entry.share.value
    }
    return result
  }

  private static func checkIncrements(
    _ e: Int, _ m: Int, _ evidence: AuditEvidence, _ locked: [Int: Double]?,
    _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    let measure = reading.scenario.measures[m]
    let isEligible = reading.isEligible[e * reading.measureCount + m]
    for t in 0..<reading.yearCount {
      let increment = evidence.plan.increment(e, m, t)
      func place() -> AuditLedger.Place { .init(beneficiary: e, measure: m, year: t) }
      if !isEligible {
        ledger.hold(.eligibility, increment, atMost: 0, scale: 1, .share, place())
      } else if let done = locked?[t] ?? (t < reading.scenario.lockedCount ? 0 : nil) {
        ledger.hold(.locked, increment, equals: done, scale: 1, .share, place())
      } else if let pilot = measure.pilot, pilot.share == nil,
        reading.scenario.horizon.first.number + t <= pilot.until.number,
        !reading.scenario.beneficiaries[e].isPilot
      {
        ledger.hold(.pilotsOnly, increment, atMost: 0, scale: 1, .share, place())
      } else {
        ledger.hold(.speed, increment, atMost: measure.speed.value, scale: 1, .share, place())
      }
    }
  }

  private static func checkPrerequisites(
    _ e: Int, _ m: Int, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    for name in reading.scenario.measures[m].prerequisites {
      guard let n = reading.measurePosition[name],
        reading.isEligible[e * reading.measureCount + n]
      else { continue }
      let lead = max(0, evidence.shares.share(e, n, -1) - evidence.shares.share(e, m, -1))
      for t in 0..<reading.yearCount {
        let ahead = evidence.shares.added(e, m, t)
        let behind = evidence.shares.added(e, n, t)
        ledger.hold(
          .prerequisite, ahead, atMost: behind + lead, scale: ahead + behind + lead, .share,
          .init(beneficiary: e, measure: m, year: t, detail: name.rawValue))
      }
    }
  }

  private static func checkTargets(
    _ e: Int, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    guard let c = reading.classOf[e] else { return }
    for o in 0..<reading.objectiveCount
    where reading.isHardTarget[c * reading.objectiveCount + o] {
      for t in 0..<reading.yearCount {
        let target = reading.target(e, o, t)
        guard target > 0 else { continue }
        let value = reading.coverage(e, o) { evidence.shares.share(e, $0, t) }
        ledger.hold(
          .coverage, value, atLeast: target, scale: value + target, .share,
          .init(beneficiary: e, objective: o, year: t))
      }
    }
  }
}
