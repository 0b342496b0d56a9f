// SPDX-License-Identifier: GPL-3.0-or-later

/// A FINESS number: nine characters of text, such as `010000024` or `2A0000154`.
///
/// Legal entities (EJ) and sites (ET) share one space of numbers, so the number alone does not say
/// which it names: ``LegalEntityNumber`` and ``SiteNumber`` do.
public struct FinessNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The nine characters.
  public let text: String

  /// Creates a number, or `nil` where the text is not `[0-9][0-9A-Z][0-9]{7}`.
  public init?(_ text: String) {
    let characters = Array(text.utf8)
    guard characters.count == 9 else { return nil }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(characters[1])
    guard isDigit(characters[0]), isDigit(characters[1]) || isLetter,
      characters[2...].allSatisfy(isDigit)
    else { return nil }
    self.text = text
  }

  /// Orders two values.
  public static func < (left: FinessNumber, right: FinessNumber) -> Bool { left.text < right.text }

  /// The value as text.
  public var description: String { text }
}

/// FINESS number of a legal entity (EJ).
public struct LegalEntityNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number.
  public let finess: FinessNumber

  /// Creates the number of a legal entity.
  public init(_ finess: FinessNumber) { self.finess = finess }

  /// Orders two values.
  public static func < (left: Self, right: Self) -> Bool { left.finess < right.finess }

  /// The value as text.
  public var description: String { finess.text }
}

/// FINESS number of a site (ET, also called EG).
public struct SiteNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number.
  public let finess: FinessNumber

  /// Creates the number of a site.
  public init(_ finess: FinessNumber) { self.finess = finess }

  /// Orders two values.
  public static func < (left: Self, right: Self) -> Bool { left.finess < right.finess }

  /// The value as text.
  public var description: String { finess.text }
}
