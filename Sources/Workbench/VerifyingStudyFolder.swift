// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report
import StudyFiles
import Tables

extension Workbench {
  /// What a folder is that was made of one study by many solves; `nil` where it is something else.
  ///
  /// The file by which it is known, or its manifest, may be what is missing.
  static func studyFolderKind(_ folder: WrittenFolder) -> StudyManifest.Kind? {
    if let manifest = folder.manifest(as: StudyManifest.self) { return manifest.kind }
    return StudyManifest.Kind.allCases.first {
      FileManager.default.fileExists(atPath: folder.place($0.ownName))
    }
  }

  /// Does what such a folder holds over: hashes of its files and inputs, then every figure, from the
  /// study and the mechanisms solved again.
  ///
  /// - Parameters:
  ///   - kind: What the folder is.
  ///   - folder: The folder.
  ///   - request: The folder, and where inputs are.
  ///   - control: Progress and cancellation.
  /// - Returns: What holds and what does not.
  /// - Throws: `Findings` where the manifest cannot be read, ``WorkFailure`` where the work was
  ///   stopped or a solver failed in itself.
  func verifyStudyFolder(
    _ kind: StudyManifest.Kind, _ folder: WrittenFolder, _ request: VerifyRequest,
    _ control: WorkControl
  ) throws -> Verification {
    guard let bytes = folder.content(ManifestDocument.fileName) else {
      throw Findings(Finding("verify.noManifest", .error, at: SourcePosition(file: folder.path)))
    }
    let manifest = try ReportJSON.document(
      StudyManifest.self, from: bytes, path: folder.place(ManifestDocument.fileName))
    var result = Verification(plan: folder.path)
    result.subject = kind.subject
    folder.checkManifest(manifest, tool: manifest.run.tool, &result)
    folder.check(manifest.outputs, expected: kind.fileNames, &result)

    let replay = StudyFolderReplay(
      bench: self, folder: folder, manifest: manifest,
      places: InputPlaces(
        first: manifest.inputs.first?.path ?? "", output: folder.path, folder: request.folder))
    guard replay.places.check(manifest.inputs, &result) else {
      result.findings.add(Finding("verify.notRecomputed", .note))
      return result
    }
    try control.checkpoint()
    guard replay.isProven else {
      // A plan that was cut short depends on the machine and the moment.
      result.findings.add(Finding("verify.unproven", .note))
      return result
    }
    do {
      try replay.check(control, &result)
    } catch let findings as Findings {
      result.findings.add(contentsOf: findings)
    } catch let failure as WorkFailure where failure.isInfeasible {
      try control.checkpoint()
      result.findings.add(
        Finding("verify.noPlan", .error, at: SourcePosition(file: folder.place(kind.summaryName))))
    }
    return result
  }
}

extension StudyManifest.Kind {
  /// Name of a file that no other folder has.
  var ownName: String { self == .frontier ? FrontierFolder.tableName : summaryName }

  /// Name of the summary.
  var summaryName: String {
    switch self {
    case .tournament: TournamentFolder.summaryName
    case .ladder: LadderFolder.summaryName
    case .frontier: FrontierFolder.summaryName
    case .range: RangeFolder.summaryName
    case .alternatives: AlternativesFolder.summaryName
    case .price: MarginFolder.summaryName
    case .importance: ImportanceFolder.summaryName
    case .supply: SupplyFolder.summaryName
    }
  }

  /// Names of the files of a folder.
  var fileNames: [String] {
    switch self {
    case .tournament: TournamentFolder.fileNames
    case .ladder: LadderFolder.fileNames
    case .frontier: FrontierFolder.fileNames
    case .range: RangeFolder.fileNames
    case .alternatives: AlternativesFolder.fileNames
    case .price: MarginFolder.fileNames
    case .importance: ImportanceFolder.fileNames
    case .supply: SupplyFolder.fileNames
    }
  }

  /// What is verified.
  fileprivate var subject: Verification.Subject {
    switch self {
    case .tournament: .tournament
    case .ladder: .ladder
    case .frontier: .frontier
    case .range: .range
    case .alternatives: .alternatives
    case .price: .price
    case .importance: .importance
    case .supply: .supply
    }
  }
}

extension WorkFailure {
  /// Whether there is no plan, of whatever scenario.
  var isInfeasible: Bool {
    switch self {
    case .infeasible: true
    case .inScenario(_, let inner), .explained(let inner, by: _): inner.isInfeasible
    default: false
    }
  }
}

/// Makes what a folder holds again from what its manifest names.
private struct StudyFolderReplay {
  let bench: Workbench
  let folder: WrittenFolder
  let manifest: StudyManifest
  let places: InputPlaces

