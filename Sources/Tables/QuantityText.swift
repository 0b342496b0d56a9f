// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics

/// An amount counted by something: `12 €/agent`, `0.5 k€/100 agents`.
public struct WrittenRate: Sendable, Hashable {
  /// Whole cents.
  public let cents: Int64
  /// What it is counted by.
  public let base: RateBase
}

/// Reads quantities as people write them: `65 M€`, `1 437 k€`, `2,5 %`, `1 234,5`, `12 €/agent`.
///
/// Spaces of every width are understood, a decimal comma or point too. What could mean two things is
/// refused with the reason, never guessed: see ``DecimalMark`` and ``QuantityProblem/Reason``.
/// Positions are the caller's business.
public enum QuantityText {
  /// Cents beyond which an amount is absurd, on either side of zero.
  public static let largestAmount: Int64 = 1_000_000_000_000_000

  /// A number, with no unit or with the unit given.
  ///
  /// - Parameters:
  ///   - text: as written.
  ///   - unit: unit that may follow the number (`agents`), compared without case or plural `s`.
  ///   - mark: what is known of the decimal mark.
  /// - Returns: the nearest double.
  /// - Throws: where the text is ambiguous, not a number, or in another unit.
  public static func decimal(
    _ text: String, unit: String? = nil, mark: DecimalMark = .unknown
  ) throws(QuantityProblem) -> Double {
    let number = try plain(text, unit: unit, mark: mark)
    guard number.double.isFinite else { throw QuantityProblem(.tooManyDigits, text) }
    return number.double
  }

  /// A whole number, with no unit or with the unit given.
  ///
  /// `1 437`, `12.0` are whole; `12,5` is not.
  public static func integer(
    _ text: String, unit: String? = nil, mark: DecimalMark = .unknown
  ) throws(QuantityProblem) -> Int64 {
    switch try plain(text, unit: unit, mark: mark).scaled(by: 0) {
    case .whole(let value): return value
    case .fractional: throw QuantityProblem(.notWhole, text)
    case .tooLarge: throw QuantityProblem(.tooManyDigits, text)
    }
  }

  /// A share as a fraction of one: `2,5 %` is 0.025, a bare `0.025` too.
  ///
  /// The comma is always decimal here, since thousands make no sense in a share. The range is not
  /// checked: a caller that wants at most 1 says so itself, and can tell `150 %` from `150`.
  ///
  /// - Parameters:
  ///   - text: as written.
  ///   - bareIsPercent: whether a number without unit counts in percent.
  /// - Returns: the share, where 1 is the whole.
  /// - Throws: where the text is not a number, or an amount of money.
  public static func share(
    _ text: String, bareIsPercent: Bool = false
  ) throws(QuantityProblem) -> Double {
    var (number, unit, _) = try parts(text, mark: .comma, isRate: false)
    switch unit {
    case .percent: number.exponent -= 2
    case .perMille: number.exponent -= 3
    case nil: number.exponent -= bareIsPercent ? 2 : 0
    case .money: throw QuantityProblem(.unitMismatch, text, unit: Self.name(of: unit))
    case .other(let name): throw unknown(name, text)
    }
    guard number.double.isFinite else { throw QuantityProblem(.tooManyDigits, text) }
    return number.double
  }

  /// An amount, in whole cents.
  ///
  /// - Parameters:
  ///   - text: as written.
  ///   - bare: unit of a number without unit; `nil` where a unit must be written.
  /// - Returns: cents.
  /// - Throws: where the text is ambiguous, finer than a cent, absurd, or in another kind of unit.
  public static func money(
    _ text: String, bare: MoneyUnit? = .euro
  ) throws(QuantityProblem) -> Int64 {
    let (number, unit, _) = try parts(text, mark: .unknown, isRate: false)
    return try cents(number, unit, bare: bare, text)
  }

  /// An amount counted by something, which must be written: `12 €/agent`, `6 k€ par site`.
  public static func rate(
    _ text: String, bare: MoneyUnit? = .euro
  ) throws(QuantityProblem) -> WrittenRate {
    let (number, unit, base) = try parts(text, mark: .unknown, isRate: true)
    guard let base else { throw QuantityProblem(.unitMissing, text, unit: "/") }
    return WrittenRate(cents: try cents(number, unit, bare: bare, text), base: base)
  }

