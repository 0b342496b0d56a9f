// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Measures and vehicles. The first measure and the first vehicle stay simple where a rule forces
/// something, so that obeying it is always possible.
extension RandomScenario {
  func makeMeasures(_ draw: inout SplitMix64, _ forced: Forced?) -> [Measure] {
    (0..<measures).map { position in
      var measure = Measure(
        id: MeasureID("M\(position + 1)"), title: "Mesure \(position + 1)",
        domain: Self.domains[position % Self.domains.count],
        oneOff: makeAmount(&draw, fixed: 20...60), recurring: makeAmount(&draw, fixed: 2...12),
        installationEffort: SizedEffort(
          fixed: FTE(draw.number(0...0.5)), [.init(.agents, FTE(draw.number(0...0.001, places: 4)))]
        ),
        runningEffort: SizedEffort(fixed: FTE(draw.number(0...0.3))))
      measure.effects = makeEffects(&draw)
      measure.contributions = makeContributions(&draw, first: position == 0)
      guard position > 0 || forced == nil else { return measure }
      measure.speed = Share(clamping: draw.pick([1, 1, 0.5, 0.4]))
      if position > 0, draw.chance(0.3) {
        measure.prerequisites = [MeasureID("M\(draw.integer(1...position))")]
      }
      if draw.chance(0.3) {
        measure.pilot = .init(
          until: Year(Self.firstYear), share: draw.chance(0.5) ? Share(clamping: 0.3) : nil,
          weight: draw.pick([.units, .agents]))
        measure.learningFactor = draw.pick([1, 0.9, 0.8])
      }
      if draw.chance(0.2) {
        measure.eligibility = Eligibility(statuses: [.publicSector, .nonProfit])
      }
      return measure
    }
  }

  private func makeAmount(_ draw: inout SplitMix64, fixed: ClosedRange<Int>) -> SizedAmount {
    var amount = SizedAmount(fixed: .euros(Int64(draw.integer(fixed)) * 1000))
    for driver in [Driver.agents, .workstations, .sites] where draw.chance(0.4) {
      let cents = draw.integer(100...4000)
      amount.terms.append(.init(driver, Money(cents: Int64(cents))))
    }
    return amount
  }

  private func makeEffects(_ draw: inout SplitMix64) -> [Measure.Effect] {
    (0..<threats).compactMap { threat in
      guard draw.chance(0.6) else { return nil }
      return .init(threat: ThreatID("K\(threat + 1)"), share: draw.number(0.05...0.8))
    }
  }

  private func makeContributions(
    _ draw: inout SplitMix64, first: Bool
  ) -> [Measure.Contribution] {
    (0..<objectives).flatMap { objective -> [Measure.Contribution] in
      let id = ObjectiveID("O\(objective + 1)")
      let weight = draw.number(0.1...0.5)
      if first, objective == 0 { return [.init(objective: id, weight: 0.6)] }
      guard draw.chance(0.6) else { return [] }
      guard draw.chance(0.25) else { return [.init(objective: id, weight: weight)] }
      return [.init(objective: id, nisClass: draw.pick(Self.classes), weight: weight)]
    }
  }

  func makeVehicles(
    _ draw: inout SplitMix64, _ forced: Forced?, _ population: [Beneficiary]
  ) -> [Vehicle] {
    let head = Double(population.count)
    func amounts(_ draw: inout SplitMix64, _ range: ClosedRange<Double>) -> [EnvelopeYear] {
      (0..<years).map { _ in
        EnvelopeYear(
          secured: .euros(Int64(draw.number(range, places: 0) * head) * 100),
          announced: .euros(Int64(draw.number(0...30, places: 0) * head) * 100))
      }
    }
    var call = Vehicle(
      id: "call", title: "Appel", natures: [.oneOff], amounts: amounts(&draw, 100...400),
      announcedShare: Share(clamping: draw.pick([0, 0.5, 1])),
      carryOver: Share(clamping: draw.pick([0, 0.2, 1])))
    call.ceiling = BeneficiaryLimit(
      .sized(SizedAmount(fixed: .euros(15_000), [.init(.agents, .euros(25))])), per: .horizon)
    if forced == nil { vary(&call, &draw) }
    var fund = Vehicle(
      id: "fund", title: "Fonds", natures: [.recurring, .oneOff],
      domains: draw.chance(0.3) ? [Self.domains[0]] : [], amounts: amounts(&draw, 20...120),
      carryOver: Share(clamping: draw.pick([0, 0.3])))
    fund.afterHorizon = .euros(Int64(draw.integer(5...40)) * 1000)
    if draw.chance(0.4) {
      fund.band = YearOnYearBand(
        dropShare: 0.3, dropAmount: .euros(4000), riseShare: draw.chance(0.5) ? 0.5 : nil,
        riseAmount: .euros(15_000))
    }
    if draw.chance(0.3) { fund.eligibility = Eligibility(classes: ["EE", "EI"]) }
    if draw.chance(0.3) { fund.ceiling = bandedCeiling(&draw) }
    return [call, fund]
  }

  private func vary(_ call: inout Vehicle, _ draw: inout SplitMix64) {
    call.lag = years > 1 && draw.chance(0.3) ? 1 : 0
    call.rate = draw.chance(0.4) ? Share(clamping: 0.8) : nil
    if draw.chance(0.3) { call.eligibility = Eligibility(statuses: [.publicSector]) }
    if objectives > 0, draw.chance(0.35) {
      call.mechanism = .results
      call.resultObjectives = objectives > 1 ? ["O1", "O2"] : ["O1"]
    }
  }

  private func bandedCeiling(_ draw: inout SplitMix64) -> BeneficiaryLimit {
    BeneficiaryLimit(
      .banded(
        Banded(
          driver: .agents,
          bands: [
            .init(upTo: 500, value: .euros(6000)),
            .init(upTo: nil, value: .euros(Int64(draw.integer(10...30)) * 1000)),
          ])), per: .year)
  }
}
