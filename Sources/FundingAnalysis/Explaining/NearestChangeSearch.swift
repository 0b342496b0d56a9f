// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
public import FundingModel
public import LinearProgramming

/// Looks for the smallest changes that alter what one beneficiary gets, by planning again.
///
/// A number grows by 1, 3, 10, 30 and 100 % (costs fall by 1, 3, 10, 30 and 50 %) until the amount is
/// another; then the interval in between is halved. A larger change may undo what a smaller one does:
/// between the values looked at, nothing is known.
public struct NearestChangeSearch {
  /// Changes, relative to the number.
  static func steps(_ lever: NearestChange.Lever) -> [Double] {
    switch lever {
    case .envelope, .risk: [0.01, 0.03, 0.1, 0.3, 1]
    case .costs: [-0.01, -0.03, -0.1, -0.3, -0.5]
    }
  }
  /// Halvings of the interval that holds the nearest change.
  static let halvings = 3
  /// Vehicles whose envelopes are looked at.
  static let mostVehicles = 2

  private let scenario: Scenario
  private let beneficiary: Int
  private let session: any EngineSession
  private let options: SolverOptions

  /// - Parameters:
  ///   - scenario: The study.
  ///   - beneficiary: Position of the beneficiary.
  ///   - engine: What solves the programs.
  ///   - options: Limits of each solve.
  public init(
    _ scenario: Scenario, beneficiary: Int, engine: any Engine, options: SolverOptions
  ) {
    self.scenario = scenario
    self.beneficiary = beneficiary
    self.options = options
    session = engine.makeSession()
  }

  /// Looks at each lever.
  ///
  /// - Throws: What the engine and the compiling throw, and ``UnprovenSolve``.
  public func changes(_ levers: [NearestChange.Lever]) throws -> [NearestChange] {
    let before = try euros(of: scenario)
    return try levers.compactMap { lever in
      guard let (from, unit) = number(lever), unit > 0 else { return nil }
      return try change(lever, from: from, by: unit, before: before)
    }
  }

  private func change(
    _ lever: NearestChange.Lever, from: Double, by unit: Double, before: Int
  ) throws -> NearestChange {
    var change = NearestChange(
      lever: lever, from: from, unaltered: from, altered: nil, before: before, after: before)
    func look(at value: Double) throws {
      let amount = try euros(of: scenario(with: lever, at: value))
      if change.alters(amount, at: value) {
        (change.altered, change.after) = (value, amount)
      } else {
        change.unaltered = value
      }
    }
    for step in Self.steps(lever) where change.altered == nil { try look(at: from + step * unit) }
    for _ in 0..<Self.halvings {
      guard let altered = change.altered else { break }
      try look(at: (change.unaltered + altered) / 2)
    }
    return change
  }

  /// What a number is now, and what its steps are parts of: of an empty envelope, the vehicle's
  /// largest.
  private func number(_ lever: NearestChange.Lever) -> (Double, Double)? {
    switch lever {
    case .envelope(let id, let year):
      guard let vehicle = scenario.vehicles.first(where: { $0.id == id }),
        let t = scenario.horizon.index(of: year)
      else { return nil }
      let amounts = vehicle.amounts.map(\.secured.thousandsOfEuros)
      return (amounts[t], amounts[t] > 0 ? amounts[t] : amounts.max() ?? 0)
    case .risk:
      let risk = scenario.beneficiaries[beneficiary].risk
      return (risk, risk)
    case .costs:
      let factor = scenario.beneficiaries[beneficiary].costFactor
      return (factor, factor)
    }
  }

  /// The study with one number changed.
  func scenario(with lever: NearestChange.Lever, at value: Double) -> Scenario {
    var result = scenario
    switch lever {
    case .envelope(let id, let year):
      for v in result.vehicles.indices where result.vehicles[v].id == id {
        if let t = result.horizon.index(of: year) {
          result.vehicles[v].amounts[t].secured = Money(roundingThousandsOfEuros: value)
        }
      }
    case .risk: result.beneficiaries[beneficiary].risk = value
    case .costs: result.beneficiaries[beneficiary].costFactor = value
    }
    return result
  }

  private func euros(of scenario: Scenario) throws -> Int {
    let formulation = try Formulation.compile(scenario)
    let outcome = try session.optimise(
      formulation.program, inOrder: formulation.levels, options: options, onLevel: nil)
    guard outcome.isComplete, let best = outcome.best else { throw UnprovenSolve(outcome) }
    let allocation = WholeEuros.round(formulation.plan(at: best.primal), of: scenario)
    return allocation.lines.reduce(0) { $0 + ($1.beneficiary == beneficiary ? $1.euros : 0) }
  }
}

extension ExplainedPlan {
  /// Numbers whose change may alter what a beneficiary gets: the dearest envelopes it may draw on,
  /// its risk where a goal counts losses, and what measures cost there.
  public func levers(of beneficiary: Int) -> [NearestChange.Lever] {
    let one = scenario.beneficiaries[beneficiary]
    let open = Set(
      scenario.vehicles.filter { $0.paysBeneficiaries && $0.reaches(one) }.map(\.id))
    var dearest: [VehicleID: RulePrice] = [:]
    for price in sharedPrices where price.rule.family == .envelope && price.price != 0 {
      guard let vehicle = price.rule.vehicle, open.contains(vehicle) else { continue }
      if let other = dearest[vehicle], !Self.isDearer(price, other) { continue }
      dearest[vehicle] = price
    }
    let envelopes = dearest.values.sorted(by: Self.isDearer)
      .prefix(NearestChangeSearch.mostVehicles)
      .compactMap { price -> NearestChange.Lever? in
        guard let vehicle = price.rule.vehicle, let year = price.rule.year else { return nil }
        return .envelope(vehicle, year)
      }
    return envelopes + (level(of: .avoidedLoss) == nil ? [] : [.risk]) + [.costs]
  }

  /// Whether a price weighs more than another: at an earlier goal, or more at the same.
  private static func isDearer(_ one: RulePrice, _ other: RulePrice) -> Bool {
    (one.levelIndex, -abs(one.price), one.rowName)
      < (other.levelIndex, -abs(other.price), other.rowName)
  }
}
