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
  let run: RunIdentity
  let parameters: [ResolvedStudy.Parameter]
  let inputs: [FileRecord]
  /// Seconds of all solves together.
  let seconds: Double

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
    let output = try request.out.map { path throws(Findings) in
      try StudyOutput(.frontier, at: path, replaces: request.replaces)
    }
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let clock = Stopwatch()
    let outcome = try outcome(of: request, loaded, control)
    let seconds = clock.lap()
    let run = identity(of: request.plan, settings: request.settings)
    try output?.write(run, loaded.inputs, control) {
      try FrontierFolder.files(of: outcome, style: request.style.csvStyle)
    }
    return FrontierResult(
      outcome: outcome, folder: request.out, run: run, parameters: loaded.study.parameters,
      inputs: loaded.inputs, seconds: loaded.seconds + seconds)
  }

  /// Works the curve of a study out that was read; nothing is written.
  func outcome(
    of request: FrontierRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> FrontierOutcome {
    let goals = try Self.pair(of: request.goals, in: loaded.study.scenario)
    let limits = WorkLimits(request.plan, control)
    let scenario = loaded.study.scenario.seeking(goals.first, then: goals.second)
    let formulation = try prepared(scenario, of: loaded, limits)
    var walk = FrontierWalk(
      self, request, control, TradeOffFormulation(formulation), study: loaded.study.scenario)
    return try walk.outcome()
  }

  /// The two goals that are named.
  ///
  /// - Throws: findings for names that the study has not, and for one that is given twice.
  private static func pair(
    of names: [String], in scenario: Scenario
  ) throws(Findings) -> (first: Goal, second: Goal) {
    var findings = Findings()
    var goals: [Goal] = []
    for name in names {
      do throws(Findings) {
        goals.append(try goal(name, of: scenario))
      } catch {
        findings.add(contentsOf: error)
      }
    }
    if let first = goals.first, goals.count > 1, goals[1] == first {
      findings.add(
        Finding(
          "frontier.sameGoal", .error, at: nil,
          ["name": first.rawValue, "known": sought(in: scenario).joined(separator: ", ")]))
    }
    try findings.throwIfErrors()
    guard goals.count == 2 else {
      throw Findings(
        Finding("frontier.badGoals", .error, at: nil, ["count": "\(goals.count)"]))
    }
    return (goals[0], goals[1])
  }
}

extension FrontierRequest: RecordedRequest {
  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    [
      .init("goals", goals.joined(separator: " ")), .init("points", String(points)),
      .init("gap_tolerance", String(Tolerance.gap)),
    ]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it says no goals or no number of points.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let goals = run.setting("goals"), let points = run.setting("points").flatMap({ Int($0) }),
      Self.possiblePoints.contains(points)
    else { return false }
    self.goals = goals.split(separator: " ").map(String.init)
    self.points = points
    return true
  }
}
