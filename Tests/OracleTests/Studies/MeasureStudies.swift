// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingFormulation
import FundingModel

/// Studies about measures: their order, staff, pilots, effects and shared services.
extension OracleStudy {
  static let measureStudies = [order, pilots, losses, threats, service]

  /// Prerequisites, a measure that is done already in part, staff, and increments that are locked.
  static let order: OracleStudy = {
    var detection = measure("M1", oneOff: 20, serving: 0.8)
    detection.prerequisites = ["M2"]
    detection.speed = Share(clamping: 0.3)
    detection.installationEffort = SizedEffort(fixed: FTE(0.5), [.init(.agents, FTE(0.001))])
    detection.runningEffort = SizedEffort([.init(.agents, FTE(0.0005))])
    var inventory = measure("M2", oneOff: 15, perAgent: 10, serving: 0.2)
    inventory.installationEffort = SizedEffort(fixed: FTE(0.4))
    inventory.runningEffort = SizedEffort(fixed: FTE(0.1))
    var scenario = study(
      [
        hospital("A", agents: 200), hospital("B", agents: 800),
        hospital("C", agents: 400, region: "11", nisClass: "EI"),
      ], [detection, inventory], [vehicle("call", [.oneOff], [25, 25, 25])],
      [target([0.5, 0.8, 1]), target([0.4, 0.6, 0.8], "EI")])
    scenario.initialDeployment = [
      .init("A", "M1", Share(clamping: 0.3)), .init("A", "M2", Share(clamping: 0.1)),
      .init("B", "M2", Share(clamping: 0.5)),
    ]
    scenario.locked = [.init("C", "M2", Year(2026), Share(clamping: 0.7))]
    scenario.staffing = [
      StaffingRule(region: "53", available: [FTE(0.6), FTE(0.9), FTE(1.2)]),
      StaffingRule(region: "11", available: [FTE(2), FTE(0.3), FTE(0.3)]),
    ]
    return OracleStudy(
      name: "prerequisites, staff and locked increments", families: [.prerequisite, .staffing],
      scenario: scenario,
      relax: [
        { $0.measures[0].prerequisites = [] }, { $0.staffing = [] }, { $0.locked = [] },
        { $0.measures[0].speed = .whole },
      ])
  }()

  /// One measure for pilots only, one open to a share of the agents; both cheaper afterwards.
  static let pilots: OracleStudy = {
    var closed = measure("M1", oneOff: 20, serving: 0.5)
    closed.pilot = .init(until: Year(2027))
    closed.learningFactor = 0.7
    var open = measure("M2", oneOff: 24, recurring: 2, serving: 0.5)
    open.pilot = .init(until: Year(2026), share: Share(clamping: 0.25), weight: .agents)
    open.learningFactor = 0.9
    var hospitals = [
      hospital("A", agents: 150), hospital("B", agents: 350),
      hospital("C", agents: 500, nisClass: "EI"),
    ]
    hospitals[1].isPilot = true
    let scenario = study(
      hospitals, [closed, open], [vehicle("call", [.oneOff, .recurring], [45, 30, 30])],
      [target([0.6, 0.8, 1]), target([0.6, 0.6, 0.8], "EI")])
    return OracleStudy(
      name: "pilot phases", families: [.pilotShare], scenario: scenario,
      relax: [
        { $0.measures[0].pilot = nil }, { $0.measures[1].pilot = nil },
        { $0.measures[0].learningFactor = 1 },
      ])
  }()

  /// Avoided loss of one hospital in two years, cut into two pieces.
  ///
  /// By hand: 0.1 events a year of 1 M€ each: L = 100 k€. The effect of 0.75 has strength ln 4, and
  /// e^(−u/2) runs from 1 to 1/2, so the inner edge is at −2·ln 0.75. The first piece gains
  /// 100·(1 − 0.5625) = 43.75 k€, the second 100·(0.5625 − 0.25) = 31.25 k€. The measure costs 100 k€:
  /// 20 k€ in 2026 put 0.2 in place, 60 k€ in 2027 bring that to 0.8. In 2026 u = 0.2·ln 4 lies on the
  /// first piece; in 2027 u = 0.8·ln 4 lies on the second. The discount rate is 5 %.
  static let losses: OracleStudy = {
    var only = Self.measure("M1", oneOff: 100)
    only.effects = [.init(threat: "ransom", share: 0.75)]
    var scenario = study(
      [hospital("A", agents: 1000)], [only], [vehicle("call", [.oneOff], [20, 60])],
      goals: [.init(.avoidedLoss), .init(.publicMoney)])
    scenario.threats = [
      Threat(
        id: "ransom", title: "Rançon",
        frequency: Banded(driver: .agents, bands: [.init(upTo: 1000, value: 0.1)]),
        severity: SizedAmount([.init(.agents, .euros(1000))]))
    ]
    scenario.economics.lossPieces = 2
    scenario.economics.discount = 0.05
    let edge = -2 * log(0.75)
    let early = 43.75 * 0.2 * log(4) / edge
    let late = 43.75 + 31.25 * (0.8 * log(4) - edge) / (log(4) - edge)
    return OracleStudy(
      name: "avoided loss in two pieces", families: [.avoided], scenario: scenario,
      relax: [{ $0.economics.lossPieces = 1 }, { $0.economics.discount = 0 }],
      worked: [early + late / 1.05, 80])
  }()

