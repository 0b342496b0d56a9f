// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import PlanComparison
import Testing

/// Six hospitals in two regions, made up.
enum SmallPopulation {
  static func hospital(
    _ id: BeneficiaryID, agents: Double?, region: RegionID = "53",
    status: Beneficiary.Status = .publicSector, nisClass: NISClassID? = "EE"
  ) -> Beneficiary {
    var size = DriverValues()
    size[.agents] = agents
    return Beneficiary(
      id: id, name: "Hôpital \(id)", status: status, region: region, nisClass: nisClass,
      size: size)
  }

  static let all = [
    hospital("A", agents: 100), hospital("B", agents: 249, nisClass: "EI"),
    hospital("C", agents: 250, region: "04"), hospital("D", agents: 3000, region: "04"),
    hospital("E", agents: 600, status: .forProfit, nisClass: nil),
    hospital("F", agents: nil, region: "04", status: .nonProfit),
  ]

  static func plan(
    _ name: String, _ euros: [BeneficiaryID: Int], population: [Beneficiary] = all
  ) -> ComparedPlan {
    let receipts = euros.sorted { $0.key < $1.key }.flatMap { id, euros in
      // In two parts, as money comes from several pots.
      [
        Receipt(beneficiary: id, vehicle: "fir", year: 2026, euros: euros / 3),
        Receipt(beneficiary: id, vehicle: "call", year: 2027, euros: euros - euros / 3),
      ]
    }
    return ComparedPlan(
      name: name, years: [2026, 2027], population: population, receipts: receipts,
      inputs: PlanInputs(parameters: []))
  }
}

@Suite struct `Bands of winners and losers` {
  /// Edges in whole euros of 100,000 €: 5 % is 5,000 €, 0.1 % is 100 €.
  @Test(arguments: [
    (100_000, 95_000, MovementBand.largeLoss), (100_000, 95_001, .loss), (100_000, 99_900, .loss),
    (100_000, 99_901, .unchanged), (100_000, 100_000, .unchanged), (100_000, 100_099, .unchanged),
    (100_000, 100_100, .gain), (100_000, 105_000, .gain), (100_000, 105_001, .largeGain),
    (0, 0, .unchanged), (0, 1, .largeGain), (1, 0, .largeLoss), (100_000, 0, .largeLoss),
  ])
  func `have no gap and do not overlap`(before: Int, after: Int, band: MovementBand) {
    #expect(MovementBand(before: before, after: after) == band)
    #expect(band.isLoss == (after < before && band != .unchanged))
    #expect(band.isGain == (after > before && band != .unchanged))
  }

  /// By hand. Received before and after, in euros:
  ///
  /// | who | agents | region | status | class | before | after | change | band |
  /// |---|---|---|---|---|---|---|---|---|
  /// | A | 100 | 53 | public | EE | 10,000 | 9,500 | −5 % | large loss |
  /// | B | 249 | 53 | public | EI | 20,000 | 19,980 | −0.1 % | loss |
  /// | C | 250 | 04 | public | EE | 30,000 | 30,020 | +0.07 % | unchanged |
  /// | D | 3,000 | 04 | public | EE | 40,000 | 42,000 | +5 % | gain |
  /// | E | 600 | 53 | for profit | none | 0 | 700 | from nothing | large gain |
  /// | F | not declared | 04 | non-profit | EE | 5,000 | 0 | −100 % | large loss |
  ///
  /// Together 105,000 before and 102,200 after: −2,800.
  private let movements = Movements(
    from: SmallPopulation.plan(
      "a", ["A": 10_000, "B": 20_000, "C": 30_000, "D": 40_000, "F": 5_000]),
    to: SmallPopulation.plan(
      "b", ["A": 9_500, "B": 19_980, "C": 30_020, "D": 42_000, "E": 700],
      // The order of the other plan does not matter.
      population: SmallPopulation.all.reversed()))

