// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Wording

/// Puts what the parser of arguments says by itself into the language of the user.
enum ParserText {
  /// The text in the language of the user; headings and sentences of the parser are English.
  static func inLanguage(_ text: String) -> String {
    guard HelpText.language != .english else { return text }
    return Catalogue.parserPhrases.reduce(text) { text, phrase in
      text.replacingOccurrences(of: phrase.en, with: phrase.text(in: HelpText.language))
    }
  }
}
