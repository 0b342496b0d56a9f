// SPDX-License-Identifier: GPL-3.0-or-later

/// A share as it is typed on a command line: `60%`, `0,5 %`, `0.6`.
enum TypedShare {
  /// The share, 1 for the whole.
  ///
  /// - Parameter text: Digits with a decimal point or comma, and `%` or nothing; spaces are ignored.
  /// - Returns: `nil` where it is no finite number.
  static func share(_ text: some StringProtocol) -> Double? {
    var word = String(text.filter { !$0.isWhitespace })
    let isPercent = word.last == "%"
    if isPercent { word.removeLast() }
    guard let number = Double(word.replacing(",", with: ".")), number.isFinite else { return nil }
    return isPercent ? number / 100 : number
  }
}
