// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// The table of a plan as an order (arrêté) needs it: who is paid what, in which year, by whom.
///
/// Amounts are the whole euros of `allocation.csv`, added up over domains, natures and years of need.
public struct Annex: Sendable {
  /// What one vehicle pays one beneficiary in one year.
  public struct Line: Sendable, Hashable {
    /// Position of the beneficiary in the scenario.
    public let beneficiary: Int
    /// Year in which the money leaves the envelope, from the first of the horizon.
    public let year: Int
    /// Position of the vehicle.
    public let vehicle: Int
    /// Whole euros, above 0.
    public let euros: Int
  }

  /// The scenario that was planned.
  public let scenario: Scenario
  /// Lines by identifier of the beneficiary, year and vehicle.
  public let lines: [Line]
  /// What vehicles pay for shared services, which no beneficiary is notified of.
  public let serviceEuros: Int

  /// The annex of an allocation.
  public init(scenario: Scenario, allocation: Allocation) {
    self.scenario = scenario
    let years = scenario.horizon.count
    let vehicles = scenario.vehicles.count
    var euros = [Int](repeating: 0, count: scenario.beneficiaries.count * years * vehicles)
    for line in allocation.lines {
      let payment = line.year + scenario.vehicles[line.vehicle].lag
      euros[(line.beneficiary * years + payment) * vehicles + line.vehicle] += line.euros
    }
    let order = scenario.beneficiaries.indices.sorted {
      scenario.beneficiaries[$0].id.rawValue < scenario.beneficiaries[$1].id.rawValue
    }
    lines = order.flatMap { e in
      (0..<years * vehicles).compactMap { slot in
        let amount = euros[e * years * vehicles + slot]
        return amount == 0
          ? nil
          : Line(beneficiary: e, year: slot / vehicles, vehicle: slot % vehicles, euros: amount)
      }
    }
    serviceEuros = allocation.services.reduce(0) { $0 + $1.euros }
  }

  /// Beneficiaries that are paid something, in the order of the lines, with their euros by year.
  public var receivers: [(beneficiary: Int, euros: [Int])] {
    var receivers: [(beneficiary: Int, euros: [Int])] = []
    for line in lines {
      if receivers.last?.beneficiary != line.beneficiary {
        receivers.append(
          (line.beneficiary, [Int](repeating: 0, count: scenario.horizon.count)))
      }
      receivers[receivers.count - 1].euros[line.year] += line.euros
    }
    return receivers
  }

  /// Euros by year of the horizon.
  public var yearEuros: [Int] {
    var euros = [Int](repeating: 0, count: scenario.horizon.count)
    for line in lines { euros[line.year] += line.euros }
    return euros
  }

  /// Euros of all lines.
  public var euros: Int { lines.reduce(0) { $0 + $1.euros } }

  /// Beneficiaries that are paid something and whose identifier is no FINESS number.
  public var withoutFiness: [Int] {
    receivers.map(\.beneficiary).filter {
      FinessNumber(scenario.beneficiaries[$0].id.rawValue) == nil
    }
  }
}
