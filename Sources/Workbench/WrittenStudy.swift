// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import FundingModel
import Report
import StudyFiles

/// A study as a manifest names it, found again and read again.
struct WrittenStudy {
  /// Study, region and parameters as asked for.
  let run: RunIdentity
  /// Files of the study, with their hashes.
  let inputs: [FileRecord]
  let places: InputPlaces
  /// The manifest.
  let manifest: SourcePosition

  /// Where the inputs of a role are now.
  func paths(_ role: String) -> [String] {
    inputs.filter { $0.role == role }.map { places.place($0.path) }
  }

  /// Reads it.
  ///
  /// - Parameters:
  ///   - bench: The workbench that reads.
  ///   - findings: Takes what differs from the manifest.
  /// - Returns: The study, whose places are told as they were where it was planned.
  /// - Throws: Every fault of its files.
  func loaded(_ bench: Workbench, _ findings: inout Findings) throws(Findings) -> LoadedStudy {
    guard let file = paths("study").first else {
      throw Findings(Finding("verify.noStudy", .error, at: manifest))
    }
    var (study, warnings) = try bench.load(
      StudySpecification(study: file, layers: paths("layer")), overrides: run.overrides,
      region: run.region)
    let records = try bench.inputRecords(of: study)
    if records.map({ [$0.role, $0.sha256] }) != inputs.map({ [$0.role, $0.sha256] }) {
      findings.add(Finding("verify.otherFiles", .error, at: manifest))
    }
    for place in study.parameters.indices {
      for origin in study.parameters[place].origins.indices {
        let file = study.parameters[place].origins[origin].file
        study.parameters[place].origins[origin].file = places.original(file)
      }
    }
    return LoadedStudy(study: study, warnings: warnings, inputs: inputs, seconds: 0)
  }

  /// What is asked of it again, with the study as it was typed.
  func request(_ specification: String) -> PlanRequest {
    PlanRequest(
      study: StudyRequest(specification, region: run.region, overrides: run.overrides),
      command: run.command)
  }
}
