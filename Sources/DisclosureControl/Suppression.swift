// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming

/// Chooses further cells to withhold, so that totals do not give back those that must be.
///
/// For each withheld cell and each side, the cheapest other amounts are sought under which the cell is
/// as far away as it must be (the linear relaxation of Fischetti and Salazar, 2001): published cells
/// that would have to change are withheld too. Whoever sees what is left cannot tell these amounts
/// from the true ones.
struct Suppression {
  /// Cost of withholding a total, relative to a cell inside a table; of the total of all: its square.
  private static let total = 1_000.0
  /// Change below which a cell is taken to stay, in units of the base.
  private static let nothing = 1e-6

  let tables: LinkedTables
  let rule: DisclosureRule
  /// What would be published of each cell.
  let rounded: [Int]
  /// Most by which it differs from the true amount.
  let rounding: Double
  let solver: any Solver

  /// - Returns: Reasons to withhold, by cell.
  /// - Throws: What the solver throws, and ``DisclosureFailure``.
  func chosen() throws -> [Int: Withholding.Reason] {
    var withheld: [Int: Withholding.Reason] = [:]
    for (position, cell) in tables.cells.enumerated() {
      if let reason = rule.reason(to: cell) { withheld[position] = reason }
    }
    var open = withheld.keys.sorted {
      (-tables.cells[$0].amount, $0) < (-tables.cells[$1].amount, $1)
    }
    var witnesses: [[Double]] = []
    while let cell = open.first {
      open.removeFirst()
      for side in [1.0, -1.0] {
        guard let reason = withheld[cell],
          let goal = goal(cell, reason, side),
          !witnesses.contains(where: { side * sum(cell, $0) >= side * goal - Self.nothing })
        else { continue }
        let amounts = try others(cell, side, goal, withheld)
        for (position, other) in tables.cells.enumerated() where withheld[position] == nil {
          let change = abs(sum(other, amounts) - Double(rounded[position])) - rounding
          guard change > Self.nothing * Double(rule.base) else { continue }
          withheld[position] = .complementary
          open.append(position)
        }
        witnesses.append(amounts)
      }
    }
    return withheld
  }

  /// How far the cell must be able to be on a side; `nil` where it is already at the end.
  private func goal(_ cell: Int, _ reason: Withholding.Reason, _ side: Double) -> Double? {
    let amount = Double(tables.cells[cell].amount)
    let goal = amount + side * rule.distance(of: tables.cells[cell], reason)
    return side > 0 || amount > 0 ? max(0, goal) : nil
  }

  private func sum(_ cell: Int, _ amounts: [Double]) -> Double { sum(tables.cells[cell], amounts) }

  private func sum(_ cell: LinkedTables.Cell, _ amounts: [Double]) -> Double {
    cell.base.reduce(0) { $0 + amounts[Int($1)] }
  }

  /// Amounts of the base cells that put the cell at a goal and change as little as may be of what is
  /// still published.
  private func others(
    _ cell: Int, _ side: Double, _ goal: Double, _ withheld: [Int: Withholding.Reason]
  ) throws -> [Double] {
    // In units of the base, so that a solver has amounts of one size.
    let unit = Double(rule.base)
    var builder = LinearProgramBuilder(name: "suppression")
    for column in 0..<tables.baseCount { _ = builder.addColumn(named: "x\(column)") }
    var costs = [Double](repeating: 0, count: tables.baseCount)
    for (position, other) in tables.cells.enumerated() {
      if position == cell {
        for column in other.base { builder.add(1, Variable(Int(column))) }
        builder.closeRow(
          named: "goal", lower: side > 0 ? goal / unit : -.infinity,
          upper: side > 0 ? .infinity : goal / unit)
      }
      guard withheld[position] == nil else { continue }
      for column in other.base { builder.add(1, Variable(Int(column))) }
      for sign in [1.0, -1.0] {
        builder.add(sign, builder.addColumn(named: "d\(position)_\(sign > 0 ? "less" : "more")"))
        costs.append(cost(of: other))
      }
      builder.closeRow(
        named: "c\(position)", lower: (Double(rounded[position]) - rounding) / unit,
        upper: (Double(rounded[position]) + rounding) / unit)
    }
    let result = try solver.solve(
      builder.build(),
      for: Objective(name: "withheld", sense: .minimize, coefficients: costs), options: .init())
    guard result.termination == .optimal else { throw DisclosureFailure(result.termination) }
    return result.primal.prefix(tables.baseCount).map { max(0, $0) * unit }
  }

  private func cost(of cell: LinkedTables.Cell) -> Double {
    let size = 1 + Double(cell.amount) / Double(rule.base)
    return (0..<cell.rank).reduce(1 + size.squareRoot()) { cost, _ in cost * Self.total }
  }
}
