// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Shares the money of vehicles out as the clauses of a mechanism say.
public struct SharingOut {
  private let mechanism: FundingMechanism
  private let scenario: Scenario
  private let envelopes: [[Int64]]

  /// Prepares to share out.
  ///
  /// - Parameters:
  ///   - mechanism: the rule.
  ///   - scenario: the population and the vehicles.
  ///   - envelopes: whole euros there are for beneficiaries, by vehicle, then payment year.
  public init(_ mechanism: FundingMechanism, _ scenario: Scenario, envelopes: [[Int64]]) {
    self.mechanism = mechanism
    self.scenario = scenario
    self.envelopes = envelopes
  }

  /// What everybody may count on.
  ///
  /// - Returns: parts that never add up to more than the money there is, and exactly to it where the
  ///   clause uses it up and somebody is eligible.
  /// - Throws: the first beneficiary for which the mechanism cannot say.
  public func result() throws(MechanismFault) -> SharedOut {
    var years: [ClauseYear] = []
    for (place, clause) in mechanism.clauses.enumerated() {
      for (v, vehicle) in scenario.vehicles.enumerated()
      where vehicle.paysBeneficiaries && clause.vehicles.contains(vehicle.id) {
        let members = scenario.beneficiaries.indices.filter {
          clause.eligibility.includes(scenario.beneficiaries[$0])
            && vehicle.eligibility.includes(scenario.beneficiaries[$0])
        }
        let claims = try claims(clause, members)
        for (t, year) in scenario.horizon.years.enumerated()
        where t >= vehicle.lag && clause.strength(in: year) > 0 {
          let available = Self.part(envelopes[v][t], clause.share(in: year).value)
          years.append(
            shared(claims, clause, strength: clause.strength(in: year), available)
              .placed(clause: place, vehicle: v, year: t))
        }
      }
    }
    keepWithinCeilings(&years)
    return SharedOut(years: years)
  }

  /// Cuts what a beneficiary may count on from several clauses of one vehicle, the latest first, so
  /// that it adds up to no more than the vehicle's ceiling over the horizon.
  ///
  /// Clauses of one claim are drawn in one of their windows: only the largest of them counts.
  ///
  /// Each clause becomes a vehicle of its own with the ceiling of the one it stands for; without
  /// this a beneficiary would have that ceiling once for each clause.
  private func keepWithinCeilings(_ years: inout [ClauseYear]) {
    for (v, vehicle) in scenario.vehicles.enumerated() {
      guard let ceiling = vehicle.ceiling, ceiling.period == .horizon else { continue }
      let places = years.indices.filter { years[$0].vehicle == v }
        .sorted { (years[$0].year, years[$0].clause) < (years[$1].year, years[$1].clause) }
      guard Set(places.map { years[$0].clause }).count > 1 else { continue }
      let most = scenario.beneficiaries.map { beneficiary in
        ceiling.thousandsOfEuros(for: beneficiary.size)
          .map { Int64(($0 * 1000 + 1e-6).rounded(.down)) } ?? .max
      }
      var given = scenario.beneficiaries.map { _ in GivenByClause(mechanism) }
      for place in places {
        for part in years[place].parts.indices where years[place].parts[part].group == nil {
          let e = years[place].parts[part].beneficiaries[0]
          let clause = years[place].clause
          let euros = min(
            years[place].parts[part].euros, most[e] - given[e].counted(beside: clause))
          years[place].parts[part].euros = euros
          given[e].add(euros, by: clause)
        }
      }
    }
  }

  /// Euros of one vehicle that one beneficiary may count on, by clause.
  private struct GivenByClause {
    private let claims: [RuleID?]
    private var euros: [Int64]

    init(_ mechanism: FundingMechanism) {
      claims = mechanism.clauses.map(\.claim)
      euros = [Int64](repeating: 0, count: mechanism.clauses.count)
    }

    mutating func add(_ more: Int64, by clause: Int) { euros[clause] += more }

    /// What counts towards the ceiling where the clause gives more: what it gave so far, and all of
    /// the others, of each other claim its largest window.
    func counted(beside clause: Int) -> Int64 {
      var sum = euros[clause]
      var largest: [RuleID: Int64] = [:]
      for other in euros.indices where other != clause {
        guard let claim = claims[other] else {
          sum += euros[other]
          continue
        }
        if claim != claims[clause] { largest[claim] = max(largest[claim] ?? 0, euros[other]) }
      }
      return sum + largest.values.reduce(0, +)
    }
  }

  /// What one beneficiary or group asks for.
  private struct Claim {
    var beneficiaries: [Int]
    var group: String?
    /// Amount in euros, or weight.
    var size: Double
    /// Share of it that is asked for, and of that which is paid in the end.
    var applies: Double
    var succeeds: Double
    /// Place in the order in which they are served.
    var turn: Double
  }

