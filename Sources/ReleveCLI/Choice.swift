// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording

/// Turns one of a few words into its case, or says which words there are.
enum Choice {
  static func transform<Case: RawRepresentable & CaseIterable>(_ text: String) throws -> Case
  where Case.RawValue == String {
    guard let value = Case(rawValue: text) else {
      let words = Case.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        Catalogue.text(
          "help.choice", in: HelpText.language, ["text": text, "choices": words]))
    }
    return value
  }
}
