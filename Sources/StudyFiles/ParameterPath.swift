// SPDX-License-Identifier: GPL-3.0-or-later

/// Paths of parameters: keys separated by points; a key that holds a point stands in quotes.
enum ParameterPath {
  /// `targets.EE."O1.2".2027` for the keys `targets`, `EE`, `O1.2`, `2027`.
  static func text(_ keys: [String]) -> String {
    keys.map { $0.contains(".") ? "\"\($0)\"" : $0 }.joined(separator: ".")
  }

  /// The keys of a path, or `nil` where one is empty or a quote is not closed.
  static func keys(_ text: String) -> [String]? {
    var keys: [String] = []
    var key = ""
    var isQuoted = false
    for letter in text {
      switch letter {
      case "\"": isQuoted.toggle()
      case "." where !isQuoted:
        keys.append(key)
        key = ""
      default: key.append(letter)
      }
    }
    keys.append(key)
    return isQuoted || keys.contains("") ? nil : keys
  }
}
