// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Studies about the establishments' own money and what lasts after the horizon.
extension OracleStudy {
  static let meansStudies = [ownMoney, cliff, lasting]

  /// Own money by size or by its own figure, at rising prices.
  static let ownMoney: OracleStudy = {
    var hospitals = [hospital("A", agents: 100), hospital("B", agents: 900)]
    hospitals[1].affordable = .euros(7_500)
    var scenario = study(
      hospitals, [measure("M1", oneOff: 30, recurring: 2)],
      [vehicle("call", [.oneOff], [10, 10, 0])], [target([0.4, 0.8, 1])],
      goals: [.init(.nisShortfall), .init(.ownMoney), .init(.tieBreak)])
    scenario.ownFunds = OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(2_000), [.init(.agents, .euros(50))]),
      share: Share(clamping: 0.6))
    scenario.economics = Economics(priceYear: Year(2024), inflation: 0.04)
    return OracleStudy(
      name: "own money", families: [.ownFunds], scenario: scenario,
      relax: [{ $0.ownFunds = nil }, { $0.beneficiaries[1].affordable = nil }])
  }()

  /// A soft rule after the horizon, with running costs of what stood before inside the plan.
  static let cliff: OracleStudy = {
    var fund = vehicle("fund", [.recurring], [12, 12, 14])
    fund.afterHorizon = .euros(6_000)
    fund.rate = Share(clamping: 0.5)
    var scenario = study(
      [hospital("A", agents: 100), hospital("B", agents: 900, nisClass: "EI")],
      [
        measure("M1", oneOff: 6, recurring: 8, serving: 0.7),
        measure("M2", recurring: 5, serving: 0.3),
      ],
      [vehicle("call", [.oneOff], [8, 4, 4]), fund],
      [target([0.4, 0.8, 1]), target([0.5, 0.5, 0.9], "EI")],
      goals: [
        .init(.nisShortfall, tolerance: 0.05), .init(.budgetCliff), .init(.publicMoney),
        .init(.ownMoney),
      ])
    scenario.initialDeployment = [
      .init("A", "M1", Share(clamping: 0.4)), .init("B", "M2", Share(clamping: 0.9)),
    ]
    scenario.ownFunds = own(3)
    scenario.sustainability = SustainabilityRule(isHard: false, ownShare: Share(clamping: 0.4))
    scenario.economics.existingCostsOutsidePlan = false
    return OracleStudy(
      name: "a soft rule after the horizon", families: [.sustainability, .rate],
      scenario: scenario,
      relax: [
        { $0.economics.existingCostsOutsidePlan = true }, { $0.sustainability?.ownShare = .none },
        { $0.vehicles[1].rate = nil },
      ])
  }()

  /// A hard rule after the horizon, which also holds the running cost of a shared service.
  static let lasting: OracleStudy = {
    var fund = vehicle("fund", [.oneOff, .recurring], [40, 30])
    fund.afterHorizon = .euros(7_000)
    var scenario = study(
      [hospital("A", agents: 200), hospital("B", agents: 500)],
      [
        measure("M1", oneOff: 5, recurring: 6, serving: 0.8),
        measure("M2", oneOff: 4, serving: 0.2),
      ],
      [fund], [target([0.5, 1])])
    scenario.services = [
      SharedService(
        id: "audit", title: "Audit", measures: ["M2"], unit: .units, buildCost: .euros(1000),
        runCost: .euros(2500), vehicles: ["fund"])
    ]
    scenario.sustainability = SustainabilityRule(isHard: true, ownShare: .none)
    return OracleStudy(
      name: "a hard rule after the horizon", families: [.sustainability, .serviceRun],
      scenario: scenario, relax: [{ $0.sustainability = nil }, { $0.services[0].runCost = .zero }])
  }()
}
