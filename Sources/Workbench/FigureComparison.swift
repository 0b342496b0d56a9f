// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Compares written figures with figures computed anew.
///
/// Amounts go through a division and a multiplication by 1000 on their way, so that they may move
/// by the rounding of a double; anything more is a difference.
enum FigureComparison {
  /// Relative to the greater of the two, at least 1.
  static let tolerance = 1e-9

  /// Whether two numbers are the same but for rounding.
  static func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) <= tolerance * max(1, abs(left), abs(right))
  }

  /// A place of a document where two versions differ.
  struct Difference {
    let path: String
    let left: String
    let right: String
  }

  /// Where two JSON values differ.
  ///
  /// - Parameters:
  ///   - left: One value.
  ///   - right: The other.
  ///   - leavingOut: Keys of the outermost object that are not looked at.
  ///   - path: Place of the two in their documents.
  /// - Returns: Places in the order of the keys.
  static func differences(
    _ left: Any, _ right: Any, leavingOut: Set<String> = [], path: String = ""
  ) -> [Difference] {
    switch (left, right) {
    case (let left as [String: Any], let right as [String: Any]):
      return Set(left.keys).union(right.keys).subtracting(leavingOut).sorted().flatMap { key in
        differences(
          left[key] ?? NSNull(), right[key] ?? NSNull(), path: path.isEmpty ? key : "\(path).\(key)"
        )
      }
    case (let left as [Any], let right as [Any]):
      return (0..<max(left.count, right.count)).flatMap { index in
        differences(
          index < left.count ? left[index] : NSNull(),
          index < right.count ? right[index] : NSNull(), path: "\(path)[\(index)]")
      }
    case (let left as NSNumber, let right as NSNumber):
      if isSame(left.doubleValue, right.doubleValue) { return [] }
    case (let left as String, let right as String):
      if left == right { return [] }
    case (is NSNull, is NSNull):
      return []
    default: break
    }
    return [Difference(path: path, left: text(left), right: text(right))]
  }

  /// Whether two lines of a table say the same.
  static func isSame(_ left: Substring, _ right: Substring, _ style: CSVStyle) -> Bool {
    guard left != right else { return true }
    let separator: Character = style == .frenchExcel ? ";" : ","
    let one = left.split(separator: separator, omittingEmptySubsequences: false)
    let other = right.split(separator: separator, omittingEmptySubsequences: false)
    return one.count == other.count
      && zip(one, other).allSatisfy { one, other in
        guard one != other else { return true }
        guard let one = number(one), let other = number(other) else { return false }
        return isSame(one, other)
      }
  }

  private static func number(_ cell: Substring) -> Double? {
    Double(String(cell.map { $0 == "," ? "." : $0 }))
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let number as NSNumber: "\(number)"
    case let text as String: text
    case is NSNull: "–"
    default: "…"
    }
  }
}
