// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Rules on what is put in place over many beneficiaries.
///
/// `staffing`: Σ f1·d + f2·Σ d ≤ available. `massive`: Σ (W/W̄)·x ≥ share·Σ W/W̄. `pilot_share`: what
/// the plan adds is at most a share of the weight during the pilot phase.
enum AuditPopulation {
  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    checkStaffing(evidence, &ledger)
    for rule in evidence.scenario.deployment { checkMassive(rule, evidence, &ledger) }
    for m in evidence.scenario.measures.indices { checkPilots(m, evidence, &ledger) }
  }

  private static func checkStaffing(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    let reading = evidence.reading
    guard !evidence.scenario.staffing.isEmpty else { return }
    let figures = DeploymentFigures.staffing(reading, evidence.plan, evidence.shares)
    let used = Dictionary(figures.map { ($0.region, $0.used) }) { first, _ in first }
    for rule in evidence.scenario.staffing {
      for t in 0..<reading.yearCount {
        let value = used[rule.region]?[t] ?? 0
        let limit = rule.available[t].value
        ledger.hold(
          .staffing, value, atMost: limit, scale: value + limit, .fullTimeEquivalents,
          .init(group: rule.region.rawValue, year: t))
      }
    }
  }

  private static func checkMassive(
    _ rule: DeploymentRule, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    guard let t = evidence.scenario.horizon.index(of: rule.by) else { return }
    var members: [(group: String, weight: Double, value: Double)] = []
    for (e, beneficiary) in evidence.scenario.beneficiaries.enumerated()
    where rule.eligibility.includes(beneficiary) {
      guard let value = value(of: rule.subject, e, t, evidence),
        let group = rule.within.map({ $0.group(of: beneficiary) }) ?? ""
      else { continue }
      members.append((group, reading.size(e, rule.weight), value))
    }
    let groups = Dictionary(grouping: members) { $0.group }
    for group in groups.keys.sorted() {
      let entries = groups[group] ?? []
      let total = entries.reduce(0) { $0 + $1.weight }
      guard total > 0 else { continue }
      let mean = total / Double(entries.count)
      let reached = entries.reduce(0) { $0 + $1.weight / mean * $1.value }
      let asked = rule.share.value * Double(entries.count)
      ledger.hold(
        .massive, reached, atLeast: asked, scale: reached + asked, .units,
        .init(rule: rule.id, group: group.isEmpty ? nil : group, year: t))
    }
  }

  /// Deployment or coverage at a beneficiary; `nil` where it does not count.
  private static func value(
    of subject: DeploymentRule.Subject, _ e: Int, _ t: Int, _ evidence: AuditEvidence
  ) -> Double? {
    let reading = evidence.reading
    switch subject {
    case .measure(let id):
      guard let m = reading.measurePosition[id],
        reading.isEligible[e * reading.measureCount + m]
      else { return nil }
      return evidence.shares.share(e, m, t)
    case .objective(let id):
      guard let o = reading.objectivePosition[id], reading.objectives(of: e).contains(o) else {
        return nil
      }
      return reading.coverage(e, o) { evidence.shares.share(e, $0, t) }
    }
  }

  private static func checkPilots(
    _ m: Int, _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) {
    let reading = evidence.reading
    guard let pilot = evidence.scenario.measures[m].pilot, let share = pilot.share else { return }
    let members = (0..<reading.beneficiaryCount).filter {
      reading.isEligible[$0 * reading.measureCount + m]
    }
    let total = members.reduce(0) { $0 + reading.size($1, pilot.weight) }
    guard total > 0 else { return }
    let mean = total / Double(members.count)
    for (t, year) in evidence.scenario.horizon.years.enumerated() where year <= pilot.until {
      let added = members.reduce(0) {
        $0 + reading.size($1, pilot.weight) / mean * evidence.shares.added($1, m, t)
      }
      let limit = share.value * Double(members.count)
      ledger.hold(
        .pilotShare, added, atMost: limit, scale: added + limit, .units,
        .init(measure: m, year: t))
    }
  }
}
