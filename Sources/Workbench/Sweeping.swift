// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import LinearProgramming
public import Report
import RunStore
import Tables
import Wording

extension Workbench {
  /// Solves the cases of a sweep, several at a time, each into the results file as it is done.
  ///
  /// A case that fails is a row. Cases that the results file has already are not solved again: a
  /// sweep that was cut short at whatever moment goes on where the same is asked for again. Where
  /// the user asks to stop, the cases done so far are kept.
  ///
  /// - Parameters:
  ///   - request: What to vary and where results go.
  ///   - width: Columns of the screen.
  ///   - control: Progress and cancellation.
  ///   - onLine: Told the lines of the screen: the heading, then one per case in the order of the
  ///     rows, each as soon as those before it are done.
  /// - Returns: Everything about the cases that are done.
  /// - Throws: `Findings` for faults of the inputs and of the files, ``WorkFailure`` where the user
  ///   stopped the work before any case was done; nothing is written then.
  public func sweep(
    _ request: SweepRequest, width: Int = Screen.standardWidth,
    control: WorkControl = WorkControl(),
    onLine: (String) -> Void = { _ in }
  ) throws -> SweepResult {
    let shard = try request.shard.map { text throws(Findings) in try SweepShard(text) }
    let cases = try SweepDesign.cases(request)
    let place = SweepPlace(request.out)
    let standing = try place.check(replacing: request.replaces)
    control.onProgress(.reading)
    let opened = try OpenedWhatIfs(self, request.plan)
    try checkAxes(cases, opened)
    let inputs = try inputRecords(of: opened.study) + tables(cases, opened)
    let description = SweepDescription(
      cases, shard: shard, opened.scenario, request.plan, inputs: inputs, solver: engine.identity)
    control.onWarnings(opened.warnings)
    let file = try self.opened(place, standing, description, replacing: request.replaces)
    defer { file.close() }
    let share = shard?.range(of: cases.count) ?? 0..<cases.count
    var run = try SweepRun(cases: cases, share: share, file: file)
    let screen = SweepScreen(
      opened.scenario, axes: cases.axes, wanted: share.count, shard: shard?.text,
      language: request.language, width: width)
    for line in screen.heading(fromFile: run.tally.fromFile, in: place.store) { onLine(line) }
    try run.solve(opened, control) { onLine(screen.line($0)) }
    guard run.tally.done > 0 || share.isEmpty else {
      file.close()
      try SweepFile.remove(place.store)
      throw WorkFailure.stopped(.interrupted, level: "")
    }
    var outcome = SweepOutcome(
      title: opened.scenario.title, axes: cases.axes, wanted: share.count, shard: shard?.text,
      tally: run.tally)
    outcome.workers = run.workers
    outcome.seconds = run.seconds
    try writeTable(outcome, place, file, request.language)
    return SweepResult(
      outcome: outcome, file: place.table, store: place.store, parts: nil, screen: screen,
      language: request.language, width: width,
      origin: SweepResult.Origin(study: opened.study, inputs: inputs))
  }

  /// Tables that only a varied path names, with their hashes: they decide what cases come to as
  /// those of the study do.
  private func tables(
    _ cases: SweepCases, _ whatIfs: OpenedWhatIfs
  ) throws(Findings) -> [FileRecord] {
    var known = Set(whatIfs.study.files)
    var files: [(path: String, role: String)] = []
    for (column, axis) in cases.axes.enumerated() where axis.path.hasPrefix("tables.") {
      for value in axis.values.indices {
        let setting = cases.setting(axis, value: value, axis: column)
        for file in whatIfs.files(with: [setting]) where known.insert(file).inserted {
          files.append((file.path, file.role))
        }
      }
    }
    return try inputRecords(files)
  }

  /// Writes the table of results, unless it stands there with every case.
  func writeTable(
    _ outcome: SweepOutcome, _ place: SweepPlace, _ file: SweepFile, _ language: Language
  ) throws(Findings) {
    let done = outcome.tally.done
    if outcome.isComplete, try file.tabled() == done, done > 0,
      FileManager.default.fileExists(atPath: place.table)
    {
      return
    }
    var table = SweepTable(axes: outcome.axes.map(\.path))
    try file.eachPage { page throws(Findings) in for one in page { table.makeRoom(for: one) } }
    var writer = table.writer()
    var last: Int? = 0
    try AtomicFile.write(to: place.table) { () throws(Findings) -> [UInt8]? in
      guard let before = last else { return nil }
      let page = try file.swept(after: before)
      for one in page { try table.append(one, to: &writer, language: language) }
      last = page.last?.number
      return writer.takeBytes()
    }
    try file.setTabled(done)
  }

  /// The results file of a sweep: a new one, or the one that stands there and goes on.
  private func opened(
    _ place: SweepPlace, _ standing: SweepFile.Place, _ description: SweepDescription,
    replacing: Bool
  ) throws(Findings) -> SweepFile {
    guard standing != .free, !replacing else {
      if standing != .free { try SweepFile.remove(place.store) }
      return try SweepFile.create(place.store, description)
    }
    return try SweepFile.open(place.store, of: description)
  }

  /// Refuses axes of which no value can be used: a mistake of the path, not of a case.
  private func checkAxes(_ cases: SweepCases, _ whatIfs: OpenedWhatIfs) throws(Findings) {
    // One case that can be used, with a value on each axis, says it of all.
    if cases.places(of: 0).allSatisfy({ $0 != nil }),
      (try? whatIfs.scenario(with: cases.settings(of: 0))) != nil
    {
      return
    }
    var findings = Findings()
    for (column, axis) in cases.axes.enumerated() {
      var first: Findings?
      let isUsable = axis.values.indices.contains { value in
        do throws(Findings) {
          _ = try whatIfs.scenario(with: [cases.setting(axis, value: value, axis: column)])
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

extension SweepFile {
  /// The cases that follow one, at the most ``pageSize``.
  ///
  /// - Throws: findings where they cannot be read.
  func swept(after number: Int) throws(Findings) -> [SweptCase] {
    try cases(after: number).map { record throws(Findings) in try record.swept(from: path) }
  }

  /// Goes through the cases, in the order of their numbers, some at a time.
  ///
  /// - Throws: findings where they cannot be read, or what `take` throws.
  func eachPage(_ take: ([SweptCase]) throws(Findings) -> Void) throws(Findings) {
    var page = try swept(after: 0)
    while let last = page.last {
      try take(page)
      page = try swept(after: last.number)
    }
  }
}
