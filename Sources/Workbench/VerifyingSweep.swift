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
    let replay = SweepReplay(
      bench: self, place: place, file: file,
      places: InputPlaces(
        first: file.sweep.traits.first { $0.kind == .input }?.told ?? "", output: place.store,
        folder: request.folder))
    replay.checkTool(&result)
    try replay.checkTable(&result)
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
  let file: SweepFile
  let places: InputPlaces

  private var sweep: SweepDescription { file.sweep }

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
  ///
  /// - Throws: `Findings` where the file of SQLite cannot be read.
  func checkTable(_ result: inout Verification) throws(Findings) {
    guard FileManager.default.fileExists(atPath: place.table) else {
      result.findings.add(
        Finding("verify.outputMissing", .error, at: SourcePosition(file: place.table)))
      return
    }
    var table = SweepTable(axes: sweep.axes)
    try file.eachPage { page throws(Findings) in for one in page { table.makeRoom(for: one) } }
    var check = try SweepTableCheck(place.table, table)
    try file.eachPage { page throws(Findings) in try check.take(page) }
    let (isSame, findings) = try check.end()
    if isSame { result.outputs += 1 }
    for finding in findings { result.findings.add(finding) }
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
  private func sample() throws(Findings) -> [SweptCase] {
    var count = 0
    try file.eachStatus { _, _ in count += 1 }
    let most = Workbench.sampledCases
    let places =
      count > most ? (0..<most).map { $0 * (count - 1) / (most - 1) } : Array(0..<count)
    var sample: [SweptCase] = []
    var first = 0
    try file.eachPage { page in
      for place in places where place >= first && place < first + page.count {
        sample.append(page[place - first])
      }
      first += page.count
    }
    return sample
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
    let sample = try sample()
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
