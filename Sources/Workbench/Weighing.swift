// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
public import Report
import Tables
public import Wording

/// What a goal comes to without each part of a study.
public struct ImportanceRequest: Sendable {
  /// What is left out.
  public enum Subject: String, Sendable, CaseIterable {
    case measure, vehicle, rule
  }

  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Name of the goal; `nil`: the study's first.
  public var goal: String?
  /// What is left out, one after the other.
  public var subject: Subject
  /// The folder that is written; `nil`: none.
  public var out: String?
  /// Whether an earlier folder at the place is replaced.
  public var replaces: Bool
  /// Dialect of the table.
  public var style: OutputStyle

  /// Creates a request.
  public init(
    plan: PlanRequest, goal: String? = nil, subject: Subject = .measure, out: String? = nil,
    replaces: Bool = false, style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.goal = goal
    self.subject = subject
    self.out = out
    self.replaces = replaces
    self.style = style
  }
}

extension ImportanceRequest: RecordedRequest {
  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    (goal.map { [.init("goal", $0)] } ?? [])
      + [.init("by", subject.rawValue), .init("gap_tolerance", String(Tolerance.gap))]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it does not say what was left out.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let subject = run.setting("by").flatMap(Subject.init(rawValue:)) else { return false }
    self.subject = subject
    goal = run.setting("goal")
    return true
  }
}

/// Importances that were found, and written where that was asked for.
public struct ImportanceResult: Sendable {
  /// Everything that is told of them.
  public let outcome: ImportanceOutcome
  /// The folder; `nil` where none was asked for.
  public let folder: String?

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    ImportanceScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The importances as JSON, as `importance.json` has them.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: ImportanceDocument(outcome))
  }
}

extension Workbench {
  /// Finds what a goal comes to without each measure, vehicle or rule of a study.
  ///
  /// - Parameters:
  ///   - request: Study, goal, what is left out, and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The importances.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a solve
  ///   ends without a proven optimum. Nothing is written then.
  public func importance(
    _ request: ImportanceRequest, control: WorkControl = WorkControl()
  ) throws -> ImportanceResult {
    let output = try request.out.map { path throws(Findings) in
      try StudyOutput(.importance, at: path, replaces: request.replaces)
    }
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let outcome = try outcome(of: request, loaded, control)
    try output?.write(
      identity(of: request.plan, settings: request.settings), loaded.inputs, control
    ) {
      try ImportanceFolder.files(of: outcome, style: request.style.csvStyle)
    }
    return ImportanceResult(outcome: outcome, folder: request.out)
  }

  /// Finds the importances of a study that was read; nothing is written.
  func outcome(
    of request: ImportanceRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> ImportanceOutcome {
    let limits = WorkLimits(request.plan, control)
    let sole = try soleGoal(request.goal, of: loaded, limits)
    let search = ImportanceSearch(
      sole.formulation, optimum: sole.optimum, session: sole.session, options: limits.options)
    let parts: [StudyPart] =
      switch request.subject {
      case .measure: sole.formulation.scenario.measures.indices.map(StudyPart.measure)
      case .vehicle: sole.formulation.scenario.vehicles.indices.map(StudyPart.vehicle)
      case .rule: search.rulesWithAPrice().map(StudyPart.rule)
      }
    var found: [Importance] = []
    for (place, part) in parts.enumerated() {
      search.options.onProgress = limits.progress(
        ofSearch: place, of: parts.count, sole.goal.rawValue)
      found.append(
        try searched(sole.goal.rawValue, limits) { try search.importance(of: part) })
      try control.checkpoint()
    }
    return ImportanceOutcome(
      study: sole.formulation.scenario, goal: sole.goal, sense: sole.optimum.sense,
      value: sole.optimum.value ?? 0, parts: found)
  }
}
