// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// Whether the money of locked years can have been paid by the vehicles as the study has them.
///
/// What was paid against a rule that speaks of one year alone is a fact; against an envelope, a
/// ceiling or the purpose of a vehicle it is a fault of the table or of the study, told here rather
/// than as a program without a plan.
extension StudyDecoder {
  mutating func checkPaid(_ scenario: Scenario) {
    guard let facts = scenario.lockedYears, !findings.hasErrors else { return }
    let file = tables[.paid].map { SourcePosition(file: $0.table.file) }
    checkPayable(facts, scenario, at: file)
    guard !findings.hasErrors else { return }
    for vehicle in scenario.vehicles {
      checkEnvelope(vehicle, facts, scenario, at: file)
      checkCeiling(vehicle, facts, scenario, at: file)
    }
  }

  private mutating func checkPayable(
    _ facts: LockedYears, _ scenario: Scenario, at file: SourcePosition?
  ) {
    for payment in facts.payments where payment.thousands > 0 {
      guard let vehicle = scenario.vehicles.first(where: { $0.id == payment.vehicle }),
        let one = scenario.beneficiaries.first(where: { $0.id == payment.beneficiary })
      else { continue }
      let pots = scenario.measures.filter { $0.eligibility.includes(one) }.flatMap { measure in
        CostNature.allCases.map { Pot(measure.domain, $0) }
      }
      let isPayable = pots.contains {
        (payment.pot == nil || payment.pot == $0) && vehicle.mayPay($0, at: one)
      }
      guard !isPayable || payment.year.number + vehicle.lag > scenario.horizon.last.number else {
        continue
      }
      findings.add(
        Finding(
          .paidNotPayable, .error, at: file,
          [
            "vehicle": vehicle.id.rawValue, "beneficiary": one.id.rawValue,
            "year": "\(payment.year)", "pot": payment.pot?.name ?? "–",
          ]))
    }
    for payment in facts.services where payment.thousands > 0 {
      guard let service = scenario.services.first(where: { $0.id == payment.service }),
        let vehicle = scenario.vehicles.first(where: { $0.id == payment.vehicle }),
        !service.vehicles.contains(vehicle.id) || !vehicle.natures.contains(payment.nature)
      else { continue }
      findings.add(
        Finding(
          .paidNotPayable, .error, at: file,
          [
            "vehicle": vehicle.id.rawValue, "beneficiary": service.id.rawValue,
            "year": "\(payment.year)", "pot": payment.nature.rawValue,
          ]))
    }
  }

  /// Payments against the money of each payment year and what could be carried over to it.
  private mutating func checkEnvelope(
    _ vehicle: Vehicle, _ facts: LockedYears, _ scenario: Scenario, at file: SourcePosition?
  ) {
    var carried = 0.0
    for (t, year) in scenario.horizon.years.enumerated() where t < vehicle.amounts.count {
      let grants = facts.payments.filter {
        $0.vehicle == vehicle.id && $0.year.number + vehicle.lag == year.number
      }
      let services = facts.services.filter { $0.vehicle == vehicle.id && $0.year == year }
      let paid =
        grants.reduce(0) { $0 + $1.thousands } + services.reduce(0) { $0 + $1.thousands }
      let counted = vehicle.counted(in: t).thousandsOfEuros
      let room = counted + carried
      carried = min(max(0, room - paid), vehicle.carryOver.value * counted)
      guard paid > room + Self.rounding * max(1, room) else { continue }
      findings.add(
        Finding(
          .paidAboveEnvelope, .error, at: file,
          [
            "vehicle": vehicle.id.rawValue, "year": "\(year)", "paid": Self.euros(paid),
            "room": Self.euros(room),
          ]))
    }
  }

  private mutating func checkCeiling(
    _ vehicle: Vehicle, _ facts: LockedYears, _ scenario: Scenario, at file: SourcePosition?
  ) {
    guard let ceiling = vehicle.ceiling else { return }
    for one in scenario.beneficiaries {
      guard let most = ceiling.thousandsOfEuros(for: one.size) else { continue }
      let payments = facts.payments.filter {
        $0.vehicle == vehicle.id && $0.beneficiary == one.id
      }
      var sums: [Int: Double] = [:]
      for payment in payments {
        sums[ceiling.period == .year ? payment.year.number : 0, default: 0] += payment.thousands
      }
      guard let paid = sums.values.max(), paid > most + Self.rounding * max(1, most) else {
        continue
      }
      findings.add(
        Finding(
          .paidAboveCeiling, .error, at: file,
          [
            "vehicle": vehicle.id.rawValue, "beneficiary": one.id.rawValue,
            "paid": Self.euros(paid), "most": Self.euros(most),
          ]))
    }
  }

  /// Sums of exact amounts miss a bound by less than this, relatively.
  private static let rounding = 1e-7

  private static func euros(_ thousands: Double) -> String {
    NumberText.shortest((thousands * 1e5).rounded() / 100)
  }
}
