// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `massive[rule]` or `massive[rule,group]`: a share of the weight is covered by the end of a year.
///
/// Σ_e (W_e/W̄)·x[e,·,t] ≥ share·Σ_e W_e/W̄, where x is the deployment of a measure or the coverage
/// of an objective; W̄ is the mean weight, so that coefficients stay near 1.
enum Massive: CouplingFamily {
  static let family = Family.massive

  static func addRows(to c: inout Compilation) throws(FormulationError) {
    for rule in c.scenario.deployment {
      guard let t = c.scenario.horizon.index(of: rule.by) else {
        throw .unknown(rule.by.description)
      }
      var groups: [String: [Int]] = [:]
      for (e, beneficiary) in c.scenario.beneficiaries.enumerated()
      where rule.eligibility.includes(beneficiary) {
        guard try concerns(rule, e, c) else { continue }
        guard let within = rule.within else {
          groups["", default: []].append(e)
          continue
        }
        if let group = within.group(of: beneficiary) { groups[group, default: []].append(e) }
      }
      for name in groups.keys.sorted() {
        let parts = [rule.id.rawValue] + (rule.within == nil ? [] : [name])
        try addRow(rule, groups[name] ?? [], t, parts.map { Array($0.utf8) }, &c)
      }
    }
  }

  private static func concerns(
    _ rule: DeploymentRule, _ e: Int, _ c: Compilation
  ) throws(FormulationError) -> Bool {
    switch rule.subject {
    case .measure(let id):
      guard let m = c.names.measure[id] else { throw .unknown(id.rawValue) }
      return c.data.isEligible[e * c.data.measureCount + m]
    case .objective(let id):
      guard let o = c.names.objective[id] else { throw .unknown(id.rawValue) }
      let nisClass = c.data.classOf[e]
      return nisClass >= 0 && c.data.contributions.objectives[nisClass].contains(o)
    }
  }

  private static func addRow(
    _ rule: DeploymentRule, _ members: [Int], _ t: Int, _ parts: [[UInt8]],
    _ c: inout Compilation
  ) throws(FormulationError) {
    let weights = try MeanWeights(members, rule.weight, rule.id.rawValue, c)
    var required = rule.share.value * weights.total
    for (e, weight) in zip(members, weights.relative) {
      switch rule.subject {
      case .measure(let id):
        guard let m = c.names.measure[id] else { throw .unknown(id.rawValue) }
        c.addProgress(weight, e, m, through: t)
        required -= weight * c.data.initialShare(e, m)
      case .objective(let id):
        guard let o = c.names.objective[id] else { throw .unknown(id.rawValue) }
        required -= c.addCoverage(weight, e, o, through: t)
      }
    }
    c.builder.closeRow("massive", parts, lower: required, role: family.role)
  }
}

/// Weights of some beneficiaries relative to their mean.
struct MeanWeights {
  /// W_e/W̄ of each, in order.
  let relative: [Double]
  /// Σ W_e/W̄.
  let total: Double

  init(
    _ members: [Int], _ driver: Driver, _ rule: String, _ c: Compilation
  ) throws(FormulationError) {
    var weights: [Double] = []
    for e in members { weights.append(try c.data.weight(e, driver, for: rule)) }
    let mean = weights.reduce(0, +) / Double(max(1, weights.count))
    relative = weights.map { mean > 0 ? $0 / mean : 0 }
    total = relative.reduce(0, +)
  }
}
