// SPDX-License-Identifier: GPL-3.0-or-later

/// Units in which an amount of money is written.
public enum MoneyUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// €.
  case euro = "€"
  /// k€, a thousand euros.
  case kiloeuro = "k€"
  /// M€, a million euros.
  case megaeuro = "M€"
  /// Md€, a thousand million euros.
  case gigaeuro = "Md€"

  /// Power of ten, in euros.
  var exponent: Int {
    switch self {
    case .euro: 0
    case .kiloeuro: 3
    case .megaeuro: 6
    case .gigaeuro: 9
    }
  }
}

/// What a rate is counted by: `agent`, or `100 agents`.
public struct RateBase: Sendable, Hashable, Codable {
  /// How many of them; at least 1.
  public let count: Int64
  /// Name, lower case and singular: `agent`, `bed`, `an`.
  public let name: String
}

/// A unit as people write it.
enum WrittenUnit: Hashable {
  case money(MoneyUnit)
  /// Leading `€` followed by a bare multiplier, and the plain `€`, are amounts too.
  case percent
  case perMille
  case other(String)

  /// Reads the text after a number; `nil` where there is none.
  init?(_ text: String) {
    let compact = text.filter { !$0.isWhitespace }
    if compact.isEmpty { return nil }
    let key = String(compact.map { $0 == "’" ? "'" : $0 })
    self = Self.spellings[key] ?? Self.words[key.lowercased()] ?? .other(text)
  }

  /// Symbols: case counts, since `m` is not `M`.
  private static let spellings: [String: WrittenUnit] = [
    "€": .money(.euro), "k€": .money(.kiloeuro), "K€": .money(.kiloeuro),
    "M€": .money(.megaeuro), "Md€": .money(.gigaeuro), "Mds€": .money(.gigaeuro),
    "EUR": .money(.euro), "kEUR": .money(.kiloeuro), "KEUR": .money(.kiloeuro),
    "MEUR": .money(.megaeuro), "MdEUR": .money(.gigaeuro), "%": .percent, "‰": .perMille,
  ]

  /// Words: case does not count.
  private static let words: [String: WrittenUnit] = [
    "eur": .money(.euro), "euro": .money(.euro), "euros": .money(.euro),
    "keuros": .money(.kiloeuro), "millierd'euros": .money(.kiloeuro),
    "milliersd'euros": .money(.kiloeuro), "millionsd'euros": .money(.megaeuro),
    "milliond'euros": .money(.megaeuro), "millioneuros": .money(.megaeuro),
    "millionseuros": .money(.megaeuro), "million€": .money(.megaeuro),
    "millions€": .money(.megaeuro), "milliardd'euros": .money(.gigaeuro),
    "milliardsd'euros": .money(.gigaeuro), "milliard€": .money(.gigaeuro),
    "milliards€": .money(.gigaeuro), "bn€": .money(.gigaeuro), "pct": .percent,
    "percent": .percent, "pourcent": .percent,
  ]

  /// Spellings worth offering instead of an unknown one.
  static let offered = ["€", "k€", "M€", "Md€", "EUR", "kEUR", "MEUR", "%"]
}
