// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import Foundation
import FundingModel
import LinearProgramming
import PlanComparison
public import Report
import Tables
public import Wording

/// Which scenarios to compare, and how.
public struct CompareRequest: Sendable {
  /// Studies with their layers, or plan folders; the first is the baseline unless another is named.
  public var scenarios: [String]
  /// What holds for each study that is planned: region, parameters set last, limits, command.
  public var plan: PlanRequest
  /// Name, or argument as typed, of the baseline; `nil`: the first.
  public var baseline: String?
  /// How it is told.
  public var settings: ComparisonSettings
  /// Whether the one study named is held against itself planned year by year, without foresight.
  public var isYearByYear = false

  /// Creates a request.
  public init(
    scenarios: [String], plan: PlanRequest = PlanRequest(study: StudyRequest("")),
    baseline: String? = nil, settings: ComparisonSettings = ComparisonSettings()
  ) {
    self.scenarios = scenarios
    self.plan = plan
    self.baseline = baseline
    self.settings = settings
  }
}

extension CompareRequest {
  /// What stands for the pins in a manifest where beneficiaries were chosen by the rule.
  static let typicalPins = "median_agents_of_size_band"

  /// Settings from what was typed.
  ///
  /// - Parameters:
  ///   - sizes: Edges of size bands, `250,1000,3000`; `nil`: the standard ones.
  ///   - pins: Identifiers of beneficiaries to follow; none: typical ones.
  /// - Returns: The settings; `nil` where the edges are not rising numbers of agents.
  public static func settings(sizes: String?, pins: [String]) -> ComparisonSettings? {
    guard let sizes else { return ComparisonSettings(pins: pins) }
    let edges = sizes.split(separator: ",", omittingEmptySubsequences: false).map {
      Int($0.trimmingCharacters(in: .whitespaces))
    }
    guard !edges.contains(nil), let bands = SizeBands(edges.compactMap { $0 }) else { return nil }
    return ComparisonSettings(sizes: bands, pins: pins)
  }
}

/// Plans held against one of them, with everything told about them.
public struct CompareResult: Sendable {
  /// The comparison.
  public let comparison: Comparison
  /// Tool, solver, command and settings.
  let run: RunIdentity
  /// Seconds of all plans together.
  var timings: RunTimings

  /// Whether every plan was solved to its end.
  public var isFinished: Bool { comparison.isProven }

  /// The page.
  ///
  /// - Parameters:
  ///   - folder: Where it was written.
  ///   - language: Language of the text.
  ///   - width: Columns of the screen.
  /// - Returns: Lines of text.
  public func screen(folder: String, language: Language, width: Int) -> [String] {
    ComparisonScreen.lines(comparison, folder: folder, language: language, width: width)
  }

  /// The comparison as JSON, as `comparison.json` has it.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    try ReportJSON.text(of: ComparisonDocument(comparison))
  }
}

extension Workbench {
  /// Finds out before the solves whether the folder of a comparison can be written.
  ///
  /// - Throws: `Findings` as ``write(_:to:replacing:style:)`` would.
  public func checkComparisonFolder(_ path: String, replacing: Bool = false) throws(Findings) {
    try AtomicFolder(path: path, replacing: Self.earlierComparison(replacing)).remove()
  }

  /// Whether an earlier comparison stands at a place.
  public static func isComparison(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(ComparisonFolder.documentName)")
  }

  private static func earlierComparison(_ replacing: Bool) -> AtomicFolder.Replacing {
    replacing ? .folderHolding(ComparisonFolder.documentName) : .nothing
  }

  /// Plans every scenario that is not planned yet, and holds all of them against the baseline.
  ///
  /// Each study is read once and planned as ``plan(_:control:)`` does, from nothing, so that the
  /// plans are the ones that `releve plan` writes, to the euro. Everything that can be refused is
  /// refused before the first solve.
  ///
  /// - Parameters:
  ///   - request: What to compare.
  ///   - control: Progress and cancellation.
  /// - Returns: The comparison; nothing is written.
  /// - Throws: `Findings` for faults of the inputs, for plans of other beneficiaries or years, and
  ///   for names that are unknown; ``WorkFailure`` where a scenario has no plan.
  public func compare(
    _ request: CompareRequest, control: WorkControl = WorkControl()
  ) throws -> CompareResult {
    if request.isYearByYear { return try compareYearByYear(request, control: control) }
    control.onProgress(.reading)
    let names = ScenarioNames.names(of: request.scenarios)
    let order = try Self.order(of: request, names)
    let sources = try sources(request, names, control)
    let outlines = zip(sources, names).map { $0.outline(name: $1) }
    try Comparison.check(
      outlines[order[0]], order.dropFirst().map { outlines[$0] }, request.settings)

    var scenarios = [ComparedScenario?](repeating: nil, count: sources.count)
    var timings = RunTimings(reading: 0)
    for (place, source) in sources.enumerated() {
      switch source {
      case .folder(let scenario): scenarios[place] = scenario
      case .study(let loaded):
        let result = try plan(loaded, request, place, names, control)
        scenarios[place] = ComparedScenario(
          result.outcome, name: names[place], argument: request.scenarios[place],
          files: result.inputs)
        timings.add(result.outcome.timings)
      }
    }
    timings.peakMemoryBytes = ProcessMemory.peak
    let ordered = order.compactMap { scenarios[$0] }
    let comparison = try Comparison(
      baseline: ordered[0], others: Array(ordered.dropFirst()), settings: request.settings)
    return CompareResult(
      comparison: comparison, run: identity(request, names[order[0]]), timings: timings)
  }

