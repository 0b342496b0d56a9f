// SPDX-License-Identifier: GPL-3.0-or-later

internal import Diagnostics
internal import Tables

/// What a single value of a study file is.
enum ScalarType: Sendable, Hashable {
  /// Any text.
  case text
  /// A name that other places refer to.
  case identifier
  /// An amount with its unit: `65 M€`. Never below zero.
  case money
  /// A number without unit, or a percentage; the range is that of the fraction.
  case fraction(ClosedRange<Double>)
  /// A number.
  case number(ClosedRange<Double>)
  /// A whole number.
  case whole(ClosedRange<Int64>)
  /// A year from 1900 to 2200.
  case year
  /// `true` or `false`.
  case flag
  /// One of these words.
  case choice([String])

  /// A share, 0…1.
  static let share = ScalarType.fraction(0...1)

  /// Whether it is a figure, which without a source is an assumption; words and years are choices.
  var isFigure: Bool {
    switch self {
    case .money, .fraction, .number: true
    case .text, .identifier, .whole, .year, .flag, .choice: false
    }
  }

  /// What a text says, or the finding (without place) that tells why it says nothing.
  func read(_ text: String) -> Result<Cell, Finding> {
    do {
      return try reading(text)
    } catch {
      let code = Finding.Code(rawValue: "study.\(error.reason.rawValue)")
      var arguments = ["text": text]
      arguments["unit"] = error.unit
      arguments["nearest"] = error.nearest
      return .failure(Finding(code, .error, at: nil, arguments))
    }
  }

  private func reading(_ text: String) throws(QuantityProblem) -> Result<Cell, Finding> {
    switch self {
    case .text: return .success(.text(text))
    case .identifier:
      let isName = !text.isEmpty && !text.contains { $0.isWhitespace || $0.isNewline }
      return isName ? .success(.text(text)) : refuse(.notIdentifier, text)
    case .money:
      let cents = try QuantityText.money(text, bare: nil)
      return cents >= 0 ? .success(.money(cents)) : refuse(.negativeAmount, text)
    case .fraction(let range):
      let value = try QuantityText.share(text)
      guard !range.contains(value) else { return .success(.share(value)) }
      let isAboveOne = range == 0...1 && value > 1
      return isAboveOne ? refuse(.shareAboveOne, text) : refuse(.outOfRange, text, range)
    case .number(let range):
      let value = try QuantityText.decimal(text)
      return range.contains(value) ? .success(.decimal(value)) : refuse(.outOfRange, text, range)
    case .whole(let range):
      let value = try QuantityText.integer(text)
      if range == 1...1, value != 1 { return refuse(.versionUnknown, text) }
      return range.contains(value)
        ? .success(.integer(value))
        : refuse(.outOfRange, text, Double(range.lowerBound)...Double(range.upperBound))
    case .year:
      guard text.utf8.count == 4, let year = Int64(text), 1900...2200 ~= year else {
        return refuse(.notYear, text)
      }
      return .success(.integer(year))
    case .flag:
      switch text {
      case "true": return .success(.boolean(true))
      case "false": return .success(.boolean(false))
      default: return refuse(.notFlag, text)
      }
    case .choice(let words):
      if words.contains(text) { return .success(.text(text)) }
      var arguments = ["text": text, "allowed": words.joined(separator: ", ")]
      arguments["nearest"] = NearestSpelling.of(text, among: words)
      return .failure(Finding(.notAllowed, .error, at: nil, arguments))
    }
  }

  private func refuse(_ code: Finding.Code, _ text: String) -> Result<Cell, Finding> {
    .failure(Finding(code, .error, at: nil, ["text": text]))
  }

  private func refuse(
    _ code: Finding.Code, _ text: String, _ range: ClosedRange<Double>
  ) -> Result<Cell, Finding> {
    let isOpen = range.upperBound >= 1e12
    return .failure(
      Finding(
        code, .error, at: nil,
        [
          "text": text, "low": NumberText.shortest(range.lowerBound),
          "high": isOpen ? "…" : NumberText.shortest(range.upperBound),
        ]))
  }
}
