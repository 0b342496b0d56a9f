// SPDX-License-Identifier: GPL-3.0-or-later

import FundingFormulation
import LinearProgramming
import Synchronization
import Testing

/// Says stop from its k-th call on, and counts its calls.
private final class StopAtCall: Sendable {
  private let calls = Mutex(0)
  private let limit: Int

  init(_ limit: Int) { self.limit = limit }

  var count: Int { calls.withLock { $0 } }

  func ask() -> Bool {
    calls.withLock { calls in
      calls += 1
      return calls >= limit
    }
  }
}

@Suite struct `A decomposition that is stopped` {
  /// Solves and stops at the k-th question.
  private func stopped(
    _ formulation: Formulation, at call: Int, rehearses: Bool
  ) throws -> (outcome: OrderedOutcome, calls: Int) {
    let stop = StopAtCall(call)
    var options = SolverOptions()
    options.shouldStop = { stop.ask() }
    let outcome = try Support.solve(
      formulation.program, formulation.levels, threads: 1, rehearses: rehearses, options: options)
    return (outcome, stop.count)
  }

  /// What is wrong with an outcome that was stopped; `whole` is the outcome without a stop.
  private func complaints(
    _ outcome: OrderedOutcome, _ formulation: Formulation, _ whole: OrderedOutcome
  ) -> [String] {
    var complaints: [String] = []
    // Stopped when the last gap had just been closed, it may be complete.
    let isComplete =
      outcome.last.termination == .optimal && outcome.levels.count == whole.levels.count
    if outcome.last.termination != .interrupted, !isComplete {
      complaints.append("ended as \(outcome.last.termination): \(outcome.last.detail)")
    }
    if outcome.isComplete != isComplete { complaints.append("complete, or not") }
    if let best = outcome.best {
      let report = OptimalityReport(
        outcome.program, formulation.levels[0].objective,
        SolverResult(termination: .interrupted, primal: best.primal))
      if !report.isFeasible { complaints.append("its point breaks \(report.complaint)") }
    }
    for (level, other) in zip(outcome.levels, whole.levels) {
      guard let optimum = other.value, let bound = level.bestBound else { continue }
      if level.termination == .optimal,
        Support.relativeDifference(level.value ?? .nan, optimum) > Tolerance.sameOptimum
      {
        complaints.append("\(level.name) has another optimum")
      }
      let sign = level.sense == .minimize ? 1.0 : -1.0
      if sign * (bound - optimum) > 1e-6 * max(1, abs(optimum)) {
        complaints.append("the bound \(bound) of \(level.name) crosses \(optimum)")
      }
    }
    return complaints
  }

  /// Seeds 7601…7603; questions 1…20, then every level's share of the rest.
  @Test(arguments: Support.seeds(7601, 3), [false, true])
  func `says so wherever it was, and what it gives is feasible`(
    seed: UInt64, rehearses: Bool
  ) throws {
    let formulation = try Support.formulation(seed: seed, beneficiaries: 10)
    let (whole, calls) = try stopped(formulation, at: .max, rehearses: rehearses)
    #expect(whole.isComplete, "seed \(seed): \(whole.last.detail)")
    #expect(calls > 40, "seed \(seed)")
    var withPoint = 0
    var deepest = 0
    for call in Array(1...20) + Array(stride(from: 21, through: calls, by: max(1, calls / 30))) {
      let outcome = try stopped(formulation, at: call, rehearses: rehearses).outcome
      let complaints = complaints(outcome, formulation, whole)
      #expect(complaints.isEmpty, "seed \(seed), question \(call) of \(calls): \(complaints)")
      if outcome.best != nil { withPoint += 1 }
      deepest = max(deepest, outcome.levels.count)
    }
    // The questions reach into the last level, and many come after the first point.
    #expect(withPoint > 10, "seed \(seed)")
    #expect(deepest == formulation.levels.count, "seed \(seed)")
  }

  @Test(arguments: [false, true])
  func `before it began gives nothing, by time or memory as well`(rehearses: Bool) throws {
    let formulation = try Support.formulation(seed: 7602, beneficiaries: 10)
    var time = SolverOptions()
    time.timeLimit = 0
    var memory = SolverOptions()
    memory.memoryLimit = 1
    for (options, reason) in [(time, TerminationStatus.timeLimit), (memory, .memoryLimit)] {
      let outcome = try Support.solve(
        formulation.program, formulation.levels, rehearses: rehearses, options: options)
      #expect(outcome.last.termination == reason)
      let hasPoint = outcome.best != nil
      #expect(!hasPoint && !outcome.last.detail.isEmpty)
      #expect(outcome.levels.count == 1 && outcome.levels[0].value == nil)
    }
  }
}
