// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming
import Report
import TestSupport

/// A made-up study of six hospitals that has money of every kind, and its solved outcome.
enum SmallStudy {
  static var scenario: Scenario {
    var scenario = Scenario(
      title: "Essai 2026–2028", horizon: horizon,
      economics: Economics(priceYear: Year(2026), inflation: 0.02, discount: 0.03, lossPieces: 4),
      beneficiaries: beneficiaries, measures: measures, objectives: objectives, threats: threats,
      vehicles: vehicles)
    scenario.services = [
      SharedService(
        id: "soc", title: "SOC mutualisé", measures: ["M3"], unit: .agents, initialCapacity: 0,
        buildCost: .euros(6), runCost: .euros(4), vehicles: ["equipes"])
    ]
    scenario.targets = [
      target("EE", "O1", [0.3, 0.6, 0.9]), target("EE", "O2", [0.2, 0.4, 0.8]),
      target("EI", "O1", [0.2, 0.4, 0.6]),
    ]
    scenario.territory = [
      TerritoryRule(id: "plancher", grouping: .region, floor: 0.9, weight: .agents)
    ]
    scenario.staffing = [
      StaffingRule(region: "53", available: [FTE(1.5), FTE(2), FTE(3)])
    ]
    scenario.deployment = [
      DeploymentRule(
        id: "exercices", subject: .measure("M2"), share: Share(clamping: 0.5), by: Year(2028),
        within: .region)
    ]
    scenario.sustainability = SustainabilityRule(isHard: false, ownShare: Share(clamping: 0.5))
    scenario.ownFunds = OwnFundsRule(
      affordable: SizedAmount([.init(.agents, .euros(12))]), share: Share(clamping: 0.5))
    scenario.initialDeployment = [
      InitialDeployment("010000001", "M1", Share(clamping: 0.25)),
      InitialDeployment("010000004", "M2", Share(clamping: 0.1)),
    ]
    return scenario
  }

  private static var horizon: Horizon {
    guard let horizon = Horizon(first: Year(2026), count: 3) else {
      preconditionFailure("three years")
    }
    return horizon
  }

  private static func target(
    _ nisClass: NISClassID, _ objective: ObjectiveID, _ levels: [Double]
  ) -> CoverageTarget {
    CoverageTarget(
      nisClass: nisClass, objective: objective, levels: levels.map { Share(clamping: $0) })
  }

  private static var beneficiaries: [Beneficiary] {
    let rows: [(String, RegionID, NISClassID?, Double, Double)] = [
      ("CHU d’Armor", "53", "EE", 5200, 900), ("Clinique du Phare", "53", "EI", 340, 60),
      ("CHU, site « Sud »", "04", "EE", 3900, 700), ("Clinique des Hauts", "04", nil, 150, 30),
      ("Hôpital de la Seine", "11", "EE", 7400, 1200), ("Maison Saint-Luc", "11", "EI", 610, 90),
    ]
    return rows.enumerated().map { position, row in
      Beneficiary(
        id: BeneficiaryID("01000000\(position + 1)"), name: row.0, region: row.1,
        nisClass: row.2, size: DriverValues([.agents: row.3, .beds: row.4]))
    }
  }

  private static var measures: [Measure] {
    [
      Measure(
        id: "M1", title: "Annuaires", domain: "directories",
        oneOff: SizedAmount(fixed: .euros(20_000), [.init(.agents, .euros(60))]),
        recurring: SizedAmount([.init(.agents, .euros(9))]),
        installationEffort: SizedEffort([.init(.agents, FTE(0.0004))]),
        speed: Share(clamping: 0.5), effects: [.init(threat: "K1", share: 0.45)],
        contributions: [.init(objective: "O1", weight: 1)]),
      Measure(
        id: "M2", title: "Exercices de crise", domain: "continuity",
        oneOff: SizedAmount(fixed: .euros(15_000), [.init(.agents, .euros(12))]),
        recurring: SizedAmount(fixed: .euros(4_000)), prerequisites: ["M1"],
        effects: [.init(threat: "K1", share: 0.2)],
        contributions: [.init(objective: "O2", weight: 0.6)]),
      Measure(
        id: "M3", title: "Supervision", domain: "continuity",
        oneOff: SizedAmount([.init(.agents, .euros(5))]),
        runningEffort: SizedEffort([.init(.agents, FTE(0.0002))]),
        effects: [.init(threat: "K1", share: 0.3)],
        contributions: [.init(objective: "O2", weight: 0.4)]),
    ]
  }

  private static var objectives: [NISObjective] {
    [
      NISObjective(id: "O1", title: "Maîtriser les accès", classes: ["EE", "EI"]),
      NISObjective(id: "O2", title: "Tenir la crise", weight: 2, classes: ["EE"]),
    ]
  }

