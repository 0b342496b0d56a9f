// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The one place where text becomes part of HTML.
enum Escaping {
  /// A text between tags.
  static func text(_ text: String) -> String { escaped(text, quotes: false) }

  /// A value between double quotes.
  static func value(_ text: String) -> String { escaped(text, quotes: true) }

  /// A program or data inside `<script>`.
  ///
  /// Two sequences end a script or change how it is read; in the strings in which programs have them
  /// a backslash changes nothing.
  static func script(_ code: String) -> String {
    code.replacingOccurrences(of: "</script", with: "<\\/script", options: .caseInsensitive)
      .replacingOccurrences(of: "<!--", with: "<\\!--")
  }

  /// JSON inside `<script>`: a `<` stands in strings only.
  static func json(_ json: String) -> String {
    var result = ""
    for scalar in json.unicodeScalars {
      if scalar == "<" { result += "\\u003c" } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// A sheet of styles: whatever could end it is left out.
  static func style(_ style: String) -> String {
    String(String.UnicodeScalarView(style.unicodeScalars.filter { $0 != "<" }))
  }

  private static func escaped(_ text: String, quotes: Bool) -> String {
    let needs = text.utf8.contains {
      $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22
    }
    guard needs else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where quotes: result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      // Other control characters are not allowed in HTML.
      case _ where scalar.value < 0x20: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
