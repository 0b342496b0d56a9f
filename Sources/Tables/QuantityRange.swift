// SPDX-License-Identifier: GPL-3.0-or-later

/// Quantities from one to another in equal steps, in decimals as a person writes them.
///
/// `60 M€` to `100 M€` by `12,5 M€` gives `60 M€`, `72.5 M€`, `85 M€`, `97.5 M€`. A unit may stand
/// with any of the numbers; where it stands with several, it must be the same.
public enum QuantityRange {
  /// Why there is no range.
  public enum Problem: Error, Sendable, Hashable {
    /// A text is no number with a unit.
    case notNumber(String)
    /// Two units: they are not converted.
    case twoUnits(String, String)
    /// The first is above the last.
    case reversed
    /// The step is 0 or below.
    case stepNotPositive
    /// Fewer than two values.
    case tooFew
    /// More than ``QuantityRange/mostValues`` values, or more digits than can be held.
    case tooMany
  }

  /// Most values of a range.
  public static let mostValues = 100_000

  /// The values from a first one, at most up to a last one.
  ///
  /// - Throws: where there is no such range.
  public static func values(
    from first: String, to last: String, step: String
  ) throws(Problem) -> [String] {
    let scale = try Scale([first, last, step])
    let (low, high, step) = (scale.units[0], scale.units[1], scale.units[2])
    guard step > 0 else { throw .stepNotPositive }
    guard low <= high else { throw .reversed }
    let (room, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow, room / step < Int64(mostValues) else { throw .tooMany }
    guard room >= step else { throw .tooFew }
    return (0...room / step).map { scale.text(low + $0 * step) }
  }

  /// A number of values from a first to a last one, both included.
  ///
  /// Values between are rounded to two digits more than the ends have.
  ///
  /// - Throws: where there is no such range.
  public static func values(
    from first: String, to last: String, count: Int
  ) throws(Problem) -> [String] {
    guard count >= 2 else { throw .tooFew }
    guard count <= mostValues else { throw .tooMany }
    let scale = try Scale([first, last], moreDigits: 2)
    let (low, high) = (scale.units[0], scale.units[1])
    guard low < high else {
      if low > high { throw .reversed }
      throw .tooFew
    }
    let (room, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow else { throw .tooMany }
    let parts = Int64(count - 1)
    guard room >= parts else { throw .tooMany }
    let values = (0...parts).map { part in
      // In two steps: the product of room and part may be too large.
      low + room / parts * part + (Double(room % parts * part) / Double(parts)).whole
    }
    return values.map(scale.text)
  }

  /// Numbers as whole multiples of one power of ten, with their unit.
  struct Scale: Sendable {
    var units: [Int64] = []
    private(set) var exponent = 0
    private(set) var unit = ""

    init(_ texts: [String], moreDigits: Int = 0) throws(Problem) {
      var numbers: [DecimalNumber] = []
      for text in texts {
        let (number, rest): (DecimalNumber, String)
        do {
          (number, rest) = try NumberScanner.scan(Self.trimmed(text), mark: .unknown)
        } catch {
          throw .notNumber(text)
        }
        let unit = Self.trimmed(rest)
        guard !unit.contains(where: { $0.isNumber }) else { throw .notNumber(text) }
        if !unit.isEmpty, !self.unit.isEmpty, unit != self.unit {
          throw .twoUnits(self.unit, unit)
        }
        if !unit.isEmpty { self.unit = unit }
        numbers.append(number)
      }
      exponent = min(0, numbers.map(\.exponent).min() ?? 0) - moreDigits
      for number in numbers {
        guard case .whole(let value) = number.scaled(by: -exponent), abs(value) < 1 << 60 else {
          throw .tooMany
        }
        units.append(value)
      }
    }

    /// A multiple as a study reads it: decimal point, no grouping.
    func text(_ value: Int64) -> String {
      let digits = String(value.magnitude)
      let places = -exponent
      let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      var text = String(padded.dropLast(places))
      var decimals = padded.suffix(places)
      while decimals.last == "0" { decimals.removeLast() }
      if !decimals.isEmpty { text += ".\(decimals)" }
      return (value < 0 ? "-" : "") + text + (unit.isEmpty ? "" : " \(unit)")
    }

    private static func trimmed(_ text: String) -> String {
      let scalars = text.unicodeScalars
      guard let first = scalars.firstIndex(where: { !NumberScanner.isSpace($0) }),
        let last = scalars.lastIndex(where: { !NumberScanner.isSpace($0) })
      else { return "" }
      return String(text[first...last])
    }
  }
}

extension Double {
  /// The nearest whole number.
  fileprivate var whole: Int64 { Int64(rounded()) }
}
