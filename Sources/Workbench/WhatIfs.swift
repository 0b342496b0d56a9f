// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
public import FundingModel
import LinearProgramming
public import Report
import StudyFiles

/// A parameter and the value that a what-if gives it.
public struct Setting: Sendable, Hashable {
  /// Path, for example `vehicles.fir.amounts.2027.secured`.
  public var path: String
  /// Value as a study writes it.
  public var value: String
  /// What stands for the file in messages.
  public var option: String
  /// Number of the option, from 1; `nil`: its place among the settings.
  public var number: Int?

  /// Creates a setting.
  public init(path: String, value: String, option: String = "--set", number: Int? = nil) {
    self.path = path
    self.value = value
    self.option = option
    self.number = number
  }

  /// Reads `path=value`.
  ///
  /// - Throws: a finding where there is no `=`.
  public init(_ text: String) throws(Findings) {
    guard let split = text.firstIndex(of: "=") else {
      throw Findings(Finding("workbench.overrideForm", .error, at: nil, ["text": text]))
    }
    self.init(
      path: String(text[..<split]), value: String(text[text.index(after: split)...]))
  }

  var override: StudyOverride {
    StudyOverride(path: path, value: value, option: option, number: number)
  }
}

/// A study whose files were read, ready for what-ifs: on one engine, or on several at a time.
struct OpenedWhatIfs: Sendable {
  /// Whose engine solves.
  let bench: Workbench
  let request: PlanRequest
  /// The study with nothing changed, before it is narrowed to a region.
  let study: ResolvedStudy
  /// The study with nothing changed but the parameters of the request.
  let scenario: Scenario
  /// What is worth saying about the inputs.
  let warnings: Findings
  /// Seconds of reading.
  let seconds: Double
  private let settings: [Setting]
  private let opened: OpenedStudy

  /// Reads a study.
  ///
  /// - Throws: `Findings`, all of them.
  init(_ bench: Workbench, _ request: PlanRequest) throws(Findings) {
    let clock = Stopwatch()
    self.bench = bench
    self.request = request
    try request.study.checkDone()
    settings = try request.study.overrides.map { text throws(Findings) in try Setting(text) }
    let specification = try StudySpecification(request.study.specification)
    opened = StudyReader().open(study: specification.study, layers: specification.layers)
    let reading = try opened.reading(with: settings.map(\.override))
    study = reading.study
    scenario = try bench.narrowed(reading.study.scenario, to: request.study.region)
    warnings = reading.warnings
    seconds = clock.lap()
  }

  /// The study with settings on top of those of the request.
  ///
  /// - Throws: `Findings` where the values cannot be used.
  func scenario(with settings: [Setting]) throws(Findings) -> Scenario {
    let overrides = (self.settings + settings).map(\.override)
    return try bench.narrowed(opened.scenario(with: overrides), to: request.study.region)
  }

  /// Files that the study reads with settings on top of those of the request; none where the values
  /// cannot be used.
  func files(with settings: [Setting]) -> [ResolvedStudy.InputFile] {
    let overrides = (self.settings + settings).map(\.override)
    return (try? opened.reading(with: overrides))?.study.files ?? []
  }
}

/// What-ifs on one study, one after the other, each from where the last one ended.
///
/// Files are read once. A what-if that changes numbers only (amounts, ceilings, targets, shares,
/// weights, goals) takes the program of the one before with those numbers
/// (``FundingFormulation/Formulation/adapted(to:)``), and the engine goes on from what it found; any
/// other is compiled and solved anew. The answer is the same, to the engine's gap.
///
/// Not for several threads at once.
public final class WhatIfs {
  private let source: OpenedWhatIfs
  private let bench: Workbench
  private let request: PlanRequest
  private var session: any EngineSession
  private var formulation: Formulation?
  /// Seconds of reading the files, which count for the first what-if.
  private var opening: Double
  /// Whether the engine goes on from something.
  private var isWarm = false

  /// Starts what-ifs with an engine session of their own.
  ///
  /// - Parameters:
  ///   - source: The study, with limits that hold for each what-if.
  ///   - threads: Threads that solve; `nil`: as the request says.
  ///   - opening: Seconds of reading that count for the first one.
  init(_ source: OpenedWhatIfs, threads: Int? = nil, opening: Double = 0) {
    self.source = source
    bench = source.bench
    var request = source.request
    request.jobs = threads ?? request.jobs
    self.request = request
    session = source.bench.engine.makeSession()
    self.opening = opening
  }

  /// The study with nothing changed but the parameters of the request.
  public var scenario: Scenario { source.scenario }
  /// What is worth saying about the inputs.
  public var warnings: Findings { source.warnings }

