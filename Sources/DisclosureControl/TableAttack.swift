// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// What somebody can deduce of cells that are not told, from all that is: published amounts, how far
/// they are rounded, what adds up to what, which combinations have units, and that nothing is below 0.
public struct TableAttack: Sendable {
  /// Published amounts; `nil` where withheld.
  public let published: [Int?]
  /// Most by which a published amount differs from the true one.
  public let rounding: Double

  private let tables: LinkedTables
  /// What amounts are counted in, so that the solver has numbers of one size.
  private let unit: Double
  /// Columns are base cells, rows what is published.
  private let program: LinearProgram

  /// Creates an attack on what is published of tables.
  public init(_ tables: LinkedTables, published: [Int?], rounding: Double) {
    self.tables = tables
    self.published = published
    self.rounding = rounding
    unit = max(1, rounding)
    program = Self.program(tables, published, rounding, unit)
  }

  /// Least and most that a cell may be.
  ///
  /// - Parameters:
  ///   - cell: position of the cell.
  ///   - solver: solves the two programs.
  /// - Returns: the range; without an upper end it goes to infinity.
  /// - Throws: what the solver throws, and ``DisclosureFailure``.
  public func range(of cell: Int, solver: any Solver) throws -> ClosedRange<Double> {
    var ends: [Double] = []
    for sense in [Sense.minimize, .maximize] {
      var costs = [Double](repeating: 0, count: program.columnCount)
      for column in tables.cells[cell].base { costs[Int(column)] = 1 }
      let result = try solver.solve(
        program, for: Objective(name: "cell", sense: sense, coefficients: costs), options: .init())
      switch result.termination {
      case .optimal: ends.append((result.objectiveValue ?? .nan) * unit)
      // True amounts are a solution, so that the program is not infeasible.
      case .unbounded, .infeasibleOrUnbounded: ends.append(.infinity)
      default: throw DisclosureFailure(result.termination)
      }
    }
    guard ends[0] <= ends[1] else { throw DisclosureFailure(.numericalError) }
    return max(0, ends[0])...ends[1]
  }

  private static func program(
    _ tables: LinkedTables, _ published: [Int?], _ rounding: Double, _ unit: Double
  ) -> LinearProgram {
    var builder = LinearProgramBuilder(name: "attack")
    for column in 0..<tables.baseCount { _ = builder.addColumn(named: "x\(column)") }
    for (position, amount) in published.enumerated() {
      guard let amount else { continue }
      for column in tables.cells[position].base { builder.add(1, Variable(Int(column))) }
      builder.closeRow(
        named: "c\(position)", lower: (Double(amount) - rounding) / unit,
        upper: (Double(amount) + rounding) / unit)
    }
    return builder.build()
  }
}
