// SPDX-License-Identifier: GPL-3.0-or-later

import Diagnostics
import Foundation
import StudyFiles
import Testing
import Wording

/// One way to spoil the small study.
struct BadInput: Sendable {
  var name: String
  var study: FixtureStudy
  var layers: [String] = []
  var overrides: [StudyOverride] = []
  var limits = StudyLimits()

  /// Everything told.
  var findings: [Finding] {
    let reader = StudyReader(folder: .memory(study.files), limits: limits)
    do {
      let reading = try reader.read(study: "study.yaml", layers: layers, overrides: overrides)
      return reading.warnings.all
    } catch {
      return error.all
    }
  }
}

@Suite struct `What is told about bad input` {
  @Test func `each fault is told with its place and remedy, in both languages`() throws {
    var text = ""
    for one in try BadInput.all() {
      text += "## \(one.name)\n"
      let findings = one.findings
      #expect(!findings.isEmpty, "nothing is told about: \(one.name)")
      for finding in findings {
        let phrase = Catalogue.phrases[finding.code.rawValue]
        #expect(phrase != nil, "\(finding.code.rawValue) has no phrase")
        for language in Language.allCases {
          #expect(Self.unfilled(phrase, finding, language) == nil, "\(one.name)")
          text += Catalogue.text(of: finding, in: language) + "\n"
        }
      }
      text += "\n"
    }
    try Golden.check(text, "messages.txt")
  }

  /// An argument that the phrase names and the finding does not give.
  private static func unfilled(
    _ phrase: Phrase?, _ finding: Finding, _ language: Language
  ) -> Substring? {
    let names = phrase?.text(in: language).matches(of: /\{([a-z]+)\}/).map(\.output.1) ?? []
    return names.first { finding.arguments[String($0)] == nil }
  }
}
