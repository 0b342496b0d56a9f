// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel

/// Studies about envelopes and what a vehicle may pay to one beneficiary.
extension OracleStudy {
  static let vehicleStudies = [call, limits, entitled, oneClaim, bands, results]

  /// A call of 40 k€ in 2026 and nothing in 2027, of which a quarter (10 k€) may be carried over.
  ///
  /// By hand: full deployment costs 10 k€ + 100 € per agent, that is 20 k€ at A (100 agents) and 40 k€
  /// at B (300). At most half can be done in a year: 2026 takes 10 + 20 = 30 k€, 10 k€ are carried
  /// over. In 2027 a euro does twice as much at A: 10 k€ complete A, B stays at 0.5. Only 2027 has a
  /// target (1): shortfall 0 + 0.5. Money spent: 40 k€.
  static let call: OracleStudy = {
    var only = Self.measure("M1", oneOff: 10, perAgent: 100)
    only.speed = Share(clamping: 0.5)
    var call = vehicle("call", [.oneOff], [30, 0])
    call.amounts[0].announced = .euros(20_000)
    call.announcedShare = Share(clamping: 0.5)
    call.carryOver = Share(clamping: 0.25)
    call.ceiling = BeneficiaryLimit(
      .sized(SizedAmount(fixed: .euros(15_000), [.init(.agents, .euros(50))])), per: .horizon)
    let scenario = study(
      [hospital("A", agents: 100), hospital("B", agents: 300)], [only], [call],
      [target([0, 1])])
    return OracleStudy(
      name: "a call whose money is carried over",
      families: [.deployed, .financing, .spend, .envelope],
      scenario: scenario,
      relax: [{ $0.vehicles[0].carryOver = .none }, { $0.vehicles[0].announcedShare = .none }],
      worked: [0.5, 40])
  }()

  /// Ceilings by band and year, floors by size and year, and a co-financing rate.
  static let limits: OracleStudy = {
    var first = vehicle("first", [.oneOff, .recurring], [60, 60, 60])
    first.ceiling = BeneficiaryLimit(
      .banded(
        Banded(
          driver: .agents,
          bands: [.init(upTo: 250, value: .euros(9_000)), .init(upTo: nil, value: .euros(14_000))])),
      per: .year)
    first.rate = Share(clamping: 0.8)
    var second = vehicle("second", [.oneOff], [0, 8, 8])
    second.lag = 1
    second.floor = BeneficiaryLimit(
      .sized(SizedAmount(fixed: .euros(500), [.init(.agents, .euros(4))])), per: .year)
    second.eligibility = Eligibility(classes: ["EE"])
    var scenario = study(
      [
        hospital("A", agents: 250), hospital("B", agents: 1200),
        hospital("C", agents: 900, nisClass: "EI"),
      ],
      [
        measure("M1", oneOff: 60, recurring: 4, serving: 0.6),
        measure("M2", oneOff: 30, perAgent: 20, serving: 0.4),
      ], [first, second], [target([0.2, 0.6, 1]), target([0.1, 0.5, 0.9], "EI")],
      goals: [.init(.nisShortfall), .init(.ownMoney), .init(.publicMoney), .init(.tieBreak)])
    scenario.ownFunds = own(1, share: 0.5)
    scenario.economics.inflation = 0.02
    return OracleStudy(
      name: "ceilings, floors and a co-financing rate", families: [.ceiling, .floor, .rate],
      scenario: scenario,
      relax: [
        { $0.vehicles[0].rate = nil }, { $0.vehicles[1].floor = nil },
        { $0.vehicles[0].ceiling = nil },
      ])
  }()

  /// What each is entitled to, and a prize for half of the way.
  ///
  /// By hand: M1 costs 40 k€ at each. A has 10 and 20 k€ of the call and up to 8 k€ of the prize,
  /// earned whole at a deployment of 0.5: 38 k€, that is 0.95. B has 30 k€ of the call in 2026 and
  /// nothing after, and is not named by the prize: 0.75. Only 2027 has a target (1): shortfall
  /// 0.05 + 0.25; money spent 10 + 20 + 8 + 30.
  static let entitled: OracleStudy = {
    var call = vehicle("call", [.oneOff], [40, 40])
    call.entitlements = ["A": [.euros(10_000), .euros(20_000)], "B": [.euros(30_000)]]
    var prize = vehicle("prize", [.oneOff], [20, 20])
    prize.mechanism = .results
    prize.resultObjectives = ["O1"]
    prize.resultTarget = Share(clamping: 0.5)
    prize.entitlements = ["A": [.zero, .euros(8_000)]]
    return OracleStudy(
      name: "entitlements, and results at a target", families: [.entitlement, .results],
      scenario: study(
        [hospital("A", agents: 100), hospital("B", agents: 300)], [measure("M1", oneOff: 40)],
        [call, prize], [target([0, 1])]),
      relax: [{ $0.vehicles[0].entitlements = nil }, { $0.vehicles[1].resultTarget = .whole }],
      worked: [0.3, 68])
  }()

