// SPDX-License-Identifier: GPL-3.0-or-later

/// A solved scenario: who puts what in place when, and who pays for it.
///
/// Entries refer to the scenario by position: beneficiary `e` is `scenario.beneficiaries[e]`, year
/// `t` is `scenario.horizon.years[t]`, and so on; pots are positions in `scenario.pots`.
public struct Plan: Sendable, Equatable {
  /// Money of one vehicle for one pot of one beneficiary.
  public struct Grant: Sendable, Hashable {
    /// Position of the vehicle.
    public var vehicle: Int
    /// Position of the beneficiary.
    public var beneficiary: Int
    /// Position of the pot.
    public var pot: Int
    /// Position of the year of the need; the payment falls in this year plus the vehicle's lag.
    public var year: Int
    /// Amount in thousands of euros.
    public var thousands: Double

    /// Creates a grant.
    public init(vehicle: Int, beneficiary: Int, pot: Int, year: Int, thousands: Double) {
      self.vehicle = vehicle
      self.beneficiary = beneficiary
      self.pot = pot
      self.year = year
      self.thousands = thousands
    }
  }

  /// A beneficiary's own money for one pot.
  public struct OwnMoney: Sendable, Hashable {
    /// Position of the beneficiary.
    public var beneficiary: Int
    /// Position of the pot.
    public var pot: Int
    /// Position of the year.
    public var year: Int
    /// Amount in thousands of euros.
    public var thousands: Double

    /// Creates an amount.
    public init(beneficiary: Int, pot: Int, year: Int, thousands: Double) {
      self.beneficiary = beneficiary
      self.pot = pot
      self.year = year
      self.thousands = thousands
    }
  }

  /// Money of one vehicle for a shared service.
  public struct ServicePayment: Sendable, Hashable {
    /// Position of the service.
    public var service: Int
    /// Position of the vehicle.
    public var vehicle: Int
    /// Building (one-off) or running (recurring).
    public var nature: CostNature
    /// Position of the year.
    public var year: Int
    /// Amount in thousands of euros.
    public var thousands: Double

    /// Creates a payment.
    public init(
      service: Int, vehicle: Int, nature: CostNature, year: Int, thousands: Double
    ) {
      self.service = service
      self.vehicle = vehicle
      self.nature = nature
      self.year = year
      self.thousands = thousands
    }
  }

  /// Number of measures of the scenario.
  public let measureCount: Int
  /// Number of years of the horizon.
  public let yearCount: Int
  /// Increments d[e,m,t], shares, by (e·M + m)·T + t.
  public var increments: [Double]
  /// Grants above zero, by beneficiary, vehicle, pot, year.
  public var grants: [Grant]
  /// Own money above zero, by beneficiary, pot, year.
  public var own: [OwnMoney]
  /// Payments for services above zero.
  public var servicePayments: [ServicePayment]
  /// Capacity of each service in place, in its units, by s·T + t.
  public var serviceCapacity: [Double]
  /// Money carried over at the end of each year, thousands of euros, by v·T + t.
  public var carried: [Double]

  /// Creates a plan.
  public init(
    measureCount: Int, yearCount: Int, increments: [Double], grants: [Grant], own: [OwnMoney],
    servicePayments: [ServicePayment], serviceCapacity: [Double], carried: [Double]
  ) {
    self.measureCount = measureCount
    self.yearCount = yearCount
    self.increments = increments
    self.grants = grants
    self.own = own
    self.servicePayments = servicePayments
    self.serviceCapacity = serviceCapacity
    self.carried = carried
  }

  /// What year `t` adds to a measure at a beneficiary, a share.
  public func increment(_ e: Int, _ m: Int, _ t: Int) -> Double {
    increments[(e * measureCount + m) * yearCount + t]
  }

  /// What the plan has added to a measure at a beneficiary by the end of year `t`, a share.
  public func progress(_ e: Int, _ m: Int, through t: Int) -> Double {
    (0...t).reduce(0) { $0 + increment(e, m, $1) }
  }
}

/// The money of a plan in whole euros, as it is notified.
///
/// What is paid is whole euros; what is carried over keeps its cents, because an envelope may end in
/// cents and no one is notified of a carry-over.
public struct Allocation: Sendable, Equatable {
  /// A grant in whole euros; positions as in ``Plan/Grant``.
  public struct Line: Sendable, Hashable {
    /// Position of the vehicle.
    public var vehicle: Int
    /// Position of the beneficiary.
    public var beneficiary: Int
    /// Position of the pot.
    public var pot: Int
    /// Position of the year of the need.
    public var year: Int
    /// Whole euros.
    public var euros: Int

    /// Creates a line.
    public init(vehicle: Int, beneficiary: Int, pot: Int, year: Int, euros: Int) {
      self.vehicle = vehicle
      self.beneficiary = beneficiary
      self.pot = pot
      self.year = year
      self.euros = euros
    }
  }

  /// A payment for a service in whole euros.
  public struct ServiceLine: Sendable, Hashable {
    /// Position of the service.
    public var service: Int
    /// Position of the vehicle.
    public var vehicle: Int
    /// Building (one-off) or running (recurring).
    public var nature: CostNature
    /// Position of the year.
    public var year: Int
    /// Whole euros.
    public var euros: Int

    /// Creates a line.
    public init(service: Int, vehicle: Int, nature: CostNature, year: Int, euros: Int) {
      self.service = service
      self.vehicle = vehicle
      self.nature = nature
      self.year = year
      self.euros = euros
    }
  }

  /// Lines above zero, by beneficiary, vehicle, pot, year.
  public var lines: [Line]
  /// Payments for services above zero.
  public var services: [ServiceLine]
  /// Money carried over at the end of each year, to the cent, by v·T + t.
  public var carried: [Money]

  /// Creates an allocation.
  public init(lines: [Line], services: [ServiceLine], carried: [Money]) {
    self.lines = lines
    self.services = services
    self.carried = carried
  }
}
