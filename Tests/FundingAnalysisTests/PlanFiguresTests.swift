// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import TestSupport
import Testing

/// The figures of ``HandMadePlan``, each worked out by hand beside it.
@Suite struct `The figures of a hand-made plan` {
  let made = HandMadePlan()

  func figures(of made: HandMadePlan) -> PlanFigures {
    PlanFigures(scenario: made.scenario, plan: made.plan, allocation: made.allocation)
  }

  func near(_ left: Double, _ right: Double, within: Double = 1e-9) -> Bool {
    abs(left - right) <= within
  }

  @Test func `money of a vehicle in a year adds up to what it counts on`() {
    let call = figures(of: made).money(of: 0, in: 0)
    // 11 secured, half of 2 announced; 5 for A and 4 for B.
    #expect(call.counted == .euros(12_000) && call.secured == .euros(11_000))
    #expect(call.announced == .euros(2_000))
    #expect(call.paidToBeneficiaries == .euros(9_000) && call.paidForServices == .zero)
    #expect(call.lapsed == .euros(3_000))
    // The fund counts 3 each year and pays 1, then 2.
    #expect(figures(of: made).money(of: 1, in: 1).lapsed == .euros(1_000))
  }

  @Test func `money carried over leaves one year and enters the next`() {
    var made = made
    made.plan.carried[0] = 3
    made.allocation.carried[0] = .euros(3_000)
    let figures = figures(of: made)
    #expect(figures.money(of: 0, in: 0).lapsed == .zero)
    let next = figures.money(of: 0, in: 1)
    // 8 counted, 3 carried in, 5 + 1 paid.
    #expect(next.carriedIn == .euros(3_000) && next.lapsed == .euros(5_000))
  }

  @Test func `a payment that lags is counted in the year it is made`() {
    var made = made
    made.scenario.vehicles[0].lag = 1
    made.allocation.lines.removeAll { $0.vehicle == 0 && $0.year == 1 }
    let figures = figures(of: made)
    #expect(figures.money(of: 0, in: 0).paid == .zero)
    #expect(figures.money(of: 0, in: 1).paid == .euros(9_000))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `losses avoided by measure add up to what is avoided`(seed: UInt64) throws {
    let solved = try SolvedPlan(RandomScenario(seed: seed).make())
    let losses = MeasureLosses(scenario: solved.scenario, plan: solved.plan)
    let figures = PlanFigures(
      scenario: solved.scenario, plan: solved.plan, allocation: solved.allocation)
    #expect(losses.avoided.count == solved.scenario.measures.count)
    for (t, all) in figures.losses.avoided.enumerated() {
      #expect(near(losses.avoided.reduce(0) { $0 + $1[t] }, all, within: 1e-9 * (1 + all)))
    }
    // Shares that a solver leaves below what stood before by its tolerance count as much below nothing.
    #expect(losses.avoided.allSatisfy { $0.allSatisfy { $0 >= -1e-6 } })
  }

  @Test func `one measure alone avoids all that is avoided`() {
    let losses = MeasureLosses(scenario: made.scenario, plan: made.plan)
    let avoided = figures(of: made).losses.avoided
    #expect(avoided.contains { $0 > 0 })
    #expect(losses.avoided.contains { zip($0, avoided).allSatisfy { near($0, $1) } })
  }

  @Test func `totals of a year hold all vehicles, services and own money`() {
    var made = made
    made.addService()
    let years = figures(of: made).years
    #expect(years.map(\.paidToBeneficiaries) == [.euros(10_000), .euros(8_000)])
    #expect(years.map(\.paidForServices) == [.zero, .euros(750)])
    #expect(years.map(\.counted) == [.euros(15_000), .euros(11_000)])
    #expect(years.map(\.own) == [.euros(800), .euros(1_050)])
  }

