// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import FundingModel
import Report
import StudyFiles

/// The inputs of a plan as its manifest names them, found again and read again.
struct WrittenInputs {
  let manifest: ManifestDocument
  let places: InputPlaces

  /// Finds the folder from which the plan was made.
  ///
  /// - Parameters:
  ///   - manifest: The manifest.
  ///   - plan: The plan folder; the folder that holds it comes after the current one.
  ///   - folder: The folder asked for.
  init(manifest: ManifestDocument, plan: String, folder: String?) {
    self.manifest = manifest
    places = InputPlaces(
      first: manifest.inputs.first?.path ?? "", output: plan, folder: folder)
  }

  /// Hashes the inputs anew.
  ///
  /// - Returns: Whether all are what they were.
  func check(_ result: inout Verification) -> Bool { places.check(manifest.inputs, &result) }

  /// Reads the study again, with the layers, parameters and region of the manifest.
  ///
  /// - Returns: The study; `nil`, with findings, where it cannot be read.
  func study(_ bench: Workbench, _ result: inout Verification) -> ResolvedStudy? {
    let place = SourcePosition(file: "\(result.plan)/\(ManifestDocument.fileName)")
    func paths(_ role: String) -> [String] {
      manifest.inputs.filter { $0.role == role }.map { places.place($0.path) }
    }
    guard let file = paths("study").first else {
      result.findings.add(Finding("verify.noStudy", .error, at: place))
      return nil
    }
    do {
      let (study, _) = try bench.load(
        StudySpecification(study: file, layers: paths("layer")),
        overrides: manifest.run.overrides, region: manifest.run.region)
      compare(study, try bench.inputRecords(of: study), place, &result)
      return study
    } catch {
      result.findings.add(contentsOf: error)
      return nil
    }
  }

  /// Holds what was read against what the manifest says was read.
  private func compare(
    _ study: ResolvedStudy, _ records: [FileRecord], _ place: SourcePosition,
    _ result: inout Verification
  ) {
    let read = records.map { [$0.role, $0.sha256] }
    if read != manifest.inputs.map({ [$0.role, $0.sha256] }) || study.layers != manifest.layers {
      result.findings.add(Finding("verify.otherFiles", .error, at: place))
    }
    result.parameters = study.parameters.count
    let known = Dictionary(
      manifest.parameters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var differences: [(path: String, written: String, read: String)] = []
    for parameter in study.parameters {
      let written = known[parameter.path]
      let isSame =
        written?.value == parameter.value
        && written?.origins.map(Origin.init) == parameter.origins.map(Origin.init)
      if !isSame { differences.append((parameter.path, written?.value ?? "–", parameter.value)) }
    }
    let paths = Set(study.parameters.map(\.path))
    for parameter in manifest.parameters where !paths.contains(parameter.path) {
      differences.append((parameter.path, parameter.value, "–"))
    }
    for difference in differences.prefix(Verification.told) {
      result.findings.add(
        Finding(
          "verify.parameterDiffers", .error, at: place,
          ["path": difference.path, "written": difference.written, "read": difference.read]))
    }
    if manifest.parameters.count != study.parameters.count, differences.isEmpty {
      result.findings.add(Finding("verify.otherFiles", .error, at: place))
    }
  }

  /// An origin without its file, whose path depends on where the plan is verified.
  private struct Origin: Equatable {
    let layer: String
    let line: Int
    let source: String?
    let isAssumption: Bool

    init(_ origin: Provenance) {
      layer = origin.layer
      line = origin.line
      source = origin.source
      isAssumption = origin.isAssumption
    }
  }
}