  private func claims(
    _ clause: MechanismClause, _ members: [Int]
  ) throws(MechanismFault) -> [Claim] {
    var claims: [Claim] = []
    for e in members {
      let beneficiary = scenario.beneficiaries[e]
      var claim = Claim(
        beneficiaries: [e], group: nil, size: try size(clause, beneficiary), applies: 1,
        succeeds: 1, turn: Double(e))
      if let takers = clause.takers { try take(takers, clause, beneficiary, &claim) }
      claims.append(claim)
    }
    guard let pool = clause.pool else { return claims }
    var groups: [String: Claim] = [:]
    for claim in claims {
      guard let e = claim.beneficiaries.first,
        let name = pool.group(of: scenario.beneficiaries[e])
      else { continue }
      var group =
        groups[name]
        ?? Claim(beneficiaries: [], group: name, size: 0, applies: 1, succeeds: 1, turn: 0)
      group.beneficiaries.append(e)
      group.size += claim.size * claim.applies
      groups[name] = group
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private func take(
    _ takers: Takers, _ clause: MechanismClause, _ beneficiary: Beneficiary, _ claim: inout Claim
  ) throws(MechanismFault) {
    guard let group = takers.class(of: beneficiary) else {
      throw .noClass(beneficiary: beneficiary.id, clause: clause.id)
    }
    guard let seed = takers.seed else {
      claim.applies = group.apply.value
      claim.succeeds = group.succeed.value
      return
    }
    let draw = ClauseDraw(seed: seed, clause: clause.id)
    claim.applies = draw.number(.applies, beneficiary.id) < group.apply.value ? 1 : 0
    claim.succeeds = draw.number(.succeeds, beneficiary.id) < group.succeed.value ? 1 : 0
    claim.turn = draw.number(.turn, beneficiary.id)
  }

  private func size(
    _ clause: MechanismClause, _ beneficiary: Beneficiary
  ) throws(MechanismFault) -> Double {
    switch clause.basis {
    case .amount(.sized(let amount)):
      for term in amount.terms where beneficiary.size[term.driver] == nil {
        throw .missingSize(
          beneficiary: beneficiary.id, clause: clause.id, driver: term.driver)
      }
      return (amount.thousandsOfEuros(for: beneficiary.size) ?? 0) * 1000
    case .amount(.banded(let bands)):
      guard let amount = bands.value(for: beneficiary.size) else {
        throw .missingSize(
          beneficiary: beneficiary.id, clause: clause.id, driver: bands.driver)
      }
      return amount.euros
    case .weight(let weight):
      var sum = 0.0
      for term in weight.terms {
        guard let quantity = beneficiary.size[term.driver] else {
          throw .missingSize(
            beneficiary: beneficiary.id, clause: clause.id, driver: term.driver)
        }
        sum += term.factor * quantity
      }
      if weight.risk > 0 { sum += weight.risk * expectedLoss(beneficiary) }
      return sum
    }
  }

  /// Loss expected with no measure, k€ per year.
  private func expectedLoss(_ beneficiary: Beneficiary) -> Double {
    scenario.threats.reduce(0) { sum, threat in
      let frequency = threat.frequency.value(for: beneficiary.size) ?? 0
      let severity = threat.severity.thousandsOfEuros(for: beneficiary.size) ?? 0
      return sum + beneficiary.risk * frequency * severity
    }
  }

  // MARK: - One year of one vehicle

  private struct Year {
    var available: Int64
    var parts: [ClauseYear.Part]
    var factor: Double

    func placed(clause: Int, vehicle: Int, year: Int) -> ClauseYear {
      ClauseYear(
        clause: clause, vehicle: vehicle, year: year, available: available, parts: parts,
        factor: factor)
    }
  }

  private func shared(
    _ claims: [Claim], _ clause: MechanismClause, strength: Double, _ envelope: Int64
  ) -> Year {
    let wanted = claims.map { $0.size * $0.applies }
    let sum = wanted.reduce(0, +)
    let reserved: [Int64]
    let limit: Int64
    var usesAll = clause.fillsEnvelope
    if case .weight = clause.basis { usesAll = true }
    if usesAll {
      // Tapering off, less of the money is shared out.
      limit = Self.part(envelope, strength)
      reserved = LargestRemainder.share(limit, by: wanted)
    } else {
      limit = envelope
      let asked = (sum * strength + 1e-6).rounded(.down)
      if asked <= Double(limit) {
        reserved = LargestRemainder.share(Int64(asked), by: wanted)
      } else if clause.excess == .firstCome {
        reserved = Self.served(wanted.map { $0 * strength }, claims.map(\.turn), limit)
      } else {
        reserved = LargestRemainder.share(limit, by: wanted)
      }
    }
    let paid = zip(reserved, claims).map { Double($0) * $1.succeeds }
    let euros = LargestRemainder.share(Int64((paid.reduce(0, +) + 1e-6).rounded(.down)), by: paid)
    let parts = claims.indices.map { place in
      ClauseYear.Part(
        beneficiaries: claims[place].beneficiaries, group: claims[place].group,
        reserved: reserved[place], euros: euros[place])
    }
    let given = Double(reserved.reduce(0, +))
    return Year(available: limit, parts: parts, factor: sum > 0 ? given / sum : 0)
  }

  /// Serves claims in full in the order of their turns; the last gets what is left.
  private static func served(
    _ wanted: [Double], _ turns: [Double], _ total: Int64
  ) -> [Int64] {
    var result = [Int64](repeating: 0, count: wanted.count)
    var left = total
    let order = wanted.indices.sorted {
      turns[$0] != turns[$1] ? turns[$0] < turns[$1] : $0 < $1
    }
    for place in order {
      result[place] = min(left, Int64(wanted[place].rounded(.down)))
      left -= result[place]
    }
    return result
  }

  /// A share of whole euros, rounded down.
  private static func part(_ euros: Int64, _ share: Double) -> Int64 {
    share >= 1 ? euros : Int64((Double(euros) * share + 1e-6).rounded(.down))
  }
}
