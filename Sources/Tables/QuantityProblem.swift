// SPDX-License-Identifier: GPL-3.0-or-later

public import Diagnostics

/// Why a text is not the quantity that was expected.
public struct QuantityProblem: Error, Sendable, Hashable {
  /// Kinds of faults.
  ///
  /// Each has a phrase under the code `tables.<its name>`.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// No text: an empty cell is "not declared", and is for the caller to judge.
    case empty
    /// Not a number.
    case notANumber
    /// Digits are not grouped by three, or marks are in the wrong order.
    case malformedGrouping
    /// `1,234`: a little more than one, or more than a thousand; nobody can tell.
    case ambiguousSeparator
    /// `2,601E+13`: what a spreadsheet leaves of a long number.
    case spreadsheetExponent
    /// More than 18 digits.
    case tooManyDigits
    /// Decimals where a whole number is expected.
    case notWhole
    /// An amount finer than a cent.
    case finerThanCent
    /// An amount beyond 10 000 000 000 000 € (10^15 cents).
    case absurdAmount
    /// A number without unit where one must be written.
    case unitMissing
    /// A unit of another kind: `%` for an amount, `€` for a share.
    case unitMismatch
    /// A unit that is not known.
    case unknownUnit
  }

  /// What is wrong.
  public let reason: Reason
  /// The text, as written.
  public let text: String
  /// The unit that was met, where the fault is about units.
  public let unit: String?
  /// A spelling to offer, where one is near.
  public let nearest: String?

  init(_ reason: Reason, _ text: String, unit: String? = nil, nearest: String? = nil) {
    self.reason = reason
    self.text = text
    self.unit = unit
    self.nearest = nearest
  }

  /// The finding that tells this fault at a place.
  public func finding(
    at position: SourcePosition?, _ more: [String: String] = [:]
  ) -> Finding {
    var arguments = more
    arguments["text"] = text
    if let unit { arguments["unit"] = unit }
    if let nearest { arguments["nearest"] = nearest }
    let code = Finding.Code(rawValue: "tables.\(reason.rawValue)")
    return Finding(code, .error, at: position, arguments)
  }
}