  /// The study with settings on top of those of the request.
  ///
  /// - Throws: `Findings` where the values cannot be used.
  public func scenario(with settings: [Setting]) throws(Findings) -> Scenario {
    try source.scenario(with: settings)
  }

  /// Solves one what-if to a proven optimum and checks its plan outside the solver.
  ///
  /// A what-if that cannot be planned is an outcome, not an error.
  ///
  /// - Parameters:
  ///   - settings: Parameters set last.
  ///   - control: Progress and cancellation.
  /// - Returns: What came of it.
  /// - Throws: ``WorkFailure/stopped(_:level:)`` where the user asked to stop, and nothing else.
  public func outcome(
    of settings: [Setting], control: WorkControl = WorkControl()
  ) throws(WorkFailure) -> CaseOutcome {
    try control.checkpoint()
    let wasWarm = isWarm
    let (first, isTrouble) = try attempt(settings, control)
    guard isTrouble, wasWarm else { return first }
    // What came before must not decide how a case ends: begun anew, it ends as it would alone.
    forget()
    var (second, _) = try attempt(settings, control)
    second.timings.add(first.timings)
    return second
  }

  /// Solves one what-if from what is known.
  ///
  /// - Returns: What came of it, and whether the engine had trouble of its own.
  private func attempt(
    _ settings: [Setting], _ control: WorkControl
  ) throws(WorkFailure) -> (CaseOutcome, isTrouble: Bool) {
    let clock = Stopwatch()
    var timings = RunTimings(reading: 0)
    do {
      let (outcome, isTrouble) = try solved(settings, control, &timings, clock)
      // What was cut short says nothing of the case.
      if outcome.status != .optimal { try control.checkpoint() }
      isWarm = true
      return (outcome, isTrouble)
    } catch {
      try control.checkpoint()
      timings.reading += opening
      opening = 0
      let isTrouble = Self.isTrouble(error)
      if isTrouble { forget() }
      return (CaseOutcome(failure: error, timings: timings), isTrouble)
    }
  }

  private func solved(
    _ settings: [Setting], _ control: WorkControl, _ timings: inout RunTimings, _ clock: Stopwatch
  ) throws -> (CaseOutcome, isTrouble: Bool) {
    let limits = WorkLimits(request, control)
    let scenario = try scenario(with: settings)
    timings.reading = clock.lap() + opening
    opening = 0
    let formulation = try fitted(to: scenario, limits)
    timings.building = clock.lap()
    try limits.refuseHopeless(formulation.program)
    let ordered: OrderedOutcome
    do {
      ordered = try bench.optimise(formulation, limits, in: session)
    } catch {
      timings.solving = clock.lap()
      throw error
    }
    timings.solving = clock.lap()
    guard let best = ordered.best else {
      throw WorkFailure.stopped(ordered.last.termination, level: ordered.levels.last?.name ?? "")
    }
    let checked = try bench.checked(best.primal, formulation)
    let totals = CaseTotals(scenario, checked.figures)
    timings.checking = clock.lap()
    let outcome = CaseOutcome(
      status: ordered.isComplete ? .optimal : .feasible,
      reasons: ordered.isComplete ? [] : [CaseReason.finding(for: ordered)],
      goals: SolvedPlan(plan: ordered).goals(of: formulation), totals: totals, timings: timings)
    return (outcome, ordered.last.termination == .numericalError)
  }

  /// Whether the engine itself failed, so that what it kept may be anything.
  ///
  /// Values that cannot be used, and a case without a plan, leave it as it was.
  private static func isTrouble(_ error: any Error) -> Bool {
    switch error {
    case is Findings, WorkFailure.infeasible, WorkFailure.unbounded, WorkFailure.stopped,
      WorkFailure.memoryLimit:
      false
    default: true
    }
  }

  /// Begins anew.
  private func forget() {
    session = bench.engine.makeSession()
    formulation = nil
    isWarm = false
  }

  /// The program of a scenario: that of the last what-if with other numbers, or a new one.
  private func fitted(to scenario: Scenario, _ limits: WorkLimits) throws -> Formulation {
    if let adapted = formulation?.adapted(to: scenario) {
      formulation = adapted
      return adapted
    }
    // Two national programs at once take twice the memory.
    formulation = nil
    let compiled = try bench.build(scenario, limits)
    formulation = compiled
    return compiled
  }
}

extension Workbench {
  /// Opens a study for what-ifs.
  ///
  /// - Parameter request: The study, and limits (time, memory, threads) that hold for each what-if.
  /// - Returns: What-ifs on the study.
  /// - Throws: `Findings` for faults of the inputs, all of them.
  public func whatIfs(on request: PlanRequest) throws(Findings) -> WhatIfs {
    let source = try OpenedWhatIfs(self, request)
    return WhatIfs(source, opening: source.seconds)
  }
}
