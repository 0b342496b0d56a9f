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
  /// The command as it was typed, for the manifest.
  public var command: [String]

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
    let clock = Stopwatch()
    control.onProgress(.reading)
    let (study, warnings) = try load(request.study)
    let inputs = try inputRecords(of: study)
    let readingTime = clock.lap()

    control.onProgress(.building)
    let formulation = try compile(study)
    let buildingTime = clock.lap()

    let ordered = try optimise(formulation, request.timeLimit, control)
    let solvingTime = clock.lap()

    control.onProgress(.checking)
    guard let best = ordered.best else {
      throw WorkFailure.stopped(ordered.last.termination, level: ordered.levels.last?.name ?? "")
    }
    let plan = formulation.plan(at: best.primal)
    let allocation = WholeEuros.round(plan, of: study.scenario)
    let violations = PlanAudit.check(
      scenario: study.scenario, plan: plan, allocation: allocation,
      levelValues: formulation.levels.map { $0.objective.value(at: best.primal) })
    guard violations.isEmpty else { throw WorkFailure.failedCheck(violations) }

    let program = formulation.program
    let outcome = PlanOutcome(
      study: study, status: ordered.isComplete ? .optimal : .feasible, plan: plan,
      allocation: allocation,
      figures: PlanFigures(scenario: study.scenario, plan: plan, allocation: allocation),
      goals: goals(ordered, formulation),
      prices: RulePrices.list(
        of: formulation, at: best.primal, levels: ordered.levels.map(LevelPrices.init)),
      proof: ProofDocument(ordered),
      size: ProgramSize(
        rows: program.rowCount, columns: program.columnCount, nonzeros: program.nonzeroCount),
      timings: RunTimings(
        reading: readingTime, building: buildingTime, solving: solvingTime,
        checking: clock.lap()),
      identity: identity(request))
    return PlanResult(outcome: outcome, warnings: warnings, inputs: inputs)
  }

  /// The program of a study.
  func compile(_ study: ResolvedStudy) throws(Findings) -> Formulation {
    do {
      return try Formulation.compile(study.scenario)
    } catch {
      throw Findings(FormulationFinding.finding(for: error))
    }
  }

  private func optimise(
    _ formulation: Formulation, _ timeLimit: Double?, _ control: WorkControl
  ) throws -> OrderedOutcome {
    let follower = LevelFollower(levels: formulation.levels.count, control: control)
    var options = SolverOptions()
    options.timeLimit = timeLimit
    options.shouldStop = control.shouldStop
    options.onProgress = { follower.report($0) }
    let ordered: OrderedOutcome
    do {
      ordered = try engine.optimise(
        formulation.program, inOrder: formulation.levels, options: options,
        onLevel: { follower.begin($0, $1) })
    } catch let invalid as InvalidProgram {
      throw Findings(FormulationFinding.finding(for: invalid))
    } catch let findings as Findings {
      throw findings
    } catch {
      throw WorkFailure.solver(String(describing: error))
    }
    guard !ordered.isComplete else { return ordered }
    try judge(ordered, formulation, options)
    return ordered
  }

  /// Decides what an incomplete solve means; returns where a feasible plan may be shown as such.
  private func judge(
    _ ordered: OrderedOutcome, _ formulation: Formulation, _ options: SolverOptions
  ) throws {
    let level = ordered.levels.last?.name ?? ""
    switch ordered.last.termination {
    case .infeasible, .infeasibleOrUnbounded:
      let broken = try? ConflictingRules.find(in: formulation, with: engine, options: options)
      throw WorkFailure.infeasible(formulation.scenario, broken ?? nil)
    case .unbounded:
      throw WorkFailure.unbounded(level: level)
    case .numericalError:
      guard ordered.best != nil else {
        throw WorkFailure.numericalTrouble(level: level, detail: ordered.last.detail)
      }
    case .interrupted:
      // Whoever stops a run does not ask for what it had come to.
      throw WorkFailure.stopped(.interrupted, level: level)
    case .optimal, .iterationLimit, .timeLimit, .memoryLimit, .objectiveLimit:
      guard ordered.best != nil else {
        throw WorkFailure.stopped(ordered.last.termination, level: level)
      }
    }
  }

  private func goals(
    _ ordered: OrderedOutcome, _ formulation: Formulation
  ) -> [GoalOutcome] {
    zip(ordered.levels, formulation.levels).map { level, wanted in
      GoalOutcome(level, tolerance: wanted.relativeTolerance)
    }
  }

  private func identity(_ request: PlanRequest) -> RunIdentity {
    RunIdentity(
      tool: "releve \(ReleveVersion.current)", solver: engine.identity,
      command: request.command, study: request.study.specification, region: request.study.region,
      overrides: request.study.overrides,
      settings: [
        .init("feasibility_tolerance", String(Tolerance.feasibility)),
        .init("gap_tolerance", String(Tolerance.gap)),
        .init("time_limit", request.timeLimit.map { String($0) } ?? "none"),
      ])
  }
}

/// Measures the steps of a run.
private final class Stopwatch {
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
