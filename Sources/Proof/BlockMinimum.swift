// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// What one block costs at least at given costs.
struct BlockMinimum: Sendable {
  /// The bound that the prices of its rows prove.
  let sum: ExactSum
  /// A column, by its number in the whole program, that leaves nothing proven.
  let obstacle: Int?
  /// How far the solver's point lies above the bound; `nil` where the solver has no optimum.
  let slack: Double?

  /// Minimises a block from nothing, and believes only the prices.
  ///
  /// - Parameters:
  ///   - program: The whole program.
  ///   - columns: Columns of the block.
  ///   - rows: Local rows of the block.
  ///   - position: Position of each column in its block.
  ///   - reach: Bounds that every feasible point keeps.
  ///   - costs: Costs of all columns, less prices times coefficients.
  ///   - precision: Distance from the optimum that is close enough.
  ///   - solver: Minimises the block.
  /// - Throws: As the solver does.
  init(
    _ program: LinearProgram, columns: [Int32], rows: [Int32], position: [Int32],
    reach: ReachableBounds, costs: [ExactSum], precision: Double, solver: any Solver
  ) throws {
    let small = SmallProgram(
      rowLower: rows.map { program.rowLower[Int($0)] },
      rowUpper: rows.map { program.rowUpper[Int($0)] },
      columnLower: columns.map { reach.lower[Int($0)] },
      columnUpper: columns.map { reach.upper[Int($0)] },
      rows: rows.map { row in
        program.entries(of: Int(row)).map { entry in
          (Int(position[Int(program.columnIndex[entry])]), program.coefficient[entry])
        }
      })
    let own = columns.map { costs[Int($0)] }
    let values = own.map(\.value)
    // The columns' own bounds come first; those that follow from the whole program are for wrong
    // prices, at which the block may have no optimum of its own.
    var answer = try Self.minimised(
      small, values, lower: columns.map { program.columnLower[Int($0)] },
      upper: columns.map { program.columnUpper[Int($0)] }, solver)
    if answer.termination != .optimal {
      answer = try Self.minimised(
        small, values, lower: small.columnLower, upper: small.columnUpper, solver)
    }
    // Whatever the solver says of its answer, its prices prove what they prove; and no prices prove
    // something as well.
    var dual = WeakDual(small, costs: own, prices: answer.rowDuals)
    dual.repair()
    var slack: Double?
    if answer.primal.count == columns.count, answer.primal.allSatisfy(\.isFinite) {
      slack = try dual.refine(at: answer.primal, to: precision, solver)
    }
    let proven = dual.bound()
    sum = proven.sum
    obstacle = proven.obstacle.map { Int(columns[$0]) }
    self.slack = slack
  }

  /// The solver's answer.
  fileprivate static func minimised(
    _ program: SmallProgram, _ costs: [Double], lower: [Double], upper: [Double],
    _ solver: any Solver
  ) throws -> SolverResult {
    var builder = LinearProgramBuilder(name: "block")
    let variables = zip(lower, upper).map { builder.addColumn(named: "", lower: $0, upper: $1) }
    for (row, entries) in program.rows.enumerated() {
      for (column, value) in entries { builder.add(value, variables[column]) }
      builder.closeRow(
        named: "", lower: program.rowLower[row], upper: program.rowUpper[row])
    }
    var options = SolverOptions()
    // Reduced costs of a wrong sign cost their size times the reach of the column.
    options.dualTolerance = 1e-9
    return try solver.solve(
      builder.build(),
      for: Objective(name: "block", sense: .minimize, coefficients: costs), options: options)
  }
}

extension WeakDual {
  /// Rounding of a solver's prices, relative to the greatest term of a reduced cost.
  private static let noise = 1e-8
  private static let mostRounds = 3

  /// Gives prices the digits that a solver cannot: its errors are what the next solve minimises.
  ///
  /// Where costs are 1e11, prices that are right to the last bit leave reduced costs of 1e-5 where
  /// there should be none, and these times the reach of their columns spoil the bound. So rows with
  /// a price are held where they are, and columns with a true reduced cost too; the rest is minimised
  /// for what is left of the reduced costs, which is small and hence exact (iterative refinement for
  /// linear programs, after Gleixner, Steffy and Wolter 2016).
  ///
  /// - Parameters:
  ///   - point: The solver's point; it decides when to stop and nothing else.
  ///   - precision: Distance from the optimum that is close enough.
  ///   - solver: Minimises.
  /// - Returns: The distance reached.
  /// - Throws: As the solver does.
  mutating func refine(
    at point: [Double], to precision: Double, _ solver: any Solver
  ) throws -> Double {
    let slack = slack(at: point)
    // A solver's point breaks rows by its tolerance, so that the distance may also come out below 0.
    guard abs(slack) > precision else { return slack }
    var gained = 0.0
    for _ in 0..<Self.mostRounds {
      guard let better = try refined(at: point, solver) else { break }
      var gain = better.bound().sum
      gain.add(bound().sum, times: -1)
      guard gain.value > 0 else { break }
      self = better
      gained += gain.value
      if gain.value <= precision { break }
    }
    return slack - gained
  }

  /// Prices corrected once; `nil` where nothing is left to correct.
  ///
  /// Steps from the point are minimised instead of points: no step at all keeps every row, also
  /// where the point itself does so within a tolerance only.
  private func refined(at point: [Double], _ solver: any Solver) throws -> WeakDual? {
    var dual = self
    dual.dropNoise(below: Self.noise)
    var costs = dual.reduced.map(\.value)
    var lower = zip(program.columnLower, point).map { min(0, $0 - $1) }
    var upper = zip(program.columnUpper, point).map { max(0, $0 - $1) }
    for column in costs.indices where abs(costs[column]) > Self.noise * dual.greatest[column] {
      (lower[column], upper[column], costs[column]) = (0, 0, 0)
    }
    let size = costs.reduce(0) { max($0, abs($1)) }
    guard size > 0 else { return nil }
    let activities = program.activities(at: point)
    var rowLower = zip(program.rowLower, activities).map { min(0, $0 - $1) }
    var rowUpper = zip(program.rowUpper, activities).map { max(0, $0 - $1) }
    for (row, price) in dual.prices.enumerated() where price.value != 0 {
      (rowLower[row], rowUpper[row]) = (0, 0)
    }
    let answer = try BlockMinimum.minimised(
      SmallProgram(
        rowLower: rowLower, rowUpper: rowUpper, columnLower: lower, columnUpper: upper,
        rows: program.rows),
      costs.map { $0 / size }, lower: lower, upper: upper, solver)
    guard answer.rowDuals.count == program.rows.count else { return nil }
    dual.add(answer.rowDuals.map { $0 * size })
    dual.repair()
    return dual
  }
}
