// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import PlanComparison
import Report

extension Workbench {
  /// Does a comparison over: hashes of its files and inputs, then every figure, from the plan folders
  /// it was made of, and from studies planned again.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - request: The folder, and where inputs are.
  ///   - control: Progress and cancellation.
  /// - Returns: What holds and what does not.
  /// - Throws: `Findings` where the manifest cannot be read, ``WorkFailure`` where the work was
  ///   stopped or a solver failed in itself.
  func verifyComparison(
    _ folder: WrittenFolder, _ request: VerifyRequest, _ control: WorkControl
  ) throws -> Verification {
    guard let bytes = folder.content(ManifestDocument.fileName) else {
      throw Findings(Finding("verify.notAPlan", .error, at: SourcePosition(file: folder.path)))
    }
    let manifest = try ReportJSON.document(
      ComparisonManifest.self, from: bytes, path: folder.place(ManifestDocument.fileName))
    var result = Verification(plan: folder.path)
    result.subject = .comparison
    folder.checkManifest(manifest, tool: manifest.run.tool, &result)
    folder.check(manifest.outputs, expected: ComparisonFolder.fileNames, &result)

    let replay = ComparisonReplay(
      bench: self, folder: folder, manifest: manifest,
      places: InputPlaces(
        first: manifest.scenarios.first?.inputs.first?.path ?? "", output: folder.path,
        folder: request.folder))
    guard replay.checkInputs(&result) else {
      result.findings.add(Finding("verify.notRecomputed", .note))
      return result
    }
    try control.checkpoint()
    guard replay.isProven else {
      // A plan that was cut short depends on the machine and the moment.
      result.findings.add(Finding("verify.unproven", .note))
      return result
    }
    try replay.check(control, &result)
    return result
  }
}

extension WrittenFolder {
  /// Whether its manifest is a comparison's: the document by which it is known may be what is missing.
  var isOfComparison: Bool { manifest(as: ComparisonManifest.self) != nil }
}

/// Makes a comparison again from what its manifest names.
private struct ComparisonReplay {
  let bench: Workbench
  let folder: WrittenFolder
  let manifest: ComparisonManifest
  let places: InputPlaces

  /// Hashes every input anew, those of several scenarios once.
  func checkInputs(_ result: inout Verification) -> Bool {
    var records: [FileRecord] = []
    for record in manifest.scenarios.flatMap(\.inputs) where !records.contains(record) {
      records.append(record)
    }
    return places.check(records, &result)
  }

  /// Whether every plan claims to be proven.
  var isProven: Bool {
    struct Document: Decodable {
      struct Scenario: Decodable { let status: PlanStatus }
      struct Entry: Decodable { let scenario: Scenario }
      let baseline: Scenario
      let scenarios: [Entry]
    }
    guard let bytes = folder.content(ComparisonFolder.documentName),
      let document = try? JSONDecoder().decode(Document.self, from: Data(bytes))
    else { return true }
    return ([document.baseline] + document.scenarios.map(\.scenario))
      .allSatisfy { $0.status != .feasible }
  }

  /// Compares again, and holds every file against what comes of it.
  func check(_ control: WorkControl, _ result: inout Verification) throws {
    var scenarios: [ComparedScenario] = []
    for (number, scenario) in manifest.scenarios.enumerated() {
      let inner = control.forCase(
        number + 1, of: manifest.scenarios.count, tellsOtherSteps: true)
      do {
        scenarios.append(
          try again(scenario, yearByYear: isYearByYear && number > 0, inner, &result))
      } catch let findings as Findings {
        result.findings.add(contentsOf: findings)
      } catch {
        try control.checkpoint()
        guard (error as? WorkFailure)?.isInfeasible == true else { throw error }
        result.findings.add(
          Finding("verify.comparison.noPlan", .error, at: nil, ["name": scenario.name]))
      }
    }
    guard scenarios.count == manifest.scenarios.count, let baseline = scenarios.first,
      let settings
    else {
      result.findings.add(Finding("verify.notRecomputed", .note))
      return
    }
    do {
      var comparison = try Comparison(
        baseline: baseline, others: Array(scenarios.dropFirst()), settings: settings)
      comparison.isYearByYear = isYearByYear
      result.scenarios = scenarios.count
      compare(comparison, &result)
    } catch {
      result.findings.add(contentsOf: error)
    }
  }

  /// Whether the scenarios beside the baseline are planned without foresight.
  private var isYearByYear: Bool { manifest.run.setting("myopic") == "yes" }

  /// How the comparison is told.
  private var settings: ComparisonSettings? {
    let pins = manifest.run.setting("pinned") ?? ""
    return CompareRequest.settings(
      sizes: manifest.run.setting("size_edges") ?? "",
      pins: pins == CompareRequest.typicalPins ? [] : pins.split(separator: ",").map(String.init))
  }

  /// One scenario: read from its folder, or planned again.
  private func again(
    _ scenario: ComparisonManifest.Scenario, yearByYear: Bool, _ control: WorkControl,
    _ result: inout Verification
  ) throws -> ComparedScenario {
    if scenario.source == .folder {
      var warnings = Findings()
      let source = try ComparedSource.folder(
        places.place(scenario.argument), name: scenario.name, warnings: &warnings)
      guard case .folder(var read) = source else { throw Findings() }
      read.argument = scenario.argument
      return read
    }
    let written = WrittenStudy(
      run: scenario.run, inputs: scenario.inputs, places: places,
      manifest: SourcePosition(file: folder.place(ManifestDocument.fileName)))
    let loaded = try written.loaded(bench, &result.findings)
    let request = written.request(scenario.argument)
    let planned =
      try yearByYear
      ? bench.planYearByYear(loaded, request, name: scenario.name, control: control)
      : bench.plan(loaded, request, control: control)
    try control.checkpoint()
    return ComparedScenario(
      planned.outcome, name: scenario.name, argument: scenario.argument, files: scenario.inputs)
  }

  private func compare(_ comparison: Comparison, _ result: inout Verification) {
    if let anew = try? ReportJSON.bytes(of: ComparisonDocument(comparison)) {
      folder.compareDocument(ComparisonFolder.documentName, anew, &result)
    }
    for table in ComparisonTable.allCases {
      folder.compareTable(table.fileName, &result) { style in
        try? ComparisonFolder.bytes(of: table, comparison, style: style)
      }
    }
  }
}
