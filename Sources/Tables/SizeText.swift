// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// Reads sizes of memory as people write them: `4 Go`, `512 Mo`, `1,5 GB`, `2 GiB`.
///
/// `k`, `M`, `G` and `T` count by thousands, `Ki`, `Mi`, `Gi` and `Ti` by 1,024. Case does not count:
/// nobody means thousandths of a byte.
public enum SizeText {
  /// A size in bytes, rounded to the nearest.
  ///
  /// - Parameter text: as written.
  /// - Returns: bytes; at least 1.
  /// - Throws: where the text is no number above 0, has no unit, or has one of another kind.
  public static func bytes(_ text: String) throws(QuantityProblem) -> Int {
    let body = text.drop { $0.isWhitespace }
    guard !body.isEmpty else { throw QuantityProblem(.empty, text) }
    let (number, rest) = try NumberScanner.scan(String(body), mark: .comma)
    let unit = String(rest.filter { !$0.isWhitespace })
    guard !unit.isEmpty else { throw QuantityProblem(.unitMissing, text, unit: "Go") }
    guard let factor = factors[unit.lowercased()] else {
      throw QuantityProblem(
        .unknownUnit, text, unit: unit, nearest: NearestSpelling.of(unit, among: offered))
    }
    let bytes = (number.double * factor).rounded()
    guard bytes >= 1 else { throw QuantityProblem(.notANumber, text) }
    guard bytes < largest else { throw QuantityProblem(.tooManyDigits, text) }
    return Int(bytes)
  }

  /// More than any machine has, and far from what a whole number can hold.
  private static let largest = 1e18

  /// French octets and English bytes, by thousands and by 1,024.
  private static let factors: [String: Double] = {
    var result: [String: Double] = ["o": 1, "b": 1]
    var (thousands, binary) = (1.0, 1.0)
    for letter in ["k", "m", "g", "t"] {
      thousands *= 1000
      binary *= 1024
      for byte in ["o", "b"] {
        result[letter + byte] = thousands
        result[letter + "i" + byte] = binary
      }
    }
    return result
  }()

  private static let offered = ["ko", "Mo", "Go", "To", "kB", "MB", "GB", "TB", "Gio", "GiB"]
}
