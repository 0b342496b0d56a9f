// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// How the look of a cell says that its number is meant.
public enum NumberLook: Sendable, Hashable {
  /// As it is.
  case plain
  /// In percent.
  case percent
  /// A day; whether days are counted from 1904.
  case date(from1904: Bool)
  /// A year of a day.
  case yearOfDate(from1904: Bool)
  /// With so many digits, zeros at the front.
  case digits(Int)
  /// An amount in a unit (`€`, `k€`, `M€`, `Md€`), of which 10^scale of the number make one.
  case amount(String, scale: Int)

  /// The number as a text that is read back without loss.
  public func text(of value: Double) -> String {
    switch self {
    case .plain: return Self.digits(of: value)
    case .percent: return Self.shifted(Self.digits(of: value), by: 2) + " %"
    case .amount(let unit, let scale):
      return Self.shifted(Self.digits(of: value), by: -scale) + " \(unit)"
    case .digits(let count):
      let text = Self.digits(of: value)
      guard text.allSatisfy(\.isNumber), text.count < count else { return text }
      return String(repeating: "0", count: count - text.count) + text
    case .date(let from1904): return Self.day(value, from1904)
    case .yearOfDate(let from1904): return String(Self.day(value, from1904).prefix(4))
    }
  }

  /// The look of a code of the file format.
  ///
  /// - Parameters:
  ///   - code: the code, such as `0.0%` or `#,##0.00\ "€"`.
  ///   - from1904: whether the workbook counts days from 1904.
  init(code: String, from1904: Bool) {
    let (letters, words) = Self.parts(of: code)
    let isAmount = words.contains("€")
    let hasDigits = letters.contains { $0 == "0" || $0 == "#" || $0 == "?" }
    if letters.contains("%") {
      self = .percent
    } else if isAmount, hasDigits {
      let unit =
        words.contains("Md€") || words.contains("Mds€")
        ? "Md€" : words.contains("M€") ? "M€" : words.lowercased().contains("k€") ? "k€" : "€"
      self = .amount(unit, scale: 3 * Self.trailingCommas(letters))
    } else if !hasDigits, letters.contains(where: { "yYdDaAjJ".contains($0) }),
      letters.lowercased() != "general", letters.lowercased() != "standard"
    {
      let isYear = letters.allSatisfy { "yYaA".contains($0) }
      self = isYear ? .yearOfDate(from1904: from1904) : .date(from1904: from1904)
    } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }), words.isEmpty {
      self = .digits(letters.count)
    } else {
      self = .plain
    }
  }

  /// The look of one of the codes that files do not write out.
  init(builtIn number: Int, from1904: Bool) {
    switch number {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: self = .date(from1904: from1904)
    default: self = .plain
    }
  }

  // MARK: Codes

  /// The first section of a code: its letters, and the words that it shows as they are.
  private static func parts(of code: String) -> (letters: String, words: String) {
    var letters = ""
    var words = ""
    var rest = Array(code)[...]
    while let letter = rest.popFirst(), letter != ";" {
      switch letter {
      case "\"":
        while let quoted = rest.popFirst(), quoted != "\"" { words.append(quoted) }
      case "\\":
        if let escaped = rest.popFirst(), escaped != " ", escaped != "\u{A0}" {
          words.append(escaped)
        }
      case "_", "*": _ = rest.popFirst()
      case "[":
        // A currency (`[$€-40C]`), a colour or a condition.
        var inside = ""
        while let bracketed = rest.popFirst(), bracketed != "]" { inside.append(bracketed) }
        if inside.hasPrefix("$") { words += inside.dropFirst().prefix { $0 != "-" } }
      case "€": words.append(letter)
      case " ", "\u{A0}", "\u{202F}", "-", "+", "(", ")": break
      default: letters.append(letter)
      }
    }
    return (letters, words.filter { !$0.isWhitespace })
  }

  /// Commas after the last digit, each of which shows the number by thousands.
  private static func trailingCommas(_ letters: String) -> Int {
    letters.reversed().prefix { $0 == "," }.count
  }

  // MARK: Digits

  /// The number in digits without exponent.
  ///
  /// Spreadsheets show at most 15 digits: what lies beyond, where rounding to them leaves a number of
  /// few digits, is noise of their arithmetic (`0.1+0.2`).
  static func digits(of value: Double) -> String {
    let exact = plain("\(value)")
    guard significant(exact) > 15 else { return exact }
    let rounded = plain("\(Double(String(format: "%.15g", value)) ?? value)")
    return significant(rounded) <= 12 ? rounded : exact
  }

  private static func significant(_ digits: String) -> Int {
    var figures = digits.filter(\.isNumber).drop { $0 == "0" }
    while figures.last == "0" { figures.removeLast() }
    return figures.count
  }

  /// `1.5e-05` as `0.000015`.
  private static func plain(_ text: String) -> String {
    let parts = text.split(separator: "e", maxSplits: 1)
    let mantissa = parts[0].hasSuffix(".0") ? String(parts[0].dropLast(2)) : String(parts[0])
    guard parts.count == 2, let exponent = Int(parts[1]) else { return mantissa }
    return shifted(mantissa, by: exponent)
  }

  /// Digits times a power of ten.
  private static func shifted(_ text: String, by power: Int) -> String {
    guard power != 0 else { return text }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts.first ?? "0")
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    if power > 0 {
      decimals += String(repeating: "0", count: max(0, power - decimals.count))
      whole += decimals.prefix(power)
      decimals.removeFirst(power)
    } else {
      whole = String(repeating: "0", count: max(0, -power - whole.count)) + whole
      decimals = whole.suffix(-power) + decimals
      whole.removeLast(-power)
    }
    let leading = String(whole.drop { $0 == "0" })
    while decimals.last == "0" { decimals.removeLast() }
    let digits = (leading.isEmpty ? "0" : leading) + (decimals.isEmpty ? "" : ".\(decimals)")
    return (isNegative && digits != "0" ? "-" : "") + digits
  }

  // MARK: Days

  /// A day as `2026-01-31`; the number itself where it is none.
  private static func day(_ value: Double, _ from1904: Bool) -> String {
    guard value >= 0, value < 2_958_466 else { return digits(of: value) }
    // Spreadsheets hold 1900 for a leap year: their day 60 never was.
    let serial = Int(value.rounded(.down))
    let offset = from1904 ? 24_107 : (serial < 60 ? 25_568 : 25_569)
    let seconds = Double(serial - offset) * 86_400
    return Date(timeIntervalSince1970: seconds).formatted(.iso8601.year().month().day())
  }
}
