// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as plans write them.
enum WrittenNumber {
  /// A number with a point or a decimal comma; `nil` where the text is none.
  static func value(_ text: String) -> Double? {
    let plain =
      text.utf8.contains(UInt8(ascii: ","))
      ? text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".") : text
    guard let value = Double(plain), value.isFinite else { return nil }
    return value
  }
}
