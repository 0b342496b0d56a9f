// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report
import RunStore
import Tables
import Wording

extension Workbench {
  /// Most cases of a sweep that are solved again; all of them where there are no more.
  static let sampledCases = 5

  /// Whether a place is, or would be, the results of a sweep rather than a folder.
  static func isSweep(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let place = SweepPlace(path)
    return exists && !isFolder.boolValue
      && FileManager.default.fileExists(atPath: place.store)
  }

  /// Does the results of a sweep over: hashes of its inputs, its table from its file of SQLite, and a
  /// sample of its cases solved again.
  ///
  /// - Parameters:
  ///   - request: The results, and where inputs are.
  ///   - control: Progress and cancellation.
  /// - Returns: What holds and what does not.
  /// - Throws: `Findings` where the results cannot be read, ``WorkFailure`` where the work was stopped.
  func verifySweep(_ request: VerifyRequest, _ control: WorkControl) throws -> Verification {
    let place = SweepPlace(request.plan)
    let file = try SweepFile.open(place.store)
    defer { file.close() }
    var result = Verification(plan: request.plan)
    result.subject = .sweep
    var cases: [SweptCase] = []
    try file.eachPage { cases += $0 }
    let replay = SweepReplay(
      bench: self, place: place, sweep: file.sweep, cases: cases,
      places: InputPlaces(
        first: file.sweep.traits.first { $0.kind == .input }?.told ?? "", output: place.store,
        folder: request.folder))
    replay.checkTool(&result)
    replay.checkTable(&result)
    guard replay.checkInputs(&result) else {
      result.findings.add(Finding("verify.notRecomputed", .note))
      return result
    }
    try replay.checkCases(control, &result)
    return result
  }
}

/// Makes results of a sweep again from what its file says of it.
private struct SweepReplay {
  let bench: Workbench
  let place: SweepPlace
  let sweep: SweepDescription
  let cases: [SweptCase]
  let places: InputPlaces

  private func traits(_ kind: SweepTrait.Kind) -> [SweepTrait] {
    sweep.traits.filter { $0.kind == kind }
  }

  func checkTool(_ result: inout Verification) {
    let tool = "releve \(ReleveVersion.current)"
    guard let written = traits(.tool).first?.value, written != tool else { return }
    result.findings.add(
      Finding("verify.otherTool", .warning, at: nil, ["written": written, "tool": tool]))
  }

  /// The table must be what the file of SQLite makes it, in one of the languages.
  func checkTable(_ result: inout Verification) {
    let position = SourcePosition(file: place.table)
    guard let content = FileManager.default.contents(atPath: place.table) else {
      result.findings.add(Finding("verify.outputMissing", .error, at: position))
      return
    }
    let written = [UInt8](content)
    let anew = Language.allCases.compactMap { try? table(in: $0) }
    guard !anew.contains(written), let first = anew.first else {
      result.outputs += 1
      return
    }
    let folder = WrittenFolder(path: URL(filePath: place.table).deletingLastPathComponent().path)
    folder.compare(
      written, first, .machine, URL(filePath: place.table).lastPathComponent, &result)
  }

  private func table(in language: Language) throws(Findings) -> [UInt8] {
    var table = SweepTable(axes: sweep.axes)
    for one in cases { table.makeRoom(for: one) }
    var writer = table.writer()
    for one in cases { try table.append(one, to: &writer, language: language) }
    return writer.bytes
  }

  /// Hashes the inputs anew.
  func checkInputs(_ result: inout Verification) -> Bool {
    var isWhole = true
    for trait in traits(.input) {
      let position = SourcePosition(file: places.place(trait.told))
      let role = String(trait.name.drop { $0 != " " }.dropFirst())
      guard let content = FileManager.default.contents(atPath: places.place(trait.told)) else {
        result.findings.add(
          Finding("verify.inputMissing", .error, at: position, ["role": role]))
        isWhole = false
        continue
      }
      if ContentHash.sha256([UInt8](content)) == trait.value {
        result.inputs += 1
      } else {
        result.findings.add(
          Finding("verify.inputAltered", .error, at: position, ["role": role]))
        isWhole = false
      }
    }
    return isWhole
  }

  /// Cases to solve again: the first, the last, and some between, evenly.
  private var sample: [SweptCase] {
    let most = Workbench.sampledCases
    guard cases.count > most else { return cases }
    return (0..<most).map { cases[$0 * (cases.count - 1) / (most - 1)] }
  }

  /// Solves a sample of the cases again, from nothing.
  func checkCases(_ control: WorkControl, _ result: inout Verification) throws {
    // The study as it was typed, from the folder in which it was.
    let parts = sweep.study.split(separator: "+").map(String.init)
    let specification = ([places.place(parts.first ?? "")] + parts.dropFirst())
      .joined(separator: "+")
    let study = StudyRequest(
      specification, region: traits(.region).first?.value,
      overrides: traits(.setting).map(\.value))
    let whatIfs: WhatIfs
    do {
      whatIfs = try bench.whatIfs(on: PlanRequest(study: study))
    } catch {
      result.findings.add(contentsOf: error)
      return
    }
    let sample = sample
    var again = 0
    for (number, one) in sample.enumerated()
    where one.outcome.status == .optimal || one.outcome.status == .infeasible {
      let settings = zip(sweep.axes, one.values).filter { !$0.1.isEmpty }.map {
        Setting(path: $0.0, value: $0.1)
      }
      let outcome = try whatIfs.outcome(
        of: settings, control: control.forCase(number + 1, of: sample.count))
      compare(one, outcome, &result)
      again += 1
    }
    result.scenarios = again
  }

  private func compare(
    _ one: SweptCase, _ anew: CaseOutcome, _ result: inout Verification
  ) {
    let position = SourcePosition(file: place.store)
    func differs(_ name: String, _ written: String, _ value: String) {
      result.findings.add(
        Finding(
          "verify.caseDiffers", .error, at: position,
          ["number": "\(one.number)", "name": name, "written": written, "value": value]))
    }
    if one.outcome.status != anew.status {
      differs("status", one.outcome.status.rawValue, anew.status.rawValue)
      return
    }
    for (written, goal) in zip(one.outcome.goals, anew.goals) {
      // Each is proven to a gap of its own, and later goals may move within the tolerance.
      let allowed =
        (2e-5 + written.tolerance) * max(1, abs(written.value), abs(goal.value))
      if written.name != goal.name || abs(written.value - goal.value) > allowed {
        differs(
          goal.name, Verification.text(written.value), Verification.text(goal.value))
      }
    }
  }
}