  /// One claim in two windows.
  ///
  /// By hand: M1 costs 100 k€ at each, and at most 0.15 of it can be done in a year. Window 1 pays 20 k€
  /// in 2026, window 2 pays 10 k€ in 2027. In 2026 A can use 15 k€, three quarters of its claim; a
  /// quarter is left, 2.5 k€ in 2027: 0.175. B is entitled in the second window only: 0.1. Only
  /// 2027 has a target (1): shortfall 0.825 + 0.9; money 15 + 2.5 + 10.
  static let oneClaim: OracleStudy = {
    var only = measure("M1", oneOff: 100)
    only.speed = Share(clamping: 0.15)
    var first = vehicle("first", [.oneOff], [50, 0])
    first.claim = ClaimWindow(claim: "file", window: "window-1")
    first.entitlements = ["A": [.euros(20_000), .zero]]
    var second = vehicle("second", [.oneOff], [0, 50])
    second.claim = ClaimWindow(claim: "file", window: "window-2")
    second.entitlements = ["A": [.zero, .euros(10_000)], "B": [.zero, .euros(10_000)]]
    return OracleStudy(
      name: "one claim in two windows", families: [.oneClaim, .entitlement],
      scenario: study(
        [hospital("A", agents: 100), hospital("B", agents: 300)], [only], [first, second],
        [target([0, 1])]),
      relax: [{ $0.vehicles[0].claim = nil }, { $0.vehicles[1].entitlements?["A"] = nil }],
      worked: [1.725, 27.5])
  }()

  /// A recurring fund that pays a year late and changes slowly.
  static let bands: OracleStudy = {
    var fund = vehicle("fund", [.recurring], [0, 4, 30, 30, 5])
    fund.lag = 1
    fund.band = YearOnYearBand(
      dropShare: 0.1, dropAmount: .euros(500), riseShare: 0.4, riseAmount: .euros(1_000))
    let measures = [
      measure("M1", oneOff: 6, recurring: 9, serving: 0.7),
      measure("M2", oneOff: 5, recurring: 4, serving: 0.3),
    ]
    var scenario = study(
      [hospital("A", agents: 120), hospital("B", agents: 700)], measures,
      [fund, vehicle("call", [.oneOff], [15, 15, 15, 15, 15])], [target([0.5, 0.8, 1, 1, 1])],
      goals: [.init(.nisShortfall), .init(.ownMoney), .init(.publicMoney)])
    scenario.ownFunds = own(14)
    return OracleStudy(
      name: "a late fund that changes slowly", families: [.bandDrop, .bandRise],
      scenario: scenario,
      relax: [
        { $0.vehicles[0].band?.dropShare = nil }, { $0.vehicles[0].band?.riseShare = nil },
      ])
  }()

  /// Payment on results, a year late.
  ///
  /// By hand: M1 costs 80 k€ and gives half of O1; 0.4 of it stands. Left to do: 0.5 · 0.6 = 0.3, so
  /// the ceiling of 30 k€ pays 100 k€ per unit of progress, 50 k€ per unit of deployment. The
  /// establishment adds 5 k€ a year.
  /// 2026: payable with the 8 k€ of 2027; 13 k€ put 0.1625 in place (progress allows 8.125).
  /// 2027: 80·d ≤ g + 5 and g ≤ 50·(0.1625 + d) − 8, so d = 5.125/30 = 0.1708333 and g = 8.6666667.
  /// 2028: payment would fall after the horizon; 5 k€ put 0.0625 in place.
  /// Target 0.5 each year: 0.5·((1 − 0.5625) + (1 − 0.7333333) + (1 − 0.7958333)) = 0.45416667;
  /// public money 8 + 8.6666667. The ceiling is given by year, and holds over the horizon all the same.
  static let results: OracleStudy = {
    var call = vehicle("call", [.oneOff], [100, 8, 100])
    call.lag = 1
    call.mechanism = .results
    call.resultObjectives = ["O1"]
    call.ceiling = BeneficiaryLimit(.sized(SizedAmount(fixed: .euros(30_000))), per: .year)
    var scenario = study(
      [hospital("A", agents: 100), hospital("sans classe", agents: 100, nisClass: nil)],
      [measure("M1", oneOff: 80, serving: 0.5)], [call], [target([0.5, 0.5, 0.5])])
    scenario.ownFunds = own(5)
    scenario.initialDeployment = [.init("A", "M1", Share(clamping: 0.4))]
    return OracleStudy(
      name: "payment on results", families: [.results, .ceiling], scenario: scenario,
      relax: [{ $0.vehicles[0].mechanism = .optimised }, { $0.vehicles[0].lag = 0 }],
      worked: [0.5 * (0.4375 + 4 / 15.0 + 1 - 0.4 - 0.1625 - 5.125 / 30 - 0.0625), 50 / 3.0])
  }()
}
