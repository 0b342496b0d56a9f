// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// The coupling rows over shares of whole points of blocks: what the best mixture of them costs,
/// and what the rows are worth there.
struct WholeMaster {
  /// A whole point of a block.
  struct Candidate: Sendable {
    /// One value per column of the block.
    let point: [Double]
    /// What it costs.
    let cost: Double
    /// Coupling rows that it uses, with what it uses.
    let rows: [Int32]
    let values: [Double]
  }

  /// What a mixture of the candidates reaches.
  struct Mixture {
    /// Prices of coupling rows.
    var prices: [Double]
    /// Share of each candidate, block by block.
    var shares: [[Double]]
    /// Values of the free columns.
    var free: [Double]
  }

  private let program: LinearProgram
  private let blocks: WholeBlocks
  private let costs: [Double]
  private let solver: any Solver
  private(set) var candidates: [[Candidate]]
  /// Block and number of each candidate, in the order in which they came: columns keep their place.
  private var order: [(block: Int, number: Int)] = []
  private var basis: Basis?

  init(_ state: WholeState, costs: [Double], solver: any Solver) {
    program = state.program
    blocks = state.blocks
    self.costs = costs
    self.solver = solver
    candidates = [[Candidate]](repeating: [], count: blocks.columns.count)
  }

  /// Adds a point of a block unless it is there.
  mutating func add(_ block: Int, _ point: [Double]) {
    guard !candidates[block].contains(where: { $0.point == point }) else { return }
    var cost = 0.0
    var used: [Int32: Double] = [:]
    for (column, value) in zip(blocks.columns[block], point) where value != 0 {
      cost += costs[Int(column)] * value
      for (row, coefficient) in blocks.entries(of: Int(column)) {
        used[row, default: 0] += coefficient * value
      }
    }
    let rows = used.keys.sorted()
    candidates[block].append(
      Candidate(point: point, cost: cost, rows: rows, values: rows.map { used[$0] ?? 0 }))
    order.append((block, candidates[block].count - 1))
  }

  /// Solves for the best mixture at prices within a box; `nil` where the solver has none.
  ///
  /// A few whole points say little of prices far from those they were found at: breaking a row costs
  /// what the edge of the box says.
  ///
  /// - Parameters:
  ///   - centre: Prices in the middle of the box.
  ///   - radius: Distance of the edges.
  ///   - shouldStop: Asked now and then.
  /// - Returns: The mixture.
  /// - Throws: As the solver does.
  mutating func solve(
    around centre: [Double], radius: [Double], shouldStop: @escaping @Sendable () -> Bool
  ) throws -> Mixture? {
    var builder = LinearProgramBuilder(name: "whole points")
    var objective: [Double] = []
    var terms = [[(Int, Double)]](repeating: [], count: blocks.coupling.count)
    for column in blocks.free {
      for (row, value) in blocks.entries(of: Int(column)) {
        terms[Int(row)].append((objective.count, value))
      }
      _ = builder.addColumn(
        named: "", lower: program.columnLower[Int(column)],
        upper: program.columnUpper[Int(column)])
      objective.append(costs[Int(column)])
    }
    for row in blocks.coupling.indices {
      for sign in [1.0, -1.0] {
        terms[row].append((objective.count, sign))
        _ = builder.addColumn(named: "")
        objective.append(sign * (centre[row] + sign * radius[row]))
      }
    }
    let first = objective.count
    for (block, number) in order {
      let candidate = candidates[block][number]
      for (row, value) in zip(candidate.rows, candidate.values) {
        terms[Int(row)].append((objective.count, value))
      }
      _ = builder.addColumn(named: "")
      objective.append(candidate.cost)
    }
    for (place, row) in blocks.coupling.enumerated() {
      for (column, value) in terms[place] { builder.add(value, Variable(column)) }
      builder.closeRow(
        named: "", lower: program.rowLower[Int(row)], upper: program.rowUpper[Int(row)])
    }
    var members = [[Int]](repeating: [], count: candidates.count)
    for (place, entry) in order.enumerated() { members[entry.block].append(first + place) }
    for columns in members {
      for column in columns { builder.add(1, Variable(column)) }
      builder.closeRow(named: "", lower: 1, upper: 1)
    }
    var options = SolverOptions()
    options.shouldStop = shouldStop
    if var basis {
      basis.columns += [BasisStatus](
        repeating: .atLower, count: objective.count - basis.columns.count)
      options.start = basis
    }
    let answer = try solver.solve(
      builder.build(),
      for: Objective(name: "mixture", sense: .minimize, coefficients: objective),
      options: options)
    guard answer.termination == .optimal, answer.rowDuals.count >= blocks.coupling.count else {
      return nil
    }
    basis = answer.basis
    var shares = candidates.map { [Double](repeating: 0, count: $0.count) }
    for (place, entry) in order.enumerated() {
      shares[entry.block][entry.number] = answer.primal[first + place]
    }
    return Mixture(
      prices: Array(answer.rowDuals.prefix(blocks.coupling.count)), shares: shares,
      free: Array(answer.primal.prefix(blocks.free.count)))
  }
}
