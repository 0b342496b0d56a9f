// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Sizes, years and limits that a formula needs and the scenario does not give.
enum AuditInputs {
  static func check(_ reading: ScenarioReading, _ ledger: inout AuditLedger) {
    let scenario = reading.scenario
    for (e, beneficiary) in scenario.beneficiaries.enumerated() {
      let needed = neededDrivers(e, beneficiary, reading)
      for driver in Driver.allCases where needed.contains(driver) {
        guard beneficiary.size[driver] == nil else { continue }
        ledger.add(.input, 0, 1, .number, .init(beneficiary: e, detail: driver.rawValue))
      }
    }
    for (v, vehicle) in scenario.vehicles.enumerated() {
      if vehicle.amounts.count != reading.yearCount {
        ledger.add(
          .input, Double(vehicle.amounts.count), Double(reading.yearCount), .number,
          .init(vehicle: v, detail: "amounts"))
      }
      if vehicle.mechanism == .results, vehicle.ceiling?.period != .horizon {
        ledger.add(.input, 0, 1, .number, .init(vehicle: v, detail: "ceiling"))
      }
    }
    for rule in scenario.deployment where scenario.horizon.index(of: rule.by) == nil {
      ledger.add(
        .input, Double(rule.by.number), Double(scenario.horizon.last.number), .number,
        .init(rule: rule.id, detail: "by"))
    }
    for rule in scenario.staffing where rule.available.count != reading.yearCount {
      ledger.add(
        .input, Double(rule.available.count), Double(reading.yearCount), .number,
        .init(group: rule.region.rawValue, detail: "available"))
    }
    for target in scenario.targets where target.levels.count != reading.yearCount {
      ledger.add(
        .input, Double(target.levels.count), Double(reading.yearCount), .number,
        .init(group: target.nisClass.rawValue, detail: "targets"))
    }
  }

  private static func neededDrivers(
    _ e: Int, _ beneficiary: Beneficiary, _ reading: ScenarioReading
  ) -> Set<Driver> {
    let scenario = reading.scenario
    var needed: Set<Driver> = []
    let isStaffed = scenario.staffing.contains { $0.region == beneficiary.region }
    for (m, measure) in scenario.measures.enumerated()
    where reading.isEligible[e * reading.measureCount + m] {
      needed.formUnion(measure.oneOff.terms.map(\.driver))
      needed.formUnion(measure.recurring.terms.map(\.driver))
      if isStaffed {
        needed.formUnion(measure.installationEffort.terms.map(\.driver))
        needed.formUnion(measure.runningEffort.terms.map(\.driver))
      }
      if let pilot = measure.pilot, pilot.share != nil { needed.insert(pilot.weight) }
    }
    for threat in scenario.threats {
      needed.insert(threat.frequency.driver)
      needed.formUnion(threat.severity.terms.map(\.driver))
    }
    for (v, vehicle) in scenario.vehicles.enumerated()
    where reading.paysBeneficiary[v * reading.beneficiaryCount + e] {
      for limit in [vehicle.ceiling, vehicle.floor] {
        switch limit?.schedule {
        case .sized(let amount): needed.formUnion(amount.terms.map(\.driver))
        case .banded(let bands): needed.insert(bands.driver)
        case nil: break
        }
      }
    }
    if let rule = scenario.ownFunds, beneficiary.affordable == nil {
      needed.formUnion(rule.affordable.terms.map(\.driver))
    }
    if beneficiary.nisClass != nil { needed.insert(scenario.economics.shortfallWeight) }
    if scenario.fairness.ratioCap != nil { needed.insert(scenario.fairness.ratioWeight) }
    for rule in scenario.territory where rule.grouping.group(of: beneficiary) != nil {
      needed.insert(rule.weight)
    }
    for rule in scenario.deployment where rule.eligibility.includes(beneficiary) {
      needed.insert(rule.weight)
    }
    for service in scenario.services where service.eligibility.includes(beneficiary) {
      needed.insert(service.unit)
    }
    return needed
  }
}
