// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import FundingModel
internal import Tables

/// What was done and paid already.
extension StudyDecoder {
  /// Last year that is locked, where it is a year of the plan.
  var lockedThrough: Year? { root.value(StudyKeys.lockedThrough) }

  /// Increments that were done; with `locked_through`, those of later years are plans, not facts.
  mutating func locked(_ horizon: Horizon, _ planned: Set<BeneficiaryID>) -> [LockedIncrement] {
    var result: [LockedIncrement] = []
    for row in tables[.locked]?.table.rows ?? [] {
      let beneficiary = known(row, "beneficiary", .beneficiary).map { BeneficiaryID($0) }
      let measure = known(row, "measure", .measure).map { MeasureID($0) }
      guard let number = row.integer("year") else { continue }
      let year = Year(Int(number))
      guard isWithin(year, horizon, at: row.position(of: "year")) else { continue }
      guard let share = row.share("share") ?? row.share("increment_share") else {
        findings.add(Finding(.lockedWithoutShare, .error, at: row.position(of: "share")))
        continue
      }
      guard year <= lockedThrough ?? horizon.last, let beneficiary, let measure,
        let share = Share(share), planned.contains(beneficiary)
      else { continue }
      result.append(LockedIncrement(beneficiary, measure, year, share))
    }
    return result
  }

  /// What was paid in the years that are locked; `nil` where none is.
  mutating func lockedYears(_ horizon: Horizon, _ planned: Set<BeneficiaryID>) -> LockedYears? {
    let entry = root.child(StudyKeys.lockedThrough.declaration)
    guard let through = lockedThrough else {
      for role in [TableRole.paid, .paidServices] where tables[role] != nil {
        let place = root.child(StudyKeys.tables)?.child(role.rawValue)?.position
        findings.add(Finding(.paidWithoutLocked, .error, at: place, ["table": role.rawValue]))
      }
      return nil
    }
    guard isWithin(through, horizon, at: entry?.position) else { return nil }
    guard let paid = tables[.paid] else {
      findings.add(
        Finding(.lockedWithoutPaid, .error, at: entry?.position, ["year": "\(through)"]))
      return nil
    }
    var facts = LockedYears(through: through)
    var told: Set<Int> = []
    for row in paid.table.rows {
      guard let payment = payment(row, horizon, &told), payment.year <= through,
        planned.contains(payment.beneficiary)
      else { continue }
      facts.payments.append(payment)
    }
    for row in tables[.paidServices]?.table.rows ?? [] {
      guard let payment = servicePayment(row, horizon), payment.year <= through else { continue }
      facts.services.append(payment)
    }
    // A table that could not be read whole was told about itself.
    guard paid.isWhole else { return facts }
    for year in horizon.years where year <= through && !told.contains(year.number) {
      findings.add(
        Finding(
          .lockedYearUnpaid, .error, at: SourcePosition(file: paid.table.file),
          ["year": "\(year)", "last": "\(through)"]))
    }
    return facts
  }

  private mutating func payment(
    _ row: Table.Row, _ horizon: Horizon, _ told: inout Set<Int>
  ) -> LockedYears.Payment? {
    let beneficiary = known(row, "beneficiary", .beneficiary).map { BeneficiaryID($0) }
    let vehicle = known(row, "vehicle", .vehicle).map { VehicleID($0) }
    let domain = known(row, "domain", .domain).map { DomainID($0) }
    guard let number = row.integer("need_year") else { return nil }
    let year = Year(Int(number))
    told.insert(year.number)
    guard isWithin(year, horizon, at: row.position(of: "need_year")), let beneficiary, let vehicle,
      let thousands = thousands(row)
    else { return nil }
    let nature = row.text("nature").flatMap(CostNature.init(rawValue:))
    guard (row.text("domain") == nil) == (nature == nil) else {
      findings.add(Finding(.paidHalfPot, .error, at: row.position(of: "domain")))
      return nil
    }
    let pot = domain.flatMap { domain in nature.map { Pot(domain, $0) } }
    return LockedYears.Payment(beneficiary, vehicle, pot: pot, year, thousands: thousands)
  }

  private mutating func servicePayment(
    _ row: Table.Row, _ horizon: Horizon
  ) -> LockedYears.ServicePayment? {
    let service = known(row, "service", .service).map { ServiceID($0) }
    let vehicle = known(row, "vehicle", .vehicle).map { VehicleID($0) }
    guard let number = row.integer("year") else { return nil }
    let year = Year(Int(number))
    guard isWithin(year, horizon, at: row.position(of: "year")), let service, let vehicle,
      let nature = row.text("nature").flatMap(CostNature.init(rawValue:)),
      let thousands = thousands(row)
    else { return nil }
    return LockedYears.ServicePayment(service, vehicle, nature, year, thousands: thousands)
  }

  /// The amount with every digit known: a plan folder gives more of them than whole euros.
  private func thousands(_ row: Table.Row) -> Double? {
    if let exact = row.decimal("exact_euros") { return exact / 1000 }
    return row.money("euros").map { Money(cents: $0).thousandsOfEuros }
  }
}
