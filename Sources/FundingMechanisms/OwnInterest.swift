// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// What the optimum did with the money that a mechanism leaves as it is.
public struct HeldMoney: Sendable {
  /// Whole euros that each vehicle pays for shared services, by vehicle, then payment year; rounded up,
  /// so that the same services can be bought.
  public var services: [[Int64]]
  /// Whole euros that each vehicle pays each beneficiary, by vehicle, then beneficiary, then year of
  /// the need.
  public var grants: [[[Int64]]]

  /// Takes the money of a plan.
  public init(_ plan: Plan, _ allocation: Allocation, of scenario: Scenario) {
    let years = scenario.horizon.count
    let none = [Int64](repeating: 0, count: years)
    services = scenario.vehicles.map { _ in none }
    grants = scenario.vehicles.map { _ in scenario.beneficiaries.map { _ in none } }
    var exact = scenario.vehicles.map { _ in [Double](repeating: 0, count: years) }
    for payment in plan.servicePayments {
      exact[payment.vehicle][payment.year] += payment.thousands
    }
    for v in exact.indices {
      services[v] = exact[v].map { Int64(($0 * 1000 - 1e-4).rounded(.up)) }
    }
    for line in allocation.lines {
      grants[line.vehicle][line.beneficiary][line.year] += Int64(line.euros)
    }
  }
}

/// A mechanism as a scenario in which each beneficiary does what is best for itself.
///
/// Every beneficiary may count on its entitlement and seeks its own least NIS shortfall, then its own
/// least loss, then to spend the least of its own. Since no rule makes one pay for another, the sum of
/// the goals over all is least where each one's is. What is shared in the world stays shared: staff of
/// a region, capacity of a service, the share of pilots. Rules by which the nation steers money or
/// asks for deployment do not apply.
public struct OwnInterest: Sendable {
  /// The scenario to solve: one vehicle per clause (and group) in place of each vehicle.
  public let scenario: Scenario
  /// Position of the clause that each vehicle of a clause stands for.
  public let clauses: [VehicleID: Int]
  /// What everybody may count on.
  public let shared: SharedOut
  /// Whole euros that beneficiaries may count on from vehicles that no clause names.
  public let held: Int64
  /// Whole euros that vehicles named by the mechanism hold for beneficiaries and no clause gives.
  public let unshared: Int64

