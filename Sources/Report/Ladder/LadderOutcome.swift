// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingAnalysis
public import FundingModel
import LinearProgramming

/// A plan on one step of a ladder, with what it is worth.
public struct Rung: Sendable {
  /// How far its solve came.
  public let status: PlanStatus
  /// Goals with the values reached.
  public let goals: [GoalOutcome]
  /// NIS coverage by class and year.
  public let coverage: [ClassCoverage]
  /// Public money paid, euros.
  public let publicEuros: Double
  /// Public money of each beneficiary over the horizon, in whole cents, by its position.
  public let received: [Money]
  /// Shares of the measures in place at the end of the horizon, by beneficiary, then measure.
  public let deployed: [Double]

  /// Takes what is told of a plan.
  public init(_ outcome: PlanOutcome) {
    status = outcome.status
    goals = outcome.goals
    coverage = outcome.figures.classes
    publicEuros = outcome.figures.years.reduce(0) { $0 + $1.paid.euros }
    var thousands = [Double](repeating: 0, count: outcome.scenario.beneficiaries.count)
    for grant in outcome.plan.grants { thousands[grant.beneficiary] += grant.thousands }
    // Rounded down, so that keeping them asks for nothing that was not there.
    received = thousands.map { Money(cents: Int64(($0 * 100_000 + 1e-3).rounded(.down))) }
    let (scenario, last) = (outcome.scenario, outcome.scenario.horizon.count - 1)
    let figures = BeneficiaryFigures(scenario: scenario, plan: outcome.plan)
    deployed = scenario.beneficiaries.indices.flatMap { e in
      scenario.measures.indices.map { figures.deployed(e, $0, year: last) }
    }
  }
}

/// One budget of a ladder: the best plan, and the best one in which nobody gets less than one step
/// below.
public struct LadderStep: Sendable {
  /// Share of the study's money.
  public let share: Double
  /// Public money that the step counts on, euros.
  public let countedEuros: Double
  /// The optimum that promises nothing.
  public let free: Rung
  /// The optimum that keeps the promise.
  public let kept: Rung
  /// Beneficiaries that get less in the free optimum of this step than in that of the step below;
  /// none on the first step.
  public let freeLosers: [Int]

  /// Creates a step.
  public init(
    share: Double, countedEuros: Double, free: Rung, kept: Rung, freeLosers: [Int]
  ) {
    self.share = share
    self.countedEuros = countedEuros
    self.free = free
    self.kept = kept
    self.freeLosers = freeLosers
  }

  /// What the promise costs at a goal level, in the unit of the goal: positive where it is worse.
  ///
  /// Only the first level can be no better than free: what it loses may help a later one.
  public func cost(at level: Int) -> Double {
    let (free, kept) = (free.goals[level], kept.goals[level])
    return free.sense == .minimize ? kept.value - free.value : free.value - kept.value
  }
}

/// A ladder of budgets on which nobody loses from one step to the next.
public struct LadderOutcome: Sendable {
  /// The study.
  public let study: Scenario
  /// The one vehicle whose money changes; `nil`: all.
  public let vehicle: VehicleID?
  /// The steps, from the smallest budget.
  public let steps: [LadderStep]

  /// Creates an outcome.
  public init(study: Scenario, vehicle: VehicleID?, steps: [LadderStep]) {
    self.study = study
    self.vehicle = vehicle
    self.steps = steps
  }

  /// Whether every plan was solved to a proven optimum.
  public var isProven: Bool {
    steps.allSatisfy { $0.free.status == .optimal && $0.kept.status == .optimal }
  }
}
