// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
public import LinearProgramming

/// What the plan's prices prove of a beneficiary that would get no public money.
public struct WithoutMoney: Sendable, Hashable {
  /// Position of the first goal level that loses more by it than later goals may cost; `nil`: none
  /// does, at these prices.
  public let level: Int?
  /// By how much that goal changes at least, in its unit; infinite where the rules do not allow it.
  public let change: Double

  /// Whether the rules do not allow it.
  public var isImpossible: Bool { !change.isFinite }

  /// Creates a value.
  public init(level: Int?, change: Double) {
    self.level = level
    self.change = change
  }
}

extension AccountBook {
  /// What each goal loses at least where a beneficiary gets no public money.
  ///
  /// At the prices π of the rows across beneficiaries, no plan is better than Σ_b min_b(π), plus what
  /// the rows allow (weak duality). Without money for e only its own term changes: from the least of
  /// its program to the least with every grant to it at 0. The plan stands at the bound, so that the
  /// difference is what any plan without this money loses at least. Other prices that prove the plan
  /// might prove more: where nothing is lost, that holds at these prices.
  ///
  /// - Parameters:
  ///   - beneficiary: Position of the beneficiary.
  ///   - plan: The plan.
  ///   - pages: Prices of each goal level, by position.
  ///   - solver: Solves the program of the beneficiary.
  /// - Returns: The first goal that loses; `nil` where prices of a level are missing or the solver
  ///   found no optimum.
  /// - Throws: What the solver throws.
  public func withoutMoney(
    for beneficiary: Int, plan: ExplainedPlan, pages: (Int) -> Page?, solver: any Solver
  ) throws -> WithoutMoney? {
    let grants = formulation.objective(of: .grants(to: [beneficiary]), .minimize).coefficients
    var none: [Int: [Int: Double]] = [:]
    for column in grants.indices where grants[column] != 0 {
      let block = Int(blocks.components.ofColumn[column])
      guard block >= 0 else { return nil }
      none[block, default: [:]][column] = 0
    }
    for (position, level) in formulation.levels.enumerated()
    where level.objective.name != Goal.tieBreak.rawValue {
      guard let page = pages(position) else { return nil }
      var (loss, size) = (0.0, 1.0)
      for (block, upper) in none.sorted(by: { $0.key < $1.key }) {
        let lower = upper.filter { formulation.program.columnLower[$0.key] > 0 }
        guard lower.isEmpty else { return WithoutMoney(level: position, change: .infinity) }
        let best = try answer(block, page, solver)
        let without = try answer(block, page, upper: upper, solver)
        if without.termination == .infeasible {
          return WithoutMoney(level: position, change: .infinity)
        }
        guard best.termination == .optimal, without.termination == .optimal,
          let value = best.objectiveValue, let other = without.objectiveValue
        else { return nil }
        loss += abs(other - value)
        size = max(size, abs(value), abs(other))
      }
      // High prices of earlier goals leave fewer digits.
      if loss > plan.allowances[position] + Self.rounding * size {
        return WithoutMoney(level: position, change: page.sense == .maximize ? -loss : loss)
      }
    }
    return WithoutMoney(level: nil, change: 0)
  }

  /// Part of a block's value that may be rounding.
  private static let rounding = 1e-9
}
