// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Money of one vehicle in one payment year.
public struct VehicleYear: Sendable, Hashable {
  /// Position of the vehicle.
  public let vehicle: Int
  /// Position of the year.
  public let year: Int
  /// Money the scenario counts on: the secured part, and its share of the announced part.
  public let counted: Money
  /// Part of it that is secured.
  public let secured: Money
  /// Announced money, counted or not.
  public let announced: Money
  /// Committed in the year, whole euros.
  ///
  /// Granted for the needs of the year, and paid for shared services. Over the horizon it is what is paid; in one year it differs where payments come later.
  public let committed: Money
  /// Paid to beneficiaries, whole euros.
  public let paidToBeneficiaries: Money
  /// Paid for shared services, whole euros.
  public let paidForServices: Money
  /// Carried over from the year before.
  public let carriedIn: Money
  /// Carried over to the next year.
  public let carriedOut: Money
  /// Neither paid nor carried over.
  public var lapsed: Money { counted + carriedIn - paid - carriedOut }
  /// Paid in all.
  public var paid: Money { paidToBeneficiaries + paidForServices }
}

/// Public and own money of one year.
public struct YearMoney: Sendable, Hashable {
  /// Position of the year.
  public let year: Int
  /// Public money counted on, over all vehicles.
  public let counted: Money
  /// Part of it that is secured.
  public let secured: Money
  /// Public money paid to beneficiaries, by payment year.
  public let paidToBeneficiaries: Money
  /// Public money paid for shared services.
  public let paidForServices: Money
  /// Public money that lapses.
  public let lapsed: Money
  /// Money of the beneficiaries themselves, by year of the need, rounded to the cent.
  public let own: Money
  /// Public money paid in all.
  public var paid: Money { paidToBeneficiaries + paidForServices }
}

/// Sums of money by vehicle and year.
enum MoneyFigures {
  static func vehicleYears(_ reading: ScenarioReading, _ allocation: Allocation) -> [VehicleYear] {
    let scenario = reading.scenario
    let count = reading.yearCount
    var grants = [Int64](repeating: 0, count: scenario.vehicles.count * count)
    var services = grants
    var committed = grants
    for line in allocation.lines {
      let payment = line.year + scenario.vehicles[line.vehicle].lag
      guard payment < count else { continue }
      grants[line.vehicle * count + payment] += Int64(line.euros)
      committed[line.vehicle * count + line.year] += Int64(line.euros)
    }
    for line in allocation.services {
      services[line.vehicle * count + line.year] += Int64(line.euros)
      committed[line.vehicle * count + line.year] += Int64(line.euros)
    }
    return scenario.vehicles.indices.flatMap { v in
      (0..<count).map { t in
        let slot = v * count + t
        let envelope = scenario.vehicles[v].amounts[t]
        return VehicleYear(
          vehicle: v, year: t, counted: scenario.vehicles[v].counted(in: t),
          secured: envelope.secured, announced: envelope.announced,
          committed: .euros(committed[slot]), paidToBeneficiaries: .euros(grants[slot]),
          paidForServices: .euros(services[slot]),
          carriedIn: t > 0 ? allocation.carried[slot - 1] : .zero,
          carriedOut: allocation.carried[slot])
      }
    }
  }

  static func years(
    _ reading: ScenarioReading, _ plan: Plan, _ vehicleYears: [VehicleYear]
  ) -> [YearMoney] {
    var own = [Double](repeating: 0, count: reading.yearCount)
    for entry in plan.own { own[entry.year] += entry.thousands }
    return (0..<reading.yearCount).map { t in
      let entries = vehicleYears.filter { $0.year == t }
      func sum(_ amount: (VehicleYear) -> Money) -> Money {
        entries.reduce(.zero) { $0 + amount($1) }
      }
      return YearMoney(
        year: t, counted: sum(\.counted), secured: sum(\.secured),
        paidToBeneficiaries: sum(\.paidToBeneficiaries), paidForServices: sum(\.paidForServices),
        lapsed: sum(\.lapsed), own: Money(roundingThousandsOfEuros: own[t]))
    }
  }
}
