// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingAnalysis
import FundingFormulation
import FundingModel
import LinearProgramming
public import Report
import Tables
public import Wording

/// What each point of NIS coverage costs.
public struct SupplyRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Classes to look at; none: all.
  public var classes: [String]
  /// Years to look at; none: all.
  public var years: [Int]
  /// Most points of a curve, the two ends included.
  public var points: Int
  /// The folder that is written; `nil`: none.
  public var out: String?
  /// Whether an earlier folder of curves at the place is replaced.
  public var replaces: Bool
  /// Dialect of the table.
  public var style: OutputStyle

  /// Points where no number is given.
  public static let standardPoints = 6

  /// Creates a request.
  public init(
    plan: PlanRequest, classes: [String] = [], years: [Int] = [], points: Int = standardPoints,
    out: String? = nil, replaces: Bool = false, style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.classes = classes
    self.years = years
    self.points = points
    self.out = out
    self.replaces = replaces
    self.style = style
  }
}

extension SupplyRequest: RecordedRequest {
  private static let separator: Character = ";"

  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    func list(_ name: String, _ values: [String]) -> [RunIdentity.Setting] {
      values.isEmpty
        ? [] : [.init(name, values.joined(separator: String(Self.separator)))]
    }
    return list("classes", classes) + list("years", years.map(String.init))
      + [.init("points", String(points)), .init("gap_tolerance", String(Tolerance.gap))]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it says no number of points.
  mutating func take(settings run: RunIdentity) -> Bool {
    func list(_ name: String) -> [String] {
      run.setting(name)?.split(separator: Self.separator).map(String.init) ?? []
    }
    guard let points = run.setting("points").flatMap({ Int($0) }),
      FrontierRequest.possiblePoints.contains(points)
    else { return false }
    self.points = points
    classes = list("classes")
    years = list("years").compactMap { Int($0) }
    return true
  }
}

/// Curves that were found, and written where that was asked for.
public struct SupplyResult: Sendable {
  /// Everything that is told of them.
  public let outcome: SupplyOutcome
  /// The folder; `nil` where none was asked for.
  public let folder: String?

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    SupplyScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The curves as JSON, as `supply.json` has them.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: SupplyDocument(outcome))
  }
}

extension Workbench {
  /// Finds the least public money that each coverage of a NIS class takes, class by class and year by
  /// year.
  ///
  /// - Parameters:
  ///   - request: Study, classes, years, points and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The curves.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a solve
  ///   ends without a proven optimum. Nothing is written then.
  public func supply(
    _ request: SupplyRequest, control: WorkControl = WorkControl()
  ) throws -> SupplyResult {
    let output = try request.out.map { path throws(Findings) in
      try StudyOutput(.supply, at: path, replaces: request.replaces)
    }
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let outcome = try outcome(of: request, loaded, control)
    try output?.write(
      identity(of: request.plan, settings: request.settings), loaded.inputs, control
    ) {
      try SupplyFolder.files(of: outcome, style: request.style.csvStyle)
    }
    return SupplyResult(outcome: outcome, folder: request.out)
  }

  /// Finds the curves of a study that was read; nothing is written.
  func outcome(
    of request: SupplyRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> SupplyOutcome {
    let limits = WorkLimits(request.plan, control)
    var scenario = loaded.study.scenario
    scenario.goals = [GoalLevel(.publicMoney)]
    let formulation = try prepared(scenario, of: loaded, limits)
    return try supply(of: formulation, request, control)
  }

  /// The curves of a program whose only goal is public money.
  func supply(
    of formulation: Formulation, _ request: SupplyRequest, _ control: WorkControl
  ) throws -> SupplyOutcome {
    let coverage: CoverageFormulation
    do {
      coverage = try CoverageFormulation(formulation)
    } catch {
      throw Findings(FormulationFinding.finding(for: error))
    }
    let scenario = formulation.scenario
    let chosen = try Self.chosen(request, coverage.subjects, of: scenario)
    var walk = TradeOffWalk(
      self, request.plan, most: request.points, curves: chosen.count, control)
    let curves = try chosen.map { place in
      let subject = coverage.subjects[place]
      let (points, curve) = try walk.walk(coverage.tradeOff(place), auditedBy: formulation)
      return SupplyOutcome.Curve(
        nisClass: subject.nisClass, year: scenario.horizon.years[subject.year],
        points: points.reversed().map { .init(coverage: $0.values[0], money: $0.values[1]) },
        error: curve.error)
    }
    return SupplyOutcome(study: scenario, curves: curves)
  }

  /// Positions of the subjects that are wanted.
  ///
  /// - Throws: Findings for every class and year that the study has not.
  private static func chosen(
    _ request: SupplyRequest, _ subjects: [CoverageFormulation.Subject], of scenario: Scenario
  ) throws(Findings) -> [Int] {
    let years = scenario.horizon.years
    var classes: [String] = []
    for subject in subjects where !classes.contains(subject.nisClass.rawValue) {
      classes.append(subject.nisClass.rawValue)
    }
    var findings = Findings()
    for name in request.classes where !classes.contains(name) {
      var arguments = ["name": name, "known": classes.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(name, among: classes)
      findings.add(Finding("supply.unknownClass", .error, at: nil, arguments))
    }
    for year in request.years where !years.contains(Year(year)) {
      findings.add(
        Finding(
          "supply.unknownYear", .error, at: nil,
          ["name": "\(year)", "known": years.map(\.description).joined(separator: ", ")]))
    }
    try findings.throwIfErrors()
    return subjects.indices.filter { place in
      let subject = subjects[place]
      return (request.classes.isEmpty || request.classes.contains(subject.nisClass.rawValue))
        && (request.years.isEmpty || request.years.contains { Year($0) == years[subject.year] })
    }
  }
}