  private static var threats: [Threat] {
    [
      Threat(
        id: "K1", title: "Rançongiciel",
        frequency: Banded(driver: .agents, bands: [.init(upTo: nil, value: 0.08)]),
        severity: SizedAmount(fixed: .euros(400_000), [.init(.agents, .euros(1_800))]))
    ]
  }

  private static var vehicles: [Vehicle] {
    [
      Vehicle(
        id: "appels", title: "Appels à financement", natures: [.oneOff],
        amounts: [
          EnvelopeYear(secured: .euros(180_000), announced: .euros(90_000)),
          EnvelopeYear(secured: .euros(150_000)), EnvelopeYear(secured: .euros(120_001)),
        ], announcedShare: Share(clamping: 0.5), carryOver: Share(clamping: 0.2)),
      Vehicle(
        id: "fir", title: "FIR", natures: [.oneOff, .recurring],
        amounts: [
          EnvelopeYear(secured: .euros(60_000)), EnvelopeYear(secured: .euros(70_000)),
          EnvelopeYear(secured: .euros(80_000)),
        ],
        ceiling: BeneficiaryLimit(
          .sized(SizedAmount(fixed: .euros(10_000), [.init(.agents, .euros(15))])), per: .horizon),
        floor: BeneficiaryLimit(.sized(SizedAmount(fixed: .euros(1_000))), per: .horizon),
        afterHorizon: .euros(50_000)),
      Vehicle(
        id: "equipes", title: "Équipes régionales", natures: [.oneOff, .recurring],
        paysBeneficiaries: false,
        amounts: [
          EnvelopeYear(secured: .euros(20_000)), EnvelopeYear(secured: .euros(30_000)),
          EnvelopeYear(announced: .euros(40_000)),
        ], announcedShare: .whole),
    ]
  }

  /// The study with two parameters, one of which is an assumption that a layer replaced.
  static func study(_ scenario: Scenario) -> ResolvedStudy {
    let origin = Provenance(
      layer: "essai", file: "essai.yaml", line: 7, source: "Arrêté du 3 juillet 2025",
      isAssumption: false)
    let layer = Provenance(layer: "moins", file: "moins.yaml", line: 3)
    return ResolvedStudy(
      scenario: scenario,
      parameters: [
        .init(path: "economics.discount", value: "3 %", origins: [layer, origin]),
        .init(path: "vehicles.fir.amounts.2026.secured", value: "60 k€", origins: [origin]),
      ],
      files: [.init(path: "essai.yaml", role: "study"), .init(path: "moins.yaml", role: "layer")],
      layers: ["essai", "moins"])
  }

  /// The same outcome with one text for every name and title.
  static func named(_ text: String, _ outcome: PlanOutcome) -> PlanOutcome {
    var outcome = outcome
    var scenario = outcome.scenario
    for place in scenario.beneficiaries.indices { scenario.beneficiaries[place].name = text }
    for place in scenario.vehicles.indices { scenario.vehicles[place].title = text }
    for place in scenario.measures.indices { scenario.measures[place].title = text }
    scenario.title = text
    outcome.study.scenario = scenario
    return outcome
  }

  /// Solves a scenario to its optimum, with timings that never change.
  static func outcome(of scenario: Scenario = scenario) throws -> PlanOutcome {
    let formulation = try Formulation.compile(scenario)
    let ordered = try GLPKSolver().solve(
      formulation.program, inOrder: formulation.levels, options: SolverOptions())
    guard let best = ordered.best, ordered.isComplete else { throw Unsolved() }
    let plan = formulation.plan(at: best.primal)
    let allocation = WholeEuros.round(plan, of: scenario)
    let program = formulation.program
    return PlanOutcome(
      study: study(scenario), status: .optimal, plan: plan, allocation: allocation,
      figures: PlanFigures(scenario: scenario, plan: plan, allocation: allocation),
      goals: ordered.levels.map {
        GoalOutcome(
          name: $0.name, sense: $0.sense, value: $0.finalValue ?? 0, bestBound: $0.bestBound,
          relativeGap: 4e-7, termination: $0.termination)
      },
      prices: RulePrices.list(
        of: formulation, at: best.primal, levels: ordered.levels.map { LevelPrices($0) }),
      size: ProgramSize(
        rows: program.rowCount, columns: program.columnCount, nonzeros: program.nonzeroCount),
      timings: RunTimings(
        reading: 0.4, building: 1.2, solving: 6.25, checking: 0.05, writing: 0.3,
        peakMemoryBytes: 1_310_000_000),
      identity: RunIdentity(
        tool: "releve 0.1.0", solver: "GLPK 5.0", command: ["releve", "plan", "essai.yaml"],
        settings: [.init("gap_tolerance", "1e-06")]))
  }

  struct Unsolved: Error {}
}
