// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

extension StudyDecoder {
  /// What is worth saying of a scenario whose parts are sound one by one.
  mutating func checkSense(
    _ scenario: Scenario, _ narrowed: [(beneficiary: Beneficiary, row: Table.Row)]
  ) {
    if narrowed.isEmpty, !population.isEmpty {
      let place = root.child(StudyKeys.population)?.child(StudyKeys.Population.regions)?.position
      findings.add(Finding(.noBeneficiary, .error, at: place))
    }
    if tables[.beneficiaries]?.isWhole == true {
      SizeNeeds(scenario).check(narrowed, findings: &findings)
    }
    checkGoals(scenario)
    checkLocked(scenario)
    checkPaid(scenario)
    // Warnings about the whole would only repeat what is wrong with a part.
    guard !isSpoiled, !findings.hasErrors else { return }
    for vehicle in scenario.vehicles { checkVehicle(vehicle, scenario) }
    for service in scenario.services { checkService(service, scenario) }
    for measure in scenario.measures { checkPilot(measure, scenario) }
    checkContributions(scenario)
  }

  // MARK: - Vehicles and services

  /// Tells of a vehicle that can pay nothing, with the first reason found.
  ///
  /// A fault where its rules leave nothing to pay; a warning where there is only no money to count
  /// on, or where the population was narrowed: layers do both on purpose.
  private mutating func checkVehicle(_ vehicle: Vehicle, _ scenario: Scenario) {
    let years = vehicle.amounts.indices
    let isNamed = scenario.services.contains { $0.vehicles.contains(vehicle.id) }
    let isForSomebody = scenario.beneficiaries.contains { vehicle.eligibility.includes($0) }
    let code: Finding.Code
    var severity = Finding.Severity.error
    if vehicle.natures.isEmpty {
      code = .vehiclePaysNoNature
    } else if !years.contains(where: { vehicle.counted(in: $0) > .zero }) {
      let isAnnounced = vehicle.amounts.contains { $0.announced > .zero }
      code = isAnnounced ? .vehicleOnlyAnnounced : .vehicleWithoutMoney
      severity = .warning
    } else if !vehicle.paysBeneficiaries, !isNamed {
      code = .vehicleForNoService
    } else if vehicle.paysBeneficiaries, !isForSomebody, !isNamed {
      code = .vehicleForNobody
      let isForSomebodyElse = population.contains { vehicle.eligibility.includes($0.beneficiary) }
      severity = isForSomebodyElse ? .warning : .error
    } else if vehicle.paysBeneficiaries, vehicle.lag >= vehicle.amounts.count, !isNamed {
      code = .vehicleTooLate
    } else {
      return
    }
    let pair = root.child(StudyKeys.vehicles)?.pairs.first { $0.key == vehicle.id.rawValue }
    findings.add(
      Finding(code, severity, at: pair?.keyPosition, ["name": vehicle.id.rawValue]))
  }

  private mutating func checkService(_ service: SharedService, _ scenario: Scenario) {
    let payers = scenario.vehicles.filter { service.vehicles.contains($0.id) }
    let place = root.child(StudyKeys.services)?.pairs
      .first { $0.key == service.id.rawValue }?.keyPosition
    for (cost, nature) in [(service.buildCost, CostNature.oneOff), (service.runCost, .recurring)]
    where cost > .zero && !payers.contains(where: { $0.natures.contains(nature) }) {
      findings.add(
        Finding(
          .serviceUnpaid, .warning, at: place,
          ["name": service.id.rawValue, "nature": nature.rawValue]))
    }
  }

  private mutating func checkPilot(_ measure: Measure, _ scenario: Scenario) {
    guard let pilot = measure.pilot, pilot.share == nil,
      !scenario.beneficiaries.contains(where: { $0.isPilot && measure.eligibility.includes($0) })
    else { return }
    let place = root.child(StudyKeys.pilots)?.pairs
      .first { $0.key == measure.id.rawValue }?.keyPosition
    findings.add(
      Finding(
        .pilotWithoutPilots, .warning, at: place,
        ["name": measure.id.rawValue, "year": "\(pilot.until)"]))
  }

  // MARK: - Objectives and goals

  /// Warns where the contributions to an objective do not add up to the whole.
  private mutating func checkContributions(_ scenario: Scenario) {
    guard let table = tables[.objectives] else { return }
    for (objective, row) in zip(scenario.objectives, table.table.rows) {
      for nisClass in objective.classes {
        var sum = 0.0
        for measure in scenario.measures {
          for one in measure.contributions where one.objective == objective.id {
            if one.nisClass == nil || one.nisClass == nisClass { sum += one.weight }
          }
        }
        guard abs(sum - 1) > 1e-6 else { continue }
        findings.add(
          Finding(
            .contributionsNotOne, .warning, at: row.position(of: "id"),
            [
              "name": objective.id.rawValue, "class": nisClass.rawValue,
              "sum": NumberText.shortest((sum * 1e6).rounded() / 1e6),
            ]))
      }
    }
  }

  private mutating func checkGoals(_ scenario: Scenario) {
    let place = root.child(StudyKeys.goals)?.position
    func has(_ goal: Goal) -> Bool {
      scenario.goals.contains { $0.terms.contains { $0.goal == goal } }
    }
    if has(.minimumCoverage), !scenario.fairness.minimumCoverage {
      findings.add(
        Finding(
          .goalWithoutRule, .error, at: place,
          [
            "name": Goal.minimumCoverage.rawValue,
            "rule": "rules.fairness: { minimum_coverage: true }",
          ]))
    }
    if has(.budgetCliff), scenario.sustainability?.isHard ?? true {
      findings.add(
        Finding(
          .goalWithoutRule, .error, at: place,
          [
            "name": Goal.budgetCliff.rawValue, "rule": "rules.sustainability: { hard: false }",
          ]))
    }
  }

  // MARK: - What was done

  /// A measure cannot be more than wholly in place.
  private mutating func checkLocked(_ scenario: Scenario) {
    var stood: [BeneficiaryID: [MeasureID: Double]] = [:]
    for row in scenario.initialDeployment {
      stood[row.beneficiary, default: [:]][row.measure] = row.share.value
    }
    for row in scenario.locked {
      let sum = (stood[row.beneficiary]?[row.measure] ?? 0) + row.share.value
      stood[row.beneficiary, default: [:]][row.measure] = sum
      guard sum > 1 + 1e-9 else { continue }
      let place = (tables[.locked]?.table.rows ?? []).first {
        $0.text("beneficiary") == row.beneficiary.rawValue
          && $0.text("measure") == row.measure.rawValue
          && $0.integer("year") == Int64(row.year.number)
      }
      findings.add(
        Finding(
          .lockedAboveOne, .error, at: place?.position(of: "share"),
          [
            "beneficiary": row.beneficiary.rawValue, "measure": row.measure.rawValue,
            "sum": NumberText.shortest((sum * 1e6).rounded() / 1e6),
          ]))
    }
  }
}
