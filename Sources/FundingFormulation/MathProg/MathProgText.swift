// SPDX-License-Identifier: GPL-3.0-or-later

import FundingModel

/// Text of a data section of GNU MathProg under construction.
struct MathProgText {
  /// One line of a table: the subscripts, then the values.
  struct Line {
    var keys: [String]
    var values: [String]

    init(_ keys: [String], _ values: String...) {
      self.keys = keys
      self.values = values
    }
  }

  private(set) var text = ""

  mutating func heading(_ words: String) { text += "\n# \(words)\n" }

  /// A single value, written as it is.
  mutating func parameter(_ name: String, _ value: String) {
    text += "param \(name) := \(value);\n"
  }

  /// A single word.
  mutating func parameter(_ name: String, word: String) {
    parameter(name, Self.symbol(word))
  }

  /// A set of words; written also where it is empty, unless it is one of a family (`of`).
  mutating func set(_ name: String, of keys: [String] = [], _ members: [String]) {
    if members.isEmpty, !keys.isEmpty { return }
    let subscripts = keys.isEmpty ? "" : "[" + keys.map(Self.symbol).joined(separator: ",") + "]"
    writeSet(name + subscripts, members)
  }

  /// A set of words of a family whose subscript is a number.
  mutating func set(_ name: String, ofNumber number: Int, _ members: [String]) {
    writeSet("\(name)[\(number)]", members)
  }

  private mutating func writeSet(_ name: String, _ members: [String]) {
    text += "set \(name) :="
    writeWrapped(members.map(Self.symbol))
    text += ";\n"
  }

  /// Parameters over a set that the table itself defines; written also where it is empty.
  mutating func table(defining set: String, _ columns: String, _ lines: [Line]) {
    text += "param : \(set) : \(columns) :="
    write(lines)
  }

  /// Parameters of one domain; not written where no value differs from the default.
  mutating func table(_ columns: String, _ lines: [Line]) {
    if lines.isEmpty { return }
    text += "param : \(columns) :="
    write(lines)
  }

  private mutating func write(_ lines: [Line]) {
    for line in lines {
      text += "\n  "
      text += (line.keys.map(Self.symbol) + line.values).joined(separator: " ")
    }
    text += ";\n"
  }

  private mutating func writeWrapped(_ words: [String]) {
    var width = 0
    for word in words {
      let length = word.utf8.count + 1
      if width + length > 90 {
        text += "\n "
        width = 0
      }
      text += " " + word
      width += length
    }
  }

  // MARK: Words and numbers

  /// Longest symbol written in full; MathProg refuses more than 100 bytes.
  private static let longestSymbol = 90

  /// A word between quotes.
  ///
  /// MathProg knows neither control characters nor words above 100 bytes: such a word is cut, and a
  /// fingerprint of the whole is added, so that two words never become one.
  static func symbol(_ word: String) -> String {
    let hasControl = word.unicodeScalars.contains {
      $0.value < 32 || (127...159).contains($0.value)
    }
    let quoted = { (text: String) in "'" + text.replacing("'", with: "''") + "'" }
    guard hasControl || word.utf8.count > longestSymbol else { return quoted(word) }
    var short = ""
    for scalar in word.unicodeScalars where short.utf8.count < 60 {
      short.unicodeScalars.append(scalar.value < 32 || scalar.value == 127 ? " " : scalar)
    }
    return quoted("\(short)~\(String(fingerprint(word), radix: 16))")
  }

  /// FNV-1a, 64 bits.
  private static func fingerprint(_ word: String) -> UInt64 {
    word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// A number with all its digits.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  /// Euros, to the cent.
  static func euros(_ money: Money) -> String {
    money.cents % 100 == 0 ? String(money.cents / 100) : String(money.euros)
  }

  /// 1 or 0.
  static func flag(_ value: Bool) -> String { value ? "1" : "0" }
}

extension Sequence where Element: Hashable {
  /// The elements in order, each once.
  var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
