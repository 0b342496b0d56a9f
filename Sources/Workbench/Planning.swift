// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import Foundation
import LinearProgramming
import Report

/// What to plan and how far to go.
public struct PlanRequest: Sendable {
  /// The study.
  public var study: StudyRequest
  /// Seconds after which the solve is stopped; `nil`: none.
  public var timeLimit: Double?
  /// Threads that solve; `nil`: as many as the machine has cores.
  ///
  /// The plan does not depend on it.
  public var jobs: Int?
  /// Bytes of memory that the whole process may hold; `nil`: no limit.
  public var memoryLimit: Int?
  /// Whether each step of a measure is taken whole or not at all; for a plan, not for what-ifs.
  public var wholeSteps = false
  /// Most rules of which it is looked for how far their price holds; `nil`: none.
  ///
  /// Not for whole steps, which have no prices.
  public var priceRanges: Int?
  /// Folder for what is written where a block cannot be solved (``UnsolvedBlock``).
  public var faultFolder = "."
  /// The command as it was typed, for the manifest.
  public var command: [String]

  /// Numbers of threads that may be asked for.
  public static let possibleJobs = 1...64

  /// Creates a request.
  public init(study: StudyRequest, timeLimit: Double? = nil, command: [String] = []) {
    self.study = study
    self.timeLimit = timeLimit
    self.command = command
  }
}

extension Workbench {
  /// Plans one scenario to a proven optimum and checks the plan outside the solver.
  ///
  /// Nothing is written; ``write(_:to:replacing:style:)`` does.
  ///
  /// - Parameters:
  ///   - request: What to plan.
  ///   - control: Progress and cancellation.
  /// - Returns: The plan with everything told about it, and warnings on the inputs.
  /// - Throws: `Findings` for faults of the inputs, ``WorkFailure`` for everything else.
  public func plan(
    _ request: PlanRequest, control: WorkControl = WorkControl()
  ) throws -> PlanResult {
    control.onProgress(.reading)
    return try plan(loaded(request.study), request, control: control)
  }

  /// Reads a study for a plan, with its files as they stand now.
  func loaded(_ request: StudyRequest) throws(Findings) -> LoadedStudy {
    let clock = Stopwatch()
    let (study, warnings) = try load(request)
    let inputs = try inputRecords(of: study)
    return LoadedStudy(study: study, warnings: warnings, inputs: inputs, seconds: clock.lap())
  }

  /// Plans a study that was read.
  func plan(
    _ loaded: LoadedStudy, _ request: PlanRequest, control: WorkControl
  ) throws -> PlanResult {
    let limits = WorkLimits(request, control)
    let clock = Stopwatch()
    var warnings = loaded.warnings
    try control.checkpoint()
    var timings = RunTimings(reading: loaded.seconds)

    control.onProgress(.building)
    let formulation = try build(loaded.study.scenario, limits)
    try limits.refuseHopeless(formulation.program)
    let spread = SpreadFinding.finding(for: formulation.program)
    if let spread { warnings.add(spread) }
    control.onWarnings(warnings)
    timings.building = clock.lap()

    do {
      var outcome = try solved(formulation, loaded.study, limits, &timings, clock)
      timings.checking = clock.lap()
      if let count = request.priceRanges, outcome.status == .optimal {
        try addPriceRanges(to: &outcome, of: loaded, count: count, limits)
        timings.solving += clock.lap()
      }
      timings.peakMemoryBytes = ProcessMemory.peak
      outcome.timings = timings
      return PlanResult(outcome: outcome, warnings: warnings, inputs: loaded.inputs)
    } catch let failure as WorkFailure where failure.kind == .internalError {
      guard let spread else { throw failure }
      throw WorkFailure.explained(failure, by: spread)
    }
  }

  /// The program of a study.
  func compile(_ study: ResolvedStudy) throws(Findings) -> Formulation {
    do {
      return try Formulation.compile(study.scenario)
    } catch {
      throw Findings(FormulationFinding.finding(for: error))
    }
  }

