// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Measures as MathProg data: costs, staff, effects, pilots, and what is done already.
extension MathProgData {
  func measures(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Measures")
    part.table(
      defining: "MEASURES",
      "measure_position domain speed one_off_fixed recurring_fixed install_fixed running_fixed",
      scenario.measures.enumerated().map { position, measure in
        .init(
          [measure.id.rawValue], String(position), MathProgText.symbol(measure.domain.rawValue),
          MathProgText.number(measure.speed.value), MathProgText.euros(measure.oneOff.fixed),
          MathProgText.euros(measure.recurring.fixed),
          MathProgText.number(measure.installationEffort.fixed.value),
          MathProgText.number(measure.runningEffort.fixed.value))
      })
    let all = scenario.measures
    part.table("one_off_unit", all.flatMap { Self.perUnit([$0.id.rawValue], $0.oneOff) })
    part.table("recurring_unit", all.flatMap { Self.perUnit([$0.id.rawValue], $0.recurring) })
    part.table(
      "install_unit", all.flatMap { Self.perUnit($0.id.rawValue, $0.installationEffort) })
    part.table("running_unit", all.flatMap { Self.perUnit($0.id.rawValue, $0.runningEffort) })
    for measure in all {
      part.set(
        "PREREQUISITES", of: [measure.id.rawValue],
        measure.prerequisites.eachOnce.map(\.rawValue))
    }
    links(scenario, &part)
    pilots(scenario, &part)
    for beneficiary in scenario.beneficiaries {
      part.set(
        "MEASURES_OF", of: [beneficiary.id.rawValue],
        all.filter { $0.eligibility.includes(beneficiary) }.map(\.id.rawValue))
    }
    past(scenario, &part)
    return part.text
  }

  private func links(_ scenario: Scenario, _ part: inout MathProgText) {
    part.table(
      "effect",
      scenario.measures.flatMap { measure in
        measure.effects.map(\.threat).eachOnce.map { threat in
          let left = measure.effects.filter { $0.threat == threat }
            .reduce(1) { $0 * (1 - $1.share) }
          let only = measure.effects.filter { $0.threat == threat }
          let share = only.count == 1 ? only[0].share : 1 - left
          return .init([measure.id.rawValue, threat.rawValue], MathProgText.number(share))
        }
      })
    var forAll: [MathProgText.Line] = []
    var forClass: [MathProgText.Line] = []
    for measure in scenario.measures {
      let targets = measure.contributions.map { [$0.objective.rawValue, $0.nisClass?.rawValue] }
      for target in targets.eachOnce {
        let weight = measure.contributions
          .filter { [$0.objective.rawValue, $0.nisClass?.rawValue] == target }
          .reduce(0) { $0 + $1.weight }
        let keys = [target[0] ?? "", measure.id.rawValue]
        if let nisClass = target[1] {
          forClass.append(.init(keys + [nisClass], MathProgText.number(weight)))
        } else {
          forAll.append(.init(keys, MathProgText.number(weight)))
        }
      }
    }
    part.table("serves_all", forAll)
    part.table("serves_class", forClass)
  }

  private func pilots(_ scenario: Scenario, _ part: inout MathProgText) {
    var piloted: [MathProgText.Line] = []
    var shared: [MathProgText.Line] = []
    for measure in scenario.measures {
      guard let pilot = measure.pilot else { continue }
      piloted.append(
        .init(
          [measure.id.rawValue], String(pilot.until.number),
          MathProgText.number(measure.learningFactor)))
      guard let share = pilot.share else { continue }
      shared.append(
        .init(
          [measure.id.rawValue], MathProgText.number(share.value),
          MathProgText.symbol(pilot.weight.rawValue)))
    }
    part.table(defining: "PILOTED", "pilot_until learning_factor", piloted)
    part.table(defining: "SHARED_PILOT", "pilot_largest_share pilot_driver", shared)
  }

  /// What stood before the horizon and what was done since; of two entries the last one counts.
  private func past(_ scenario: Scenario, _ part: inout MathProgText) {
    let initial = scenario.initialDeployment.map {
      ([$0.beneficiary.rawValue, $0.measure.rawValue], $0.share.value)
    }
    let shares = Dictionary(initial) { $1 }
    part.table(
      "initial",
      initial.map(\.0).eachOnce.compactMap { keys in
        shares[keys].map { .init(keys, MathProgText.number($0)) }
      })
    let locked = scenario.locked.map {
      ([$0.beneficiary.rawValue, $0.measure.rawValue, String($0.year.number)], $0.share.value)
    }
    let lockedShares = Dictionary(locked) { $1 }
    part.table(
      defining: "LOCKED", "locked_share",
      locked.map(\.0).eachOnce.compactMap { keys in
        lockedShares[keys].map {
          .init(Array(keys[..<2]), keys[2], MathProgText.number($0))
        }
      })
  }

  private static func perUnit(_ key: String, _ effort: SizedEffort) -> [MathProgText.Line] {
    Driver.allCases.compactMap { driver in
      let sum = effort.terms.filter { $0.driver == driver }.reduce(0) { $0 + $1.perUnit.value }
      return sum == 0 ? nil : .init([key, driver.rawValue], MathProgText.number(sum))
    }
  }
}
