// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// Programs that keep a solver busy long enough to be stopped.
public enum HardPrograms {
  /// A packing program with a dense matrix of random coefficients: simplex takes thousands of
  /// iterations, each on a dense basis.
  ///
  /// - Parameters:
  ///   - rows: Number of rows.
  ///   - columns: Number of columns.
  ///   - seed: Seed of the coefficients.
  /// - Returns: The program, which is feasible and bounded, and its objective.
  public static func densePacking(
    rows: Int, columns: Int, seed: UInt64
  ) -> (LinearProgram, Objective) {
    var random = SeededGenerator(seed: seed)
    var builder = LinearProgramBuilder(name: "dense packing")
    builder.reserve(columns: columns, rows: rows, nonzeros: rows * columns)
    let variables = (0..<columns).map { builder.addColumn(named: "x[\($0)]") }
    for row in 0..<rows {
      for variable in variables {
        builder.add(1 + Double(random.next() % 1000) / 1000, variable)
      }
      builder.closeRow(named: "row[\(row)]", upper: 1000 + Double(random.next() % 100))
    }
    let costs = variables.map { _ in 1 + Double(random.next() % 1000) / 1000 }
    return (
      builder.build(), Objective(name: "value", sense: .maximize, coefficients: costs)
    )
  }

  /// A market split problem (Cornuéjols and Dawande 1999): tiny, and out of reach of branch and
  /// cut.
  ///
  /// - Parameter seed: Seed of the coefficients.
  /// - Returns: The program and its objective, the sum of the misses.
  public static func marketSplit(seed: UInt64) -> (LinearProgram, Objective) {
    var random = SeededGenerator(seed: seed)
    var builder = LinearProgramBuilder(name: "market split")
    let retailers = (0..<40).map {
      builder.addColumn(named: "retailer[\($0)]", upper: 1, domain: .integer)
    }
    var costs = [Double](repeating: 0, count: retailers.count)
    for product in 0..<5 {
      var sum = 0.0
      for retailer in retailers {
        let demand = Double(random.next() % 100)
        sum += demand
        builder.add(demand, retailer)
      }
      for (name, sign) in [("missing", 1.0), ("excess", -1.0)] {
        builder.add(sign, builder.addColumn(named: "\(name)[\(product)]"))
        costs.append(1)
      }
      let half = (sum / 2).rounded(.down)
      builder.closeRow(named: "product[\(product)]", lower: half, upper: half)
    }
    return (
      builder.build(), Objective(name: "misses", sense: .minimize, coefficients: costs)
    )
  }
}
