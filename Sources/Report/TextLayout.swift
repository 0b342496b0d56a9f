// SPDX-License-Identifier: GPL-3.0-or-later

/// Aligns and wraps text by the columns it takes on a terminal.
public enum TextLayout {
  /// Columns a text takes: none for combining marks, two for wide East Asian letters and emoji.
  public static func columns(_ text: String) -> Int {
    text.reduce(0) { sum, letter in
      guard let scalar = letter.unicodeScalars.first else { return sum }
      return sum + columns(scalar)
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The text with spaces after it up to a width.
  public static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  /// The text with spaces before it up to a width.
  public static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - columns(text))) + text
  }

  /// Rows of cells as lines, every column right-aligned and as wide as its widest cell.
  static func rightAligned(_ rows: [[String]]) -> (lines: [String], widths: [Int]) {
    let widths = (rows.first ?? []).indices.map { place in
      rows.map { columns($0[place]) }.max() ?? 0
    }
    return (
      rows.map { row in zip(row, widths).map { right($0, $1) }.joined(separator: "  ") }, widths
    )
  }

  /// The text without spaces at its end.
  public static func withoutTrailingSpaces(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// Capital letter of a place, from 0; `nil` beyond Z.
  static func letter(_ place: Int) -> String? {
    place < 26 ? String(UnicodeScalar(UInt8(65 + place))) : nil
  }

  /// The text cut to a width, an ellipsis in place of what is missing.
  public static func cut(_ text: String, to width: Int) -> String {
    guard columns(text) > width else { return text }
    var result = ""
    var used = 1
    for letter in text {
      used += columns(String(letter))
      guard used <= width else { break }
      result.append(letter)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  /// Lines of at most a width, broken at plain spaces only; a longer word stands alone.
  ///
  /// A mark that French sets apart by a space (`:`, `»`) stays with its word.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(of: text) {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if columns(longer) <= width || line.isEmpty {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A text behind a label, its further lines indented as the first.
  static func labelled(_ label: String, _ text: String, to width: Int) -> [String] {
    let indent = columns(label)
    return wrapped(text, to: width - indent).enumerated().map {
      ($0.offset == 0 ? label : String(repeating: " ", count: indent)) + $0.element
    }
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var opens = false
    for piece in text.split(separator: " ") {
      if opens || [":", ";", "»", "·", "!", "?"].contains(piece), let last = words.popLast() {
        words.append("\(last) \(piece)")
      } else {
        words.append(String(piece))
      }
      opens = piece == "«"
    }
    return words
  }
}
