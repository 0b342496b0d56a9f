// SPDX-License-Identifier: GPL-3.0-or-later

/// The first years of the horizon as they were really done and paid.
///
/// What is not listed was not done, and was not paid. Facts win over the rules that speak of one
/// locked year alone (`docs/model.md` §8); rules over several years count them in.
public struct LockedYears: Sendable, Hashable, Codable {
  /// Money of a vehicle for the needs of a beneficiary in one year.
  public struct Payment: Sendable, Hashable, Codable {
    /// The beneficiary.
    public var beneficiary: BeneficiaryID
    /// The vehicle.
    public var vehicle: VehicleID
    /// What it was paid for; `nil`: shared out over the pots that the vehicle may pay, in proportion
    /// to what was needed.
    public var pot: Pot?
    /// Year of the need.
    public var year: Year
    /// Amount in thousands of euros, with every digit that is known.
    public var thousands: Double

    /// Creates a payment.
    public init(
      _ beneficiary: BeneficiaryID, _ vehicle: VehicleID, pot: Pot? = nil, _ year: Year,
      thousands: Double
    ) {
      self.beneficiary = beneficiary
      self.vehicle = vehicle
      self.pot = pot
      self.year = year
      self.thousands = thousands
    }
  }

  /// Money of a vehicle for a shared service in one year.
  public struct ServicePayment: Sendable, Hashable, Codable {
    /// The service.
    public var service: ServiceID
    /// The vehicle.
    public var vehicle: VehicleID
    /// Building (one-off) or running (recurring).
    public var nature: CostNature
    /// The year.
    public var year: Year
    /// Amount in thousands of euros.
    public var thousands: Double

    /// Creates a payment.
    public init(
      _ service: ServiceID, _ vehicle: VehicleID, _ nature: CostNature, _ year: Year,
      thousands: Double
    ) {
      self.service = service
      self.vehicle = vehicle
      self.nature = nature
      self.year = year
      self.thousands = thousands
    }
  }

  /// Last year that is locked.
  public var through: Year
  /// What beneficiaries were paid.
  public var payments: [Payment]
  /// What was paid for shared services.
  public var services: [ServicePayment]

  /// Creates locked years.
  public init(
    through: Year, payments: [Payment] = [], services: [ServicePayment] = []
  ) {
    self.through = through
    self.payments = payments
    self.services = services
  }
}

extension Scenario {
  /// Number of years of the horizon that are locked, from the first one.
  public var lockedCount: Int {
    guard let years = lockedYears else { return 0 }
    return min(horizon.count, max(0, years.through.number - horizon.first.number + 1))
  }

  /// The scenario with its first years as a plan of it has them; what was locked before is replaced.
  ///
  /// - Parameters:
  ///   - plan: A plan of this scenario, or of one with the same beneficiaries, measures, vehicles and
  ///     services and a horizon that begins with the same year.
  ///   - count: Number of years to lock, at most those of the plan.
  /// - Returns: The scenario with these years locked.
  public func locking(_ plan: Plan, years count: Int) -> Scenario {
    var result = self
    guard count > 0 else {
      result.lockedYears = nil
      result.locked = []
      return result
    }
    let years = horizon.years
    let pots = pots
    var facts = LockedYears(through: years[count - 1])
    facts.payments = plan.grants.filter {
      $0.year < count && $0.year + vehicles[$0.vehicle].lag < horizon.count
    }.map {
      LockedYears.Payment(
        beneficiaries[$0.beneficiary].id, vehicles[$0.vehicle].id, pot: pots[$0.pot],
        years[$0.year], thousands: $0.thousands)
    }
    facts.services = plan.servicePayments.filter { $0.year < count }.map {
      LockedYears.ServicePayment(
        services[$0.service].id, vehicles[$0.vehicle].id, $0.nature, years[$0.year],
        thousands: $0.thousands)
    }
    result.lockedYears = facts
    result.locked = lockedIncrements(of: plan, years: count)
    return result
  }

  private func lockedIncrements(of plan: Plan, years count: Int) -> [LockedIncrement] {
    var result: [LockedIncrement] = []
    for (e, beneficiary) in beneficiaries.enumerated() {
      for (m, measure) in measures.enumerated() {
        for (t, year) in horizon.years.prefix(count).enumerated() {
          let share = plan.increment(e, m, t)
          guard share > 0 else { continue }
          result.append(
            LockedIncrement(beneficiary.id, measure.id, year, Share(clamping: share)))
        }
      }
    }
    return result
  }
}
