// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel

/// Amounts of one beneficiary, in the units of the program.
///
/// A size that is not declared counts as 0 here; ``missingSizes()`` names every such case, and the
/// audit refuses a scenario that has one.
extension ScenarioReading {
  /// Size of a beneficiary in one driver; `units` is 1.
  func size(_ e: Int, _ driver: Driver) -> Double { scenario.beneficiaries[e].size[driver] ?? 0 }

  /// c1[e,m,t]: cost of putting a measure fully in place in a year (k€).
  func oneOffCost(_ e: Int, _ m: Int, _ t: Int) -> Double {
    let base = scenario.beneficiaries[e].cost(scenario.measures[m].oneOff)
    return (base ?? 0) * priceIndex[t] * learning[m * yearCount + t]
  }

  /// c2[e,m,t]: cost of running a measure that is fully in place, per year (k€).
  func recurringCost(_ e: Int, _ m: Int, _ t: Int) -> Double {
    let base = scenario.beneficiaries[e].cost(scenario.measures[m].recurring)
    return (base ?? 0) * priceIndex[t] * learning[m * yearCount + t]
  }

  /// L[e,k]: expected loss with no measure (k€ per year).
  func loss(_ e: Int, _ k: Int) -> Double {
    let beneficiary = scenario.beneficiaries[e]
    let threat = scenario.threats[k]
    let frequency = threat.frequency.value(for: beneficiary.size) ?? 0
    let severity = threat.severity.thousandsOfEuros(for: beneficiary.size) ?? 0
    return beneficiary.risk * frequency * severity
  }

  /// Q[e,t]: what a beneficiary can afford in a year (k€); 0 without a rule of own funds.
  func ownCapacity(_ e: Int, _ t: Int) -> Double {
    guard let rule = scenario.ownFunds else { return 0 }
    let beneficiary = scenario.beneficiaries[e]
    let base =
      beneficiary.affordable?.thousandsOfEuros
      ?? rule.affordable.thousandsOfEuros(for: beneficiary.size)
    return (base ?? 0) * priceIndex[t]
  }

  /// A[v,t]: money that is counted on in a year (k€).
  func counted(_ v: Int, _ t: Int) -> Double {
    scenario.vehicles[v].counted(in: t).thousandsOfEuros
  }

  /// Whether a vehicle has a column for a pot at a beneficiary in a year of need.
  func mayPay(_ v: Int, _ e: Int, _ p: Int, _ t: Int) -> Bool {
    t + scenario.vehicles[v].lag < yearCount && paysBeneficiary[v * beneficiaryCount + e]
      && paysPot[v * pots.count + p] && hasMeasure[e * pots.count + p]
  }

  /// u at a beneficiary for a threat, from the share of each measure.
  func exponent(_ e: Int, _ k: Int, _ share: (Int) -> Double) -> Double {
    effects[k].reduce(0) {
      isEligible[e * measureCount + $1.measure] ? $0 + $1.rate * share($1.measure) : $0
    }
  }

  /// Coverage of an objective at a beneficiary, from the share of each measure; 0 without a class.
  func coverage(_ e: Int, _ o: Int, _ share: (Int) -> Double) -> Double {
    guard let c = classOf[e] else { return 0 }
    return contributions[c][o].reduce(0) {
      isEligible[e * measureCount + $1.measure] ? $0 + $1.weight * share($1.measure) : $0
    }
  }

  /// Objectives that apply to a beneficiary.
  func objectives(of e: Int) -> [Int] { classOf[e].map { objectivesOfClass[$0] } ?? [] }

  /// Target of an objective for a beneficiary in a year; 0 where none.
  func target(_ e: Int, _ o: Int, _ t: Int) -> Double {
    classOf[e].map { targets[$0 * objectiveCount + o][t] } ?? 0
  }
}
