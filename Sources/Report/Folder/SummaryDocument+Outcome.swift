// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming

extension SummaryDocument {
  /// The summary of an outcome.
  public init(_ outcome: PlanOutcome) {
    let scenario = outcome.scenario
    let figures = outcome.figures
    title = scenario.title
    layers = outcome.study.layers
    firstYear = scenario.horizon.first.number
    lastYear = scenario.horizon.last.number
    status = outcome.status
    gap = outcome.relativeGap
    counts = Counts(
      beneficiaries: scenario.beneficiaries.count, receivers: figures.receivers,
      measures: scenario.measures.count, vehicles: scenario.vehicles.count,
      objectives: scenario.objectives.count, parameters: outcome.study.parameters.count,
      assumptions: outcome.study.assumptions.count)
    goals = outcome.goals.map { GoalEntry($0) }
    whole = outcome.whole
    tieBreak = outcome.tieBreak
    years = figures.years.map { YearEntry($0, figures.losses, first: scenario.horizon.first) }
    vehicles = scenario.vehicles.indices.map { VehicleEntry($0, scenario, figures) }
    coverage = figures.classes.map { CoverageEntry($0) }
    losses = Losses(figures.losses)
    let after = figures.afterHorizon
    afterHorizon = AfterHorizonEntry(
      needEurosPerYear: after.need * 1000, vehicleMeansEurosPerYear: after.vehicleMeans * 1000,
      ownMeansEurosPerYear: after.ownMeans * 1000, gapEurosPerYear: after.gap * 1000)
    freedom = FreedomEntry(
      paidEuros: figures.freedom.paid.euros, fixedByFloorsEuros: figures.freedom.fixed.euros,
      freeShare: figures.freedom.share)
    measures = figures.measures.map { entry in
      MeasureEntry(
        measure: scenario.measures[entry.measure].id.rawValue,
        title: scenario.measures[entry.measure].title, beneficiaries: entry.beneficiaries,
        beforeShare: entry.before, deployedShares: entry.years, complete: entry.complete)
    }
    staff = figures.staffing.map {
      StaffEntry(region: $0.region.rawValue, usedFte: $0.used, availableFte: $0.available)
    }
    binding = outcome.bindingRules.map(\.rowName)
    scope = scenario.scope
    program = outcome.size
  }
}

extension PlanOutcome {
  /// Rules across beneficiaries at whose bound the plan stands, each once, in the rows' order.
  ///
  /// Equations are left out: they always hold. ``RulePrice/levelIndex`` is that of the first level.
  public var bindingRules: [RulePrice] {
    var seen: Set<String> = []
    return prices.filter { price in
      price.isBinding && price.rule.family.role == .coupling && price.rule.family != .minimum
        && seen.insert(price.rowName).inserted
    }
  }
}

extension SummaryDocument.GoalEntry {
  fileprivate init(_ goal: GoalOutcome) {
    level = goal.name
    sense = goal.sense
    value = goal.value
    bound = goal.bestBound
    gap = goal.relativeGap
    tolerance = goal.tolerance
    unit = GoalUnit.name(goal.name)
    termination = goal.termination
  }
}

extension SummaryDocument.YearEntry {
  fileprivate init(_ money: YearMoney, _ losses: LossFigures, first: Year) {
    year = first.number + money.year
    countedEuros = money.counted.euros
    securedEuros = money.secured.euros
    paidEuros = money.paid.euros
    paidToBeneficiariesEuros = money.paidToBeneficiaries.euros
    paidForServicesEuros = money.paidForServices.euros
    lapsedEuros = money.lapsed.euros
    ownEuros = money.own.euros
    avoidedLossEuros = losses.avoided[money.year] * 1000
    avoidedLossInProgramEuros = losses.avoidedBySecants[money.year] * 1000
    residualLossEuros = losses.residual[money.year] * 1000
  }
}

extension SummaryDocument.VehicleEntry {
  fileprivate init(_ position: Int, _ scenario: Scenario, _ figures: PlanFigures) {
    let entries = figures.years.indices.map { figures.money(of: position, in: $0) }
    func sum(_ amount: (VehicleYear) -> Money) -> Double {
      entries.reduce(Money.zero) { $0 + amount($1) }.euros
    }
    vehicle = scenario.vehicles[position].id.rawValue
    title = scenario.vehicles[position].title
    countedEuros = sum(\.counted)
    securedEuros = sum(\.secured)
    paidEuros = sum(\.paid)
    lapsedEuros = sum(\.lapsed)
    paidByYearEuros = entries.map(\.paid.euros)
  }
}

extension SummaryDocument.CoverageEntry {
  fileprivate init(_ entry: ClassCoverage) {
    nisClass = entry.nisClass.rawValue
    beneficiaries = entry.beneficiaries
    beforeShare = entry.before
    coverageShares = entry.years.map(\.coverage)
    targetShares = entry.years.map(\.target)
    shortfallShares = entry.years.map(\.shortfall)
    belowTarget = entry.years.map(\.belowTarget)
  }
}

extension SummaryDocument.Losses {
  fileprivate init(_ losses: LossFigures) {
    withoutMeasuresEurosPerYear = losses.withoutMeasures * 1000
    avoidedBeforeEurosPerYear = losses.avoidedBefore * 1000
    avoidableEurosPerYear = losses.avoidable * 1000
    avoidedEuros = losses.avoided.reduce(0, +) * 1000
    discountedAvoidedEuros = losses.discountedAvoided * 1000
    errorShare = losses.errorShare
    worstErrorShare = losses.worstErrorShare
  }
}
