// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel
import Testing

@testable import FundingMechanisms

@Suite struct `A taper in place of a cliff` {
  /// Up to 200 agents 10 k€, up to 500 15 k€, above 20 k€; windows of 10 % on either side.
  private static let bands: Banded<Money> = Banded(
    driver: .agents,
    bands: [
      .init(upTo: 200, value: .euros(10_000)), .init(upTo: 500, value: .euros(15_000)),
      .init(upTo: nil, value: .euros(20_000)),
    ])

  @Test func `runs in a straight line across each edge and leaves the rest`() {
    let smooth = SmoothedBands(Self.bands, width: 0.1)
    #expect(smooth.edges.map(\.window) == [180...220, 450...550])
    #expect(
      [100, 180, 190, 200, 210, 220, 300, 500, 550, 900].map { smooth.amount(for: $0) }
        == [10_000, 10_000, 11_250, 12_500, 13_750, 15_000, 15_000, 17_500, 20_000, 20_000])
  }

  @Test func `never lets two windows overlap`() {
    let smooth = SmoothedBands(Self.bands, width: 1)
    #expect(smooth.edges.map(\.window) == [100...300, 350...650])
    for (first, second) in zip(smooth.edges, smooth.edges.dropFirst()) {
      #expect(first.window.upperBound <= second.window.lowerBound)
    }
  }

  /// Hospitals of 100, 195 and 205 agents and one of 600.
  private static func study(_ amounts: [Int64]) -> Scenario {
    var study = SmallStudy.study(amounts)
    study.beneficiaries =
      zip(["A", "B", "C", "D"], [100.0, 195, 205, 600]).map {
        SmallStudy.hospital(BeneficiaryID($0), agents: $1)
      }
    return study
  }

  private static func proposal(
    fills: Bool, _ amounts: [Int64] = [60_000, 60_000]
  ) throws -> (TaperProposal, SharedOut) {
    let study = study(amounts)
    let rule = SmallStudy.mechanism(
      .flat,
      SmallStudy.clause(SmallStudy.bands(10_000, 15_000, 20_000)) { $0.fillsEnvelope = fills })
    let shared = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study)).shared
    let cliffs = Cliff.list(rule, study, shared, within: 0.05)
    let list = TaperProposal.list(rule, study, shared, cliffs: cliffs, width: 0.1)
    return (try #require(list.first), shared)
  }

  // Amounts 10, 10, 15 and 20 k€ are 55 k€ a year. Smoothed: 10, 11.875, 13.125, 20, again 55: here
  // no scale is needed. Crossing the edge: 5 k€ a year each before; from 195 to 201 agents
  // 6 · 125 €, from 205 to 200 5 · 125 € after.
  @Test func `keeps the total and lowers what is at stake`() throws {
    let (taper, shared) = try Self.proposal(fills: false)
    #expect(taper.lines.map(\.before) == [20_000, 20_000, 30_000, 40_000])
    #expect(taper.lines.map(\.after) == [20_000, 23_750, 26_250, 40_000])
    #expect(shared.total == 110_000)
    #expect(taper.edges.map(\.near) == [2, 0])
    #expect(abs(taper.before - 20_000) < 1e-6)
    #expect(abs(taper.after - 2 * (750 + 625)) < 1e-6)
    #expect(taper.moved == 3_750)
  }

  @Test(arguments: [[60_000, 60_001], [7, 100_003]] as [[Int64]])
  func `at a closed envelope, hands out every euro of every year`(amounts: [Int64]) throws {
    let (taper, shared) = try Self.proposal(fills: true, amounts)
    let total = amounts.reduce(0, +)
    #expect(shared.total == total)
    #expect(taper.lines.reduce(0) { $0 + $1.after } == total)
    #expect(taper.after < taper.before)
    // Larger hospitals never get less than smaller ones.
    #expect(zip(taper.lines, taper.lines.dropFirst()).allSatisfy { $0.after <= $1.after })
  }

  @Test func `is not proposed where nothing is banded`() throws {
    let study = Self.study([60_000, 60_000])
    let rule = SmallStudy.mechanism(.prorata, SmallStudy.clause(SmallStudy.weight(.agents)))
    let shared = try OwnInterest(rule, of: study, held: SmallStudy.nothingHeld(study)).shared
    #expect(TaperProposal.list(rule, study, shared, cliffs: [], width: 0.1).isEmpty)
  }
}

@Suite struct `A falling convex curve` {
  /// 10 at 0, falling by 20 for a unit up to 0.25, by 8 up to 0.75, by 1 up to 1.
  private static func value(_ scale: Double) -> Double {
    max(10 - 20 * scale, 7 - 8 * scale, 1.75 - scale)
  }

  @Test(arguments: [0.75, 0.8, 1, 2, 4.5, 5, 9.9])
  func `encloses the place where it comes down to a value, and closes in`(wanted: Double) {
    var curve = FallingCurve()
    for scale in [0, 0.5, 1.0] { curve.add(.init(scale: scale, value: Self.value(scale))) }
    let exact = stride(from: 0.0, through: 1, by: 1e-4).first { Self.value($0) <= wanted + 1e-9 }
    guard let exact else { return #expect(Bool(false), "never reached") }
    for _ in 0..<12 {
      guard let scales = curve.scales(reaching: wanted) else {
        return #expect(Bool(false), "not reached")
      }
      #expect(scales.lowerBound <= exact + 1e-9 && exact <= scales.upperBound + 1e-4)
      let middle = (scales.lowerBound + scales.upperBound) / 2
      curve.add(.init(scale: middle, value: Self.value(middle)))
    }
    let scales = curve.scales(reaching: wanted)
    #expect((scales.map { $0.upperBound - $0.lowerBound } ?? 1) < 1e-3)
  }

  @Test func `knows no place for a value that no point reaches`() {
    var curve = FallingCurve()
    curve.add(.init(scale: 1, value: 3))
    #expect(curve.scales(reaching: 2.9) == nil)
    #expect(curve.scales(reaching: 3) == 0...1)
  }
}
