// SPDX-License-Identifier: GPL-3.0-or-later

/// Names as registers write them.
enum RegisterName {
  /// The name with single spaces and single quotes, without quotes around the whole.
  static func clean(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x22 || $0 == 0x20 || $0 < 0x20 }) else { return name }
    var cleaned = ""
    for character in name {
      let letter: Character = character.isWhitespace ? " " : character
      if letter == " " || letter == "\"", cleaned.last == letter { continue }
      cleaned.append(letter)
    }
    let quotes = cleaned.count { $0 == "\"" }
    if quotes == 2, cleaned.first == "\"", cleaned.last == "\"" {
      cleaned = String(cleaned.dropFirst().dropLast())
    } else if quotes == 1, cleaned.first == "\"" {
      cleaned.removeFirst()
    }
    return cleaned.split(separator: " ").joined(separator: " ")
  }
}
