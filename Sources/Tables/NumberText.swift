// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes numbers so that they are read back exactly, without exponent.
public enum NumberText {
  /// The fewest decimals that give the same double back: `1`, `0.1`, `0.00001`.
  ///
  /// The number must be finite.
  public static func shortest(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = "\(value)"
    let parts = text.split(separator: "e", maxSplits: 1)
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let isNegative = value < 0
    let digits = parts[0].filter { $0 != "." && $0 != "-" }
    let wholeDigits = (parts[0].split(separator: ".").first ?? "").filter { $0 != "-" }.count
    let point = wholeDigits + exponent
    var body: String
    if point <= 0 {
      body = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      body = digits + String(repeating: "0", count: point - digits.count)
    } else {
      body = String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
    if body.contains(".") {
      while body.hasSuffix("0") { body.removeLast() }
      if body.hasSuffix(".") { body.removeLast() }
    }
    return (isNegative ? "-" : "") + body
  }

  /// An amount in euros: `12`, `12.50`, `-0.05`.
  public static func money(_ cents: Int64) -> String {
    let magnitude = cents.magnitude
    let sign = cents < 0 ? "-" : ""
    let rest = magnitude % 100
    guard rest > 0 else { return "\(sign)\(magnitude / 100)" }
    return "\(sign)\(magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
