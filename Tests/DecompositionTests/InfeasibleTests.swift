// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming
import TestSupport
import Testing

@Suite struct `A study that no plan satisfies` {
  /// Why there is no plan, and which rules any proof must name.
  enum Reason: String, CaseIterable {
    /// A floor above the ceiling of one beneficiary.
    case floorAboveCeiling
    /// Floors of all together above the envelopes.
    case floorsAboveEnvelopes
    /// A measure for everybody without any money.
    case deploymentWithoutMoney
    /// A measure for everybody without any staff.
    case deploymentWithoutStaff

    /// Families that a proof names.
    var named: Set<Family> {
      switch self {
      case .floorAboveCeiling: [.floor, .ceiling]
      case .floorsAboveEnvelopes: [.floor, .spend, .envelope]
      case .deploymentWithoutMoney: [.massive, .financing, .ownFunds, .spend, .envelope]
      case .deploymentWithoutStaff: [.massive, .staffing]
      }
    }

    /// Families that a proof may need besides.
    var mayBeNamed: Set<Family> {
      switch self {
      case .deploymentWithoutMoney, .deploymentWithoutStaff: [.deployed]
      case .floorAboveCeiling, .floorsAboveEnvelopes: []
      }
    }

    func scenario(seed: UInt64, beneficiaries: Int) -> Scenario {
      var scenario = plain(seed: seed, beneficiaries: beneficiaries)
      switch self {
      case .floorAboveCeiling:
        scenario.vehicles[0].ceiling = limit(20)
        scenario.vehicles[0].floor = BeneficiaryLimit(
          .banded(
            Banded(
              driver: .agents,
              bands: [
                .init(upTo: 1e6, value: .euros(10_000)), .init(upTo: nil, value: .euros(30_000)),
              ])), per: .horizon)
        scenario.beneficiaries[beneficiaries / 2].size[.agents] = 2e6
      case .floorsAboveEnvelopes:
        scenario.vehicles[0].floor = limit(50)
        for year in scenario.vehicles[0].amounts.indices {
          scenario.vehicles[0].amounts[year] = EnvelopeYear(
            secured: .euros(Int64(beneficiaries) * 10_000))
        }
      case .deploymentWithoutMoney:
        addDeployment(to: &scenario)
        scenario.ownFunds = OwnFundsRule(affordable: SizedAmount(), share: .whole)
        for vehicle in scenario.vehicles.indices {
          let years = scenario.vehicles[vehicle].amounts.count
          scenario.vehicles[vehicle].amounts = Array(repeating: EnvelopeYear(), count: years)
        }
      case .deploymentWithoutStaff:
        addDeployment(to: &scenario)
        scenario.measures[0].installationEffort = SizedEffort(fixed: FTE(1))
        scenario.staffing = Set(scenario.beneficiaries.map(\.region)).sorted().map {
          StaffingRule(
            region: $0, available: Array(repeating: FTE(0.01), count: scenario.horizon.count))
        }
      }
      return scenario
    }

    /// A random study whose other rules leave the vehicle `call` and the measure `M1` alone.
    private func plain(seed: UInt64, beneficiaries: Int) -> Scenario {
      var maker = RandomScenario(seed: seed, beneficiaries: beneficiaries, forced: .massiveMeasure)
      maker.couplingRules = false
      var scenario = maker.make()
      scenario.deployment = []
      scenario.initialDeployment.removeAll { $0.measure == "M1" }
      scenario.measures[0].oneOff = SizedAmount(fixed: .euros(100_000))
      scenario.vehicles[0].domains = []
      for position in scenario.vehicles.indices { scenario.vehicles[position].ceiling = nil }
      return scenario
    }

    private func addDeployment(to scenario: inout Scenario) {
      scenario.deployment = [
        DeploymentRule(
          id: "all", subject: .measure("M1"), share: Share(clamping: 0.9),
          by: scenario.horizon.last)
      ]
    }

    private func limit(_ thousands: Int64) -> BeneficiaryLimit {
      BeneficiaryLimit(.sized(SizedAmount(fixed: .euros(thousands * 1000))), per: .horizon)
    }
  }

  /// Seeds 8401…8406; sizes 3…13; every second one rehearsed.
  @Test(arguments: Reason.allCases, Support.seeds(8401, 6))
  func `is known as such, with a proof that names its rules`(reason: Reason, seed: UInt64) throws {
    let study = reason.scenario(seed: seed, beneficiaries: 3 + 2 * Int(seed % 6))
    let formulation = try Formulation.compile(study)
    let program = formulation.program
    let outcome = try Support.solve(program, formulation.levels, rehearses: seed % 2 == 0)
    #expect(outcome.last.termination == .infeasible, "\(reason) \(seed): \(outcome.last.detail)")
    #expect(outcome.last.dualStatus == .certificate, "\(reason) \(seed)")
    let hasPoint = outcome.best != nil
    #expect(!hasPoint && outcome.levels.count == 1, "\(reason) \(seed)")
    let proof = outcome.last.rowDuals
    #expect((program.farkasStrength(of: proof) ?? 0) > Tolerance.certificate, "\(reason) \(seed)")
    let rows = proof.indices.filter { proof[$0] != 0 }.map { program.rowNames[$0] }
    let families = Set(rows.compactMap { Family(rowName: $0) })
    #expect(reason.named.isSubset(of: families), "\(reason) \(seed): \(rows)")
    // Rows of other families may come along; those that matter are enough by themselves.
    let needed = reason.named.union(reason.mayBeNamed)
    var core = program
    for row in proof.indices {
      let family = Family(rowName: program.rowNames[row])
      guard proof[row] == 0 || family.map(needed.contains) != true else { continue }
      core.setBounds(Constraint(row), lower: -.infinity, upper: .infinity)
    }
    let ending = try Agreement.whole(core, formulation.levels[0].objective).termination
    #expect(ending == .infeasible, "\(reason) \(seed): \(rows)")
    if reason == .floorAboveCeiling {
      let guilty = study.beneficiaries[study.beneficiaries.count / 2].id.rawValue
      #expect(rows.allSatisfy { $0.contains(guilty) }, "\(seed): \(rows)")
    }
  }

  /// The whole solve agrees that nothing is left to plan, so that the rules above are no accident.
  @Test(arguments: Reason.allCases)
  func `is infeasible for the whole solve too, and not without its rules`(reason: Reason) throws {
    let study = reason.scenario(seed: 8401, beneficiaries: 5)
    let formulation = try Formulation.compile(study)
    let objective = formulation.levels[0].objective
    #expect(try Agreement.whole(formulation.program, objective).termination == .infeasible)
    var eased = formulation.program
    for row in 0..<eased.rowCount
    where [.floor, .massive].contains(Family(rowName: eased.rowNames[row])) {
      eased.setBounds(Constraint(row), lower: -.infinity, upper: .infinity)
    }
    #expect(try Agreement.whole(eased, objective).termination == .optimal)
  }
}
