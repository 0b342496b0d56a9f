// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel

/// A second reading of a scenario, made from `docs/model.md` alone.
///
/// Figures, audit and checks stand on this reading and never on the one the program is compiled
/// from, so that an error in either shows as a difference. Money is in thousands of euros.
struct ScenarioReading: Sendable {
  let scenario: Scenario
  let pots: [Pot]
  /// π[t] and δ[t].
  let priceIndex: [Double]
  let discount: [Double]
  /// λ[m,t], by m·T + t.
  let learning: [Double]
  /// By e·M + m: whether a measure is meant for a beneficiary, and what stood before (0 elsewhere).
  let isEligible: [Bool]
  let initial: [Double]
  /// Measures of each pot's domain, and by e·P + p whether one of them is meant for a beneficiary.
  let measuresOfPot: [[Int]]
  let hasMeasure: [Bool]
  /// By v·E + e and by v·P + p: whether a vehicle may pay a beneficiary, and a pot.
  let paysBeneficiary: [Bool]
  let paysPot: [Bool]
  /// Position in `classes` of each beneficiary's NIS class, or `nil`.
  let classOf: [Int?]
  /// Classes of beneficiaries, objectives and targets, sorted.
  let classes: [NISClassID]
  /// Objectives that apply to each class.
  let objectivesOfClass: [[Int]]
  /// w[o,m,c] by class, then objective: pairs of measure and weight.
  let contributions: [[[(measure: Int, weight: Double)]]]
  /// a[m,k] by threat: pairs of measure and −ln(1 − effect).
  let effects: [[(measure: Int, rate: Double)]]
  /// Target by class·O + o, then year; 0 where none is set; and whether it is hard.
  let targets: [[Double]]
  let isHardTarget: [Bool]
  /// Positions by identifier.
  let measurePosition: [MeasureID: Int]
  let objectivePosition: [ObjectiveID: Int]
  let beneficiaryPosition: [BeneficiaryID: Int]
  let vehiclePosition: [VehicleID: Int]

  var beneficiaryCount: Int { scenario.beneficiaries.count }
  var measureCount: Int { scenario.measures.count }
  var yearCount: Int { scenario.horizon.count }
  var objectiveCount: Int { scenario.objectives.count }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    pots = scenario.pots
    let years = scenario.horizon.years
    let economics = scenario.economics
    priceIndex = years.map {
      pow(1 + economics.inflation, Double($0.number - economics.priceYear.number))
    }
    discount = years.indices.map { pow(1 + economics.discount, -Double($0)) }
    learning = scenario.measures.flatMap { measure in
      years.map { year in
        guard let pilot = measure.pilot, year > pilot.until else { return 1 }
        return measure.learningFactor
      }
    }
    measurePosition = Self.positions(scenario.measures.map(\.id))
    objectivePosition = Self.positions(scenario.objectives.map(\.id))
    beneficiaryPosition = Self.positions(scenario.beneficiaries.map(\.id))
    vehiclePosition = Self.positions(scenario.vehicles.map(\.id))
    isEligible = scenario.beneficiaries.flatMap { beneficiary in
      scenario.measures.map { $0.eligibility.includes(beneficiary) }
    }
    (measuresOfPot, hasMeasure) = Self.presence(scenario, pots, isEligible)
    paysBeneficiary = scenario.vehicles.flatMap { vehicle in
      scenario.beneficiaries.map {
        vehicle.paysBeneficiaries && vehicle.reaches($0)
      }
    }
    let allPots = pots
    paysPot = scenario.vehicles.flatMap { vehicle in
      allPots.map {
        vehicle.natures.contains($0.nature)
          && (vehicle.domains.isEmpty || vehicle.domains.contains($0.domain))
      }
    }
    initial = Self.initialShares(scenario, beneficiaryPosition, measurePosition, isEligible)
    var names = Set(scenario.beneficiaries.compactMap(\.nisClass))
    names.formUnion(scenario.objectives.flatMap(\.classes))
    names.formUnion(scenario.targets.map(\.nisClass))
    classes = names.sorted()
    let classPosition = Self.positions(classes)
    classOf = scenario.beneficiaries.map { $0.nisClass.flatMap { classPosition[$0] } }
    objectivesOfClass = classes.map { name in
      scenario.objectives.indices.filter { scenario.objectives[$0].classes.contains(name) }
    }
    contributions = Self.contributions(scenario, classes, objectivePosition)
    effects = scenario.threats.map { threat in
      scenario.measures.enumerated().compactMap { m, measure in
        let rate = measure.effects.filter { $0.threat == threat.id }.reduce(0.0) {
          $0 - log(1 - $1.share)
        }
        return rate == 0 ? nil : (m, rate)
      }
    }
    let count = scenario.objectives.count
    var targets = [[Double]](
      repeating: Array(repeating: 0, count: years.count), count: classes.count * count)
    var hard = [Bool](repeating: false, count: classes.count * count)
    for target in scenario.targets {
      guard let c = classPosition[target.nisClass], let o = objectivePosition[target.objective]
      else { continue }
      targets[c * count + o] = target.levels.map(\.value)
      hard[c * count + o] = target.isHard
    }
    self.targets = targets
    isHardTarget = hard
  }

  static func positions<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  private static func presence(
    _ scenario: Scenario, _ pots: [Pot], _ isEligible: [Bool]
  ) -> ([[Int]], [Bool]) {
    let measures = pots.map { pot in
      scenario.measures.indices.filter { scenario.measures[$0].domain == pot.domain }
    }
    let count = scenario.measures.count
    let present = scenario.beneficiaries.indices.flatMap { e in
      measures.map { members in members.contains { isEligible[e * count + $0] } }
    }
    return (measures, present)
  }

  private static func initialShares(
    _ scenario: Scenario, _ beneficiaries: [BeneficiaryID: Int], _ measures: [MeasureID: Int],
    _ isEligible: [Bool]
  ) -> [Double] {
    let count = scenario.measures.count
    var shares = [Double](repeating: 0, count: scenario.beneficiaries.count * count)
    for entry in scenario.initialDeployment {
      guard let e = beneficiaries[entry.beneficiary], let m = measures[entry.measure],
        isEligible[e * count + m]
      else { continue }
      shares[e * count + m] = entry.share.value
    }
    return shares
  }

  private static func contributions(
    _ scenario: Scenario, _ classes: [NISClassID], _ objectives: [ObjectiveID: Int]
  ) -> [[[(measure: Int, weight: Double)]]] {
    classes.map { name in
      var table = [[(measure: Int, weight: Double)]](
        repeating: [], count: scenario.objectives.count)
      for (m, measure) in scenario.measures.enumerated() {
        for entry in measure.contributions where entry.nisClass == nil || entry.nisClass == name {
          guard let o = objectives[entry.objective] else { continue }
          // Measures come in order, so what one measure gives an objective twice stands last.
          if let last = table[o].last, last.measure == m {
            table[o][table[o].count - 1].weight += entry.weight
          } else {
            table[o].append((m, entry.weight))
          }
        }
      }
      return table
    }
  }
}
