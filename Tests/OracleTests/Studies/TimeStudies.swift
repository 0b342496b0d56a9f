// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Studies about years that are as they really were.
extension OracleStudy {
  static let timeStudies = [lockedYear, lockedService]

  /// A first year in which 2 k€ were paid, below the floor, for a deployment of 0.3 that costs 3 k€: the
  /// hospital paid the rest, which the study would not have allowed.
  ///
  /// 2026 lacks 0.5 − 0.3 = 0.2 of its target. In 2027 all 6 k€ buy 0.6 more, and 0.1 is missing. In
  /// all 0.3, for 2 + 6 = 8 k€. Nothing locked, 5.5 and 4.5 k€ reach both targets.
  static let lockedYear: OracleStudy = {
    var call = vehicle("call", [.oneOff], [6, 6])
    call.floor = BeneficiaryLimit(.sized(SizedAmount(fixed: .euros(4_500))), per: .year)
    var scenario = study(
      [hospital("A", agents: 100)], [measure("M1", oneOff: 10)], [call], [target([0.5, 1])])
    scenario.locked = [.init("A", "M1", Year(2026), Share(clamping: 0.3))]
    scenario.lockedYears = LockedYears(
      through: Year(2026), payments: [.init("A", "call", Year(2026), thousands: 2)])
    return OracleStudy(
      name: "a year that is locked", families: [.floor, .financing, .ownFunds], scenario: scenario,
      relax: [
        {
          $0.lockedYears = nil
          $0.locked = []
        }
      ], worked: [0.3, 8])
  }()

  /// A shared service built in a locked year, a payment shared out over two pots, own money, and more
  /// paid to C than its deployment costs.
  static let lockedService: OracleStudy = {
    var scenario = service.scenario
    scenario.measures[0].recurring = SizedAmount(fixed: .euros(1_000))
    scenario.ownFunds = own(3)
    scenario.locked = [
      .init("A", "M1", Year(2026), Share(clamping: 0.5)),
      .init("C", "M2", Year(2026), Share(clamping: 0.4)),
    ]
    scenario.lockedYears = LockedYears(
      through: Year(2026),
      payments: [
        .init("A", "fund", Year(2026), thousands: 4.75),
        .init("C", "fund", pot: Pot("continuity", .oneOff), Year(2026), thousands: 3.5),
      ],
      services: [
        .init("soc", "fund", .oneOff, Year(2026), thousands: 0.8),
        .init("soc", "soc-money", .recurring, Year(2026), thousands: 0.5),
      ])
    return OracleStudy(
      name: "a service in a locked year", families: [.serviceUse, .serviceRun, .ownFunds],
      scenario: scenario, relax: [{ $0.lockedYears = nil }, { $0.lockedYears?.services = [] }])
  }()
}
