// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import FundingModel
import GLPKSolver
import LinearProgramming

/// Holds a decomposition to the whole solve, level by level.
enum Agreement {
  /// What is wrong with the outcome of a decomposition, in sentences; none means that every level
  /// has the optimum of the whole solve with a feasible point and a bound that proves it, or ended
  /// as the whole solve does.
  static func complaints(
    about outcome: OrderedOutcome, _ program: LinearProgram, _ levels: [ObjectiveLevel]
  ) throws -> [String] {
    var complaints: [String] = []
    if outcome.isComplete != (outcome.last.termination == .optimal) {
      complaints.append("complete or not, it ended as \(outcome.last.termination)")
    }
    for (number, level) in outcome.levels.enumerated() {
      let seen = Support.program(program, levels, outcome, atLevel: number)
      let whole = try whole(seen, levels[number].objective)
      complaints += self.complaints(about: level, whole).map { "\(level.name): \($0)" }
    }
    if outcome.last.termination == .infeasible {
      if outcome.best != nil { complaints.append("gives a point of an infeasible program") }
      if let complaint = complaint(about: outcome.last, proving: program) {
        complaints.append(complaint)
      }
    }
    return complaints
  }

  /// The whole solve; where the presolver leaves open which kind of hopeless it is, without one.
  static func whole(_ program: LinearProgram, _ objective: Objective) throws -> SolverResult {
    var options = SolverOptions()
    let result = try GLPKSolver().solve(program, for: objective, options: options)
    guard result.termination == .infeasibleOrUnbounded else { return result }
    options.presolve = false
    return try GLPKSolver().solve(program, for: objective, options: options)
  }

  private static func complaints(about level: LevelOutcome, _ whole: SolverResult) -> [String] {
    guard level.termination == whole.termination else {
      return ["\(level.termination) (\(level.detail)), the whole \(whole.termination)"]
    }
    guard let optimum = whole.objectiveValue, whole.termination == .optimal else { return [] }
    guard let value = level.value, let bound = level.bestBound else { return ["has no bound"] }
    var complaints: [String] = []
    if Support.relativeDifference(value, optimum) > Tolerance.sameOptimum {
      complaints.append("\(value), the whole \(optimum)")
    }
    let sign = level.sense == .minimize ? 1.0 : -1.0
    if sign * (bound - optimum) > 1e-7 * max(1, abs(optimum)) {
      complaints.append("the bound \(bound) crosses the optimum \(optimum)")
    }
    if level.optimality?.isFeasible != true {
      complaints.append("its point is not feasible: \(level.optimality?.complaint ?? "")")
    }
    if (level.gap ?? .infinity) > 1e-6 { complaints.append("its gap is \(level.gap ?? .nan)") }
    return complaints
  }

  /// A proof need not come, but one that comes must prove.
  private static func complaint(
    about result: SolverResult, proving program: LinearProgram
  ) -> String? {
    guard result.dualStatus == .certificate else { return nil }
    let strength = program.farkasStrength(of: result.rowDuals) ?? 0
    return strength > Tolerance.certificate ? nil : "its proof has the strength \(strength)"
  }

  /// Solves a study and says what is wrong with it.
  static func complaints(
    about scenario: Scenario, rehearses: Bool = false
  ) throws -> [String] {
    let formulation = try Formulation.compile(scenario)
    let outcome = try Support.solve(
      formulation.program, formulation.levels, rehearses: rehearses)
    return try complaints(about: outcome, formulation.program, formulation.levels)
  }
}
