// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
import Report
import StudyFiles
public import Wording

extension Workbench {
  /// The resolved scenario as lines of text, for `show`.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - withLayers: Whether the layer, file and line behind each value are told.
  ///   - assumptionsOnly: Whether only parameters without a published source are told.
  ///   - mechanisms: Parameters of the mechanisms beside the study.
  ///   - language: Language of the words.
  /// - Returns: Lines without line ends.
  public func text(
    _ study: ResolvedStudy, withLayers: Bool, assumptionsOnly: Bool,
    mechanisms: [ResolvedStudy.Parameter] = [], language: Language
  ) -> [String] {
    ShowText.lines(
      study, withLayers: withLayers, assumptionsOnly: assumptionsOnly, mechanisms: mechanisms,
      language: language)
  }

  /// The resolved scenario as JSON, for `show --json`.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json(
    _ study: ResolvedStudy, assumptionsOnly: Bool, mechanisms: [ResolvedStudy.Parameter] = []
  ) throws(Findings) -> String {
    let document = ShowDocument(study, assumptionsOnly: assumptionsOnly, mechanisms: mechanisms)
    return try ReportJSON.text(of: document)
  }

  /// Parameters of the mechanisms that stand beside a study.
  ///
  /// - Parameter request: The study.
  /// - Returns: Each with its origin; none where there is no mechanism.
  /// - Throws: `Findings`, all of them.
  public func mechanismParameters(
    beside request: StudyRequest
  ) throws(Findings) -> [ResolvedStudy.Parameter] {
    let reader = MechanismReader()
    let study = try StudySpecification(request.specification).study
    return try reader.parameters(in: reader.folder(beside: study))
  }
}
