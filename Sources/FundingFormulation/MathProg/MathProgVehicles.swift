// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Vehicles and the establishments' own means as MathProg data.
extension MathProgData {
  func vehicles(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Vehicles")
    part.table(
      defining: "VEHICLES",
      "vehicle_position pays_beneficiaries announced_share carry_over lag after_horizon",
      scenario.vehicles.enumerated().map { position, vehicle in
        .init(
          [vehicle.id.rawValue], String(position), MathProgText.flag(vehicle.paysBeneficiaries),
          MathProgText.number(vehicle.announcedShare.value),
          MathProgText.number(vehicle.carryOver.value), String(vehicle.lag),
          MathProgText.euros(vehicle.afterHorizon))
      })
    let allDomains = scenario.measures.map(\.domain).eachOnce
    for vehicle in scenario.vehicles {
      let key = [vehicle.id.rawValue]
      part.set("NATURES_PAID", of: key, vehicle.natures.eachOnce.map(\.rawValue))
      part.set(
        "DOMAINS_PAID", of: key,
        (vehicle.domains.isEmpty ? allDomains : vehicle.domains.eachOnce).map(\.rawValue))
      part.set(
        "ELIGIBLE", of: key,
        scenario.beneficiaries.filter { vehicle.reaches($0) }.map(\.id.rawValue))
    }
    let years = scenario.vehicles.flatMap { vehicle in
      zip(scenario.horizon.years, vehicle.amounts).map { (vehicle.id.rawValue, $0.number, $1) }
    }
    part.table(
      "secured announced",
      years.map {
        .init([$0], String($1), MathProgText.euros($2.secured), MathProgText.euros($2.announced))
      })
    limits("ceiling", "WITH_CEILING", scenario.vehicles.map { ($0.id, $0.ceiling) }, &part)
    limits("floor", "WITH_FLOOR", scenario.vehicles.map { ($0.id, $0.floor) }, &part)
    entitlements(scenario, &part)
    conduct(scenario, &part)
    return part.text
  }

  /// Ceilings or floors per beneficiary.
  private func limits(
    _ name: String, _ set: String, _ limits: [(VehicleID, BeneficiaryLimit?)],
    _ part: inout MathProgText
  ) {
    var yearly: [MathProgText.Line] = []
    var fixed: [MathProgText.Line] = []
    var units: [MathProgText.Line] = []
    var bands: [MathProgText.Line] = []
    var edges: [MathProgText.Line] = []
    var amounts: [MathProgText.Line] = []
    for (id, limit) in limits {
      guard let limit else { continue }
      let key = [id.rawValue]
      yearly.append(.init(key, MathProgText.flag(limit.period == .year)))
      switch limit.schedule {
      case .sized(let amount):
        fixed.append(.init(key, MathProgText.euros(amount.fixed)))
        units += Self.perUnit(key, amount)
      case .banded(let schedule):
        bands.append(
          .init(
            key, String(schedule.bands.count), MathProgText.symbol(schedule.driver.rawValue)))
        for (position, band) in schedule.bands.enumerated() {
          let number = String(position + 1)
          if let edge = band.upTo { edges.append(.init(key, number, MathProgText.number(edge))) }
          amounts.append(.init(key, number, MathProgText.euros(band.value)))
        }
      }
    }
    part.table(defining: set, "\(name)_is_yearly", yearly)
    part.table("\(name)_fixed", fixed)
    part.table("\(name)_unit", units)
    part.table("\(name)_bands \(name)_driver", bands)
    part.table("\(name)_up_to", edges)
    part.table("\(name)_amount", amounts)
  }

  /// What each beneficiary is entitled to from a vehicle, by year of the need.
  private func entitlements(_ scenario: Scenario, _ part: inout MathProgText) {
    let entitling = scenario.vehicles.filter { $0.entitlements != nil }
    guard !entitling.isEmpty else { return }
    part.set("WITH_ENTITLEMENT", entitling.map(\.id.rawValue))
    part.table(
      "entitled",
      entitling.flatMap { vehicle in
        scenario.beneficiaries.filter { vehicle.reaches($0) }.flatMap { beneficiary in
          scenario.horizon.years.enumerated().map { position, year in
            let amount = vehicle.entitlement(of: beneficiary.id, in: position) ?? .zero
            return .init(
              [vehicle.id.rawValue, beneficiary.id.rawValue], String(year.number),
              MathProgText.euros(amount))
          }
        }
      })
    part.table(
      defining: "CLAIMED", "claim claim_window",
      entitling.compactMap { vehicle in
        vehicle.claim.map {
          .init(
            [vehicle.id.rawValue], MathProgText.symbol($0.claim.rawValue),
            MathProgText.symbol($0.window.rawValue))
        }
      })
  }

  /// Rates, bands from year to year, payment on results.
  private func conduct(_ scenario: Scenario, _ part: inout MathProgText) {
    var rates: [MathProgText.Line] = []
    var drops: [MathProgText.Line] = []
    var rises: [MathProgText.Line] = []
    for vehicle in scenario.vehicles {
      let key = [vehicle.id.rawValue]
      if let rate = vehicle.rate { rates.append(.init(key, MathProgText.number(rate.value))) }
      guard let band = vehicle.band else { continue }
      if let share = band.dropShare {
        drops.append(.init(key, MathProgText.number(share), MathProgText.euros(band.dropAmount)))
      }
      if let share = band.riseShare {
        rises.append(.init(key, MathProgText.number(share), MathProgText.euros(band.riseAmount)))
      }
    }
    part.table(defining: "WITH_RATE", "largest_rate", rates)
    part.table(defining: "WITH_DROP", "drop_share drop_amount", drops)
    part.table(defining: "WITH_RISE", "rise_share rise_amount", rises)
    let payers = scenario.vehicles.filter { $0.mechanism == .results }
    part.set("PAYS_RESULTS", payers.map(\.id.rawValue))
    part.table(
      "result_target",
      payers.filter { $0.resultTarget != .whole }.map {
        .init([$0.id.rawValue], MathProgText.number($0.resultTarget.value))
      })
    for vehicle in payers {
      part.set(
        "RESULT_OBJECTIVES", of: [vehicle.id.rawValue],
        vehicle.resultObjectives.eachOnce.map(\.rawValue))
    }
  }

  /// Own means of the establishments, and what lasts after the horizon.
  func means(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Own means, and after the horizon")
    if let rule = scenario.ownFunds {
      part.parameter("own_funds_limited", "1")
      part.parameter("own_share", MathProgText.number(rule.share.value))
      part.parameter("own_fixed", MathProgText.euros(rule.affordable.fixed))
      part.table("own_unit", Self.perUnit([], rule.affordable))
      part.table(
        defining: "OWN_FIGURE", "own_figure",
        scenario.beneficiaries.compactMap { beneficiary in
          beneficiary.affordable.map { .init([beneficiary.id.rawValue], MathProgText.euros($0)) }
        })
    }
    if let rule = scenario.sustainability {
      part.parameter("sustainability_rule", rule.isHard ? "2" : "1")
      part.parameter("lasting_own_share", MathProgText.number(rule.ownShare.value))
    }
    return part.text
  }
}