  // MARK: - Parts

  private static func plain(
    _ text: String, unit: String?, mark: DecimalMark
  ) throws(QuantityProblem) -> DecimalNumber {
    let (number, written, _) = try parts(text, mark: mark, isRate: false)
    switch written {
    case nil: return number
    case .other(let name)? where unit.map { singular($0) } == singular(name): return number
    case .other(let name)?: throw unknown(name, text, expected: unit)
    default: throw QuantityProblem(.unitMismatch, text, unit: Self.name(of: written))
    }
  }

  /// Cuts a text into number, unit and what it is counted by.
  private static func parts(
    _ text: String, mark: DecimalMark, isRate: Bool
  ) throws(QuantityProblem) -> (DecimalNumber, WrittenUnit?, RateBase?) {
    var body = trimmed(text)
    if body.isEmpty { throw QuantityProblem(.empty, text) }
    let leadsWithEuro = body.first == "€"
    if leadsWithEuro { body = trimmed(String(body.dropFirst())) }
    var (number, rest) = try NumberScanner.scan(body, mark: mark)
    var base: RateBase?
    if isRate, let (amount, counted) = separated(rest) {
      rest = amount
      base = try self.base(counted, text)
    }
    if leadsWithEuro { rest += "€" }
    let unit = WrittenUnit(trimmed(rest))
    if case .other(let name) = unit, name.contains(where: { "0"..."9" ~= $0 || $0 == "," }) {
      throw QuantityProblem(.notANumber, text)
    }
    return (number, unit, base)
  }

  private static func separated(_ rest: String) -> (String, String)? {
    for word in ["/", " par ", " per "] {
      let pieces = rest.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count == 2 { return (String(pieces[0]), String(pieces[1])) }
    }
    return nil
  }

  private static func base(_ text: String, _ whole: String) throws(QuantityProblem) -> RateBase {
    let words = trimmed(text)
    guard let first = words.first else { throw QuantityProblem(.unitMissing, whole, unit: "/") }
    guard "0"..."9" ~= first else { return RateBase(count: 1, name: singular(words)) }
    let (number, name) = try NumberScanner.scan(words, mark: .unknown)
    guard case .whole(let count) = number.scaled(by: 0), count > 0 else {
      throw QuantityProblem(.notWhole, whole)
    }
    let counted = trimmed(name)
    if counted.isEmpty { throw QuantityProblem(.unitMissing, whole, unit: "/") }
    return RateBase(count: count, name: singular(counted))
  }

  private static func cents(
    _ number: DecimalNumber, _ unit: WrittenUnit?, bare: MoneyUnit?, _ text: String
  ) throws(QuantityProblem) -> Int64 {
    let money: MoneyUnit
    switch unit {
    case .money(let written): money = written
    case nil:
      guard let bare else { throw QuantityProblem(.unitMissing, text, unit: "€") }
      money = bare
    case .percent, .perMille:
      throw QuantityProblem(.unitMismatch, text, unit: Self.name(of: unit))
    case .other(let name): throw unknown(name, text)
    }
    switch number.scaled(by: money.exponent + 2) {
    case .whole(let cents) where abs(cents) <= largestAmount: return cents
    case .fractional: throw QuantityProblem(.finerThanCent, text)
    default: throw QuantityProblem(.absurdAmount, text)
    }
  }

  private static func unknown(
    _ name: String, _ text: String, expected: String? = nil
  ) -> QuantityProblem {
    let candidates = (expected.map { [$0] } ?? []) + WrittenUnit.offered
    return QuantityProblem(
      .unknownUnit, text, unit: name, nearest: NearestSpelling.of(name, among: candidates))
  }

  private static func name(of unit: WrittenUnit?) -> String {
    switch unit {
    case .money(let money): money.rawValue
    case .percent: "%"
    case .perMille: "‰"
    case .other(let name): name
    case nil: ""
    }
  }

  private static func singular(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.count > 2 && lower.hasSuffix("s") ? String(lower.dropLast()) : lower
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !NumberScanner.isSpace($0) }),
      let last = scalars.lastIndex(where: { !NumberScanner.isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}
