// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingMechanisms
import FundingModel
import GLPKSolver
import LinearProgramming

/// Three hospitals of 100, 300 and 600 agents, one measure of 100 k€ that gives all of O1, and a call.
///
/// Nobody has money of its own. Only the second year has a target: all of O1. A euro therefore does
/// the same everywhere, and the shortfall of a hospital that gets g k€ is 1 − g/100.
enum SmallStudy {
  static let horizon: Horizon = {
    guard let horizon = Horizon(first: Year(2026), count: 2) else {
      preconditionFailure("two years are a horizon")
    }
    return horizon
  }()

  static func hospital(
    _ id: BeneficiaryID, agents: Double, region: RegionID = "53",
    status: Beneficiary.Status = .publicSector
  ) -> Beneficiary {
    Beneficiary(
      id: id, name: "Centre \(id)", status: status, region: region, nisClass: "EE",
      size: DriverValues([.agents: agents]))
  }

  static func vehicle(_ id: VehicleID, _ natures: [CostNature], _ amounts: [Int64]) -> Vehicle {
    Vehicle(
      id: id, title: "Crédits \(id)", natures: natures,
      amounts: amounts.map { EnvelopeYear(secured: .euros($0)) })
  }

  static func study(_ amounts: [Int64] = [60_000, 60_000]) -> Scenario {
    var scenario = Scenario(
      title: "Small", horizon: horizon, economics: Economics(priceYear: Year(2026)),
      beneficiaries: [
        hospital("A", agents: 100), hospital("B", agents: 300, region: "11"),
        hospital("C", agents: 600, region: "11", status: .forProfit),
      ],
      measures: [
        Measure(
          id: "M1", title: "Sauvegardes", domain: "continuity",
          oneOff: SizedAmount(fixed: .euros(100_000)), recurring: SizedAmount(),
          effects: [.init(threat: "crisis", share: 0.5)],
          contributions: [.init(objective: "O1", weight: 1)])
      ],
      objectives: [NISObjective(id: "O1", title: "Continuité", classes: ["EE"])],
      threats: [
        Threat(
          id: "crisis", title: "Crise",
          frequency: Banded(driver: .units, bands: [.init(upTo: nil, value: 0.1)]),
          severity: SizedAmount([.init(.agents, .euros(1_000))]))
      ],
      vehicles: [vehicle("call", [.oneOff], amounts)],
      targets: [CoverageTarget(nisClass: "EE", objective: "O1", levels: [.none, .whole])])
    scenario.ownFunds = OwnFundsRule(affordable: SizedAmount(), share: .whole)
    return scenario
  }

  static func clause(
    _ basis: MechanismClause.Basis, _ change: (inout MechanismClause) -> Void = { _ in }
  ) -> MechanismClause {
    var clause = MechanismClause(
      id: "article-1", title: "Article 1", vehicles: ["call"], from: Year(2026), to: Year(2027),
      basis: basis)
    change(&clause)
    return clause
  }

  static func mechanism(
    _ kind: FundingMechanism.Kind, _ clauses: MechanismClause...
  ) -> FundingMechanism {
    FundingMechanism(id: "test", title: "Test", kind: kind, clauses: clauses)
  }

  /// Amounts up to 200 agents, up to 500, and above.
  static func bands(_ amounts: Int64, _ second: Int64, _ third: Int64) -> MechanismClause.Basis {
    .amount(
      .banded(
        Banded(
          driver: .agents,
          bands: [
            .init(upTo: 200, value: .euros(amounts)), .init(upTo: 500, value: .euros(second)),
            .init(upTo: nil, value: .euros(third)),
          ])))
  }

  static func fixed(_ euros: Int64) -> MechanismClause.Basis {
    .amount(.sized(SizedAmount(fixed: .euros(euros))))
  }

  static func weight(_ driver: Driver) -> MechanismClause.Basis {
    .weight(MechanismWeight([.init(driver, 1)]))
  }

  /// What each may count on, by beneficiary, over all years.
  static func euros(
    _ mechanism: FundingMechanism, _ study: Scenario = study()
  ) throws -> [Int64] {
    try OwnInterest(mechanism, of: study, held: nothingHeld(study)).shared
      .euros(count: study.beneficiaries.count)
  }

  /// An optimum that pays nobody and buys no service.
  static func nothingHeld(_ study: Scenario) -> HeldMoney {
    let plan = Plan(
      measureCount: study.measures.count, yearCount: study.horizon.count, increments: [],
      grants: [], own: [], servicePayments: [], serviceCapacity: [], carried: [])
    return HeldMoney(plan, Allocation(lines: [], services: [], carried: []), of: study)
  }

  /// A scenario solved whole by GLPK.
  static func solve(_ scenario: Scenario) throws -> Solved {
    let formulation = try Formulation.compile(scenario)
    let outcome = try WholeSolve(GLPKSolver()).optimise(
      formulation.program, inOrder: formulation.levels, options: SolverOptions(), onLevel: nil)
    guard outcome.isComplete, let best = outcome.best else {
      throw NotSolved(scenario: scenario.title)
    }
    return Solved(
      scenario: scenario, plan: formulation.plan(at: best.primal),
      values: formulation.levels.map { $0.objective.value(at: best.primal) },
      program: formulation.program)
  }

  struct NotSolved: Error { let scenario: String }

  struct Solved {
    let scenario: Scenario
    let plan: Plan
    let values: [Double]
    let program: LinearProgram

    /// Deployment of the first measure at the end, by beneficiary.
    var deployed: [Double] {
      scenario.beneficiaries.indices.map {
        plan.progress($0, 0, through: scenario.horizon.count - 1)
      }
    }
  }

  /// What comes of a mechanism.
  static func response(
    _ mechanism: FundingMechanism, _ study: Scenario = study()
  ) throws -> Solved {
    try solve(OwnInterest(mechanism, of: study, held: nothingHeld(study)).scenario)
  }
}
