// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Rounds the cells of linked tables to multiples of a base so that every table still adds up.
///
/// Controlled rounding as a flow (Cox and Ernst, 1982): in one table, cells lead from rows to columns,
/// and each may take the multiple below or above it. The bounds are whole and the rows of the program
/// are those of a network, so that a vertex is whole. Tables are rounded one after the other; what one
/// has settled holds for the next, whose cells may then move by one multiple more where they have to.
struct ControlledRounding {
  /// Cost of moving a cell one multiple further than its neighbours, in multiples.
  private static let further = 10.0

  let tables: LinkedTables
  let base: Int
  let solver: any Solver

  /// - Returns: For each cell a multiple of the base.
  /// - Throws: What the solver throws, and ``DisclosureFailure`` where it ends without an optimum.
  func rounded() throws -> [Int] {
    var known = [Int?](repeating: nil, count: tables.cells.count)
    for table in tables.tables { try round(table, &known) }
    return known.map { ($0 ?? 0) * base }
  }

  private func round(_ table: LinkedTables.Table, _ known: inout [Int?]) throws {
    var builder = LinearProgramBuilder(name: "rounding")
    var costs: [Double] = []
    var flows: [Int: Flow] = [:]
    for case let cell? in table.cells.joined() where flows[cell] == nil {
      flows[cell] = flow(cell, known[cell], &builder, &costs)
    }
    /// One total, and the cells that add up to it.
    func addUp(_ cells: [Int?], to total: Int?, name: String) {
      guard let total, let sum = flows[total] else { return }
      var constant = -Double(sum.below)
      for part in sum.parts { builder.add(-part.sign, part.column) }
      for case let cell? in cells {
        guard let flow = flows[cell] else { continue }
        constant += Double(flow.below)
        for part in flow.parts { builder.add(part.sign, part.column) }
      }
      builder.closeRow(named: name, lower: -constant, upper: -constant)
    }
    let width = table.cells[0].count
    for (number, row) in table.cells.enumerated() {
      addUp(row.dropLast(), to: row[width - 1], name: "row\(number)")
    }
    // The totals of the rows add up by the row of totals already.
    for column in 0..<width - 1 {
      addUp(
        table.cells.dropLast().map { $0[column] }, to: table.cells[table.cells.count - 1][column],
        name: "column\(column)")
    }
    let result = try solver.solve(
      builder.build(),
      for: Objective(name: "distance", sense: .minimize, coefficients: costs), options: .init())
    guard result.termination == .optimal else { throw DisclosureFailure(result.termination) }
    for (cell, flow) in flows { known[cell] = flow.value(at: result.primal) }
  }

  /// A cell: the multiple below it, and columns that move it up and down.
  private struct Flow {
    var below: Int
    var parts: [(column: Variable, sign: Double)] = []

    func value(at point: [Double]) -> Int {
      below
        + parts.reduce(0) { $0 + Int(($1.sign * point[$1.column.position]).rounded()) }
    }
  }

  private func flow(
    _ cell: Int, _ known: Int?, _ builder: inout LinearProgramBuilder, _ costs: inout [Double]
  ) -> Flow {
    if let known { return Flow(below: known) }
    let amount = tables.cells[cell].amount
    let below = amount / base
    let rest = Double(amount % base) / Double(base)
    var flow = Flow(below: below)
    func add(upTo most: Double, sign: Double, cost: Double) {
      let column = builder.addColumn(named: "c\(cell)_\(flow.parts.count)", upper: most)
      costs.append(cost)
      flow.parts.append((column, sign))
    }
    if rest > 0 { add(upTo: 1, sign: 1, cost: 1 - 2 * rest) }
    add(upTo: .infinity, sign: 1, cost: Self.further)
    if below > 0 { add(upTo: Double(below), sign: -1, cost: Self.further) }
    return flow
  }
}

/// Why tables could not be prepared for publication.
public struct DisclosureFailure: Error, Sendable {
  /// How the solver ended.
  public let termination: TerminationStatus

  init(_ termination: TerminationStatus) { self.termination = termination }
}
