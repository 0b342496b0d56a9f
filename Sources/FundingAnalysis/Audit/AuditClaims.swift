// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// `one_claim`: a beneficiary draws one claim in all, whatever the windows in which it does.
///
/// What it is paid in a window, over all that it is entitled to there, is the part of its claim that
/// it draws; the parts of all windows add up to 1 at most. Exactly in whole euros, too.
enum AuditClaims {
  /// One claim of one beneficiary.
  private struct Drawn {
    var part = 0.0
    /// Part that one euro more is, where it is smallest.
    var oneEuro = Double.infinity
  }

  static func check(_ evidence: AuditEvidence, _ ledger: inout AuditLedger) {
    for (claim, e) in pairs(evidence) {
      let drawn = drawn(claim, e, evidence) { v in
        payable(v, evidence).reduce(0) { $0 + evidence.received(v, e, $1) * 1000 }
      }
      ledger.hold(
        .oneClaim, drawn.part, atMost: 1, scale: drawn.part + 1, .share,
        .init(beneficiary: e, rule: claim.id))
    }
  }

  /// Holds whole euros to it.
  ///
  /// - Returns: For each vehicle, the beneficiaries whose claim cannot take a euro more.
  static func checkWholeEuros(
    _ evidence: AuditEvidence, _ ledger: inout AuditLedger
  ) -> [Set<Int>] {
    var full = [Set<Int>](repeating: [], count: evidence.scenario.vehicles.count)
    guard evidence.scenario.vehicles.contains(where: { $0.claim != nil }) else { return full }
    let count = evidence.reading.beneficiaryCount
    var paid = [Int](repeating: 0, count: full.count * count)
    for line in evidence.allocation.lines {
      paid[line.vehicle * count + line.beneficiary] += line.euros
    }
    for (claim, e) in pairs(evidence) {
      let drawn = drawn(claim, e, evidence) { Double(paid[$0 * count + e]) }
      let noise = drawn.oneEuro.isFinite ? drawn.oneEuro * AuditWholeEuros.noise : 0
      if drawn.part > 1 + noise {
        ledger.add(
          .oneClaim, drawn.part, 1, .share, basis: .wholeEuros,
          .init(beneficiary: e, rule: claim.id))
      }
      for window in claim.windows {
        let entitled = entitled(window, e, evidence)
        guard entitled > 0, drawn.part + 1 / entitled > 1 + noise else { continue }
        for v in window { full[v].insert(e) }
      }
    }
    return full
  }

  private static func pairs(_ evidence: AuditEvidence) -> [(Claim, Int)] {
    evidence.scenario.claims.flatMap { claim in
      (0..<evidence.reading.beneficiaryCount).map { (claim, $0) }
    }
  }

  private static func payable(_ v: Int, _ evidence: AuditEvidence) -> Range<Int> {
    0..<max(0, evidence.reading.yearCount - evidence.scenario.vehicles[v].lag)
  }

  /// Euros to which a beneficiary is entitled in a window.
  private static func entitled(_ window: [Int], _ e: Int, _ evidence: AuditEvidence) -> Double {
    let id = evidence.scenario.beneficiaries[e].id
    return window.reduce(0) { sum, v in
      let years = evidence.scenario.vehicles[v].entitlements?[id] ?? []
      return sum + years.prefix(payable(v, evidence).count).reduce(0) { $0 + $1.euros }
    }
  }

  private static func drawn(
    _ claim: Claim, _ e: Int, _ evidence: AuditEvidence, _ euros: (Int) -> Double
  ) -> Drawn {
    var result = Drawn()
    for window in claim.windows {
      let entitled = entitled(window, e, evidence)
      guard entitled > 0 else { continue }
      result.part += window.reduce(0) { $0 + euros($1) } / entitled
      result.oneEuro = min(result.oneEuro, 1 / entitled)
    }
    return result
  }
}