  @Test func `the tie-break is told by who receives something else, year by year`() {
    var other = made.plan
    // A gets 2 k€ more of the call in 2026, B as much less; B's year 2027 stays.
    other.grants[0].thousands += 2
    other.grants[4].thousands -= 2
    let moved = TieBreakFigures(made.plan, against: other, of: made.scenario)
    #expect(moved.beneficiaries == 2 && near(moved.movedEuros, 2000))
    #expect(moved.dependent == made.scenario.beneficiaries.prefix(2).map(\.id))
    // Below a thousand euros in every year nobody counts, though euros do.
    other = made.plan
    other.grants[0].thousands += 0.9
    other.grants[1].thousands -= 0.9
    let little = TieBreakFigures(made.plan, against: other, of: made.scenario)
    #expect(little.beneficiaries == 0 && near(little.movedEuros, 900))
    // The same in another year counts once.
    other.grants[0].thousands += 0.1
    other.grants[1].thousands -= 0.1
    let later = TieBreakFigures(made.plan, against: other, of: made.scenario)
    #expect(later.beneficiaries == 1 && near(later.movedEuros, 1000))
    // A payment a year later, year of the need alike: another payment year.
    var lagging = made
    lagging.scenario.vehicles[0].lag = 1
    #expect(
      TieBreakFigures(made.plan, against: made.plan, of: lagging.scenario).beneficiaries == 0)
  }

  @Test func `coverage of a class is the mean over beneficiaries of the mean over objectives`() {
    let classes = figures(of: made).classes
    #expect(classes.map(\.nisClass) == ["EE", "EI"])
    // A: 0.5·0.5, then 0.5·1; targets 0.3 and 0.5.
    #expect(near(classes[0].before, 0))
    #expect(near(classes[0].years[0].coverage, 0.25) && near(classes[0].years[1].coverage, 0.5))
    #expect(near(classes[0].years[0].gapInPoints, 5) && classes[0].years[0].belowTarget == 1)
    #expect(near(classes[0].years[1].gapInPoints, 0) && classes[0].years[1].belowTarget == 0)
    // B: 0.5·0.4, then + 0.3·0.25; target 0.3 in 2027.
    #expect(near(classes[1].years[1].coverage, 0.275))
    #expect(near(classes[1].years[1].shortfall, 0.025) && classes[1].years[1].belowTarget == 1)
  }

  @Test func `beneficiaries weigh in coverage as the shortfall weight says`() {
    var made = made
    made.scenario.beneficiaries[0].nisClass = "EI"
    made.scenario.initialDeployment = [.init("A", "M2", Share(clamping: 0.1))]
    // By units: before (0.03 + 0)/2; 2026 (0.28 + 0.2)/2.
    let units = figures(of: made).classes[0]
    #expect(near(units.before, 0.015) && near(units.years[0].coverage, 0.24))
    // By agents: (100·0.28 + 300·0.2)/400.
    made.scenario.economics.shortfallWeight = .agents
    #expect(near(figures(of: made).classes[0].years[0].coverage, 0.22))
  }

  @Test func `coverage above the whole counts as the whole`() {
    var made = made
    made.scenario.measures[0].contributions[0].weight = 3
    let figures = figures(of: made)
    #expect(near(figures.classes[0].years[1].coverage, 1))
    #expect(near(figures.objectives[0].coverage[0], 1))
  }

  @Test func `losses follow the curve, and the secants stay below it`() {
    let losses = figures(of: made).losses
    #expect(near(losses.withoutMeasures, 200) && near(losses.avoidedBefore, 0))
    // A: 100·(1 − 2^−0.5) = 29.2893, then 50. B: 100·(1 − 2^−0.4) = 24.2142.
    #expect(near(losses.avoided[0], 53.5035, within: 1e-4))
    #expect(near(losses.avoided[1], 74.2142, within: 1e-4))
    // One piece: a straight line to 50 k€.
    #expect(near(losses.avoidedBySecants[0], 45) && near(losses.avoidedBySecants[1], 70))
    #expect(near(losses.residual[1], 125.7858, within: 1e-4))
    #expect(near(losses.discountedAvoided, 53.5035 + 74.2142, within: 1e-3))
    // Slope 0.5/ln 2 = 0.721348; 1 − 0.721348·(1 − ln 0.721348) = 0.0430 of each loss of 100.
    #expect(near(losses.worstError, 8.607, within: 2e-3) && near(losses.avoidable, 100))
    // (53.5035 + 74.2142 − 45 − 70) / 127.7177.
    #expect(near(losses.errorShare, 0.09958, within: 1e-4))
  }

  @Test func `what stood before is not counted as avoided by the plan`() {
    var made = made
    made.plan.increments = Array(repeating: 0, count: 8)
    made.scenario.initialDeployment = [.init("A", "M1", .whole)]
    let losses = figures(of: made).losses
    #expect(near(losses.avoidedBefore, 50) && near(losses.avoided[1], 0))
    #expect(near(losses.residual[1], 150))
  }

  @Test func `deployment, staff and services`() {
    var made = made
    made.addService()
    let figures = figures(of: made)
    // M1 by units: (0.5 + 0.4)/2, then (1 + 0.4)/2; whole at A in 2027.
    #expect(near(figures.measures[0].years[0], 0.45) && near(figures.measures[0].years[1], 0.7))
    #expect(figures.measures[0].complete == [0, 1])
    // B: 0.4·1 + 0.4·0.5, then 0.4·0.5. A: 0.75, then 1.
    #expect(figures.staffing.map(\.region) == ["11", "53"])
    #expect(near(figures.staffing[0].used[0], 0.6) && near(figures.staffing[0].used[1], 0.2))
    #expect(near(figures.staffing[1].used[0], 0.75) && near(figures.staffing[1].used[1], 1))
    #expect(figures.staffing[0].available == nil)
    #expect(near(figures.services[0].used[1], 75) && figures.services[0].capacity == [50, 75])
  }

  @Test func `the cliff is what recurs in the last year beyond the lasting means`() {
    var made = made
    // 2 at A, 0.8 + 0.25 at B, against 2.5.
    #expect(near(figures(of: made).afterHorizon.gap, 0.55))
    made.scenario.ownFunds = OwnFundsRule(
      affordable: SizedAmount(fixed: .euros(1_000)), share: .whole)
    made.scenario.sustainability = SustainabilityRule(
      isHard: false, ownShare: Share(clamping: 0.25))
    // A quarter of 1 k€ at each of the two.
    #expect(near(figures(of: made).afterHorizon.ownMeans, 0.5))
    #expect(near(figures(of: made).afterHorizon.gap, 0.05))
    // 25 units of service at 10 € more.
    made.addService()
    #expect(near(figures(of: made).afterHorizon.need, 3.3))
  }

  @Test func `money up to a floor was not free to move`() {
    var made = made
    #expect(figures(of: made).freedom.share == 1 && figures(of: made).receivers == 2)
    made.scenario.vehicles[0].floor = .init(.sized(.init(fixed: .euros(4_000))), per: .horizon)
    // 4 of the 13 k€ at A, 4 of the 5 at B.
    #expect(near(figures(of: made).freedom.share, 10.0 / 18))
    made.scenario.fairness.noWorseThan = ["B": .euros(5_000)]
    #expect(near(figures(of: made).freedom.share, 9.0 / 18))
  }
}
