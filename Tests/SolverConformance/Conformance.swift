// SPDX-License-Identifier: GPL-3.0-or-later

public import LinearProgramming

/// What any solver must do.
///
/// The functions return what is wrong, in sentences; none means passed.
///
/// Optima are judged by optimality conditions, never by vertices: a degenerate program has several
/// right answers.
public enum Conformance {
  /// Solves a program and says what is wrong with the answer.
  public static func failures(
    of solver: any Solver, on example: TextbookProgram, options: SolverOptions
  ) throws -> [String] {
    let result = try solver.solve(example.program, for: example.objective, options: options)
    var failures: [String] = []
    if !accepts(result.termination, example.termination) {
      failures.append("ended as \(result.termination), not \(example.termination)")
    }
    if let optimum = example.optimum {
      failures += optimumFailures(result, example, optimum)
    } else {
      failures += hopelessFailures(result, example)
    }
    if result.detail.isEmpty { failures.append("says nothing of how it ended") }
    return failures.map { "\(example.name): \($0) (\(result.detail))" }
  }

  /// A presolver may leave open which of the two it is.
  private static func accepts(_ given: TerminationStatus, _ wanted: TerminationStatus) -> Bool {
    given == wanted || given == .infeasibleOrUnbounded && wanted != .optimal
  }

  private static func optimumFailures(
    _ result: SolverResult, _ example: TextbookProgram, _ optimum: Double
  ) -> [String] {
    var failures: [String] = []
    let scale = max(1, abs(optimum))
    guard let value = result.objectiveValue else { return ["has no objective value"] }
    if abs(value - optimum) > Tolerance.sameOptimum * scale {
      failures.append("reached \(value), not \(optimum)")
    }
    let report = OptimalityReport(example.program, example.objective, result)
    if !report.isFeasible { failures.append("is not feasible: \(report.complaint)") }
    let isInteger = example.program.columnDomain.contains(.integer)
    if !isInteger {
      if !report.isProvenOptimal { failures.append("is not proven: \(report.complaint)") }
      failures += reducedCostFailures(result, example)
      if result.dualStatus != .feasible { failures.append("says it has no prices") }
    }
    if let bound = result.bestBound, abs(bound - optimum) > Tolerance.sameOptimum * scale {
      failures.append("claims the bound \(bound)")
    }
    if result.primalStatus != .feasible { failures.append("says it has no point") }
    return failures
  }

  /// Reduced costs must be what costs and row duals make them, in the sense of the objective.
  private static func reducedCostFailures(
    _ result: SolverResult, _ example: TextbookProgram
  ) -> [String] {
    var expected = example.objective.coefficients
    for row in 0..<example.program.rowCount {
      for entry in example.program.entries(of: row) {
        expected[Int(example.program.columnIndex[entry])] -=
          example.program.coefficient[entry] * result.rowDuals[row]
      }
    }
    guard result.reducedCosts.count == expected.count else { return ["lacks reduced costs"] }
    return zip(expected, result.reducedCosts).enumerated().compactMap { position, pair in
      abs(pair.0 - pair.1) <= 1e-6 * max(1, abs(pair.0))
        ? nil : "reduced cost \(position) is \(pair.1), not \(pair.0)"
    }
  }

  private static func hopelessFailures(
    _ result: SolverResult, _ example: TextbookProgram
  ) -> [String] {
    var failures: [String] = []
    if result.termination == .infeasible, result.objectiveValue != nil {
      failures.append("gives an objective value for an infeasible program")
    }
    if result.dualStatus == .certificate {
      let strength = example.program.farkasStrength(of: result.rowDuals)
      if (strength ?? 0) <= Tolerance.certificate {
        failures.append("gives a proof that proves nothing: \(String(describing: strength))")
      }
    }
    if result.primalStatus == .certificate,
      !example.program.isUnboundedDirection(result.primal, for: example.objective)
    {
      failures.append("gives a direction that does not go on for ever")
    }
    return failures
  }

  /// Programs that no solver should see, each with the reason it must give.
  public static var refused: [(LinearProgram, Objective, InvalidProgram.Reason)] {
    func program(
      _ lower: Double, _ upper: Double, coefficient: Double = 1, rowUpper: Double = 1
    ) -> LinearProgram {
      var builder = LinearProgramBuilder(name: "bad")
      let column = builder.addColumn(named: "x", lower: lower, upper: upper)
      builder.add(coefficient, column)
      builder.closeRow(named: "row", upper: rowUpper)
      return builder.build()
    }
    func cost(_ values: [Double]) -> Objective {
      Objective(name: "cost", sense: .minimize, coefficients: values)
    }
    let fine = cost([1])
    return [
      (program(.nan, 1), fine, .notANumberBound), (program(0, .nan), fine, .notANumberBound),
      (program(.infinity, .infinity), fine, .notANumberBound),
      (program(0, 1, rowUpper: .nan), fine, .notANumberBound),
      (program(2, 1), fine, .crossedBounds),
      (program(0, 1, coefficient: .nan), fine, .nonFiniteCoefficient),
      (program(0, 1, coefficient: .infinity), fine, .nonFiniteCoefficient),
      (program(0, 1), cost([.nan]), .nonFiniteCost),
      (program(0, 1), cost([.infinity]), .nonFiniteCost),
      (program(0, 1), cost([]), .wrongLength),
    ]
  }
}