  /// What the summary says of its contestants or steps, as far as it matters here.
  private struct Summary: Decodable {
    struct Entry: Decodable {
      let mechanism: String
      let kind: String
      let status: CaseStatus
      let seconds: Double
    }
    struct Step: Decodable {
      let freeStatus: PlanStatus
      let keptStatus: PlanStatus
    }
    let entries: [Entry]?
    let steps: [Step]?
  }

  private var summary: Summary? {
    let name = manifest.kind.summaryName
    return folder.content(name).flatMap {
      try? ReportJSON.document(Summary.self, from: $0, path: name)
    }
  }

  /// Whether no solve claims to have been cut short.
  var isProven: Bool {
    guard let summary else { return true }
    return (summary.entries ?? []).allSatisfy { [.optimal, .infeasible].contains($0.status) }
      && (summary.steps ?? []).allSatisfy { $0.freeStatus == .optimal && $0.keptStatus == .optimal }
  }

  /// Solves again, and holds every file against what comes of it.
  func check(_ control: WorkControl, _ result: inout Verification) throws {
    let place = SourcePosition(file: folder.place(ManifestDocument.fileName))
    let written = WrittenStudy(
      run: manifest.run, inputs: manifest.inputs.filter { $0.role != "mechanism" }, places: places,
      manifest: place)
    let loaded = try written.loaded(bench, &result.findings)
    let plan = written.request(manifest.run.study)
    let files: (CSVStyle) -> [FolderFile]?
    switch manifest.kind {
    case .tournament:
      let request = try asked(TournamentRequest(plan: plan, out: folder.path))
      let mechanisms = try MechanismReader().read(
        manifest.inputs.filter { $0.role == "mechanism" }.map { places.place($0.path) },
        for: loaded.study.scenario)
      let outcome = try bench.outcome(of: request, loaded.study.scenario, mechanisms, control)
        .taking(seconds: seconds)
      result.scenarios = outcome.all.count
      files = { try? TournamentFolder.files(of: outcome, inputs: manifest.inputs, style: $0) }
    case .ladder:
      let request = try asked(LadderRequest(plan: plan, out: folder.path))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.steps.count
      files = { try? LadderFolder.files(of: outcome, inputs: manifest.inputs, style: $0) }
    case .frontier:
      let request = try asked(FrontierRequest(plan: plan, goals: []))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.points.count
      files = { try? FrontierFolder.files(of: outcome, style: $0) }
    case .range:
      let request = try asked(RangeRequest(plan: plan, within: 0))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.entries.count
      files = { try? RangeFolder.files(of: outcome, style: $0) }
    case .alternatives:
      let request = try asked(AlternativesRequest(plan: plan, within: 0))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.found
      files = { try? AlternativesFolder.files(of: outcome, style: $0) }
    case .price:
      let request = try asked(PriceRequest(plan: plan))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.margins.count
      files = { try? MarginFolder.files(of: outcome, style: $0) }
    case .importance:
      let request = try asked(ImportanceRequest(plan: plan))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.parts.count
      files = { try? ImportanceFolder.files(of: outcome, style: $0) }
    case .supply:
      let request = try asked(SupplyRequest(plan: plan))
      let outcome = try bench.outcome(of: request, loaded, control)
      result.scenarios = outcome.curves.count
      files = { try? SupplyFolder.files(of: outcome, style: $0) }
    }
    try control.checkpoint()
    compare(files, &result)
  }

  /// A request with what the manifest says was asked for.
  private func asked<Request: RecordedRequest>(_ request: Request) throws(Findings) -> Request {
    var request = request
    guard request.take(settings: manifest.run) else {
      throw Findings(
        Finding(
          "verify.noSettings", .error,
          at: SourcePosition(file: folder.place(ManifestDocument.fileName))))
    }
    return request
  }

  /// Seconds are what they were: no solve takes as long twice.
  private func seconds(of one: Contestant) -> Double? {
    summary?.entries?.first { $0.mechanism == one.id && $0.kind == one.kind }?.seconds
  }

  private func compare(
    _ files: (CSVStyle) -> [FolderFile]?, _ result: inout Verification
  ) {
    var anew: [CSVStyle: [String: [UInt8]]] = [:]
    for name in manifest.kind.fileNames where name != ManifestDocument.fileName {
      func bytes(_ style: CSVStyle) -> [UInt8]? {
        if anew[style] == nil {
          anew[style] = Dictionary(
            uniqueKeysWithValues: (files(style) ?? []).map { ($0.name, $0.bytes) })
        }
        return anew[style]?[name]
      }
      if name != manifest.kind.summaryName {
        folder.compareTable(name, &result, anew: bytes)
      } else if let document = bytes(.machine) {
        folder.compareDocument(name, document, &result)
      }
    }
  }
}
