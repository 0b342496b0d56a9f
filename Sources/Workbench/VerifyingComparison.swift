// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import PlanComparison
import Report
import StudyFiles
import Tables

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
    let sealed = try? manifest.sealed { ContentHash.sha256($0) }
    folder.checkManifest(
      sealed == manifest ? try? ReportJSON.bytes(of: manifest) : nil, tool: manifest.run.tool,
      &result)
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
      result.findings.add(Finding("verify.comparison.unproven", .note))
      return result
    }
    try replay.check(control, &result)
    return result
  }
}

extension WrittenFolder {
  /// Whether its manifest is a comparison's: the document by which it is known may be what is missing.
  var isOfComparison: Bool {
    let name = ManifestDocument.fileName
    guard let bytes = content(name) else { return false }
    return (try? ReportJSON.document(ComparisonManifest.self, from: bytes, path: place(name)))
      != nil
  }
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
        scenarios.append(try again(scenario, inner, &result))
      } catch let findings as Findings {
        result.findings.add(contentsOf: findings)
      } catch {
        try control.checkpoint()
        guard case WorkFailure.infeasible = error else { throw error }
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
      let comparison = try Comparison(
        baseline: baseline, others: Array(scenarios.dropFirst()), settings: settings)
      result.scenarios = scenarios.count
      compare(comparison, &result)
    } catch {
      result.findings.add(contentsOf: error)
    }
  }

  /// How the comparison is told.
  private var settings: ComparisonSettings? {
    func value(_ name: String) -> String {
      manifest.run.settings.first { $0.name == name }?.value ?? ""
    }
    let pins = value("pinned")
    return CompareRequest.settings(
      sizes: value("size_edges"),
      pins: pins == CompareRequest.typicalPins ? [] : pins.split(separator: ",").map(String.init))
  }

  /// One scenario: read from its folder, or planned again.
  private func again(
    _ scenario: ComparisonManifest.Scenario, _ control: WorkControl,
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
    func paths(_ role: String) -> [String] {
      scenario.inputs.filter { $0.role == role }.map { places.place($0.path) }
    }
    let manifestPlace = SourcePosition(file: folder.place(ManifestDocument.fileName))
    guard let file = paths("study").first else {
      throw Findings(Finding("verify.noStudy", .error, at: manifestPlace))
    }
    var (study, warnings) = try bench.load(
      StudySpecification(study: file, layers: paths("layer")), overrides: scenario.run.overrides,
      region: scenario.run.region)
    let records = try bench.inputRecords(of: study)
    if records.map({ [$0.role, $0.sha256] }) != scenario.inputs.map({ [$0.role, $0.sha256] }) {
      result.findings.add(Finding("verify.otherFiles", .error, at: manifestPlace))
    }
    // The comparison tells places as they were where it was made.
    for place in study.parameters.indices {
      for origin in study.parameters[place].origins.indices {
        let file = study.parameters[place].origins[origin].file
        study.parameters[place].origins[origin].file = places.original(file)
      }
    }
    let request = PlanRequest(
      study: StudyRequest(
        scenario.argument, region: scenario.run.region, overrides: scenario.run.overrides),
      command: scenario.run.command)
    let planned = try bench.plan(
      LoadedStudy(study: study, warnings: warnings, inputs: scenario.inputs, seconds: 0), request,
      control: control)
    try control.checkpoint()
    return ComparedScenario(
      planned.outcome, name: scenario.name, argument: scenario.argument, files: scenario.inputs)
  }

  private func compare(_ comparison: Comparison, _ result: inout Verification) {
    compareDocument(comparison, &result)
    for table in ComparisonTable.allCases {
      guard let bytes = folder.content(table.fileName) else { continue }
      let style = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? CSVStyle.frenchExcel : .machine
      guard let anew = try? ComparisonFolder.bytes(of: table, comparison, style: style) else {
        continue
      }
      folder.compare(bytes, anew, style, table.fileName, &result)
    }
  }

  private func compareDocument(_ comparison: Comparison, _ result: inout Verification) {
    guard let bytes = folder.content(ComparisonFolder.documentName),
      let anew = try? ReportJSON.bytes(of: ComparisonDocument(comparison)),
      let old = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let new = try? JSONSerialization.jsonObject(with: Data(anew))
    else { return }
    let place = SourcePosition(file: folder.place(ComparisonFolder.documentName))
    for difference in FigureComparison.differences(old, new).prefix(Verification.told) {
      result.findings.add(
        Finding(
          "verify.figureDiffers", .error, at: place,
          ["name": difference.path, "written": difference.left, "value": difference.right]))
    }
  }
}
