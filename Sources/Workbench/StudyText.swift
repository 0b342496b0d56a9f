// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics
public import FundingModel
import Report
public import Wording

extension Workbench {
  /// The resolved scenario as lines of text, for `show`.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - withLayers: Whether the layer, file and line behind each value are told.
  ///   - assumptionsOnly: Whether only parameters without a published source are told.
  ///   - language: Language of the words.
  /// - Returns: Lines without line ends.
  public func text(
    _ study: ResolvedStudy, withLayers: Bool, assumptionsOnly: Bool, language: Language
  ) -> [String] {
    ShowText.lines(
      study, withLayers: withLayers, assumptionsOnly: assumptionsOnly, language: language)
  }

  /// The resolved scenario as JSON, for `show --json`.
  ///
  /// - Throws: `Findings` where a number is not finite.
  public func json(_ study: ResolvedStudy, assumptionsOnly: Bool) throws(Findings) -> String {
    let document = ShowDocument(study, assumptionsOnly: assumptionsOnly)
    return try ReportJSON.text(of: document)
  }
}
