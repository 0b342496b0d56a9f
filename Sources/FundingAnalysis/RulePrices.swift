// SPDX-License-Identifier: GPL-3.0-or-later

public import FundingFormulation
import LinearProgramming

/// Draws the prices of rules from the row duals of solved goal levels.
public enum RulePrices {
  /// Prices below this, relative to the largest of the level and unit, are solver noise.
  private static let noise = 1e-9

  /// Families of rules a person wrote about one beneficiary; identities and definitions are left out.
  private static let localRules: Set<Family> = [
    .ceiling, .floor, .entitlement, .oneClaim, .rate, .bandDrop, .bandRise, .ownFunds, .results,
    .noWorse,
  ]

  /// Rules across beneficiaries (all of them), and rules of one beneficiary that have a price.
  ///
  /// Left out are the tie-break, which is in no unit, and the bookkeeping families (`spend`,
  /// `service_capacity`, `service_build`, `service_run`).
  ///
  /// - Parameters:
  ///   - formulation: The program.
  ///   - point: The plan as a point of the program, one value per column.
  ///   - levels: Duals of each solved level, in order.
  /// - Returns: Prices by level, then by row. Equal inputs give equal lists.
  public static func list(
    of formulation: Formulation, at point: [Double], levels: [LevelPrices]
  ) -> [RulePrice] {
    let rows = candidates(formulation)
    let activities = rows.map { activity(of: $0.row, in: formulation.program, at: point) }
    var ordered: [[Double]] = []
    var result: [RulePrice] = []
    for (position, level) in levels.enumerated() {
      guard !level.duals.isEmpty else {
        ordered.append(Array(repeating: 0, count: rows.count))
        continue
      }
      let chained = rows.map { candidate in
        chain(
          level, candidate.row, formulation.program.rowCount,
          earlier: ordered.map { $0[candidate.position] })
      }
      ordered.append(chained)
      guard level.name != "tie_break" else { continue }
      let floor = largest(level, rows) * noise
      for (candidate, activity) in zip(rows, activities) {
        let price = level.duals[candidate.row]
        let isPriced = abs(price) > floor
        guard candidate.rule.family.role == .coupling || isPriced else { continue }
        result.append(
          priced(
            candidate, level: (level.name, position), activity: activity,
            price: isPriced ? price : 0,
            inOrder: abs(chained[candidate.position]) > floor ? chained[candidate.position] : 0,
            formulation.program))
      }
    }
    return result
  }

  private struct Candidate {
    var row: Int
    /// Position in the list of candidates.
    var position: Int
    var rule: RuleName
  }

  private static func candidates(_ formulation: Formulation) -> [Candidate] {
    let program = formulation.program
    var result: [Candidate] = []
    for row in 0..<program.rowCount {
      let isCoupling = program.rowRole[row] == .coupling
      let name = program.rowNames[row]
      guard let family = Family(rowName: name), isCoupling || localRules.contains(family),
        ![.spend, .serviceCapacity, .serviceBuild, .serviceRun].contains(family),
        let rule = RuleName(name, of: formulation.scenario)
      else { continue }
      result.append(Candidate(row: row, position: result.count, rule: rule))
    }
    return result
  }

  /// Dual of the row plus what the earlier goals, reached anew, change here.
  ///
  /// The tolerances of the earlier goals are left out.
  private static func chain(
    _ level: LevelPrices, _ row: Int, _ rowCount: Int, earlier: [Double]
  ) -> Double {
    zip(level.duals.dropFirst(rowCount), earlier).reduce(level.duals[row]) { $0 + $1.0 * $1.1 }
  }

  private static func largest(_ level: LevelPrices, _ rows: [Candidate]) -> Double {
    rows.reduce(0) { max($0, abs(level.duals[$1.row])) }
  }

  private static func activity(
    of row: Int, in program: LinearProgram, at point: [Double]
  ) -> Double {
    program.entries(of: row).reduce(0) {
      $0 + program.coefficient[$1] * point[Int(program.columnIndex[$1])]
    }
  }

  private static func priced(
    _ candidate: Candidate, level: (name: String, index: Int), activity: Double, price: Double,
    inOrder: Double, _ program: LinearProgram
  ) -> RulePrice {
    let lower = program.rowLower[candidate.row]
    let upper = program.rowUpper[candidate.row]
    let isNearerUpper = upper.isFinite && (!lower.isFinite || upper - activity <= activity - lower)
    let bound = isNearerUpper ? upper : lower
    let slack = lower == upper ? 0 : max(0, isNearerUpper ? upper - activity : activity - lower)
    let scale = max(1, bound.isFinite ? abs(bound) : 0, abs(activity))
    return RulePrice(
      rowName: program.rowNames[candidate.row], rule: candidate.rule, level: level.name,
      levelIndex: level.index, price: price, priceInOrder: inOrder,
      unit: RuleUnit(candidate.rule.family), activity: activity, bound: bound, slack: slack,
      isBinding: slack <= Tolerance.feasibility * scale)
  }
}
