// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// Finds sizes that a rule needs and a beneficiary did not declare.
///
/// Empty is never 0: where a cost, a ceiling or a weight is counted in beds, each beneficiary
/// concerned must declare its beds, or the study must say how they are imputed.
struct SizeNeeds {
  private struct Need {
    var driver: Driver
    /// What needs it, as a path in the study.
    var path: String
    var concerns: @Sendable (Beneficiary) -> Bool
  }

  private var needs: [Need] = []

  init(_ scenario: Scenario) {
    addMeasures(scenario)
    addVehicles(scenario)
    addThreats(scenario)
    addRules(scenario)
  }

  /// One finding per beneficiary and size that is missing, on the beneficiary's line.
  func check(
    _ population: [(beneficiary: Beneficiary, row: Table.Row)], findings: inout Findings
  ) {
    for (beneficiary, row) in population {
      for driver in Driver.declarable where beneficiary.size[driver] == nil {
        guard let need = needs.first(where: { $0.driver == driver && $0.concerns(beneficiary) })
        else { continue }
        findings.add(
          Finding(
            .sizeMissing, .error, at: row.position(of: driver.rawValue),
            [
              "beneficiary": beneficiary.id.rawValue, "driver": driver.rawValue, "path": need.path,
            ]))
      }
    }
  }

  private mutating func add(
    _ driver: Driver, _ path: String, _ concerns: @escaping @Sendable (Beneficiary) -> Bool
  ) {
    guard driver != .units else { return }
    needs.append(Need(driver: driver, path: path, concerns: concerns))
  }

  private mutating func add(_ amount: SizedAmount, _ path: String, _ eligibility: Eligibility) {
    for term in amount.terms where term.perUnit != .zero {
      add(term.driver, path) { eligibility.includes($0) }
    }
  }

  private mutating func addMeasures(_ scenario: Scenario) {
    for measure in scenario.measures {
      add(measure.oneOff, "measures.\(measure.id).one_off", measure.eligibility)
      add(measure.recurring, "measures.\(measure.id).recurring", measure.eligibility)
      if !scenario.staffing.isEmpty {
        for term in measure.installationEffort.terms + measure.runningEffort.terms
        where term.perUnit != .zero {
          add(term.driver, "measures.\(measure.id).staff") { measure.eligibility.includes($0) }
        }
      }
      if let pilot = measure.pilot, pilot.share != nil {
        add(pilot.weight, "pilots.\(measure.id).weight") { measure.eligibility.includes($0) }
      }
    }
  }

  private mutating func addVehicles(_ scenario: Scenario) {
    for vehicle in scenario.vehicles where vehicle.paysBeneficiaries {
      for (limit, name) in [(vehicle.ceiling, "ceiling"), (vehicle.floor, "floor")] {
        let path = "vehicles.\(vehicle.id).\(name)"
        switch limit?.schedule {
        case .sized(let amount): add(amount, path, vehicle.eligibility)
        case .banded(let bands): add(bands.driver, path) { vehicle.eligibility.includes($0) }
        case nil: continue
        }
      }
    }
    for service in scenario.services {
      add(service.unit, "services.\(service.id).unit") { service.eligibility.includes($0) }
    }
  }

  private mutating func addThreats(_ scenario: Scenario) {
    for threat in scenario.threats {
      add(threat.frequency.driver, "threats.\(threat.id)") { _ in true }
      add(threat.severity, "threats.\(threat.id)", .everybody)
    }
  }

  private mutating func addRules(_ scenario: Scenario) {
    if !scenario.targets.isEmpty {
      add(scenario.economics.shortfallWeight, "economics.shortfall_weight") { $0.nisClass != nil }
    }
    for rule in scenario.territory {
      add(rule.weight, "rules.territory.\(rule.id)") { rule.grouping.group(of: $0) != nil }
    }
    for rule in scenario.deployment {
      add(rule.weight, "rules.deployment.\(rule.id)") { rule.eligibility.includes($0) }
    }
    if scenario.fairness.ratioCap != nil {
      add(scenario.fairness.ratioWeight, "rules.fairness.ratio_weight") { _ in true }
    }
    if let rule = scenario.ownFunds {
      for term in rule.affordable.terms where term.perUnit != .zero {
        add(term.driver, "rules.own_funds") { $0.affordable == nil }
      }
    }
  }
}
