// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Beneficiaries, classes, objectives and threats as MathProg data.
extension MathProgData {
  func population(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Beneficiaries")
    part.table(
      defining: "BENEFICIARIES", "risk care_weight cost_factor is_pilot",
      scenario.beneficiaries.map {
        .init(
          [$0.id.rawValue], MathProgText.number($0.risk), MathProgText.number($0.careWeight),
          MathProgText.number($0.costFactor), MathProgText.flag($0.isPilot))
      })
    let declared = scenario.beneficiaries.flatMap { beneficiary in
      Driver.allCases.compactMap { driver -> MathProgText.Line? in
        guard driver != .units, let size = beneficiary.size[driver] else { return nil }
        return .init([beneficiary.id.rawValue, driver.rawValue], MathProgText.number(size))
      }
    }
    part.table(defining: "DECLARED", "declared_size", declared)
    part.set("CLASSES", Self.classes(of: scenario).map(\.rawValue))
    for nisClass in Self.classes(of: scenario) {
      part.set(
        "CLASS_MEMBERS", of: [nisClass.rawValue],
        scenario.beneficiaries.filter { $0.nisClass == nisClass }.map(\.id.rawValue))
    }
    part.table(
      "class_weight",
      Self.classes(of: scenario).compactMap { nisClass in
        scenario.classWeights[nisClass].map { .init([nisClass.rawValue], MathProgText.number($0)) }
      })
    return part.text
  }

  func objectives(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Objectives, targets and threats")
    part.table(
      defining: "OBJECTIVES", "objective_weight",
      scenario.objectives.map { .init([$0.id.rawValue], MathProgText.number($0.weight)) })
    for nisClass in Self.classes(of: scenario) {
      part.set(
        "OBJECTIVES_OF_CLASS", of: [nisClass.rawValue],
        scenario.objectives.filter { $0.classes.contains(nisClass) }.map(\.id.rawValue))
    }
    part.table(
      "target",
      scenario.targets.flatMap { target in
        zip(scenario.horizon.years, target.levels).filter { $1.value > 0 }.map { year, level in
          .init(
            [target.nisClass.rawValue, target.objective.rawValue], String(year.number),
            MathProgText.number(level.value))
        }
      })
    part.table(
      "is_hard",
      scenario.targets.filter(\.isHard).map {
        .init([$0.nisClass.rawValue, $0.objective.rawValue], "1")
      })
    threats(scenario, &part)
    return part.text
  }

  private func threats(_ scenario: Scenario, _ part: inout MathProgText) {
    part.set("THREATS", scenario.threats.map(\.id.rawValue))
    part.table(
      "frequency_driver frequency_bands severity_fixed",
      scenario.threats.map {
        .init(
          [$0.id.rawValue], MathProgText.symbol($0.frequency.driver.rawValue),
          String($0.frequency.bands.count), MathProgText.euros($0.severity.fixed))
      })
    let bands = scenario.threats.flatMap { threat in
      threat.frequency.bands.enumerated().map { (threat.id.rawValue, $0.offset + 1, $0.element) }
    }
    part.table(
      "frequency_up_to",
      bands.compactMap { id, position, band in
        band.upTo.map { .init([id], String(position), MathProgText.number($0)) }
      })
    part.table(
      "frequency",
      bands.map { id, position, band in
        .init([id], String(position), MathProgText.number(band.value))
      })
    part.table(
      "severity_unit",
      scenario.threats.flatMap { Self.perUnit([$0.id.rawValue], $0.severity) })
  }

  /// Every class that is named anywhere, sorted.
  static func classes(of scenario: Scenario) -> [NISClassID] {
    var all = Set(scenario.beneficiaries.compactMap(\.nisClass))
    all.formUnion(scenario.objectives.flatMap(\.classes))
    all.formUnion(scenario.targets.map(\.nisClass))
    all.formUnion(scenario.measures.flatMap { $0.contributions.compactMap(\.nisClass) })
    all.formUnion(scenario.classWeights.keys)
    return all.sorted()
  }

  /// Lines of amounts per unit of each driver, in euros.
  static func perUnit(_ keys: [String], _ amount: SizedAmount) -> [MathProgText.Line] {
    Driver.allCases.compactMap { driver in
      let sum = amount.terms.filter { $0.driver == driver }.reduce(Money.zero) { $0 + $1.perUnit }
      return sum == .zero ? nil : .init(keys + [driver.rawValue], MathProgText.euros(sum))
    }
  }
}
