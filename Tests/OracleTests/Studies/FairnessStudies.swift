// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Studies about fairness, and about who comes first where all else is equal.
extension OracleStudy {
  static let fairnessStudies = [fairness, lowest, tieBreak]

  /// Nobody worse off than elsewhere, and nobody far above the mean.
  static let fairness: OracleStudy = {
    var scenario = study(
      [hospital("A", agents: 60), hospital("B", agents: 300), hospital("C", agents: 900)],
      [measure("M1", oneOff: 15, perAgent: 40)],
      [vehicle("call", [.oneOff], [20, 20]), vehicle("more", [.oneOff], [5, 5])],
      [target([0.5, 1])])
    scenario.fairness.noWorseThan = ["C": .euros(30_000), "B": .euros(8_000)]
    scenario.fairness.ratioCap = 1.6
    return OracleStudy(
      name: "no one worse off, a cap on the ratio", families: [.noWorse, .ratioCap],
      scenario: scenario,
      relax: [{ $0.fairness.noWorseThan = [:] }, { $0.fairness.ratioCap = nil }])
  }()

  /// The lowest coverage of the last year, raised first.
  static let lowest: OracleStudy = {
    var second = measure("M2", oneOff: 12, perAgent: 10, serving: 0.6, of: "O2")
    second.eligibility = Eligibility(classes: ["EE"])
    var scenario = study(
      [
        hospital("A", agents: 60), hospital("B", agents: 300),
        hospital("C", agents: 900, nisClass: "EI"), hospital("D", agents: 10, nisClass: nil),
      ],
      [measure("M1", oneOff: 15, perAgent: 40, serving: 0.9), second],
      [vehicle("call", [.oneOff], [30, 20])], [target([0.5, 1]), target([0.2, 0.4], "EI")],
      goals: [.init(.minimumCoverage, tolerance: 0.1), .init(.nisShortfall), .init(.publicMoney)])
    scenario.objectives.append(NISObjective(id: "O2", title: "Objectif 2", classes: ["EE"]))
    scenario.initialDeployment = [.init("A", "M2", Share(clamping: 0.5))]
    scenario.fairness.minimumCoverage = true
    return OracleStudy(
      name: "the lowest coverage first", families: [.minimum], scenario: scenario,
      relax: [{ $0.goals[0] = .init(.avoidedLoss) }, { $0.initialDeployment = [] }])
  }()

  /// Hospitals that differ in nothing but risk, size, or the letters of their identifier, where
  /// money is enough for a part; identifiers hold quotes, blanks and accents.
  static let tieBreak: OracleStudy = {
    var hospitals = [
      hospital("010000024", agents: 500), hospital("2A0000154", agents: 500),
      hospital("L'Hôpital \"de la côte\"", agents: 501), hospital("Zoé", agents: nil),
      hospital("Z", agents: nil),
    ]
    hospitals[1].risk = 1.2
    let measures = [
      measure("M1", oneOff: 20, serving: 0.5), measure("M2", oneOff: 20, serving: 0.5),
    ]
    var scenario = study(
      hospitals, measures.map { withoutAgents($0) },
      [vehicle("call", [.oneOff], [50, 30]), vehicle("other", [.oneOff], [50, 30])],
      goals: [.init([.init(.nisShortfall, weight: 3), .init(.avoidedLoss)]), .init(.tieBreak)])
    scenario.targets = [target([0.5, 0.5])]
    scenario.initialDeployment = [
      .init("2A0000154", "M1", Share(clamping: 0.5)),
      .init(scenario.beneficiaries[2].id, "M2", Share(clamping: 0.25)),
    ]
    scenario.threats = [
      Threat(
        id: "K1", title: "K1",
        frequency: Banded(driver: .beds, bands: [.init(upTo: nil, value: 0.1)]),
        severity: SizedAmount(fixed: .euros(100_000)))
    ]
    return OracleStudy(
      name: "who comes first", families: [.deployed], scenario: scenario,
      relax: [
        { $0.beneficiaries[1].risk = 1 }, { $0.beneficiaries[0].size[.agents] = 502 },
      ])
  }()

  /// The measure with a cost that needs no size.
  private static func withoutAgents(_ measure: Measure) -> Measure {
    var measure = measure
    measure.oneOff.terms = []
    return measure
  }
}
