// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingFormulation
import FundingModel
import LinearProgramming
public import Report
import StudyFiles
import Tables
public import Wording

/// The curve between two goals of a study.
public struct FrontierRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Names of the two goals; the curve begins with the best for the first.
  public var goals: [String]
  /// Most points, the two ends included.
  public var points = standardPoints
  /// The folder that is written; `nil`: none.
  public var out: String?
  /// Whether an earlier curve's folder at the place is replaced.
  public var replaces: Bool
  /// Dialect of the table.
  public var style: OutputStyle

  /// Points where no number is given.
  public static let standardPoints = 9
  /// Numbers of points that may be asked for.
  public static let possiblePoints = 2...99

  /// Creates a request.
  public init(
    plan: PlanRequest, goals: [String], out: String? = nil, replaces: Bool = false,
    style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.goals = goals
    self.out = out
    self.replaces = replaces
    self.style = style
  }
}

/// A curve that was worked out, and written where that was asked for.
public struct FrontierResult: Sendable {
  /// Everything that is told of it.
  public let outcome: FrontierOutcome
  /// The folder; `nil` where none was asked for.
  public let folder: String?
  let manifest: FrontierManifest

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    FrontierScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The curve as JSON, as `summary.json` has it.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: FrontierDocument(outcome))
  }
}

extension Workbench {
  /// Works out what two goals of a study can reach together, and what one costs in the other.
  ///
  /// The program has a row that limits the first goal; from one solve to the next only its bound
  /// changes, so that each goes on from where the last one ended.
  ///
  /// - Parameters:
  ///   - request: Study, goals, points and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The curve.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a solve
  ///   ends without a proven optimum. Nothing is written then.
  public func frontier(
    _ request: FrontierRequest, control: WorkControl = WorkControl()
  ) throws -> FrontierResult {
    let replacing: AtomicFolder.Replacing =
      request.replaces ? .folderHolding(FrontierFolder.tableName) : .nothing
    if let out = request.out { try AtomicFolder(path: out, replacing: replacing).remove() }
    let clock = Stopwatch()
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let goals = try Self.pair(of: request.goals, in: loaded.study.scenario)
    var timings = RunTimings(reading: clock.lap())

    control.onProgress(.building)
    let limits = WorkLimits(request.plan, control)
    let scenario = loaded.study.scenario.seeking(goals.first, then: goals.second)
    let formulation = try build(scenario, limits)
    try limits.refuseHopeless(formulation.program)
    var warnings = loaded.warnings
    if let spread = SpreadFinding.finding(for: formulation.program) { warnings.add(spread) }
    control.onWarnings(warnings)
    timings.building = clock.lap()

    var walk = FrontierWalk(
      self, request, control, TradeOffFormulation(formulation), study: loaded.study.scenario)
    let outcome = try walk.outcome()
    timings.solving = clock.lap()
    timings.peakMemoryBytes = ProcessMemory.peak

    let manifest = FrontierManifest(
      run: identity(request), inputs: loaded.inputs, study: loaded.study, timings: timings,
      pointSeconds: outcome.points.map(\.seconds))
    if let out = request.out {
      control.onProgress(.writing)
      try AtomicFolder.write(to: out, replacing: replacing) {
        try manifest.write(
          FrontierFolder.files(of: outcome, style: request.style.csvStyle), into: $0,
          hash: { ContentHash.sha256($0) })
      }
    }
    return FrontierResult(outcome: outcome, folder: request.out, manifest: manifest)
  }

  /// The two goals that are named.
  ///
  /// - Throws: findings for names that the study has not, and for one that is given twice.
  private static func pair(
    of names: [String], in scenario: Scenario
  ) throws(Findings) -> (first: Goal, second: Goal) {
    let sought = scenario.goals.flatMap(\.terms).map(\.goal)
    let known = sought.map(\.rawValue)
    var findings = Findings()
    for name in names where !known.contains(name) {
      var arguments = ["name": name, "known": known.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(name, among: known)
      findings.add(Finding("frontier.unknownGoal", .error, at: nil, arguments))
    }
    let goals = names.compactMap { name in sought.first { $0.rawValue == name } }
    if let first = goals.first, goals.count > 1, goals[1] == first {
      findings.add(
        Finding(
          "frontier.sameGoal", .error, at: nil,
          ["name": first.rawValue, "known": known.joined(separator: ", ")]))
    }
    try findings.throwIfErrors()
    guard goals.count == 2 else {
      throw Findings(
        Finding("frontier.badGoals", .error, at: nil, ["count": "\(goals.count)"]))
    }
    return (goals[0], goals[1])
  }

  private func identity(_ request: FrontierRequest) -> RunIdentity {
    var run = identity(request.plan)
    run.settings += [
      .init("goals", request.goals.joined(separator: " ")),
      .init("points", String(request.points)),
    ]
    return run
  }
}