  private func group(_ dimension: MovementDimension, _ name: String?) throws -> MovementGroup {
    try #require(
      movements.groups(sizes: .standard).first { $0.dimension == dimension && $0.name == name })
  }

  @Test func `of everybody are as worked by hand`() throws {
    let all = try group(.all, nil)
    #expect(MovementBand.allCases.map { all[$0].beneficiaries } == [2, 1, 1, 1, 1])
    #expect(MovementBand.allCases.map { all[$0].before } == [15_000, 20_000, 30_000, 40_000, 0])
    #expect(MovementBand.allCases.map { all[$0].difference } == [-5_500, -20, 20, 2_000, 700])
    #expect(all.total.before == 105_000 && all.total.difference == -2_800)
    #expect(all.losers == 3 && all.winners == 2)
  }

  @Test func `of each group are as worked by hand`() throws {
    func counts(_ dimension: MovementDimension, _ name: String?) throws -> [Int] {
      let group = try group(dimension, name)
      return MovementBand.allCases.map { group[$0].beneficiaries }
    }
    #expect(try counts(.size, "0-249") == [1, 1, 0, 0, 0])
    #expect(try counts(.size, "250-999") == [0, 0, 1, 0, 1])
    #expect(try counts(.size, "3000+") == [0, 0, 0, 1, 0])
    #expect(try counts(.size, nil) == [1, 0, 0, 0, 0])
    #expect(try counts(.status, "public") == [1, 1, 1, 1, 0])
    #expect(try counts(.status, "for_profit") == [0, 0, 0, 0, 1])
    #expect(try counts(.status, "non_profit") == [1, 0, 0, 0, 0])
    #expect(try counts(.region, "53") == [1, 1, 0, 0, 1])
    #expect(try counts(.region, "04") == [1, 0, 1, 1, 0])
    #expect(try counts(.nisClass, "EE") == [2, 0, 1, 1, 0])
    #expect(try counts(.nisClass, "EI") == [0, 1, 0, 0, 0])
    #expect(try counts(.nisClass, nil) == [0, 0, 0, 0, 1])
    #expect(try group(.region, "53").total.difference == -500 - 20 + 700)
    #expect(try group(.region, "04").total.change == -2_980.0 / 75_000)
    // A group moves as its sum does: +0.6 % of 30,000, −4 % of 75,000.
    #expect(try group(.region, "53").total.band == .gain)
    #expect(try group(.region, "04").total.band == .loss)
    let groups = movements.groups(sizes: .standard)
    #expect(!groups.contains { $0.dimension == .size && $0.name == "1000-2999" })
    for dimension in MovementDimension.allCases {
      let parts = groups.filter { $0.dimension == dimension }
      #expect(parts.reduce(0) { $0 + $1.total.beneficiaries } == 6)
      #expect(parts.reduce(0) { $0 + $1.total.difference } == -2_800)
    }
  }

  @Test func `largest movers come first, ties by identifier`() {
    #expect(
      movements.largest(rising: false, count: 2).map(\.beneficiary.id) == ["F", "A"])
    #expect(
      movements.largest(rising: true, count: 9).map(\.beneficiary.id) == ["D", "E", "C"])
    let tied = Movements(
      from: SmallPopulation.plan("a", [:]), to: SmallPopulation.plan("b", ["D": 9, "B": 9]))
    #expect(tied.largest(rising: true, count: 9).map(\.beneficiary.id) == ["B", "D"])
  }

  @Test func `more money that takes from somebody is said to, with whom`() {
    let more = TakenMoney(movements, countedCents: (before: 100, after: 101))
    #expect(more.tookDespiteMore)
    #expect(more.losers.map(\.beneficiary.id) == ["F", "A", "B"])
    #expect(more.lost == 5_520 && more.gained == 2_700 && more.winners == 2)
    #expect(!TakenMoney(movements, countedCents: (before: 101, after: 100)).tookDespiteMore)
    #expect(TakenMoney(movements, countedCents: (before: 7, after: 7)).means == .same)
    let still = Movements(
      from: SmallPopulation.plan("a", ["A": 3]), to: SmallPopulation.plan("b", ["A": 3]))
    let nobody = TakenMoney(still, countedCents: (before: 100, after: 101))
    #expect(!nobody.tookDespiteMore && nobody.losers.isEmpty && nobody.winners == 0)
  }
}

@Suite struct `Who stands for many` {
  @Test func `is the median of agents in each size band, whatever the order`() {
    // Below 250: 100 and 249, the lower of two in the middle; 250 and 600 likewise; 3,000 alone.
    let expected: [BeneficiaryID] = ["A", "C", "D"]
    #expect(TypicalBeneficiaries.medians(of: SmallPopulation.all, sizes: .standard) == expected)
    #expect(
      TypicalBeneficiaries.medians(of: SmallPopulation.all.reversed(), sizes: .standard)
        == expected)
  }

  @Test func `size bands need rising edges above nothing`() {
    #expect(SizeBands([]) == nil && SizeBands([0, 5]) == nil && SizeBands([5, 5]) == nil)
    #expect(SizeBands([10, 20])?.names == ["0-9", "10-19", "20+"])
  }
}

@Suite struct `Other beneficiaries` {
  @Test func `are named on both sides, and order is none of them`() throws {
    let all = SmallPopulation.plan("a", [:])
    let others = SmallPopulation.plan(
      "b", [:],
      population: SmallPopulation.all.dropFirst(2) + [SmallPopulation.hospital("Z", agents: 1)])
    let difference = try #require(PopulationDifference(all, others))
    #expect(difference.onlyInFirst == ["A", "B"])
    #expect(difference.onlyInSecond == ["Z"])
    let reversed = SmallPopulation.plan("c", [:], population: SmallPopulation.all.reversed())
    #expect(PopulationDifference(all, reversed) == nil)
  }
}
