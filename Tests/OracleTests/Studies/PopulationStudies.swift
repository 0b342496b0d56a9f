// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Studies about coverage, territories and massive deployment.
extension OracleStudy {
  static let populationStudies = [coverage, territory, yearlyTerritory, massive]

  /// Hard and soft targets, weights of classes and objectives, contributions that differ by class, a
  /// target for a class to which its objective does not apply otherwise.
  static let coverage: OracleStudy = {
    var first = measure("M1", oneOff: 25, serving: 0.4)
    first.contributions += [
      .init(objective: "O1", nisClass: "EE", weight: 0.2), .init(objective: "O2", weight: 0.3),
    ]
    var second = measure("M2", oneOff: 14, perAgent: 12, serving: 0.5, of: "O2")
    second.contributions.append(.init(objective: "O1", nisClass: "EI", weight: 0.5))
    second.eligibility = Eligibility(statuses: [.publicSector])
    var hospitals = [
      hospital("A", agents: 100), hospital("B", agents: 500),
      hospital("C", agents: 250, nisClass: "EI"),
      hospital("D", agents: 900, nisClass: "EI"),
    ]
    hospitals[3].status = .nonProfit
    var scenario = study(
      hospitals, [first, second], [vehicle("call", [.oneOff], [40, 25, 15])],
      [
        target([0.3, 0.5, 0.6]), target([0.1, 0.2, 0.35], "EI", isHard: true),
        target([0, 0.4, 0.8], "EE", "O2"), target([0, 0, 0.3], "EI", "O2"),
      ])
    scenario.objectives.append(
      NISObjective(id: "O2", title: "Objectif 2", weight: 1.5, classes: ["EE"]))
    scenario.classWeights = ["EE": 2, "EI": 0.75]
    scenario.economics.shortfallWeight = .agents
    return OracleStudy(
      name: "hard and soft targets", families: [.coverage], scenario: scenario,
      relax: [
        { $0.targets[1].isHard = false }, { $0.classWeights = [:] },
        { $0.economics.shortfallWeight = .units },
      ])
  }()

  /// A floor and a ceiling between regions over the horizon.
  static let territory: OracleStudy = {
    var scenario = study(
      [
        hospital("A", agents: 100, region: "53"), hospital("B", agents: 300, region: "53"),
        hospital("C", agents: 600, region: "11"), hospital("D", agents: 1000, region: "28"),
      ], [measure("M1", oneOff: 10, perAgent: 100)],
      [vehicle("call", [.oneOff], [40, 20]), vehicle("other", [.oneOff], [10, 10])],
      [target([0.8, 1])])
    scenario.territory = [
      TerritoryRule(
        id: "régions", grouping: .region, floor: 0.7, ceiling: 1.5, vehicles: ["call"])
    ]
    return OracleStudy(
      name: "floor and ceiling between regions", families: [.territoryFloor, .territoryCeiling],
      scenario: scenario,
      relax: [
        { $0.territory[0].floor = nil }, { $0.territory[0].ceiling = nil },
      ])
  }()

  /// Floors and ceilings year by year of payment, for groups that not everybody belongs to.
  static let yearlyTerritory: OracleStudy = {
    var hospitals = [
      hospital("A", agents: 100), hospital("B", agents: 300), hospital("C", agents: 600),
      hospital("D", agents: 50, nisClass: "EI"),
    ]
    hospitals[0].groups["ght"] = "GHT de l'Ouest"
    hospitals[1].groups["ght"] = "GHT \"Centre\""
    hospitals[2].groups["ght"] = "GHT \"Centre\""
    var late = vehicle("late", [.oneOff], [0, 20, 20])
    late.lag = 1
    late.eligibility = Eligibility(classes: ["EE"])
    var scenario = study(
      hospitals, [measure("M1", oneOff: 10, perAgent: 60)],
      [vehicle("call", [.oneOff], [20, 10, 10]), late],
      [target([0.6, 0.8, 1]), target([1, 1, 1], "EI")])
    scenario.territory = [
      TerritoryRule(
        id: "ght", grouping: .column("ght"), floor: 0.8, weight: .units, period: .year),
      TerritoryRule(
        id: "classes", grouping: .nisClass, members: ["EI"], ceiling: 0.6, weight: .beds,
        vehicles: ["call"], period: .year),
    ]
    return OracleStudy(
      name: "floor and ceiling year by year", families: [.territoryFloor, .territoryCeiling],
      scenario: scenario,
      relax: [
        { $0.territory.removeFirst() }, { $0.territory.removeLast() },
        { $0.territory[0].period = .horizon },
      ])
  }()

  /// A measure nearly everywhere within each group, and an objective over all.
  static let massive: OracleStudy = {
    var hospitals = [
      hospital("A", agents: 100), hospital("B", agents: 300),
      hospital("C", agents: 600, nisClass: "EI"),
      hospital("D", agents: 50, nisClass: nil),
    ]
    for (position, group) in ["west", "west", "east", nil].enumerated() {
      hospitals[position].groups["ght"] = group
      hospitals[position].size[.activity] = [700, 400, 2000, 10][position]
    }
    var second = measure("M2", oneOff: 40, serving: 0.5)
    second.eligibility = Eligibility(classes: ["EE", "EI"])
    var scenario = study(
      hospitals, [measure("M1", oneOff: 10, perAgent: 60, serving: 0.5), second],
      [vehicle("call", [.oneOff], [60, 60])], [target([0.3, 0.6]), target([0.1, 0.1], "EI")],
      goals: [.init(.nisShortfall), .init(.ownMoney), .init(.publicMoney)])
    scenario.ownFunds = nil
    scenario.initialDeployment = [.init("B", "M1", Share(clamping: 0.25))]
    scenario.deployment = [
      DeploymentRule(
        id: "by-ght", subject: .measure("M1"), share: Share(clamping: 0.9), by: Year(2026),
        weight: .activity, within: .column("ght")),
      DeploymentRule(
        id: "all", subject: .objective("O1"), share: Share(clamping: 0.55), by: Year(2027),
        eligibility: Eligibility(classes: ["EI"])),
    ]
    return OracleStudy(
      name: "massive deployment", families: [.massive], scenario: scenario,
      relax: [
        { $0.deployment.removeFirst() }, { $0.deployment.removeLast() },
        { $0.initialDeployment = [] },
      ])
  }()
}
