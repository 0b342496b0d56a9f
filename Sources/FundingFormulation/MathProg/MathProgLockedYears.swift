// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What was really paid in locked years as MathProg data.
extension MathProgData {
  func lockedYears(_ scenario: Scenario) -> String {
    var part = MathProgText()
    part.heading("Years that are as they really were")
    var lines: (payments: [MathProgText.Line], services: [MathProgText.Line]) = ([], [])
    if let facts = scenario.lockedYears, let data = try? ScenarioData(scenario),
      let locked = try? LockedMoney(data)
    {
      part.parameter("locked_through", String(facts.through.number))
      lines = (payments(scenario, data, locked), services(scenario, data, locked))
    }
    part.table(defining: "LOCKED_PAYMENTS", "locked_payment", lines.payments)
    part.table(defining: "LOCKED_SERVICES", "locked_service", lines.services)
    return part.text
  }

  private func payments(
    _ scenario: Scenario, _ data: ScenarioData, _ locked: LockedMoney
  ) -> [MathProgText.Line] {
    locked.grants.sorted { $0.key < $1.key }.map { slot, thousands in
      let (row, t) = slot.quotientAndRemainder(dividingBy: data.yearCount)
      let (pair, p) = row.quotientAndRemainder(dividingBy: data.potCount)
      let (e, v) = pair.quotientAndRemainder(dividingBy: scenario.vehicles.count)
      let pot = data.index.pots[p]
      return .init(
        [
          scenario.vehicles[v].id.rawValue, scenario.beneficiaries[e].id.rawValue,
          pot.domain.rawValue, pot.nature.rawValue,
        ], String(scenario.horizon.years[t].number), MathProgText.number(thousands * 1000))
    }
  }

  private func services(
    _ scenario: Scenario, _ data: ScenarioData, _ locked: LockedMoney
  ) -> [MathProgText.Line] {
    locked.pay.sorted { $0.key < $1.key }.map { slot, thousands in
      let (row, t) = slot.quotientAndRemainder(dividingBy: data.yearCount)
      let (pair, nature) = row.quotientAndRemainder(dividingBy: 2)
      let (s, v) = pair.quotientAndRemainder(dividingBy: scenario.vehicles.count)
      return .init(
        [
          scenario.vehicles[v].id.rawValue, scenario.services[s].id.rawValue,
          (nature == 0 ? CostNature.oneOff : .recurring).rawValue,
        ], String(scenario.horizon.years[t].number), MathProgText.number(thousands * 1000))
    }
  }
}
