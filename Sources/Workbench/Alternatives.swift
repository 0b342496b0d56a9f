// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
public import Report
import Tables
public import Wording

/// Plans that are nearly as good as the optimum, and as different from it and from one another as
/// can be.
public struct AlternativesRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Share of its optimum by which each goal may be worse, 0…1.
  public var within: Double
  /// By what plans are told apart: one of ``subjects``.
  public var subject: RangeSubject
  /// Most plans besides the optimum.
  public var count: Int
  /// The folder that is written; `nil`: none.
  public var out: String?
  /// Whether an earlier folder of alternatives at the place is replaced.
  public var replaces: Bool
  /// Dialect of the tables.
  public var style: OutputStyle

  /// Plans where no number is given.
  public static let standardCount = 3
  /// Numbers of plans that may be asked for.
  public static let possibleCounts = 1...9
  /// By what plans can be told apart, the usual first.
  public static let subjects = [RangeSubject.region, .measure]

  /// Creates a request.
  public init(
    plan: PlanRequest, within: Double, subject: RangeSubject = .region,
    count: Int = standardCount, out: String? = nil, replaces: Bool = false,
    style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.within = within
    self.subject = subject
    self.count = count
    self.out = out
    self.replaces = replaces
    self.style = style
  }

  /// Creates a request from a tolerance and a number as they were typed.
  ///
  /// - Throws: Findings for both where they make no sense.
  public init(plan: PlanRequest, within text: String, count: Int) throws(Findings) {
    let within = RangeRequest.within(from: text)
    self.init(plan: plan, within: within ?? 0, count: count)
    var findings = Findings()
    if within == nil { findings.add(RangeRequest.badWithin(text)) }
    if let fault = countFault { findings.add(fault) }
    try findings.throwIfErrors()
  }

  private var countFault: Finding? {
    let possible = Self.possibleCounts
    guard !possible.contains(count) else { return nil }
    return Finding(
      "alternatives.badCount", .error, at: nil,
      ["value": "\(count)", "most": "\(possible.upperBound)"])
  }

  /// Names of what plans can be told apart by, the usual one first.
  public static let subjectNames = subjects.map(\.rawValue)

  /// By what plans are told apart, by its name; `nil` where there is none of that name.
  public static func subject(named name: String) -> RangeSubject? {
    subjects.first { $0.rawValue == name }
  }
}

extension AlternativesRequest: RecordedRequest {
  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    [
      .init("within", String(within)), .init("by", subject.rawValue),
      .init("count", String(count)),
      .init("precision", String(AlternativeSearch.precision)),
      .init("least_distance", String(AlternativeSearch.leastDistance)),
    ]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it does not say what was asked for.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let within = run.setting("within").flatMap(Double.init), (0...1).contains(within),
      let subject = run.setting("by").flatMap(Self.subject(named:)),
      let count = run.setting("count").flatMap({ Int($0) }), Self.possibleCounts.contains(count)
    else { return false }
    self.within = within
    self.subject = subject
    self.count = count
    return true
  }
}

/// Alternatives that were found, and written where that was asked for.
public struct AlternativesResult: Sendable {
  /// Everything that is told of them.
  public let outcome: AlternativesOutcome
  /// The folder; `nil` where none was asked for.
  public let folder: String?

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    AlternativesScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The plans as JSON, as `alternatives.json` has them.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: AlternativesDocument(outcome))
  }
}

extension Workbench {
  /// Finds plans that are nearly as good as the optimum and as different as can be.
  ///
  /// - Parameters:
  ///   - request: Study, tolerance, number, by what plans differ, and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The plans; fewer than asked for where no other differs enough.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a solve
  ///   ends without a proven optimum or a plan breaks a rule. Nothing is written then.
  public func alternatives(
    _ request: AlternativesRequest, control: WorkControl = WorkControl()
  ) throws -> AlternativesResult {
    let output = try request.out.map { path throws(Findings) in
      try StudyOutput(.alternatives, at: path, replaces: request.replaces)
    }
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let outcome = try outcome(of: request, loaded, control)
    try output?.write(
      identity(of: request.plan, settings: request.settings), loaded.inputs, control
    ) {
      try AlternativesFolder.files(of: outcome, style: request.style.csvStyle)
    }
    return AlternativesResult(outcome: outcome, folder: request.out)
  }

  /// Finds the alternatives of a study that was read; nothing is written.
  func outcome(
    of request: AlternativesRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> AlternativesOutcome {
    let scenario = loaded.study.scenario
    let subjects = try PlanSubject.all(request.subject, of: scenario)
    let quantities = subjects.map(\.quantity)
    let limits = WorkLimits(request.plan, control)
    let first = WorkLimits(request.plan, control.forCase(1, of: request.count + 1))
    let formulation = try prepared(scenario, of: loaded, first)
    let optimum = try proven(formulation, first)
    let search = AlternativeSearch(
      formulation, optimum: optimum, within: request.within, by: quantities, engine: engine,
      options: limits.options)
    let reading = PlanAmounts(quantities, of: scenario)
    /// What is told of a plan, which is audited first.
    func told(_ point: [Double]) throws -> AlternativesOutcome.Plan {
      let checked = try checked(point, formulation)
      var received = [Int](repeating: 0, count: scenario.beneficiaries.count)
      for line in checked.allocation.lines { received[line.beneficiary] += line.euros }
      return AlternativesOutcome.Plan(
        goals: zip(formulation.levels, optimum.levels).filter {
          NearOptimalFormulation.keeps($0.1.name)
        }.map { $0.0.objective.value(at: point) },
        amounts: reading.amounts(of: checked.plan, checked.allocation), received: received)
    }
    var plans = [try told(optimum.best?.primal ?? [])]
    while plans.count <= request.count {
      search.options.onProgress = limits.progress(
        ofSearch: plans.count - 1, of: request.count, Self.quantity)
      guard let found = try searched(Self.quantity, limits, search.next) else { break }
      plans.append(try told(found.point))
      try control.checkpoint()
    }
    return AlternativesOutcome(
      study: scenario, within: request.within, subject: request.subject,
      goals: search.keptLevels.map(RangeOutcome.KeptGoal.init),
      entries: subjects.map { .init(id: $0.id, name: $0.name) }, plans: plans,
      asked: request.count, solves: search.solves)
  }
}
