// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// For each family, a small scenario in which it has rows.
///
/// The base is two hospitals, two measures of one domain and two years; each study adds to it the
/// one rule that its family states.
enum FamilyStudies {
  static func scenario(for family: Family) -> Scenario {
    var scenario = base
    switch family {
    case .deployed, .financing, .spend, .envelope, .avoided:
      break
    case .prerequisite:
      scenario.measures[1].prerequisites = ["M1"]
    case .ceiling:
      scenario.vehicles[0].ceiling = BeneficiaryLimit(
        .sized(SizedAmount(fixed: .euros(10_000), [.init(.agents, .euros(20))])), per: .horizon)
    case .floor:
      scenario.vehicles[0].floor = BeneficiaryLimit(
        .banded(
          Banded(
            driver: .agents,
            bands: [.init(upTo: 200, value: .euros(1_000)), .init(upTo: nil, value: .euros(3_000))]
          )), per: .year)
    case .entitlement:
      scenario.vehicles[0].entitlements = [
        "A": [.euros(7_000), .euros(3_000)], "B": [.euros(12_500)],
      ]
    case .oneClaim:
      // At B the second window has nothing: no row.
      for (v, name) in ["window-1", "window-2"].enumerated() {
        scenario.vehicles[v].claim = ClaimWindow(claim: "file", window: RuleID(name))
        scenario.vehicles[v].entitlements = [
          "A": [.euros(v == 0 ? 7_000 : 1_000), .euros(3_000)],
          "B": [.euros(v == 0 ? 12_500 : 0), .zero],
        ]
      }
    case .rate:
      scenario.vehicles[0].rate = Share(0.8)
    case .bandDrop:
      scenario.vehicles[0].band = YearOnYearBand(dropShare: 0.2, dropAmount: .euros(500))
    case .bandRise:
      scenario.vehicles[0].band = YearOnYearBand(riseShare: 0.5, riseAmount: .euros(2_000))
    case .ownFunds:
      scenario.ownFunds = OwnFundsRule(
        affordable: SizedAmount([.init(.agents, .euros(40))]), share: Share(clamping: 0.5))
    case .results:
      scenario.vehicles[0].mechanism = .results
      scenario.vehicles[0].resultObjectives = ["O1"]
      scenario.vehicles[0].ceiling = BeneficiaryLimit(
        .sized(SizedAmount(fixed: .euros(30_000))), per: .horizon)
    case .coverage:
      scenario.targets = [
        CoverageTarget(nisClass: "EE", objective: "O1", levels: [.none, Share(clamping: 0.9)]),
        CoverageTarget(
          nisClass: "EI", objective: "O1", levels: [Share(clamping: 0.2), Share(clamping: 0.4)],
          isHard: true),
      ]
    case .noWorse:
      scenario.fairness.noWorseThan = ["B": .euros(5_000)]
    case .sustainability:
      scenario.sustainability = SustainabilityRule(isHard: false, ownShare: Share(clamping: 0.5))
      scenario.ownFunds = OwnFundsRule(
        affordable: SizedAmount([.init(.agents, .euros(40))]), share: .whole)
    case .territoryFloor:
      scenario.territory = [TerritoryRule(id: "regions", grouping: .region, floor: 0.8)]
    case .territoryCeiling:
      scenario.territory = [
        TerritoryRule(
          id: "classes", grouping: .nisClass, members: ["EI"], ceiling: 1.2, weight: .units,
          period: .year)
      ]
    case .staffing:
      scenario.staffing = [StaffingRule(region: "53", available: [FTE(2), FTE(3)])]
    case .massive:
      scenario.deployment = [
        DeploymentRule(
          id: "everywhere", subject: .measure("M1"), share: Share(clamping: 0.6), by: Year(2027),
          weight: .agents),
        DeploymentRule(
          id: "by-region", subject: .objective("O1"), share: Share(clamping: 0.5), by: Year(2026),
          within: .region),
      ]
    case .pilotShare:
      scenario.measures[0].pilot = Measure.Pilot(
        until: Year(2026), share: Share(clamping: 0.25), weight: .agents)
      scenario.measures[0].learningFactor = 0.9
    case .serviceUse, .serviceCapacity, .serviceBuild, .serviceRun:
      scenario.services = [
        SharedService(
          id: "soc", title: "Shared SOC", measures: ["M2"], unit: .agents, initialCapacity: 50,
          buildCost: .euros(12), runCost: .euros(6), vehicles: ["fir", "call"])
      ]
    case .minimum:
      scenario.fairness.minimumCoverage = true
    case .ratioCap:
      scenario.fairness.ratioCap = 2
    }
    return scenario
  }

  /// Two hospitals of 100 and 400 agents; M1 is half in place at the second one.
  static let base = Scenario(
    title: "Base", horizon: twoYears,
    economics: Economics(priceYear: Year(2026), inflation: 0.02, discount: 0.04, lossPieces: 2),
    beneficiaries: [
      Beneficiary(
        id: "A", name: "Hôpital A", region: "53", nisClass: "EI",
        size: DriverValues([.agents: 100])),
      Beneficiary(
        id: "B", name: "Hôpital B", region: "11", nisClass: "EE",
        size: DriverValues([.agents: 400]), risk: 1.5),
    ],
    measures: [
      Measure(
        id: "M1", title: "Sauvegardes", domain: "continuity",
        oneOff: SizedAmount(fixed: .euros(5_000), [.init(.agents, .euros(50))]),
        recurring: SizedAmount([.init(.agents, .euros(10))]),
        installationEffort: SizedEffort(fixed: FTE(0.1), [.init(.agents, FTE(0.001))]),
        runningEffort: SizedEffort(fixed: FTE(0.2)), speed: Share(clamping: 0.75),
        effects: [.init(threat: "ransomware", share: 0.3)],
        contributions: [.init(objective: "O1", weight: 0.6)]),
      Measure(
        id: "M2", title: "Détection", domain: "continuity",
        oneOff: SizedAmount(fixed: .euros(8_000)),
        recurring: SizedAmount([.init(.agents, .euros(36))]),
        effects: [.init(threat: "ransomware", share: 0.2)],
        contributions: [
          .init(objective: "O1", nisClass: "EE", weight: 0.4),
          .init(objective: "O1", nisClass: "EI", weight: 0.3),
        ]),
    ],
    objectives: [NISObjective(id: "O1", title: "Continuité", classes: ["EE", "EI"])],
    threats: [
      Threat(
        id: "ransomware", title: "Rançongiciel",
        frequency: Banded(
          driver: .agents, bands: [.init(upTo: 250, value: 0.01), .init(upTo: nil, value: 0.02)]),
        severity: SizedAmount(fixed: .euros(500_000), [.init(.agents, .euros(1_000))]))
    ],
    vehicles: [
      Vehicle(
        id: "call", title: "Appel à financement", natures: [.oneOff],
        amounts: [
          EnvelopeYear(secured: .euros(20_000), announced: .euros(10_000)),
          EnvelopeYear(secured: .euros(15_000)),
        ], announcedShare: Share(clamping: 0.5), carryOver: Share(clamping: 0.2)),
      Vehicle(
        id: "fir", title: "FIR", natures: [.oneOff, .recurring],
        amounts: [
          EnvelopeYear(secured: .euros(9_000)), EnvelopeYear(secured: .euros(12_000)),
        ], afterHorizon: .euros(7_000)),
    ],
    initialDeployment: [InitialDeployment("B", "M1", Share(clamping: 0.5))])

  private static let twoYears: Horizon = {
    guard let horizon = Horizon(first: Year(2026), count: 2) else { preconditionFailure() }
    return horizon
  }()
}
