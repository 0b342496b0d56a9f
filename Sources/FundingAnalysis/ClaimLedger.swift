// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Whole euros of all vehicles against the claims that each beneficiary makes once.
struct ClaimLedger {
  private struct Key: Hashable {
    var claim: Int
    var beneficiary: Int
  }

  private let scenario: Scenario
  /// Claim of each vehicle and the vehicles of its window; `nil` where it has none.
  private let windows: [(claim: Int, vehicles: [Int])?]
  /// Part of each claim that is drawn.
  private var drawn: [Key: Double] = [:]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    var windows = [(claim: Int, vehicles: [Int])?](repeating: nil, count: scenario.vehicles.count)
    for (number, claim) in scenario.claims.enumerated() {
      for window in claim.windows {
        for v in window { windows[v] = (number, window) }
      }
    }
    self.windows = windows
  }

  mutating func add(_ euros: Int, to line: Allocation.Line) {
    guard euros != 0, let (key, part) = place(of: line) else { return }
    drawn[key, default: 0] += Double(euros) * part
  }

  func hasRoom(_ line: Allocation.Line) -> Bool {
    guard let (key, part) = place(of: line) else { return true }
    return drawn[key, default: 0] + part <= 1 + WholeEuros.tolerance * part
  }

  /// The claim that a line draws on, and the part of it that one euro is.
  private func place(of line: Allocation.Line) -> (Key, Double)? {
    guard let window = windows[line.vehicle] else { return nil }
    let id = scenario.beneficiaries[line.beneficiary].id
    let entitled = scenario.entitlement(of: id, in: window.vehicles).euros
    guard entitled > 0 else { return nil }
    return (Key(claim: window.claim, beneficiary: line.beneficiary), 1 / entitled)
  }
}
