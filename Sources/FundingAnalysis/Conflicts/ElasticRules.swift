// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import LinearProgramming

/// A program in which every rule that a person wrote may give way at a price.
///
/// How far a row is broken is counted relative to its reach (what it allows or asks for at most), so
/// that a thousand euros and a share weigh alike.
struct ElasticRules: Sendable {
  /// The rules, in the order in which the program names them first.
  let rules: [WrittenRule]
  /// The loosened program.
  let elastic: ElasticProgram
  /// Position of the rule of each slack.
  let ruleOfSlack: [Int]
  /// Number of rows of each rule.
  let rowCounts: [Int]
  /// Whether rows of a rule concern one beneficiary each, so that its slacks stand in blocks.
  let isInBlocks: [Bool]

  /// Loosens a program.
  ///
  /// - Parameters:
  ///   - formulation: The program.
  ///   - kept: Rules that may not give way.
  init(_ formulation: Formulation, keeping kept: (WrittenRule) -> Bool) {
    let program = formulation.program
    var rules: [WrittenRule] = []
    var positions: [WrittenRule: Int] = [:]
    var rowCounts: [Int] = []
    var isInBlocks: [Bool] = []
    var ruleOfRow = [Int](repeating: -1, count: program.rowCount)
    for row in 0..<program.rowCount {
      guard let name = RuleName(program.rowNames[row], of: formulation.scenario),
        let rule = WrittenRule(name), !kept(rule)
      else { continue }
      let position = positions[rule] ?? rules.count
      if position == rules.count {
        positions[rule] = position
        rules.append(rule)
        rowCounts.append(0)
        isInBlocks.append(false)
      }
      rowCounts[position] += 1
      if program.rowRole[row] == .local { isInBlocks[position] = true }
      ruleOfRow[row] = position
    }
    let reach = RowReach(formulation)
    elastic = ElasticProgram(program) { row in
      ruleOfRow[row] < 0 ? nil : 1 / reach.of(row)
    }
    self.rules = rules
    self.rowCounts = rowCounts
    self.isInBlocks = isInBlocks
    ruleOfSlack = elastic.slacks.map { ruleOfRow[$0.row.position] }
  }

  /// Least breach of the rules, each row times what its rule is worth.
  ///
  /// - Parameter worth: Cost of breaking a row of a rule by its reach; 0 lets the rule give way
  ///   freely.
  /// - Returns: An objective of the loosened program.
  func objective(_ worth: (Int) -> Double) -> Objective {
    var coefficients = [Double](repeating: 0, count: elastic.program.columnCount)
    for (slack, rule) in zip(elastic.slacks, ruleOfSlack) {
      coefficients[slack.column.position] = slack.weight * worth(rule)
    }
    return Objective(name: "broken_rules", sense: .minimize, coefficients: coefficients)
  }

  /// Sum of the relative breaches of the rows of a rule at a point.
  func total(of rule: Int, at point: [Double]) -> Double {
    zip(elastic.slacks, ruleOfSlack).reduce(0) { sum, next in
      next.1 == rule ? sum + point[next.0.column.position] * next.0.weight : sum
    }
  }

  /// Largest relative breach of each rule at a point.
  func breaches(at point: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: rules.count)
    for (slack, rule) in zip(elastic.slacks, ruleOfSlack) {
      result[rule] = max(result[rule], point[slack.column.position] * slack.weight)
    }
    return result
  }
}

/// What a row allows or asks for at most, in its own unit: the size against which a breach counts.
private struct RowReach {
  private let program: LinearProgram
  private let reachOfColumn: [Double]

  init(_ formulation: Formulation) {
    program = formulation.program
    var reach = program.columnUpper.map { $0.isFinite ? $0 : 0 }
    // What a vehicle spends has no bound of its own: its envelope limits it.
    for row in 0..<program.rowCount where program.rowUpper[row].isFinite {
      guard Family(rowName: program.rowNames[row]) == .envelope else { continue }
      for entry in program.entries(of: row) where program.coefficient[entry] > 0 {
        let column = Int(program.columnIndex[entry])
        reach[column] = max(reach[column], program.rowUpper[row])
      }
    }
    reachOfColumn = reach
  }

  /// - Returns: At least a thousand euros, or a hundredth of anything else: rows that allow less would
  ///   cost so much that a solver has no digits left for the others.
  func of(_ row: Int) -> Double {
    let family = Family(rowName: program.rowNames[row])
    var most = family.map(RuleUnit.init) == .thousandEuros ? 1 : 1e-2
    for bound in [program.rowLower[row], program.rowUpper[row]] where bound.isFinite {
      most = max(most, abs(bound))
    }
    var allowing = 0.0
    var asking = 0.0
    for entry in program.entries(of: row) {
      let part = program.coefficient[entry] * reachOfColumn[Int(program.columnIndex[entry])]
      if part > 0 { allowing += part } else { asking -= part }
    }
    return max(most, min(allowing, asking) > 0 ? min(allowing, asking) : max(allowing, asking))
  }
}
