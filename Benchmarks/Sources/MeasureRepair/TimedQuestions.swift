// SPDX-License-Identifier: GPL-3.0-or-later

import LinearProgramming
import Measuring

/// An engine that prints how long each solve of its sessions takes.
struct TimedQuestions: Engine {
  let engine: any Engine

  var identity: String { engine.identity }

  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    try engine.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
  }

  func makeSession() -> any EngineSession { TimedSession(session: engine.makeSession()) }
}

private final class TimedSession: EngineSession {
  private let session: any EngineSession
  private var number = 0

  init(session: any EngineSession) { self.session = session }

  func optimise(
    _ program: LinearProgram, inOrder levels: [ObjectiveLevel], options: SolverOptions,
    onLevel: (@Sendable (Int, String) -> Void)?
  ) throws -> OrderedOutcome {
    number += 1
    let (outcome, taken) = try seconds {
      try session.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
    }
    let objective = levels.last?.objective.coefficients ?? []
    let priced = objective.count { $0 != 0 }
    let bounded = program.columnUpper.count { $0.isFinite }
    let isWhether = options.decisionValue != nil ? "whether" : "how much"
    emit(
      "  \(number): \(isWhether), \(priced) slacks priced, \(bounded) columns bounded:",
      "\(outcome.last.termination) at \(short(outcome.levels.last?.value ?? .nan)),",
      "bound \(short(outcome.levels.last?.bestBound ?? .nan)),",
      "\(outcome.last.iterations) rounds, \(short(taken, "s"))")
    return outcome
  }
}
