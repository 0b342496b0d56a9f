// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
public import Report
import StudyFiles
import Tables
public import Wording

/// The least and the most of something over all plans that are nearly as good as the optimum.
public struct RangeRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Share of its optimum by which each goal may be worse, 0…1.
  public var within: Double
  /// Of what ranges are told.
  public var subject: RangeSubject
  /// Identifiers to look at; none: all.
  public var only: [String]
  /// The region whose beneficiaries are looked at; `nil`: all.
  public var region: String?
  /// The folder that is written; `nil`: none.
  public var out: String?
  /// Whether an earlier folder of ranges at the place is replaced.
  public var replaces: Bool
  /// Dialect of the table.
  public var style: OutputStyle

  /// Creates a request.
  public init(
    plan: PlanRequest, within: Double, subject: RangeSubject = .region, only: [String] = [],
    in region: String? = nil, out: String? = nil, replaces: Bool = false,
    style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.within = within
    self.subject = subject
    self.only = only
    self.region = region
    self.out = out
    self.replaces = replaces
    self.style = style
  }

  /// Creates a request with a tolerance as it was typed.
  ///
  /// - Throws: A finding where it is no share from 0 to 1.
  public init(plan: PlanRequest, within text: String) throws(Findings) {
    guard let within = Self.within(from: text) else { throw Findings(Self.badWithin(text)) }
    self.init(plan: plan, within: within)
  }

  /// That what was typed is no tolerance.
  static func badWithin(_ text: String) -> Finding {
    Finding("range.badWithin", .error, at: nil, ["text": text])
  }

  /// Names of what ranges can be told of, the usual one first.
  public static let subjects = RangeSubject.allCases.map(\.rawValue)

  /// What ranges are told of, by its name; `nil` where there is none of that name.
  public static func subject(named name: String) -> RangeSubject? { RangeSubject(rawValue: name) }

  /// A tolerance as it was typed, `1%` or `0,5 %`.
  ///
  /// - Returns: `nil` where it is no share from 0 to 1.
  public static func within(from text: String) -> Double? {
    TypedShare.share(text).flatMap { (0...1).contains($0) ? $0 : nil }
  }
}

extension RangeRequest: RecordedRequest {
  private static let separator: Character = ";"

  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    [.init("within", String(within)), .init("by", subject.rawValue)]
      + (only.isEmpty ? [] : [.init("only", only.joined(separator: String(Self.separator)))])
      + (region.map { [.init("in", $0)] } ?? [])
      + [.init("precision", String(RangeSearch.precision))]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it does not say what was asked for.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let within = run.setting("within").flatMap(Double.init), (0...1).contains(within),
      let subject = run.setting("by").flatMap(RangeSubject.init(rawValue:))
    else { return false }
    self.within = within
    self.subject = subject
    only = run.setting("only")?.split(separator: Self.separator).map(String.init) ?? []
    region = run.setting("in")
    return true
  }
}

/// Ranges that were found, and written where that was asked for.
public struct RangeResult: Sendable {
  /// Everything that is told of them.
  public let outcome: RangeOutcome
  /// The folder; `nil` where none was asked for.
  public let folder: String?

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    RangeScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The ranges as JSON, as `range.json` has them.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: RangeDocument(outcome))
  }
}

extension Workbench {
  /// Finds the least and the most that regions, measures, vehicles or beneficiaries can have over all
  /// plans that are nearly as good as the optimum.
  ///
  /// - Parameters:
  ///   - request: Study, tolerance, subjects and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The ranges.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a solve
  ///   ends without a proven optimum. Nothing is written then.
  public func range(
    _ request: RangeRequest, control: WorkControl = WorkControl()
  ) throws -> RangeResult {
    let output = try request.out.map { path throws(Findings) in
      try StudyOutput(.range, at: path, replaces: request.replaces)
    }
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let outcome = try outcome(of: request, loaded, control)
    try output?.write(
      identity(of: request.plan, settings: request.settings), loaded.inputs, control
    ) {
      try RangeFolder.files(of: outcome, style: request.style.csvStyle)
    }
    return RangeResult(outcome: outcome, folder: request.out)
  }

  /// Finds the ranges of a study that was read; nothing is written.
  func outcome(
    of request: RangeRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> RangeOutcome {
    let scenario = loaded.study.scenario
    let subjects = try Self.chosen(request, of: scenario)
    let limits = WorkLimits(request.plan, control)
    let first = WorkLimits(request.plan, control.forCase(1, of: subjects.count + 1))
    let formulation = try prepared(scenario, of: loaded, first)
    let optimum = try proven(formulation, first)
    let search = RangeSearch(
      formulation, optimum: optimum, within: request.within, engine: engine,
      options: limits.options)
    var entries: [RangeOutcome.Entry] = []
    for (place, subject) in subjects.enumerated() {
      search.options.onProgress = limits.progress(
        ofSearch: place, of: subjects.count, Self.quantity)
      let range = try searched(Self.quantity, limits) { try search.range(of: subject.quantity) }
      entries.append(.init(id: subject.id, name: subject.name, range: range))
      try control.checkpoint()
    }
    return RangeOutcome(
      study: scenario, within: request.within, subject: request.subject,
      goals: search.keptLevels.map(RangeOutcome.KeptGoal.init), entries: entries,
      solves: search.solves)
  }

  /// The subjects that are wanted, in the order of the study; regions by their codes.
  ///
  /// - Throws: Findings for every name that the study has not.
  private static func chosen(
    _ request: RangeRequest, of scenario: Scenario
  ) throws(Findings) -> [PlanSubject] {
    let all = try PlanSubject.all(request.subject, of: scenario, in: request.region)
    var findings = Findings()
    let known = Set(all.map(\.id))
    for name in request.only where !known.contains(name) {
      var arguments = ["name": name, "by": request.subject.rawValue]
      arguments["nearest"] = NearestSpelling.of(name, among: all.map(\.id))
      findings.add(Finding("range.unknown", .error, at: nil, arguments))
    }
    try findings.throwIfErrors()
    guard !request.only.isEmpty else { return all }
    return all.filter { request.only.contains($0.id) }
  }

  /// Name of what is sought.
  static let quantity = "quantity"
}

extension RangeOutcome.KeptGoal {
  /// A goal as the optimum reached it.
  init(_ level: LevelOutcome) {
    self.init(name: level.name, sense: level.sense, value: level.finalValue ?? 0)
  }
}
