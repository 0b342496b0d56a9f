// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Tables as they may be published: rounded so that they add up, without what would tell of single
/// units.
public struct Publication: Sendable {
  /// The true tables.
  public let tables: LinkedTables
  /// The rule.
  public let rule: DisclosureRule
  /// What is published of each cell; `nil` where withheld.
  public let amounts: [Int?]
  /// Most by which a published amount differs from the true one, a multiple of the base.
  public let rounding: Int
  /// What is withheld, by cell, with what can be deduced of it.
  public let withheld: [Withholding]

  /// Prepares tables, and attacks the result.
  ///
  /// - Parameters:
  ///   - tables: the tables.
  ///   - rule: what must not be told.
  ///   - solver: solves the programs.
  ///   - checkpoint: called between programs; may throw to stop.
  /// - Throws: what the solver and `checkpoint` throw, and ``DisclosureFailure``; ``LeakingCell`` where a
  ///   withheld cell can be known nearer than the rule allows.
  public init(
    _ tables: LinkedTables, rule: DisclosureRule, solver: any Solver,
    checkpoint: () throws -> Void = {}
  ) throws {
    let rounded = try ControlledRounding(tables: tables, base: rule.base, solver: solver).rounded()
    let farthest = zip(rounded, tables.cells).map { abs($0 - $1.amount) }.max() ?? 0
    // Whole numbers that are not rounded are known as they are; for others, the base at least is said.
    let steps = (farthest + rule.base - 1) / rule.base
    let rounding = rule.base == 1 && steps == 0 ? 0 : max(1, steps) * rule.base
    try checkpoint()
    let reasons = try Suppression(
      tables: tables, rule: rule, rounded: rounded, rounding: Double(rounding), solver: solver
    ).chosen()
    let amounts = rounded.enumerated().map { reasons[$0] == nil ? $1 : nil }
    let attack = TableAttack(tables, published: amounts, rounding: Double(rounding))
    withheld = try reasons.sorted { $0.key < $1.key }.map { cell, reason in
      try checkpoint()
      let range = try attack.range(of: cell, solver: solver)
      let amount = Double(tables.cells[cell].amount)
      let distance = rule.distance(of: tables.cells[cell], reason)
      // A solver's own tolerance, in amounts of this size.
      let tolerance = 1e-6 * max(1, amount)
      guard range.upperBound >= amount + distance - tolerance,
        range.lowerBound <= max(0, amount - distance) + tolerance
      else { throw LeakingCell(cell: cell) }
      return Withholding(cell: cell, reason: reason, deducible: range)
    }
    self.tables = tables
    self.rule = rule
    self.amounts = amounts
    self.rounding = rounding
  }
}

/// A withheld cell that can be known nearer than the rule allows: nothing may be published.
public struct LeakingCell: Error, Sendable {
  /// Position of the cell.
  public let cell: Int
}