  /// Writes the folder of a comparison, whole or not at all.
  ///
  /// - Parameters:
  ///   - result: The comparison; its writing time is filled in.
  ///   - path: The folder.
  ///   - replacing: Whether an earlier comparison at the place is replaced.
  ///   - style: Dialect of the tables.
  /// - Throws: `Findings` where the folder cannot be written; nothing is left behind then.
  public func write(
    _ result: inout CompareResult, to path: String, replacing: Bool = false,
    style: OutputStyle = .machine
  ) throws {
    let clock = Stopwatch()
    let told = result
    try AtomicFolder.write(to: path, replacing: Self.earlierComparison(replacing)) { folder in
      try ComparisonFolder.write(
        told.comparison, into: folder, run: told.run, timings: told.timings,
        style: style.csvStyle, hash: { ContentHash.sha256($0) })
    }
    result.timings.writing = clock.lap()
  }

  /// Places of the scenarios, the baseline first.
  private static func order(
    of request: CompareRequest, _ names: [String]
  ) throws(Findings) -> [Int] {
    guard names.count > 1 else { throw Findings(Finding("compare.tooFew", .error, at: nil)) }
    guard let wanted = request.baseline else { return Array(names.indices) }
    guard
      let place = names.firstIndex(of: wanted) ?? request.scenarios.firstIndex(of: wanted)
    else {
      var arguments = ["name": wanted, "known": names.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(wanted, among: names)
      throw Findings(Finding("compare.unknownBaseline", .error, at: nil, arguments))
    }
    return [place] + names.indices.filter { $0 != place }
  }

  /// Reads every study and every plan folder, telling all their faults at once.
  private func sources(
    _ request: CompareRequest, _ names: [String], _ control: WorkControl
  ) throws(Findings) -> [ComparedSource] {
    var findings = Findings()
    var warnings = Findings()
    var sources: [ComparedSource] = []
    let hasOptions = request.plan.study.region != nil || !request.plan.study.overrides.isEmpty
    for (argument, name) in zip(request.scenarios, names) {
      do throws(Findings) {
        guard ComparedSource.isPlanFolder(argument) else {
          var study = request.plan.study
          study.specification = argument
          sources.append(.study(try loaded(study)))
          continue
        }
        if hasOptions {
          findings.add(
            Finding("compare.optionOfPlan", .error, at: SourcePosition(file: argument)))
        }
        sources.append(try ComparedSource.folder(argument, name: name, warnings: &warnings))
      } catch {
        for finding in error.all where !findings.all.contains(finding) { findings.add(finding) }
      }
    }
    try findings.throwIfErrors()
    if !warnings.all.isEmpty { control.onWarnings(warnings) }
    return sources
  }

  /// Plans one of the scenarios; its failure names it.
  private func plan(
    _ loaded: LoadedStudy, _ request: CompareRequest, _ place: Int, _ names: [String],
    _ control: WorkControl
  ) throws -> PlanResult {
    var inner = control.forCase(place + 1, of: names.count, tellsOtherSteps: true)
    // What holds for every scenario is said with the first.
    if place > 0 { inner.onWarnings = { _ in } }
    var single = request.plan
    single.study.specification = request.scenarios[place]
    do {
      let result = try plan(loaded, single, control: inner)
      // A comparison of a plan that was cut short on purpose is not what anybody waits for.
      try control.checkpoint()
      return result
    } catch let failure as WorkFailure {
      try control.checkpoint()
      throw WorkFailure.inScenario(names[place], failure)
    }
  }

  func identity(_ request: CompareRequest, _ baseline: String) -> RunIdentity {
    let plan = request.plan
    return RunIdentity(
      tool: "releve \(ReleveVersion.current)", solver: engine.identity, command: plan.command,
      study: request.scenarios.joined(separator: " "), region: plan.study.region,
      overrides: plan.study.overrides,
      settings: [
        .init("baseline", baseline),
        .init("size_edges", request.settings.sizes.edges.map(String.init).joined(separator: ",")),
        .init(
          "pinned",
          request.settings.pins.isEmpty
            ? CompareRequest.typicalPins : request.settings.pins.joined(separator: ",")),
        .init("gap_tolerance", String(Tolerance.gap)),
        .init("myopic", request.isYearByYear ? "yes" : "no"),
      ])
  }
}