  /// Builds the scenario of a mechanism.
  ///
  /// - Parameters:
  ///   - mechanism: the rule.
  ///   - study: the population, measures and vehicles.
  ///   - held: what the optimum does with services, and with vehicles that no clause names.
  /// - Throws: ``MechanismFault`` where a clause cannot say what a beneficiary may have.
  public init(
    _ mechanism: FundingMechanism, of study: Scenario, held: HeldMoney
  ) throws(MechanismFault) {
    let envelopes = study.vehicles.indices.map { v in
      study.horizon.years.indices.map { t in
        max(0, study.vehicles[v].counted(in: t).cents / 100 - held.services[v][t])
      }
    }
    shared = try SharingOut(mechanism, study, envelopes: envelopes).result()
    let named = Set(mechanism.clauses.flatMap(\.vehicles))
    var whole: Int64 = 0
    var kept: Int64 = 0
    var vehicles = study.vehicles.enumerated().map { v, vehicle in
      Self.forServices(vehicle, held.services[v])
    }
    for (v, vehicle) in study.vehicles.enumerated() where vehicle.paysBeneficiaries {
      if named.contains(vehicle.id) {
        whole += envelopes[v].reduce(0, +)
      } else {
        let copy = Self.asInOptimum(vehicle, held.grants[v], study)
        kept += copy.amounts.reduce(0) { $0 + $1.secured.cents / 100 }
        vehicles.append(copy)
      }
    }
    unshared = whole - shared.total
    self.held = kept
    var clauses: [VehicleID: Int] = [:]
    for (place, clause) in mechanism.clauses.enumerated() {
      for v in study.vehicles.indices {
        let years = shared.years.filter { $0.clause == place && $0.vehicle == v }
        guard !years.isEmpty else { continue }
        let made = Self.vehicles(clause, study.vehicles[v], years, study)
        for one in made { clauses[one.id] = place }
        vehicles += made
      }
    }
    var scenario = Self.withoutSteering(study)
    scenario.vehicles = vehicles
    scenario.goals = [GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss), GoalLevel(.ownMoney)]
    self.scenario = scenario
    self.clauses = clauses
  }

  /// The study in which the model chooses freely: what every mechanism is held against.
  ///
  /// Rules by which the nation steers are left out here too, so that no mechanism can beat it.
  public static func optimum(of study: Scenario) -> Scenario {
    var scenario = withoutSteering(study)
    for v in scenario.vehicles.indices {
      scenario.vehicles[v].floor = nil
      scenario.vehicles[v].band = nil
    }
    scenario.goals = [GoalLevel(.nisShortfall), GoalLevel(.avoidedLoss), GoalLevel(.publicMoney)]
    return scenario
  }

  /// The study without floors and ceilings between groups, deployment asked for and fairness; targets
  /// that must be met become targets whose shortfall counts.
  private static func withoutSteering(_ study: Scenario) -> Scenario {
    var scenario = study
    scenario.territory = []
    scenario.deployment = []
    scenario.fairness = FairnessRules()
    scenario.sustainability?.isHard = false
    for place in scenario.targets.indices { scenario.targets[place].isHard = false }
    return scenario
  }

  // MARK: - Vehicles

  /// The vehicle with its money for shared services only.
  private static func forServices(_ vehicle: Vehicle, _ euros: [Int64]) -> Vehicle {
    guard vehicle.paysBeneficiaries else { return vehicle }
    var vehicle = plain(vehicle)
    vehicle.paysBeneficiaries = false
    vehicle.amounts = euros.map { EnvelopeYear(secured: .euros($0)) }
    vehicle.ceiling = nil
    vehicle.rate = nil
    vehicle.mechanism = .optimised
    vehicle.resultObjectives = []
    return vehicle
  }

  /// The vehicle without what moves its money between years, or asks for it to be paid.
  private static func plain(_ vehicle: Vehicle) -> Vehicle {
    var vehicle = vehicle
    vehicle.announcedShare = .none
    vehicle.carryOver = .none
    vehicle.floor = nil
    vehicle.band = nil
    return vehicle
  }

  /// A vehicle that no clause names: it pays each beneficiary what it pays in the optimum.
  private static func asInOptimum(
    _ vehicle: Vehicle, _ grants: [[Int64]], _ study: Scenario
  ) -> Vehicle {
    var entitlements: [BeneficiaryID: [Money]] = [:]
    var byYear = [Int64](repeating: 0, count: study.horizon.count)
    for (e, years) in grants.enumerated() where years.contains(where: { $0 > 0 }) {
      entitlements[study.beneficiaries[e].id] = years.map { .euros($0) }
      for (t, euros) in years.enumerated() where t + vehicle.lag < byYear.count {
        byYear[t + vehicle.lag] += euros
      }
    }
    var copy = plain(vehicle)
    copy.id = VehicleID("held.\(vehicle.id)")
    copy.amounts = byYear.map { EnvelopeYear(secured: .euros($0)) }
    copy.entitlements = entitlements
    copy.afterHorizon = .zero
    return copy
  }

  /// One vehicle per clause, or per group of the clause.
  private static func vehicles(
    _ clause: MechanismClause, _ vehicle: Vehicle, _ years: [ClauseYear], _ study: Scenario
  ) -> [Vehicle] {
    let groups: [String?] =
      clause.pool == nil
      ? [nil] : Set(years.flatMap(\.parts).compactMap(\.group)).sorted().map { $0 }
    return groups.map { group in
      var copy = plain(vehicle)
      copy.id = VehicleID("\(clause.id).\(vehicle.id)" + (group.map { ".\($0)" } ?? ""))
      copy.title = clause.vehicles.count > 1 ? "\(clause.title), \(vehicle.title)" : clause.title
      if let group { copy.title += " (\(group))" }
      copy.rate = [vehicle.rate, clause.rate].compactMap { $0 }.min()
      copy.claim = clause.claim.map { ClaimWindow(claim: $0, window: clause.id) }
      if !clause.results.isEmpty {
        copy.mechanism = .results
        copy.resultObjectives = clause.results
        copy.resultTarget = clause.target
      }
      var byYear = [Int64](repeating: 0, count: study.horizon.count)
      var entitlements: [BeneficiaryID: [Money]] = [:]
      for year in years {
        for part in year.parts where part.group == group && part.euros > 0 {
          byYear[year.year] += part.euros
          for e in part.beneficiaries {
            entitlements[
              study.beneficiaries[e].id,
              default: [Money](repeating: .zero, count: study.horizon.count)
            ][year.year - vehicle.lag] = .euros(part.euros)
          }
        }
      }
      copy.amounts = byYear.map { EnvelopeYear(secured: .euros($0)) }
      copy.entitlements = entitlements
      copy.afterHorizon = .zero
      return copy
    }
  }
}
