// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Rounds the money of a plan to whole euros without breaking a rule.
///
/// For each vehicle and payment year, the lines add up to the vehicle's spending rounded down to the
/// euro, or to what its envelope leaves where the exact plan passes it by a solver's tolerance.
/// Amounts carried over are rounded down to the cent: what a year needs from the year before, with
/// its payments rounded down, is a whole number of cents and at most the exact amount, so it is still
/// there. Euros left over by rounding each line down go to the lines
/// with the largest remainders (Hamilton's method), first where a floor would otherwise be missed,
/// and never where they would lift a beneficiary above a ceiling, what it is entitled to or its claim. Ties go to the earlier line.
public enum WholeEuros {
  /// Sums may differ from whole euros by this much because of floating point (euros).
  static let tolerance = 1e-4
  /// Carried amounts may miss whole cents by this much because of floating point (cents).
  private static let carryTolerance = 1e-2

  /// Rounds a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan, in thousands of euros.
  ///   - scenario: The scenario it belongs to.
  /// - Returns: The allocation in whole euros.
  public static func round(_ plan: Plan, of scenario: Scenario) -> Allocation {
    let carried = plan.carried.map {
      Money(cents: Int64(($0 * 100_000 + carryTolerance).rounded(.down)))
    }
    let services = serviceLines(plan)
    let room = room(scenario, services, carried)
    return Allocation(
      lines: grantLines(plan, scenario, room), services: services, carried: carried)
  }

  /// Whole euros that each envelope leaves for beneficiaries, by v·T + payment year.
  private static func room(
    _ scenario: Scenario, _ services: [Allocation.ServiceLine], _ carried: [Money]
  ) -> [Int] {
    let years = scenario.horizon.count
    var left = scenario.vehicles.indices.flatMap { v in
      (0..<years).map { t in
        let carriedIn = t > 0 ? carried[v * years + t - 1] : .zero
        return scenario.vehicles[v].counted(in: t) + carriedIn - carried[v * years + t]
      }
    }
    for line in services {
      let slot = line.vehicle * years + line.year
      left[slot] = left[slot] - .euros(Int64(line.euros))
    }
    return left.map { max(0, Int($0.cents / 100)) }
  }

  private static func grantLines(
    _ plan: Plan, _ scenario: Scenario, _ room: [Int]
  ) -> [Allocation.Line] {
    var lines = plan.grants.map { grant in
      Allocation.Line(
        vehicle: grant.vehicle, beneficiary: grant.beneficiary, pot: grant.pot, year: grant.year,
        euros: Int((grant.thousands * 1000 + tolerance).rounded(.down)))
    }
    let exact = plan.grants.map { $0.thousands * 1000 }
    var claims = ClaimLedger(scenario)
    for line in lines { claims.add(line.euros, to: line) }
    for (v, vehicle) in scenario.vehicles.enumerated() {
      var limits = LimitLedger(vehicle, scenario)
      for line in lines where line.vehicle == v { limits.add(line.euros, to: line) }
      for year in scenario.horizon.years.indices {
        let members = lines.indices.filter { lines[$0].vehicle == v && lines[$0].year == year }
        let payment = year + vehicle.lag
        guard !members.isEmpty, payment < scenario.horizon.count else { continue }
        let total = members.reduce(0) { $0 + exact[$1] }
        let euros = min(
          Int((total + tolerance).rounded(.down)), room[v * scenario.horizon.count + payment])
        share(euros, over: members, of: &lines, exact, &limits, &claims)
      }
    }
    return lines.filter { $0.euros > 0 }
  }

  /// Brings lines that were rounded down to a sum in whole euros, one euro a line at a time.
  private static func share(
    _ euros: Int, over members: [Int], of lines: inout [Allocation.Line], _ exact: [Double],
    _ limits: inout LimitLedger, _ claims: inout ClaimLedger
  ) {
    let order = members.sorted { first, second in
      let needs = (limits.isBelowFloor(lines[first]), limits.isBelowFloor(lines[second]))
      if needs.0 != needs.1 { return needs.0 }
      let remainders = (
        exact[first] - Double(lines[first].euros), exact[second] - Double(lines[second].euros)
      )
      return remainders.0 != remainders.1 ? remainders.0 > remainders.1 : first < second
    }
    var left = euros - members.reduce(0) { $0 + lines[$1].euros }
    for position in order
    where left > 0 && limits.hasRoom(lines[position]) && claims.hasRoom(lines[position]) {
      lines[position].euros += 1
      limits.add(1, to: lines[position])
      claims.add(1, to: lines[position])
      left -= 1
    }
    // Lines that lose least come first; more than one round only where a plan breaks its envelope.
    while left < 0, order.contains(where: { lines[$0].euros > 0 }) {
      for position in order.reversed() where left < 0 && lines[position].euros > 0 {
        lines[position].euros -= 1
        limits.add(-1, to: lines[position])
        claims.add(-1, to: lines[position])
        left += 1
      }
    }
  }

  /// Service payments rounded down: less than one euro a line is left in the envelope.
  private static func serviceLines(_ plan: Plan) -> [Allocation.ServiceLine] {
    plan.servicePayments.map { payment in
      Allocation.ServiceLine(
        service: payment.service, vehicle: payment.vehicle, nature: payment.nature,
        year: payment.year, euros: Int((payment.thousands * 1000 + tolerance).rounded(.down)))
    }.filter { $0.euros > 0 }
  }
}

/// Whole euros of one vehicle by beneficiary (and year), against its ceiling, floor and entitlements.
private struct LimitLedger {
  private struct Key: Hashable {
    var beneficiary: Int
    var year: Int
  }

  private let vehicle: Vehicle
  private let scenario: Scenario
  private var paid: [Key: Int] = [:]

  init(_ vehicle: Vehicle, _ scenario: Scenario) {
    self.vehicle = vehicle
    self.scenario = scenario
  }

  mutating func add(_ euros: Int, to line: Allocation.Line) {
    for key in keys(line) { paid[key, default: 0] += euros }
  }

  func hasRoom(_ line: Allocation.Line) -> Bool {
    let beneficiary = scenario.beneficiaries[line.beneficiary].id
    if let entitled = vehicle.entitlement(of: beneficiary, in: line.year),
      Double(paid[key(line, .year)] ?? 0) + 1 > entitled.euros + WholeEuros.tolerance
    {
      return false
    }
    guard let limit = vehicle.ceiling, let most = euros(limit, line) else { return true }
    return Double(paid[key(line, limit.period)] ?? 0) + 1 <= most + WholeEuros.tolerance
  }

  func isBelowFloor(_ line: Allocation.Line) -> Bool {
    guard let limit = vehicle.floor, let least = euros(limit, line) else { return false }
    return Double(paid[key(line, limit.period)] ?? 0) < least - WholeEuros.tolerance
  }

  private func euros(_ limit: BeneficiaryLimit, _ line: Allocation.Line) -> Double? {
    limit.thousandsOfEuros(for: scenario.beneficiaries[line.beneficiary].size).map { $0 * 1000 }
  }

  /// Year −1 stands for the whole horizon.
  private func key(_ line: Allocation.Line, _ period: BeneficiaryLimit.Period) -> Key {
    Key(beneficiary: line.beneficiary, year: period == .year ? line.year : -1)
  }

  private func keys(_ line: Allocation.Line) -> [Key] {
    [key(line, .year), key(line, .horizon)]
  }
}