  /// Solves a program and checks the plan outside the solver.
  private func solved(
    _ formulation: Formulation, _ study: ResolvedStudy, _ limits: WorkLimits,
    _ timings: inout RunTimings, _ clock: Stopwatch
  ) throws -> PlanOutcome {
    let solved = try solve(formulation, limits)
    let ordered = solved.plan
    timings.solving = clock.lap()
    limits.control.onProgress(.checking)
    guard let best = ordered.best else {
      throw WorkFailure.stopped(ordered.last.termination, level: ordered.levels.last?.name ?? "")
    }
    let checked = try checked(best.primal, formulation, wholeSteps: limits.request.wholeSteps)
    let program = formulation.program
    return PlanOutcome(
      study: study, status: solved.status, plan: checked.plan,
      allocation: checked.allocation, figures: checked.figures,
      goals: solved.goals(of: formulation),
      prices: RulePrices.list(
        of: formulation, at: best.primal, levels: ordered.levels.map(LevelPrices.init)),
      proof: solved.proof, whole: solved.whole(of: formulation),
      tieBreak: solved.tieBreak(of: formulation, chose: checked.plan),
      size: ProgramSize(
        rows: program.rowCount, columns: program.columnCount, nonzeros: program.nonzeroCount),
      timings: timings, identity: identity(limits.request))
  }

  /// A point as a plan in whole euros, recomputed rule by rule outside the solver.
  ///
  /// - Parameters:
  ///   - point: Values of all columns.
  ///   - formulation: The program they belong to.
  ///   - wholeSteps: Whether each step is to be taken whole or not at all.
  /// - Returns: The plan with its euros and sums.
  /// - Throws: ``WorkFailure/failedCheck(_:)`` where it breaks a rule.
  func checked(
    _ point: [Double], _ formulation: Formulation, wholeSteps: Bool = false
  ) throws(WorkFailure) -> CheckedPlan {
    let scenario = formulation.scenario
    let plan = formulation.plan(at: point)
    let allocation = WholeEuros.round(plan, of: scenario)
    let violations = PlanAudit.check(
      scenario: scenario, plan: plan, allocation: allocation,
      levelValues: formulation.levels.map { $0.objective.value(at: point) },
      wholeSteps: wholeSteps)
    guard violations.isEmpty else { throw .failedCheck(violations) }
    return CheckedPlan(
      plan: plan, allocation: allocation,
      figures: PlanFigures(scenario: scenario, plan: plan, allocation: allocation))
  }

  func identity(_ request: PlanRequest) -> RunIdentity {
    identity(
      of: request,
      settings: [
        .init("feasibility_tolerance", String(Tolerance.feasibility)),
        .init("gap_tolerance", String(Tolerance.gap)),
        .init("whole_steps", request.wholeSteps ? "yes" : "no"),
        .init("time_limit", request.timeLimit.map { String($0) } ?? "none"),
      ] + (request.priceRanges.map { [.init("price_ranges", String($0))] } ?? []))
  }

  /// What something was made of a study with.
  ///
  /// - Parameters:
  ///   - request: The study and the command.
  ///   - settings: What decides the answer besides.
  /// - Returns: Tool, solver, command, study, settings.
  func identity(of request: PlanRequest, settings: [RunIdentity.Setting] = []) -> RunIdentity {
    RunIdentity(
      tool: "releve \(ReleveVersion.current)", solver: engine.identity,
      command: request.command, study: request.study.specification, region: request.study.region,
      overrides: request.study.overrides, settings: settings)
  }
}

/// A study that was read, with the hashes of its files.
struct LoadedStudy {
  let study: ResolvedStudy
  let warnings: Findings
  let inputs: [FileRecord]
  /// Seconds of reading.
  let seconds: Double
}

/// A plan that obeys every rule, with its euros and its sums.
struct CheckedPlan {
  let plan: Plan
  let allocation: Allocation
  let figures: PlanFigures
}

/// Measures the steps of a run.
final class Stopwatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() { last = clock.now }

  /// Seconds since the last call, or since the start.
  func lap() -> Double {
    let now = clock.now
    defer { last = now }
    return (now - last) / .seconds(1)
  }
}
