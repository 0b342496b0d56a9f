// SPDX-License-Identifier: GPL-3.0-or-later

/// Compares names as people write them: without case, accents, or the choice of space and dash.
public enum FoldedName {
  /// The name in lower case, without accents, its spaces, dashes and points written `_`.
  public static func of(_ name: String) -> String {
    var folded = ""
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F: continue
      case 0x20, 0x2D, 0x2E, 0xA0, 0x202F, 0x2009:
        if !folded.isEmpty, folded.last != "_" { folded.append("_") }
      default: folded.append(letters(for: scalar))
      }
    }
    while folded.last == "_" { folded.removeLast() }
    return folded
  }

  private static func letters(for scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    guard let first = lower.unicodeScalars.first, first.value >= 0x80 else { return lower }
    return plain[first] ?? lower
  }

  private static let plain: [Unicode.Scalar: String] = [
    "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "æ": "ae", "ç": "c", "è": "e",
    "é": "e", "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o",
    "ó": "o", "ô": "o", "õ": "o", "ö": "o", "œ": "oe", "ù": "u", "ú": "u", "û": "u", "ü": "u",
    "ý": "y", "ÿ": "y",
  ]
}
