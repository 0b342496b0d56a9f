// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

extension WholeStepsRun {
  /// Solves all levels with the steps fixed.
  mutating func finished() throws -> WholeStepsOutcome {
    guard let point else { return outcome }
    var fixed = program
    for column in steps.indices where steps[column] > 0 {
      let value = steps[column] * point[column]
      fixed.setBounds(Variable(column), lower: value, upper: value)
    }
    outcome.taken = steps.indices.count { steps[$0] > 0 && point[$0] > 0.5 }
    let plan = try solve.engine.optimise(
      fixed, inOrder: levels, options: remaining, onLevel: onLevel)
    guard plan.best != nil else {
      _ = stop(stopReason ?? plan.last.termination)
      return outcome
    }
    outcome.plan = plan
    outcome.ending = plan.isComplete ? .found : .stopped
    return outcome
  }

  /// Ends where the tightened program has no proven optimum; always `false`.
  mutating func end(with bound: OrderedOutcome) -> Bool {
    switch bound.last.termination {
    case .infeasible, .infeasibleOrUnbounded:
      if point != nil { return stop(.numericalError) }
      outcome.ending = .impossible
    default:
      return stop(bound.last.termination)
    }
    return false
  }

  /// Ends with the point found so far, if any; always `false`.
  mutating func stop(_ reason: TerminationStatus) -> Bool {
    outcome.ending = .stopped
    outcome.bounds = boundsOutcome
    var result = SolverResult(termination: reason == .optimal ? .interrupted : reason)
    result.detail = "The search for whole steps was stopped."
    guard let point else {
      outcome.plan.last = result
      return false
    }
    outcome.taken = steps.indices.count { steps[$0] > 0 && point[$0] > 0.5 }
    result.primal = point.indices.map { steps[$0] > 0 ? steps[$0] * point[$0] : point[$0] }
    result.primalStatus = .feasible
    result.objectiveValue = levels[0].objective.value(at: result.primal)
    let level = LevelOutcome(program, levels[0].objective, result, seconds: elapsed)
    let isFeasible = level.optimality?.isFeasible ?? false
    outcome.plan = OrderedOutcome(
      levels: [level], of: levels, last: result, best: isFeasible ? result : nil,
      program: program, rowCount: program.rowCount)
    return false
  }
}

extension TerminationStatus {
  /// Whether a limit or the user ended the solve.
  var isLimit: Bool {
    [.interrupted, .timeLimit, .memoryLimit, .iterationLimit, .objectiveLimit].contains(self)
  }
}
