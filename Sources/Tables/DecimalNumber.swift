// SPDX-License-Identifier: GPL-3.0-or-later

/// An exact decimal number as written: ± significand · 10^exponent.
struct DecimalNumber: Hashable {
  var isNegative = false
  /// At most 18 digits.
  var significand: Int64 = 0
  var exponent = 0

  /// The nearest double.
  var double: Double {
    Double("\(isNegative ? "-" : "")\(significand)e\(exponent)") ?? 0
  }

  /// What scaling to a whole number gives.
  enum Scaled: Hashable { case whole(Int64), fractional, tooLarge }

  /// The number times 10^power, where that is whole.
  func scaled(by power: Int) -> Scaled {
    if significand == 0 { return .whole(0) }
    var value = significand
    var remaining = exponent + power
    while remaining > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return .tooLarge }
      value = product
      remaining -= 1
    }
    while remaining < 0 {
      guard value % 10 == 0 else { return .fractional }
      value /= 10
      remaining += 1
    }
    return .whole(isNegative ? -value : value)
  }
}

/// Which mark separates the decimals, where a text alone leaves a doubt.
public enum DecimalMark: Sendable, Hashable {
  /// Nothing is known: `1,234` is refused.
  case unknown
  /// A comma, as in French spreadsheets: `1,234` is a little more than one.
  case comma
}

/// Reads the digits of a number.
///
/// - Spaces (of any width, no-break or not) and `_` may group digits by three.
/// - A single point is the decimal mark, always.
/// - A single comma is the decimal mark, unless it stands before exactly three digits and after one
///   to three that do not begin with 0 (`1,234`): then nobody can tell, and it is refused where the
///   decimal mark is not known.
/// - With points and commas together the last one is the decimal mark and the other groups by three.
/// - Several points, or several commas, group by three.
struct NumberScanner {
  /// The number and what follows it in the text.
  static func scan(
    _ text: String, mark: DecimalMark
  ) throws(QuantityProblem) -> (number: DecimalNumber, rest: String) {
    let characters = text.unicodeScalars.map { isSpace($0) ? " " : $0 }
    var index = 0
    var isNegative = false
    if let first = characters.first, first == "-" || first == "+" || first == "\u{2212}" {
      isNegative = first != "+"
      index = 1
      while index < characters.count, characters[index] == " " { index += 1 }
    }
    let start = index
    while index < characters.count, belongs(characters, index) { index += 1 }
    let digits = characters[start..<index].map { $0 == "_" ? " " : $0 }
    guard digits.contains(where: isDigit) else { throw QuantityProblem(.notANumber, text) }
    let power = exponentPart(characters, index)
    if power != nil, digits.contains(",") { throw QuantityProblem(.spreadsheetExponent, text) }
    var number = try mantissa(digits[...], mark: mark, text: text)
    number.isNegative = isNegative
    if let (exponent, end) = power {
      number.exponent += exponent
      index = end
    }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: characters[index...])
    return (number, String(rest))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func belongs(_ characters: [Unicode.Scalar], _ index: Int) -> Bool {
    switch characters[index] {
    case "0"..."9", ".", ",": true
    case " ", "_": index + 1 < characters.count && isDigit(characters[index + 1])
    default: false
    }
  }

  /// `e` and a whole number of at most three digits, with nothing but a space after it.
  private static func exponentPart(
    _ characters: [Unicode.Scalar], _ start: Int
  ) -> (exponent: Int, end: Int)? {
    var index = start
    guard index < characters.count, characters[index] == "e" || characters[index] == "E" else {
      return nil
    }
    index += 1
    var sign = 1
    if index < characters.count, characters[index] == "+" || characters[index] == "-" {
      sign = characters[index] == "-" ? -1 : 1
      index += 1
    }
    let first = index
    var value = 0
    while index < characters.count, isDigit(characters[index]), index - first < 4 {
      value = value * 10 + Int(characters[index].value - 48)
      index += 1
    }
    guard 1...3 ~= index - first else { return nil }
    return (sign * value, index)
  }

  private static func mantissa(
    _ digits: ArraySlice<Unicode.Scalar>, mark: DecimalMark, text: String
  ) throws(QuantityProblem) -> DecimalNumber {
    let commas = digits.filter { $0 == "," }.count
    let points = digits.filter { $0 == "." }.count
    let isSpaced = digits.contains(" ")
    var decimal: Unicode.Scalar?
    var group: Unicode.Scalar = " "
    switch (commas, points) {
    case (0, 0): break
    case (1, 0): decimal = ","
    case (0, 1): decimal = "."
    case (_, 0): group = ","
    case (0, _): group = "."
    default:
      let isCommaLast = digits.lastIndex(of: ",") ?? 0 > digits.lastIndex(of: ".") ?? 0
      decimal = isCommaLast ? "," : "."
      group = isCommaLast ? "." : ","
      guard isCommaLast ? commas == 1 : points == 1 else {
        throw QuantityProblem(.malformedGrouping, text)
      }
    }
    if isSpaced, group != " " { throw QuantityProblem(.malformedGrouping, text) }
    let cut = decimal.flatMap { digits.lastIndex(of: $0) } ?? digits.endIndex
    let whole = digits[..<cut]
    let fraction = digits[min(cut + 1, digits.endIndex)...]
    guard fraction.allSatisfy(isDigit), decimal == nil || !fraction.isEmpty else {
      throw QuantityProblem(.malformedGrouping, text)
    }
    if decimal == ",", points == 0, !isSpaced, mark == .unknown, fraction.count == 3,
      1...3 ~= whole.count, whole.first != "0"
    {
      throw QuantityProblem(.ambiguousSeparator, text)
    }
    let groups = whole.split(separator: group, omittingEmptySubsequences: false)
    if groups.count > 1 {
      let isRegular = 1...3 ~= groups[0].count && groups.dropFirst().allSatisfy { $0.count == 3 }
      guard isRegular else { throw QuantityProblem(.malformedGrouping, text) }
    }
    return try number(whole: groups.joined(), fraction: fraction, text: text)
  }

  private static func number(
    whole: some Sequence<Unicode.Scalar>, fraction: ArraySlice<Unicode.Scalar>, text: String
  ) throws(QuantityProblem) -> DecimalNumber {
    var digits = Array(whole) + Array(fraction)
    var exponent = -fraction.count
    while digits.count > 1, digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    var significand: Int64 = 0
    for digit in digits {
      guard isDigit(digit) else { throw QuantityProblem(.malformedGrouping, text) }
      guard significand < 100_000_000_000_000_000 else {
        throw QuantityProblem(.tooManyDigits, text)
      }
      significand = significand * 10 + Int64(digit.value - 48)
    }
    return DecimalNumber(significand: significand, exponent: exponent)
  }
}
