// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import TestSupport

/// Random studies with a twist that random numbers do not make by themselves.
enum Variant: String, CaseIterable {
  /// All beneficiaries are alike but for their names.
  case identicalBeneficiaries
  /// All measures have the same costs, effects and contributions.
  case equalPrices
  /// Every second measure costs nothing.
  case zeroCosts
  /// Every third beneficiary may put nothing in place.
  case emptyBlocks
  /// No vehicle has any money, now or later.
  case noMoney
  /// Floors and ceilings for each hospital group, and a measure deployed within each.
  case groups

  /// The study of a seed.
  func scenario(seed: UInt64, beneficiaries: Int) -> Scenario {
    var scenario = Support.scenario(seed: seed, beneficiaries: beneficiaries)
    switch self {
    case .identicalBeneficiaries: Self.makeAlike(&scenario)
    case .equalPrices:
      let model = scenario.measures[0]
      for position in scenario.measures.indices {
        scenario.measures[position].oneOff = model.oneOff
        scenario.measures[position].recurring = model.recurring
        scenario.measures[position].effects = model.effects
        scenario.measures[position].contributions = model.contributions
      }
    case .zeroCosts:
      for position in scenario.measures.indices where position % 2 == 0 {
        scenario.measures[position].oneOff = SizedAmount()
        scenario.measures[position].recurring = SizedAmount()
      }
    case .emptyBlocks: Self.emptyEveryThird(&scenario)
    case .noMoney:
      for position in scenario.vehicles.indices {
        let years = scenario.vehicles[position].amounts.count
        scenario.vehicles[position].amounts = Array(repeating: EnvelopeYear(), count: years)
        scenario.vehicles[position].afterHorizon = .zero
      }
    case .groups: Self.addGroups(&scenario, seed)
    }
    return scenario
  }

  private static func makeAlike(_ scenario: inout Scenario) {
    guard let model = scenario.beneficiaries.first else { return }
    for position in scenario.beneficiaries.indices {
      var copy = model
      copy.id = scenario.beneficiaries[position].id
      copy.name = scenario.beneficiaries[position].name
      scenario.beneficiaries[position] = copy
    }
    scenario.initialDeployment = []
    scenario.locked = []
    let common = scenario.fairness.noWorseThan[model.id]
    for id in scenario.fairness.noWorseThan.keys { scenario.fairness.noWorseThan[id] = common }
  }

  private static func emptyEveryThird(_ scenario: inout Scenario) {
    for position in scenario.beneficiaries.indices {
      scenario.beneficiaries[position].status =
        position % 3 == 1 ? .forProfit : .publicSector
    }
    let isOut = Set(scenario.beneficiaries.filter { $0.status != .publicSector }.map(\.id))
    for position in scenario.measures.indices {
      scenario.measures[position].eligibility = Eligibility(statuses: [.publicSector])
    }
    scenario.locked.removeAll { isOut.contains($0.beneficiary) }
    scenario.initialDeployment.removeAll { isOut.contains($0.beneficiary) }
    scenario.fairness.noWorseThan = [:]
  }

  private static func addGroups(_ scenario: inout Scenario, _ seed: UInt64) {
    for position in scenario.beneficiaries.indices {
      scenario.beneficiaries[position].groups["ght"] = "GHT \(position / 3)"
    }
    scenario.territory = [
      TerritoryRule(
        id: "groups", grouping: .column("ght"), floor: 0.2, ceiling: 2.5, weight: .agents,
        period: seed % 2 == 0 ? .horizon : .year)
    ]
    scenario.deployment.append(
      DeploymentRule(
        id: "in-groups", subject: .measure("M1"), share: Share(clamping: 0.05),
        by: scenario.horizon.last, within: .column("ght")))
  }
}
