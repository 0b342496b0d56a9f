// SPDX-License-Identifier: GPL-3.0-or-later

/// Cases of a sweep, one bit each: a million take 125 kB.
struct CaseSet: Sendable {
  private var words: [UInt64]
  /// Number of cases in the set.
  private(set) var count = 0

  /// An empty set, with room for so many cases.
  init(room: Int) { words = [UInt64](repeating: 0, count: (room + 63) / 64) }

  /// Whether a case is in the set.
  func contains(_ place: Int) -> Bool {
    words[place >> 6] & (1 << UInt64(place & 63)) != 0
  }

  /// Adds a case.
  ///
  /// - Returns: Whether it was not in the set before.
  @discardableResult
  mutating func insert(_ place: Int) -> Bool {
    guard !contains(place) else { return false }
    words[place >> 6] |= 1 << UInt64(place & 63)
    count += 1
    return true
  }
}
