// SPDX-License-Identifier: GPL-3.0-or-later

import Decomposition
import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
import Report
import WholeColumns

/// What stands between a request and its optimum: whoever asks to stop, and the memory allowed.
struct WorkLimits {
  let request: PlanRequest
  let control: WorkControl
  let memory: MemoryWatch

  init(_ request: PlanRequest, _ control: WorkControl) {
    self.request = request
    self.control = control
    memory = MemoryWatch(limit: request.memoryLimit)
  }

  /// Options of the solve.
  var options: SolverOptions {
    var options = SolverOptions()
    options.timeLimit = request.timeLimit
    options.memoryLimit = request.memoryLimit
    options.threads = request.jobs
    options.shouldStop = control.shouldStop
    return options
  }

  /// Options of a solve whose progress is told.
  func options(followedBy follower: LevelFollower) -> SolverOptions {
    var options = options
    options.onProgress = { follower.report($0) }
    // Asked in the middle of rounds, too.
    options.shouldStop = { [shouldStop = control.shouldStop] in
      follower.tick()
      return shouldStop()
    }
    return options
  }

  /// That memory ran out, or would.
  ///
  /// - Parameter needed: Bytes that are known to be needed, where they are more than were used.
  /// - Returns: The failure to throw.
  func outOfMemory(needed: Int = 0) -> WorkFailure {
    .memoryLimit(limit: request.memoryLimit ?? 0, needed: max(needed, ProcessMemory.peak))
  }

  /// Ends the work before it is solved, where its program alone is too large.
  ///
  /// - Throws: ``WorkFailure/memoryLimit(limit:needed:)``.
  func refuseHopeless(_ program: LinearProgram) throws(WorkFailure) {
    guard let limit = request.memoryLimit else { return }
    // Whatever solves it holds a copy of its own.
    let needed = 2 * program.storedBytes
    if needed > limit || memory.isOver { throw outOfMemory(needed: needed) }
  }
}

extension Workbench {
  /// The program of a scenario, unless memory runs out or the user stops the work.
  func build(_ scenario: Scenario, _ limits: WorkLimits) throws -> Formulation {
    do {
      return try Formulation.compile(scenario) {
        limits.control.shouldStop() || limits.memory.isOver
      }
    } catch FormulationError.stopped {
      throw limits.memory.isOver
        ? limits.outOfMemory() : WorkFailure.stopped(.interrupted, level: "")
    } catch {
      throw Findings(FormulationFinding.finding(for: error))
    }
  }

  /// Solves a program as the request asks for.
  func solve(_ formulation: Formulation, _ limits: WorkLimits) throws -> SolvedPlan {
    guard limits.request.wholeSteps else {
      return SolvedPlan(plan: try optimise(formulation, limits))
    }
    let outcome = try guarded(formulation, limits) { options, onLevel in
      try wholeSteps.optimise(
        formulation.program, inOrder: formulation.levels, steps: formulation.wholeSteps,
        options: options, onLevel: onLevel)
    }
    switch outcome.ending {
    case .found: break
    case .impossible: throw WorkFailure.noWholeSteps(isProven: true)
    case .notFound: throw WorkFailure.noWholeSteps(isProven: false)
    case .linear, .stopped: try judge(outcome.plan, formulation, limits, explains: true)
    }
    return SolvedPlan(plan: outcome.plan, steps: outcome)
  }

  /// Solves a program; an answer without proof is one that may be shown as such.
  ///
  /// - Parameters:
  ///   - formulation: The program with its goals.
  ///   - limits: Limits of the work.
  ///   - session: What-ifs of which this is one; `nil`: it stands alone. Of one among many, rules in
  ///     conflict are not looked for and no file is written: both are for a plan of its own.
  /// - Returns: The outcomes of the levels.
  /// - Throws: `Findings` or ``WorkFailure`` where there is no plan that may be shown.
  func optimise(
    _ formulation: Formulation, _ limits: WorkLimits, in session: (any EngineSession)? = nil
  ) throws -> OrderedOutcome {
    let ordered = try guarded(formulation, limits, writesFaults: session == nil) {
      options, onLevel in
      let (program, levels) = (formulation.program, formulation.levels)
      return if let session {
        try session.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
      } else {
        try engine.optimise(program, inOrder: levels, options: options, onLevel: onLevel)
      }
    }
    if !ordered.isComplete { try judge(ordered, formulation, limits, explains: session == nil) }
    return ordered
  }

  /// Runs a solve that can be followed and stopped, and names its faults.
  private func guarded<Answer>(
    _ formulation: Formulation, _ limits: WorkLimits, writesFaults: Bool = true,
    _ solve: (SolverOptions, @escaping @Sendable (Int, String) -> Void) throws -> Answer
  ) throws -> Answer {
    let follower = LevelFollower(levels: formulation.levels.count, control: limits.control)
    do {
      return try solve(limits.options(followedBy: follower)) { follower.begin($0, $1) }
    } catch let invalid as InvalidProgram {
      throw Findings(FormulationFinding.finding(for: invalid))
    } catch let findings as Findings {
      throw findings
    } catch let fault as BlockFault where !fault.columns.isEmpty {
      throw WorkFailure.unsolvedBlock(
        UnsolvedBlock(
          fault, of: formulation.program,
          folder: writesFaults ? limits.request.faultFolder : nil))
    } catch {
      throw WorkFailure.solver(String(describing: error))
    }
  }

  /// Decides what an incomplete solve means; returns where a feasible plan may be shown as such.
  private func judge(
    _ ordered: OrderedOutcome, _ formulation: Formulation, _ limits: WorkLimits, explains: Bool
  ) throws {
    let level = ordered.levels.last?.name ?? ""
    switch ordered.last.termination {
    case .infeasible, .infeasibleOrUnbounded:
      guard explains else { throw WorkFailure.infeasible(formulation.scenario, nil) }
      throw infeasible(formulation, limits)
    case .unbounded:
      throw WorkFailure.unbounded(level: level)
    case .numericalError:
      guard ordered.best != nil else {
        throw WorkFailure.numericalTrouble(level: level, detail: ordered.last.detail)
      }
    case .memoryLimit:
      // Checking and writing a plan take memory too, of which there is none left.
      throw limits.outOfMemory()
    case .interrupted, .optimal, .iterationLimit, .timeLimit, .objectiveLimit:
      guard ordered.best != nil else {
        throw WorkFailure.stopped(ordered.last.termination, level: level)
      }
    }
  }

  /// That no plan obeys every rule, with the rules in conflict where they are found.
  func infeasible(_ formulation: Formulation, _ limits: WorkLimits) -> WorkFailure {
    .infeasible(
      formulation.scenario,
      Contradiction.find(
        in: formulation, with: engine, options: limits.options(seeking: Self.brokenRules)))
  }
}
