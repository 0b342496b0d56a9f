// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
import StudyFiles

extension Workbench {
  /// Reads a study with its layers and, where asked, narrows it to one region.
  ///
  /// - Parameter request: The study.
  /// - Returns: The resolved study, and what is worth saying about it.
  /// - Throws: `Findings`, all of them.
  public func load(
    _ request: StudyRequest
  ) throws(Findings) -> (study: ResolvedStudy, warnings: Findings) {
    try request.checkDone()
    return try load(
      StudySpecification(request.specification), overrides: request.overrides,
      region: request.region)
  }

  /// Reads a study from the files of its specification.
  func load(
    _ specification: StudySpecification, overrides: [String], region: String?
  ) throws(Findings) -> (study: ResolvedStudy, warnings: Findings) {
    let overrides = try overrides.map { text throws(Findings) in try Setting(text).override }
    let reading = try StudyReader().read(
      study: specification.study, layers: specification.layers, overrides: overrides)
    var study = reading.study
    study.scenario = try narrowed(study.scenario, to: region)
    return (study, reading.warnings)
  }

  /// A scenario narrowed to one region, or as it is where none is named.
  ///
  /// - Throws: a finding where nobody, or nobody who weighs anything, is in the region.
  func narrowed(_ scenario: Scenario, to region: String?) throws(Findings) -> Scenario {
    guard let region else { return scenario }
    try Self.checkRegion(region, of: scenario)
    guard let narrowed = scenario.restricted(toRegion: RegionID(region), weight: .agents) else {
      throw Findings(Finding("workbench.emptyRegion", .error, at: nil, ["region": region]))
    }
    return narrowed
  }
}
