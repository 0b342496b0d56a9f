// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
public import LinearProgramming

/// A rule that has to give way for a plan to exist, and by how much.
public struct BrokenRule: Sendable, Hashable {
  /// Name of the row, for example `envelope[care-d1,2027]`.
  public var rowName: String
  /// Family of the row.
  public var family: Family
  /// How far it is broken, in the unit of the family (k€, share, FTE or units).
  public var amount: Double
  /// Whether the row is missed from below (`true`) or exceeded (`false`).
  public var isShortfall: Bool

  /// Creates a broken rule.
  public init(rowName: String, family: Family, amount: Double, isShortfall: Bool) {
    self.rowName = rowName
    self.family = family
    self.amount = amount
    self.isShortfall = isShortfall
  }
}

/// Says which rules cannot hold together.
public enum ConflictingRules {
  /// Rules a person wrote.
  ///
  /// Identities and definitions hold always.
  private static let negotiable: Set<Family> = [
    .ceiling, .floor, .entitlement, .oneClaim, .rate, .bandDrop, .bandRise, .ownFunds, .coverage,
    .noWorse, .envelope,
    .sustainability, .territoryFloor, .territoryCeiling, .staffing, .massive, .pilotShare,
    .ratioCap,
  ]

  /// The rules broken in the plan that breaks rules least.
  ///
  /// Each row counts relative to the size of its bound, so that a euro and a share weigh alike.
  ///
  /// - Parameters:
  ///   - formulation: An infeasible program.
  ///   - engine: What solves the loosened program.
  ///   - options: Limits of the solve.
  /// - Returns: Broken rules, the widest relative breach first; `nil` where even breaking every
  ///   negotiable rule leaves no plan, or a limit was reached.
  /// - Throws: What the engine throws.
  public static func find(
    in formulation: Formulation, with engine: any Engine, options: SolverOptions
  ) throws -> [BrokenRule]? {
    let program = formulation.program
    let elastic = ElasticProgram(program) { row in
      guard let family = Family(rowName: program.rowNames[row]), negotiable.contains(family)
      else { return nil }
      let bounds = [program.rowLower[row], program.rowUpper[row]].filter(\.isFinite)
      return 1 / max(1, bounds.map(abs).max() ?? 1)
    }
    let outcome = try engine.optimise(
      elastic.program, inOrder: [ObjectiveLevel(objective: elastic.objective)], options: options,
      onLevel: nil)
    guard outcome.isComplete, let result = outcome.best else { return nil }
    return elastic.slacks.compactMap { slack -> (rule: BrokenRule, breach: Double)? in
      let amount = result.primal[slack.column.position]
      let name = program.rowNames[slack.row.position]
      guard amount > Tolerance.feasibility, let family = Family(rowName: name) else { return nil }
      let rule = BrokenRule(
        rowName: name, family: family, amount: amount, isShortfall: slack.isShortfall)
      return (rule, amount * slack.weight)
    }
    .sorted { ($0.breach, $1.rule.rowName) > ($1.breach, $0.rule.rowName) }
    .map(\.rule)
  }
}
