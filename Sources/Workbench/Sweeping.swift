// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
import FundingModel
import LinearProgramming
public import Report
import Tables
public import Wording

/// A sweep: which what-ifs to solve, and where the results go.
public struct SweepRequest: Sendable {
  /// The study, and limits that hold for each case.
  public var plan: PlanRequest
  /// What is varied, each as `PATH=VALUES`.
  public var vary: [String]
  /// The results file.
  public var out: String
  /// Whether an earlier results file at the place is replaced.
  public var replaces: Bool
  /// Whether more than 1,000 cases are meant.
  public var isConfirmed: Bool
  /// Language of the messages in the file.
  public var language: Language

  /// Creates a request.
  public init(
    plan: PlanRequest, vary: [String], out: String, replaces: Bool = false,
    isConfirmed: Bool = false, language: Language = .french
  ) {
    self.plan = plan
    self.vary = vary
    self.out = out
    self.replaces = replaces
    self.isConfirmed = isConfirmed
    self.language = language
  }
}

/// A sweep that was done, or cut short, and written.
public struct SweepResult: Sendable {
  /// The cases that were done.
  public let outcome: SweepOutcome
  /// The results file.
  public let file: String
  let screen: SweepScreen
  let language: Language

  /// What the sweep came to, as lines of text.
  public func closing() -> [String] { screen.closing(outcome, file: file) }

  /// Whether every case was done.
  public var isComplete: Bool { outcome.isComplete }

  /// The sweep as JSON.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json() throws(Findings) -> String {
    let document = SweepDocument(outcome, file: file, language: language)
    return String(decoding: try ReportJSON.bytes(of: document), as: UTF8.self)
  }
}

extension Workbench {
  /// Finds out before a sweep whether its results file can be written.
  ///
  /// - Throws: `Findings` where it cannot.
  public func checkResultsFile(_ path: String, replacing: Bool) throws(Findings) {
    try AtomicFile.checkPlace(path) { beginning in
      let isOurs = beginning.starts(with: "\(SweepTable.mark),".utf8)
      return replacing && isOurs
    }
  }

  /// Solves every case of a sweep, one after the other, and writes the results file.
  ///
  /// A case that fails is a row. Where the user asks to stop, the cases done so far are written.
  ///
  /// - Parameters:
  ///   - request: What to vary and where results go.
  ///   - width: Columns of the screen.
  ///   - control: Progress and cancellation.
  ///   - onLine: Told the lines of the screen: the heading, then one per case in the order of the
  ///     rows, each as soon as those before it are done.
  /// - Returns: Everything about the cases that were done.
  /// - Throws: `Findings` for faults of the inputs and of the file, ``WorkFailure`` where the user
  ///   stopped the work before any case was done; nothing is written then.
  public func sweep(
    _ request: SweepRequest, width: Int = Screen.standardWidth,
    control: WorkControl = WorkControl(),
    onLine: (String) -> Void = { _ in }
  ) throws -> SweepResult {
    let cases = try SweepCases(
      gridOf: Self.axes(of: request.vary), isConfirmed: request.isConfirmed)
    try checkResultsFile(request.out, replacing: request.replaces)
    control.onProgress(.reading)
    let whatIfs = try whatIfs(on: request.plan)
    try checkAxes(cases.axes, whatIfs)
    control.onWarnings(whatIfs.warnings)
    let screen = SweepScreen(
      whatIfs.scenario, axes: cases.axes, wanted: cases.count, language: request.language,
      width: width)
    for line in screen.heading() { onLine(line) }
    var outcome = SweepOutcome(
      title: whatIfs.scenario.title, axes: cases.axes, wanted: cases.count, cases: [],
      firstSolved: nil)
    outcome.cases = Self.solve(cases, whatIfs, control) { onLine(screen.line($0)) }
    let solved = Set(outcome.cases.lazy.filter { $0.outcome.status.hasPlan }.map(\.number))
    outcome.firstSolved = cases.walk.lazy.map { $0 + 1 }.first { solved.contains($0) }
    guard !outcome.cases.isEmpty else { throw WorkFailure.stopped(.interrupted, level: "") }
    try AtomicFile.write(
      SweepTable(outcome).bytes(language: request.language), to: request.out)
    return SweepResult(
      outcome: outcome, file: request.out, screen: screen, language: request.language)
  }

  /// Solves the cases until they are done or the user asks to stop.
  ///
  /// - Parameters:
  ///   - cases: The cases.
  ///   - whatIfs: The study.
  ///   - control: Progress and cancellation.
  ///   - tell: Told the cases in the order of their numbers.
  /// - Returns: The cases that were done, by number.
  private static func solve(
    _ cases: SweepCases, _ whatIfs: WhatIfs, _ control: WorkControl,
    tell: (SweptCase) -> Void
  ) -> [SweptCase] {
    var done = [SweptCase?](repeating: nil, count: cases.count)
    var told = 0
    for (turn, place) in cases.walk.enumerated() {
      var inner = control
      inner.onProgress = { progress in
        guard case .solving(var solving) = progress else { return }
        solving.cases = SolvingProgress.Cases(number: turn + 1, count: cases.count)
        control.onProgress(.solving(solving))
      }
      let settings = cases.settings(of: place)
      guard let outcome = try? whatIfs.outcome(of: settings, control: inner) else { break }
      done[place] = SweptCase(
        number: place + 1, values: cases.values(of: place), outcome: outcome)
      while told < done.count, let next = done[told] {
        tell(next)
        told += 1
      }
    }
    // Where it was cut short, those beyond a gap have not been told.
    for one in done[told...] { if let one { tell(one) } }
    return done.compactMap { $0 }
  }

  /// The axes of a sweep, every fault of theirs told at once.
  private static func axes(of vary: [String]) throws(Findings) -> [SweepAxis] {
    guard !vary.isEmpty else { throw Findings(Finding("sweep.noAxis", .error, at: nil)) }
    var axes: [SweepAxis] = []
    var findings = Findings()
    for (place, text) in vary.enumerated() {
      do {
        let axis = try SweepRange.axis(text, number: place + 1)
        if axes.contains(where: { $0.path == axis.path }) {
          let position = SourcePosition(file: SweepRange.option, line: place + 1)
          findings.add(Finding("sweep.axisTwice", .error, at: position, ["path": axis.path]))
        }
        axes.append(axis)
      } catch {
        findings.add(contentsOf: error)
      }
    }
    try findings.throwIfErrors()
    return axes
  }

  /// Refuses axes of which no value can be used: a mistake of the path, not of a case.
  private func checkAxes(_ axes: [SweepAxis], _ whatIfs: WhatIfs) throws(Findings) {
    var findings = Findings()
    for (place, axis) in axes.enumerated() {
      var first: Findings?
      let isUsable = axis.values.contains { value in
        let setting = Setting(
          path: axis.path, value: value, option: SweepRange.option, number: place + 1)
        do throws(Findings) {
          _ = try whatIfs.scenario(with: [setting])
          return true
        } catch {
          first = first ?? error
          return false
        }
      }
      if !isUsable, let first {
        for finding in first.all where finding.severity == .error { findings.add(finding) }
      }
    }
    try findings.throwIfErrors()
  }
}
