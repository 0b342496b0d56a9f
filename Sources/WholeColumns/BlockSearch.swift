// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// Minimises a small program with whole steps by branch and cut, up to a number of nodes.
///
/// A time limit would make the answer depend on the machine.
struct BlockSearch: Sendable {
  /// What came of a search.
  struct Outcome {
    /// Value of the best point with whole steps; ∞ where none was found.
    var value = Double.infinity
    /// The point; empty where none was found.
    var point: [Double] = []
    /// What no point with whole steps is below; ∞ where there is none.
    var bound = -Double.infinity
    /// Whether nothing is better than ``value``, but for the gap asked for.
    var isComplete = false
  }

  let solver: any Solver
  /// Relative gap at which a search ends.
  var gap = 0.0
  /// Most nodes.
  var mostNodes: Int
  let shouldStop: @Sendable () -> Bool

  /// Searches.
  ///
  /// - Parameters:
  ///   - program: The program; its integer columns take 0 or 1.
  ///   - costs: Costs of its columns, to be minimised.
  /// - Returns: The best point and the bound.
  /// - Throws: As the solver does.
  func minimise(_ program: LinearProgram, _ costs: [Double]) throws -> Outcome {
    var options = SolverOptions()
    options.integerGap = gap
    options.iterationLimit = mostNodes
    options.shouldStop = shouldStop
    let objective = Objective(name: "block", sense: .minimize, coefficients: costs)
    let answer = try solver.solve(program, for: objective, options: options)
    var outcome = Outcome()
    if let bound = answer.bestBound { outcome.bound = bound }
    switch answer.termination {
    case .optimal: outcome.isComplete = true
    case .infeasible, .infeasibleOrUnbounded:
      outcome.isComplete = true
      outcome.bound = .infinity
      return outcome
    default: break
    }
    guard answer.primalStatus == .feasible else { return outcome }
    // Steps are near whole numbers only: the rest follows from steps that are.
    var fixed = program
    fixed.relax()
    for column in program.columnDomain.indices where program.columnDomain[column] == .integer {
      let value = answer.primal[column].rounded()
      fixed.setBounds(Variable(column), lower: value, upper: value)
    }
    options.iterationLimit = nil
    let exact = try solver.solve(fixed, for: objective, options: options)
    guard exact.termination == .optimal, let value = exact.objectiveValue else { return outcome }
    outcome.value = value
    outcome.point = exact.primal
    for column in program.columnDomain.indices where program.columnDomain[column] == .integer {
      outcome.point[column] = answer.primal[column].rounded()
    }
    return outcome
  }
}
