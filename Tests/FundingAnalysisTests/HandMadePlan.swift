// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// A study small enough to work out by hand, and a plan of it.
///
/// Two years (2026, 2027), no inflation, no discount. A: 100 agents, region 53, EE, pilot. B: 300
/// agents, region 11, EI. M1 (domain `d1`): 10 k€ once, 2 k€ a year, halves the loss. M2 (`d2`): 4 k€
/// once, 1 k€ a year. Deployment: A puts M1 in place by halves; B puts 0.4 of M1 in place in 2026 and
/// a quarter of M2 in 2027. The needs, in k€:
///
/// | pot | A 2026 | A 2027 | B 2026 | B 2027 |
/// |---|---|---|---|---|
/// | d1, one-off | 0.5·10 = 5 | 5 | 0.4·10 = 4 | 0 |
/// | d1, recurring | 0.5·2 = 1 | 2 | 0.8 | 0.8 |
/// | d2, one-off | 0 | 0 | 0 | 0.25·4 = 1 |
/// | d2, recurring | 0 | 0 | 0 | 0.25 |
///
/// The call pays what is one-off (9 in 2026, 6 in 2027), the fund what recurs at A (1, then 2); B
/// pays what recurs there itself (0.8, then 1.05).
struct HandMadePlan {
  /// Whether the plan is held to whole steps.
  var wholeSteps = false
  var scenario = Self.baseScenario
  var plan: Plan
  var allocation: Allocation
  var levelValues: [Double?] = []

  /// Positions of the pots: d1 one-off, d1 recurring, d2 one-off, d2 recurring.
  enum Pots {
    static let oneOff1 = 0
    static let recurring1 = 1
    static let oneOff2 = 2
    static let recurring2 = 3
  }

  init() {
    plan = Plan(
      measureCount: 2, yearCount: 2,
      //           A: M1     M2    B: M1   M2
      increments: [0.5, 0.5, 0, 0, 0.4, 0, 0, 0.25],
      grants: [
        .init(vehicle: 0, beneficiary: 0, pot: Pots.oneOff1, year: 0, thousands: 5),
        .init(vehicle: 0, beneficiary: 0, pot: Pots.oneOff1, year: 1, thousands: 5),
        .init(vehicle: 1, beneficiary: 0, pot: Pots.recurring1, year: 0, thousands: 1),
        .init(vehicle: 1, beneficiary: 0, pot: Pots.recurring1, year: 1, thousands: 2),
        .init(vehicle: 0, beneficiary: 1, pot: Pots.oneOff1, year: 0, thousands: 4),
        .init(vehicle: 0, beneficiary: 1, pot: Pots.oneOff2, year: 1, thousands: 1),
      ],
      own: [
        .init(beneficiary: 1, pot: Pots.recurring1, year: 0, thousands: 0.8),
        .init(beneficiary: 1, pot: Pots.recurring1, year: 1, thousands: 0.8),
        .init(beneficiary: 1, pot: Pots.recurring2, year: 1, thousands: 0.25),
      ], servicePayments: [], serviceCapacity: [], carried: [0, 0, 0, 0])
    allocation = Allocation(
      lines: plan.grants.map {
        .init(
          vehicle: $0.vehicle, beneficiary: $0.beneficiary, pot: $0.pot, year: $0.year,
          euros: Int(($0.thousands * 1000).rounded()))
      }, services: [], carried: [.zero, .zero, .zero, .zero])
  }

  /// Adds a shared service for M2, whose use in 2027 is 300 agents · 0.25 = 75.
  ///
  /// 50 in place before; 25 more are built in 2027 for 25·20 € = 0.5 k€ and run for 25·10 € = 0.25 k€.
  mutating func addService() {
    scenario.services = [
      SharedService(
        id: "soc", title: "SOC", measures: ["M2"], unit: .agents, initialCapacity: 50,
        buildCost: .euros(20), runCost: .euros(10), vehicles: ["fund"])
    ]
    plan.serviceCapacity = [50, 75]
    pay(.oneOff, year: 1, euros: 500)
    pay(.recurring, year: 1, euros: 250)
  }

  /// Pays for the service out of the fund.
  mutating func pay(_ nature: CostNature, year: Int, euros: Int) {
    plan.servicePayments.append(
      .init(service: 0, vehicle: 1, nature: nature, year: year, thousands: Double(euros) / 1000))
    allocation.services.append(
      .init(service: 0, vehicle: 1, nature: nature, year: year, euros: euros))
  }

  static let twoYears: Horizon = {
    guard let horizon = Horizon(first: Year(2026), count: 2) else {
      preconditionFailure("two years are a horizon")
    }
    return horizon
  }()

  static let baseScenario = Scenario(
    title: "Hand-made", horizon: twoYears,
    economics: Economics(priceYear: Year(2026), lossPieces: 1),
    beneficiaries: [
      Beneficiary(
        id: "A", name: "Hôpital A", region: "53", nisClass: "EE",
        size: DriverValues([.agents: 100]), isPilot: true),
      Beneficiary(
        id: "B", name: "Hôpital B", region: "11", nisClass: "EI",
        size: DriverValues([.agents: 300])),
    ],
    measures: [
      Measure(
        id: "M1", title: "Annuaires", domain: "d1", oneOff: SizedAmount(fixed: .euros(10_000)),
        recurring: SizedAmount(fixed: .euros(2_000)),
        installationEffort: SizedEffort(fixed: FTE(1)),
        runningEffort: SizedEffort(fixed: FTE(0.5)),
        effects: [.init(threat: "K", share: 0.5)],
        contributions: [.init(objective: "O1", weight: 0.5)]),
      Measure(
        id: "M2", title: "Détection", domain: "d2", oneOff: SizedAmount(fixed: .euros(4_000)),
        recurring: SizedAmount(fixed: .euros(1_000)),
        contributions: [.init(objective: "O1", nisClass: "EI", weight: 0.3)]),
    ],
    objectives: [NISObjective(id: "O1", title: "Objectif", classes: ["EE", "EI"])],
    threats: [
      Threat(
        id: "K", title: "Menace",
        frequency: Banded(driver: .units, bands: [.init(upTo: nil, value: 0.1)]),
        severity: SizedAmount(fixed: .euros(1_000_000)))
    ],
    vehicles: [
      Vehicle(
        id: "call", title: "Appel", natures: [.oneOff],
        amounts: [
          EnvelopeYear(secured: .euros(11_000), announced: .euros(2_000)),
          EnvelopeYear(secured: .euros(8_000)),
        ], announcedShare: Share(clamping: 0.5), carryOver: Share(clamping: 0.5)),
      Vehicle(
        id: "fund", title: "Fonds", natures: [.oneOff, .recurring],
        amounts: [EnvelopeYear(secured: .euros(3_000)), EnvelopeYear(secured: .euros(3_000))],
        afterHorizon: .euros(2_500)),
    ],
    targets: [
      CoverageTarget(
        nisClass: "EE", objective: "O1",
        levels: [Share(clamping: 0.3), Share(clamping: 0.5)]),
      CoverageTarget(
        nisClass: "EI", objective: "O1", levels: [.none, Share(clamping: 0.3)]),
    ])
}
