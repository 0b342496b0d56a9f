// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
  /// Lines that a text takes where it is broken at its spaces.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - letters: width of its cell, in characters.
  /// - Returns: at least 1.
  public static func lines(of text: String, in letters: Int) -> Int {
    var (lines, length) = (1, 0)
    for word in text.split(separator: " ") {
      if length > 0, length + 1 + word.count > letters {
        lines += 1
        length = word.count
      } else {
        length += (length > 0 ? 1 : 0) + word.count
      }
    }
    return lines
  }
}
