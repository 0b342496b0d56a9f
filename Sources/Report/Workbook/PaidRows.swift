// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// What each vehicle pays each beneficiary for each nature of cost, in whole euros by year of payment.
///
/// The lines of `allocation.csv`, added up over domains and years of need.
struct PaidRows: Sendable {
  struct Row: Sendable {
    let beneficiary: Int
    let vehicle: Int
    let nature: CostNature
    var euros: [Int]
  }

  /// What a vehicle pays for a shared service.
  struct ServiceRow: Sendable {
    let service: Int
    let vehicle: Int
    let nature: CostNature
    var euros: [Int]
  }

  private struct Key: Hashable {
    let place: Int
    let vehicle: Int
    let nature: CostNature
  }

  /// By beneficiary, vehicle, nature.
  let rows: [Row]
  /// By service, vehicle, nature.
  let services: [ServiceRow]

  init(_ allocation: Allocation, of scenario: Scenario) {
    let pots = scenario.pots
    let none = [Int](repeating: 0, count: scenario.horizon.count)
    var places: [Key: Int] = [:]
    var rows: [Row] = []
    for line in allocation.lines where line.euros != 0 {
      let nature = pots[line.pot].nature
      let key = Key(place: line.beneficiary, vehicle: line.vehicle, nature: nature)
      let place = places[key] ?? rows.count
      if place == rows.count {
        places[key] = place
        rows.append(
          Row(
            beneficiary: line.beneficiary, vehicle: line.vehicle, nature: nature, euros: none))
      }
      rows[place].euros[line.year + scenario.vehicles[line.vehicle].lag] += line.euros
    }
    self.rows = rows.sorted {
      ($0.beneficiary, $0.vehicle, $0.nature.rawValue)
        < ($1.beneficiary, $1.vehicle, $1.nature.rawValue)
    }
    places = [:]
    var services: [ServiceRow] = []
    for line in allocation.services where line.euros != 0 {
      let key = Key(place: line.service, vehicle: line.vehicle, nature: line.nature)
      let place = places[key] ?? services.count
      if place == services.count {
        places[key] = place
        services.append(
          ServiceRow(
            service: line.service, vehicle: line.vehicle, nature: line.nature, euros: none))
      }
      services[place].euros[line.year] += line.euros
    }
    self.services = services.sorted {
      ($0.service, $0.vehicle, $0.nature.rawValue) < ($1.service, $1.vehicle, $1.nature.rawValue)
    }
  }
}
