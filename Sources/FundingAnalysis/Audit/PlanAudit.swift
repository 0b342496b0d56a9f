// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingModel

/// Checks a plan against every rule of its scenario, outside the program and the solver.
///
/// The rules are read a second time from `docs/model.md` §2–5; nothing here knows the program. A
/// rule with terms a₁…aₙ and limit b is broken where it fails by more than 1e-6·max(1, Σ|aᵢ| + |b|)
/// in the unit of the row: thousands of euros for money, shares for deployment and coverage,
/// full-time equivalents for staff, units for services.
///
/// In whole euros (carry-over in cents), envelopes, ceilings, claims and carry-over hold exactly, each vehicle's lines of a year
/// add up to its spending (as far as envelopes and ceilings in whole euros let them), and every line
/// is its exact amount within one euro. Any other rule of money therefore holds in whole euros
/// within one euro per line.
public enum PlanAudit {
  /// Relative tolerance of exact values.
  static let tolerance = 1e-6

  /// Checks a plan.
  ///
  /// - Parameters:
  ///   - scenario: The scenario the plan belongs to.
  ///   - plan: The exact plan.
  ///   - allocation: The same plan's money in whole euros.
  ///   - levelValues: Value claimed for each goal level of the scenario at this plan, in their
  ///     order and unit (`docs/model.md` §5); `nil` or a shorter list leaves levels unchecked. The
  ///     plan must be worth at least what is claimed.
  ///   - wholeSteps: Whether each increment must be a whole step (`docs/model.md` §7).
  /// - Returns: Every rule that does not hold; empty for a valid plan. Where the plan does not fit
  ///   the scenario at all, only that is told.
  public static func check(
    scenario: Scenario, plan: Plan, allocation: Allocation, levelValues: [Double?] = [],
    wholeSteps: Bool = false
  ) -> [Violation] {
    let reading = ScenarioReading(scenario)
    var ledger = AuditLedger(scenario, pots: reading.pots)
    AuditInputs.check(reading, &ledger)
    AuditShape.check(reading, plan, allocation, &ledger)
    guard ledger.violations.isEmpty else { return ledger.violations }
    let evidence = AuditEvidence(reading, plan, allocation)
    AuditDeployment.check(evidence, &ledger)
    if wholeSteps { AuditWholeSteps.check(evidence, &ledger) }
    AuditPopulation.check(evidence, &ledger)
    AuditStructure.check(evidence, &ledger)
    AuditLockedYears.check(evidence, &ledger)
    AuditNeeds.check(evidence, &ledger)
    AuditLimits.check(evidence, &ledger)
    AuditClaims.check(evidence, &ledger)
    AuditResults.check(evidence, &ledger)
    AuditVehicles.check(evidence, &ledger)
    AuditGroups.check(evidence, &ledger)
    AuditServices.check(evidence, &ledger)
    AuditWholeEuros.check(evidence, &ledger)
    AuditGoals.check(evidence, levelValues, &ledger)
    return ledger.violations
  }

  /// What a plan is worth in each goal level of its scenario, in their order and unit.
  ///
  /// - Parameters:
  ///   - scenario: The scenario the plan belongs to.
  ///   - plan: A plan that fits the scenario: one without violations.
  ///   - allocation: The same plan's money in whole euros.
  /// - Returns: One value per level.
  public static func levelValues(
    scenario: Scenario, plan: Plan, allocation: Allocation
  ) -> [Double] {
    let evidence = AuditEvidence(ScenarioReading(scenario), plan, allocation)
    return scenario.goals.map { AuditGoals.worth(of: $0, evidence).value }
  }
}