  /// Several threats, effects that multiply, care weights, risk, and deployment that already stands.
  static let threats: OracleStudy = {
    var first = measure("M1", oneOff: 30, recurring: 3)
    first.effects = [.init(threat: "K1", share: 0.6), .init(threat: "K2", share: 0.1)]
    var second = measure("M2", oneOff: 12, perAgent: 15)
    second.effects = [.init(threat: "K1", share: 0.3), .init(threat: "K2", share: 0.5)]
    var hospitals = [
      hospital("A", agents: 300), hospital("B", agents: 900),
      hospital("C", agents: 90, nisClass: nil),
    ]
    hospitals[0].careWeight = 3
    hospitals[2].risk = 2.5
    hospitals[1].costFactor = 1.4
    var scenario = study(
      hospitals, [first, second],
      [vehicle("call", [.oneOff], [40, 20, 20]), vehicle("fund", [.recurring], [3, 5, 7])],
      goals: [
        .init(.avoidedLoss, tolerance: 0.02),
        .init([.init(.publicMoney, weight: 1), .init(.ownMoney, weight: 0.5)]), .init(.tieBreak),
      ])
    scenario.threats = ["K1", "K2"].map { id in
      Threat(
        id: ThreatID(id), title: id,
        frequency: Banded(
          driver: .beds, bands: [.init(upTo: 40, value: 0.5), .init(upTo: nil, value: 0.12)]),
        severity: SizedAmount(fixed: .euros(90_000), [.init(.agents, .euros(700))]))
    }
    scenario.initialDeployment = [
      .init("A", "M2", Share(clamping: 0.5)), .init("C", "M1", .whole),
    ]
    scenario.economics.lossPieces = 5
    scenario.economics.discount = 0.03
    scenario.ownFunds = own(4)
    return OracleStudy(
      name: "several threats and measures", families: [.avoided], scenario: scenario,
      relax: [
        { $0.beneficiaries[0].careWeight = 1 }, { $0.beneficiaries[1].costFactor = 1 },
        { $0.beneficiaries[2].risk = 1 },
        { $0.initialDeployment = [] },
      ])
  }()

  /// A regional service whose capacity is built and run with public money.
  static let service: OracleStudy = {
    var fund = vehicle("fund", [.oneOff, .recurring], [14, 10, 9])
    fund.carryOver = Share(clamping: 0.5)
    var money = vehicle("soc-money", [.recurring], [4, 4, 4])
    money.paysBeneficiaries = false
    var scenario = study(
      [
        hospital("A", agents: 200), hospital("B", agents: 600),
        hospital("C", agents: 300, nisClass: "EI"),
      ], [measure("M1", oneOff: 9, serving: 0.7), measure("M2", oneOff: 8, serving: 0.3)],
      [fund, money], [target([0.5, 0.8, 1]), target([0.3, 0.5, 0.9], "EI")])
    scenario.economics.inflation = 0.03
    scenario.services = [
      SharedService(
        id: "soc", title: "SOC", measures: ["M1"], eligibility: Eligibility(classes: ["EE"]),
        unit: .agents, initialCapacity: 60, largestCapacity: 150, buildCost: .euros(20),
        runCost: .euros(12), vehicles: ["fund", "soc-money"])
    ]
    return OracleStudy(
      name: "a shared service",
      families: [.serviceUse, .serviceCapacity, .serviceBuild, .serviceRun], scenario: scenario,
      relax: [
        { $0.services = [] }, { $0.services[0].largestCapacity = nil },
        { $0.services[0].initialCapacity = 0 }, { $0.services[0].runCost = .zero },
        { $0.services[0].buildCost = .zero },
      ])
  }()
}
