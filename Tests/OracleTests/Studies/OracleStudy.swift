// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import Testing

/// A small study made by hand around some families of rules.
struct OracleStudy: Sendable, CustomTestStringConvertible {
  /// What it is about.
  var name: String
  /// Families it is about; the program has rows of each.
  var families: Set<Family>
  /// The study.
  var scenario: Scenario
  /// Each takes away a rule that the study is about, which must change some optimum.
  var relax: [@Sendable (inout Scenario) -> Void]
  /// Optima of the levels, worked out by hand in the comment of the study.
  var worked: [Double]?

  var testDescription: String { name }

  /// Every study.
  static let all: [OracleStudy] =
    vehicleStudies + measureStudies + populationStudies + meansStudies + fairnessStudies
    + timeStudies

  // MARK: Pieces of which the studies are made

  static func hospital(
    _ id: String, agents: Double?, region: RegionID = "53", nisClass: NISClassID? = "EE"
  ) -> Beneficiary {
    var size = DriverValues([.beds: 50, .workstations: 80, .sites: 2])
    size[.agents] = agents
    return Beneficiary(
      id: BeneficiaryID(id), name: "Centre \(id)", region: region, nisClass: nisClass, size: size)
  }

  /// A measure that costs `oneOff` and `recurring` (k€ per year) everywhere and gives all of O1.
  static func measure(
    _ id: String, oneOff: Int64 = 0, recurring: Int64 = 0, perAgent: Int64 = 0,
    serving weight: Double = 1, of objective: ObjectiveID = "O1"
  ) -> Measure {
    Measure(
      id: MeasureID(id), title: "Mesure \(id)", domain: "continuity",
      oneOff: SizedAmount(fixed: .euros(oneOff * 1000), [.init(.agents, .euros(perAgent))]),
      recurring: SizedAmount(fixed: .euros(recurring * 1000)),
      contributions: [.init(objective: objective, weight: weight)])
  }

  /// A vehicle with `amounts` in k€, secured.
  static func vehicle(
    _ id: String, _ natures: [CostNature] = [.oneOff], _ amounts: [Int64]
  ) -> Vehicle {
    Vehicle(
      id: VehicleID(id), title: "Crédits \(id)", natures: natures,
      amounts: amounts.map { EnvelopeYear(secured: .euros($0 * 1000)) })
  }

  static func target(
    _ levels: [Double], _ nisClass: NISClassID = "EE", _ objective: ObjectiveID = "O1",
    isHard: Bool = false
  ) -> CoverageTarget {
    CoverageTarget(
      nisClass: nisClass, objective: objective, levels: levels.map { Share(clamping: $0) },
      isHard: isHard)
  }

  /// A study from 2026 on, without inflation and without money of the establishments.
  static func study(
    _ hospitals: [Beneficiary], _ measures: [Measure], _ vehicles: [Vehicle],
    _ targets: [CoverageTarget] = [],
    goals: [GoalLevel] = [.init(.nisShortfall), .init(.publicMoney)]
  ) -> Scenario {
    let years = vehicles.first?.amounts.count ?? 1
    guard let horizon = Horizon(first: Year(2026), count: years) else {
      preconditionFailure("a vehicle has money in at least one year")
    }
    var scenario = Scenario(
      title: "Étude", horizon: horizon, economics: Economics(priceYear: Year(2026)),
      beneficiaries: hospitals, measures: measures,
      objectives: [NISObjective(id: "O1", title: "Objectif", classes: ["EE", "EI"])],
      vehicles: vehicles, targets: targets, goals: goals)
    scenario.ownFunds = OwnFundsRule(affordable: SizedAmount(), share: .whole)
    return scenario
  }

  /// Own money of `amount` k€ a year at everybody.
  static func own(_ amount: Int64, share: Double = 1) -> OwnFundsRule {
    OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(amount * 1000)), share: Share(clamping: share))
  }
}
