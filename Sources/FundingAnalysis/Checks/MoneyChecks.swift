// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Floors, ceilings, guaranteed amounts and payees of vehicles.
enum MoneyChecks {
  static func check(_ context: CheckContext) -> [Advice] {
    context.scenario.vehicles.indices.flatMap { v in
      floors(v, context) + ceilings(v, context) + payees(v, context)
    } + noWorse(context)
  }

  /// Beneficiaries at which a vehicle has some column.
  private static func payable(_ v: Int, _ context: CheckContext) -> [Int] {
    let reading = context.reading
    return (0..<reading.beneficiaryCount).filter { e in
      reading.pots.indices.contains { reading.mayPay(v, e, $0, 0) }
    }
  }

  private static func amount(_ limit: BeneficiaryLimit, _ e: Int, _ context: CheckContext)
    -> Double?
  {
    limit.thousandsOfEuros(for: context.scenario.beneficiaries[e].size)
  }

  /// Σ floors against Σ A over the horizon, or against A and what may be carried into each year.
  private static func floors(_ v: Int, _ context: CheckContext) -> [Advice] {
    let vehicle = context.scenario.vehicles[v]
    guard let floor = vehicle.floor else { return [] }
    let members = payable(v, context)
    let sum = members.reduce(0) { $0 + (amount(floor, $1, context) ?? 0) }
    let counted = (0..<context.reading.yearCount).map { context.reading.counted(v, $0) }
    func advice(_ limit: Double, _ year: Int?) -> [Advice] {
      guard context.exceeds(sum, limit) else { return [] }
      return [
        Advice(
          kind: .floorsExceedEnvelope, gravity: .impossible,
          subject: .init(vehicle: vehicle.id, year: year.map(context.year)), value: sum,
          limit: limit, unit: .thousandEuros, count: members.count)
      ]
    }
    switch floor.period {
    case .horizon: return advice(counted.reduce(0, +), nil)
    case .year:
      return counted.indices.dropFirst(vehicle.lag).flatMap { t in
        let carried = t > 0 ? vehicle.carryOver.value * counted[t - 1] : 0
        return advice(counted[t] + carried, t)
      }
    }
  }

  /// A floor above the ceiling, both brought to the horizon.
  private static func ceilings(_ v: Int, _ context: CheckContext) -> [Advice] {
    let vehicle = context.scenario.vehicles[v]
    guard let floor = vehicle.floor, let ceiling = vehicle.ceiling else { return [] }
    let years = Double(max(0, context.reading.yearCount - vehicle.lag))
    var count = 0
    var worst = (value: 0.0, limit: 0.0, beneficiary: 0)
    for e in payable(v, context) {
      guard let least = amount(floor, e, context), let most = amount(ceiling, e, context)
      else { continue }
      let isSame = floor.period == ceiling.period
      let asked = isSame || floor.period == .horizon ? least : least * years
      let allowed = isSame || ceiling.period == .horizon ? most : most * years
      guard context.exceeds(asked, allowed) else { continue }
      count += 1
      if asked - allowed > worst.value - worst.limit { worst = (asked, allowed, e) }
    }
    guard count > 0 else { return [] }
    return [
      Advice(
        kind: .floorAboveCeiling, gravity: .impossible,
        subject: .init(
          beneficiary: context.scenario.beneficiaries[worst.beneficiary].id, vehicle: vehicle.id),
        value: worst.value, limit: worst.limit, unit: .thousandEuros, count: count)
    ]
  }

  private static func payees(_ v: Int, _ context: CheckContext) -> [Advice] {
    let vehicle = context.scenario.vehicles[v]
    let counted = (0..<context.reading.yearCount).reduce(0) {
      $0 + context.reading.counted(v, $1)
    }
    let paysService = context.scenario.services.contains { $0.vehicles.contains(vehicle.id) }
    guard counted > 0, !(paysService && !vehicle.natures.isEmpty),
      payable(v, context).isEmpty
    else { return [] }
    return [
      Advice(
        kind: .vehicleWithoutPayee, gravity: .doubtful, subject: .init(vehicle: vehicle.id),
        value: counted, limit: 0, unit: .thousandEuros, count: 0)
    ]
  }

  private static func noWorse(_ context: CheckContext) -> [Advice] {
    let known = context.reading.beneficiaryPosition
    let asked = context.scenario.fairness.noWorseThan.filter { known[$0.key] != nil }
    let sum = asked.values.reduce(Money.zero, +).thousandsOfEuros
    var counted = 0.0
    for v in context.scenario.vehicles.indices
    where context.scenario.vehicles[v].paysBeneficiaries {
      for t in 0..<context.reading.yearCount { counted += context.reading.counted(v, t) }
    }
    guard context.exceeds(sum, counted) else { return [] }
    return [
      Advice(
        kind: .noWorseExceedsMoney, gravity: .impossible, subject: .init(), value: sum,
        limit: counted, unit: .thousandEuros, count: asked.count)
    ]
  }
}
