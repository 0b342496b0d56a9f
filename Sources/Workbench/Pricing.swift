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

/// What a little more and a little less of rules is worth.
public struct PriceRequest: Sendable {
  /// The study, and limits that hold for each solve.
  public var plan: PlanRequest
  /// Name of the goal; `nil`: the study's first.
  public var goal: String?
  /// Rules to look at, `family` or `family[part,…]`; none: those with the highest prices.
  public var rules: [String]
  /// Most rules.
  public var count: Int
  /// The folder that is written; `nil`: none.
  public var out: String?
  /// Whether an earlier folder of prices at the place is replaced.
  public var replaces: Bool
  /// Dialect of the table.
  public var style: OutputStyle

  /// Rules where no number is given.
  public static let standardCount = 5
  /// Numbers of rules that may be asked for.
  public static let possibleCounts = 1...999

  /// Creates a request.
  public init(
    plan: PlanRequest, goal: String? = nil, rules: [String] = [], count: Int = standardCount,
    out: String? = nil, replaces: Bool = false, style: OutputStyle = .machine
  ) {
    self.plan = plan
    self.goal = goal
    self.rules = rules
    self.count = count
    self.out = out
    self.replaces = replaces
    self.style = style
  }
}

extension PriceRequest: RecordedRequest {
  private static let separator: Character = ";"

  /// What decides the answer, for the manifest.
  var settings: [RunIdentity.Setting] {
    (goal.map { [.init("goal", $0)] } ?? [])
      + (rules.isEmpty ? [] : [.init("rules", rules.joined(separator: String(Self.separator)))])
      + [.init("count", String(count)), .init("gap_tolerance", String(Tolerance.gap))]
  }

  /// Takes back what a manifest says.
  ///
  /// - Returns: `false` where it says no number of rules.
  mutating func take(settings run: RunIdentity) -> Bool {
    guard let count = run.setting("count").flatMap({ Int($0) }), Self.possibleCounts.contains(count)
    else { return false }
    self.count = count
    goal = run.setting("goal")
    rules = run.setting("rules")?.split(separator: Self.separator).map(String.init) ?? []
    return true
  }
}

/// Margins that were found, and written where that was asked for.
public struct PriceResult: Sendable {
  /// Everything that is told of them.
  public let outcome: MarginOutcome
  /// The folder; `nil` where none was asked for.
  public let folder: String?

  /// The screen, as lines of text.
  public func screen(language: Language, width: Int) -> [String] {
    MarginScreen.lines(outcome, folder: folder, language: language, width: width)
  }

  /// The margins as JSON, as `margins.json` has them.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: MarginDocument(outcome))
  }
}

extension Workbench {
  /// Finds what a little more and a little less of rules is worth to one goal, and how far that holds.
  ///
  /// - Parameters:
  ///   - request: Study, goal, rules and place.
  ///   - control: Progress and cancellation.
  /// - Returns: The margins.
  /// - Throws: `Findings` for faults of the inputs and of the folder; ``WorkFailure`` where a solve
  ///   ends without a proven optimum. Nothing is written then.
  public func price(
    _ request: PriceRequest, control: WorkControl = WorkControl()
  ) throws -> PriceResult {
    let output = try request.out.map { path throws(Findings) in
      try StudyOutput(.price, at: path, replaces: request.replaces)
    }
    control.onProgress(.reading)
    let loaded = try loaded(request.plan.study)
    let outcome = try outcome(of: request, loaded, control)
    try output?.write(
      identity(of: request.plan, settings: request.settings), loaded.inputs, control
    ) {
      try MarginFolder.files(of: outcome, style: request.style.csvStyle)
    }
    return PriceResult(outcome: outcome, folder: request.out)
  }

