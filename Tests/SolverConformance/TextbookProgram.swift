// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// A small program whose outcome is known.
public struct TextbookProgram: Sendable, CustomStringConvertible {
  /// Name of the example.
  public var name: String
  /// Where it is found.
  public var source: String
  /// The program.
  public var program: LinearProgram
  /// What is optimised.
  public var objective: Objective
  /// How a solver must end.
  public var termination: TerminationStatus
  /// The optimum, where there is one.
  public var optimum: Double?

  /// The name, for test reports.
  public var description: String { name }

  /// One column: name, lower bound, cost, upper bound, domain.
  public struct Column: Sendable {
    var name: String
    var lower = 0.0
    var upper = Double.infinity
    var cost = 0.0
    var domain = Domain.continuous

    static func free(_ name: String, _ cost: Double) -> Column {
      Column(name: name, lower: -.infinity, cost: cost)
    }

    static func integer(
      _ name: String, _ cost: Double, upTo upper: Double = .infinity
    ) -> Column {
      Column(name: name, upper: upper, cost: cost, domain: .integer)
    }
  }

  /// One row, dense.
  public struct Row: Sendable {
    var lower = -Double.infinity
    var coefficients: [Double]
    var upper = Double.infinity

    static func atMost(_ bound: Double, _ coefficients: [Double]) -> Row {
      Row(coefficients: coefficients, upper: bound)
    }

    static func atLeast(_ bound: Double, _ coefficients: [Double]) -> Row {
      Row(lower: bound, coefficients: coefficients)
    }

    static func equal(_ bound: Double, _ coefficients: [Double]) -> Row {
      Row(lower: bound, coefficients: coefficients, upper: bound)
    }

    static func between(_ lower: Double, _ upper: Double, _ coefficients: [Double]) -> Row {
      Row(lower: lower, coefficients: coefficients, upper: upper)
    }
  }

  init(
    _ name: String, _ source: String, _ sense: Sense, _ columns: [Column], _ rows: [Row],
    constant: Double = 0, optimum: Double?, _ termination: TerminationStatus = .optimal
  ) {
    self.name = name
    self.source = source
    self.optimum = optimum
    self.termination = termination
    var builder = LinearProgramBuilder(name: name)
    let variables = columns.map {
      builder.addColumn(
        named: $0.name, lower: $0.lower, upper: $0.upper, domain: $0.domain)
    }
    for (position, row) in rows.enumerated() {
      for (variable, value) in zip(variables, row.coefficients) { builder.add(value, variable) }
      builder.closeRow(named: "row[\(position + 1)]", lower: row.lower, upper: row.upper)
    }
    program = builder.build()
    objective = Objective(
      name: "objective", sense: sense, coefficients: columns.map(\.cost), constant: constant)
  }
}

/// Columns with costs and no bounds but zero.
func columns(_ costs: [Double]) -> [TextbookProgram.Column] {
  costs.enumerated().map { .init(name: "x[\($0.offset + 1)]", cost: $0.element) }
}
