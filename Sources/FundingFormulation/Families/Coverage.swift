// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import LinearProgramming

/// `coverage[o,c,y,e]`: Σ_m w[o,m,c]·x[e,m,t] + short[e,o,t] ≥ target[c,o,t].
///
/// Shares.
enum Coverage: LocalFamily {
  static func addRows(of e: Int, to c: inout Compilation) throws(FormulationError) {
    let nisClass = c.data.classOf[e]
    guard nisClass >= 0, let identifier = c.scenario.beneficiaries[e].nisClass else { return }
    for target in c.scenario.targets where target.nisClass == identifier {
      guard target.levels.count == c.data.yearCount else {
        throw .wrongLength("targets.\(identifier).\(target.objective)")
      }
      guard let o = c.names.objective[target.objective] else {
        throw .unknown(target.objective.rawValue)
      }
      for t in 0..<c.data.yearCount where target.levels[t].value > 0 {
        let initial = c.addCoverage(1, e, o, through: t)
        if let short = c.shortfall(e, o, t) { c.builder.add(1, short) }
        c.builder.closeRow(
          "coverage",
          [
            c.names.objectiveName[o], c.names.className[nisClass], c.names.yearName[t],
            c.names.beneficiaryName[e],
          ], lower: target.levels[t].value - initial)
      }
    }
  }
}

extension Compilation {
  /// Adds `factor · Σ_m w·Σ_{u≤t} d` of an objective, and returns `factor · Σ_m w·x0`.
  mutating func addCoverage(_ factor: Double, _ e: Int, _ o: Int, through t: Int) -> Double {
    let nisClass = data.classOf[e]
    guard nisClass >= 0 else { return 0 }
    var initial = 0.0
    for term in data.contributions.terms(o, nisClass)
    where data.isEligible[e * data.measureCount + term.measure] {
      addProgress(factor * term.weight, e, term.measure, through: t)
      initial += factor * term.weight * data.initialShare(e, term.measure)
    }
    return initial
  }
}