  /// Finds the margins of a study that was read; nothing is written.
  func outcome(
    of request: PriceRequest, _ loaded: LoadedStudy, _ control: WorkControl
  ) throws -> MarginOutcome {
    let limits = WorkLimits(request.plan, control)
    let sole = try soleGoal(request.goal, of: loaded, limits)
    let search = MarginSearch(
      sole.formulation, optimum: sole.optimum, session: sole.session, options: limits.options)
    let (chosen, priced) = try Self.rows(request, sole.formulation, search)
    let margins = try margins(of: chosen, search, sole.goal, limits)
    let avoiding = try avoiding(request, besides: sole.goal, of: margins, loaded, limits)
    return MarginOutcome(
      study: sole.formulation.scenario, goal: sole.goal, sense: sole.optimum.sense,
      value: sole.optimum.value ?? 0, margins: margins, avoiding: avoiding.margins, priced: priced,
      solves: search.solves + avoiding.solves)
  }

  /// Margins of rows, in their order.
  func margins(
    of rows: [Int], _ search: MarginSearch, _ goal: Goal, _ limits: WorkLimits
  ) throws -> [RuleMargin] {
    try rows.enumerated().compactMap { place, row in
      search.options.onProgress = limits.progress(
        ofSearch: place, of: rows.count, goal.rawValue)
      let margin = try searched(goal.rawValue, limits) { try search.margin(of: row) }
      try limits.control.checkpoint()
      return margin
    }
  }

  /// The same rules with avoided loss as the one goal, where no goal was named and the study seeks it
  /// after another.
  private func avoiding(
    _ request: PriceRequest, besides goal: Goal, of margins: [RuleMargin], _ loaded: LoadedStudy,
    _ limits: WorkLimits
  ) throws -> (margins: [RuleMargin], solves: Int) {
    let name = Goal.avoidedLoss.rawValue
    guard request.goal == nil, goal != .avoidedLoss, !margins.isEmpty,
      Self.sought(in: loaded.study.scenario).contains(name)
    else { return ([], 0) }
    var quiet = limits.control
    // What is worth saying about the inputs was said.
    quiet.onWarnings = { _ in }
    let limits = WorkLimits(request.plan, quiet)
    let sole = try soleGoal(name, of: loaded, limits)
    let search = MarginSearch(
      sole.formulation, optimum: sole.optimum, session: sole.session, options: limits.options)
    let names = sole.formulation.program.rowNames
    let wanted = Set(margins.map(\.rowName))
    let rows = search.rows().filter { wanted.contains(names[$0]) }
    return (try self.margins(of: rows, search, sole.goal, limits), search.solves)
  }

  /// The rows to look at, the most valuable first, and how many have a price.
  private static func rows(
    _ request: PriceRequest, _ formulation: Formulation, _ search: MarginSearch
  ) throws(Findings) -> (chosen: [Int], priced: Int) {
    let names = formulation.program.rowNames
    let all = search.rows()
    var findings = Findings()
    var patterns: [RulePattern] = []
    for text in request.rules {
      do throws(Findings) {
        patterns.append(
          try RulePattern(
            text, among: all.map { names[$0] }, empty: "price.unknownRule",
            unknown: "price.unknownRule"))
      } catch {
        findings.add(contentsOf: error)
      }
    }
    try findings.throwIfErrors()
    /// What a million euros, or one unit, of the rule is worth.
    func worth(_ row: Int) -> Double {
      let unit = Family(rowName: names[row]).map(RuleUnit.init)
      return abs(search.price(of: row)) * (unit?.step ?? 1)
    }
    let most = all.map(worth).max() ?? 0
    // Prices below this, relative to the largest, are solver noise.
    let priced = all.filter { worth($0) > 1e-9 * most }
    let wanted =
      patterns.isEmpty
      ? priced
      : all.filter { row in
        patterns.contains { $0.matches(names[row]) }
      }
    let sorted = wanted.enumerated().sorted {
      (worth($0.element), -$0.offset) > (worth($1.element), -$1.offset)
    }
    return (sorted.prefix(request.count).map(\.element), priced.count)
  }
}
