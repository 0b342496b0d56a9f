// SPDX-License-Identifier: GPL-3.0-or-later

/// Every quantity between two, in decimals as a person writes them: `60 M€` to `100 M€`.
public struct QuantitySpan: Sendable {
  private let scale: QuantityRange.Scale
  private let low: Int64
  private let room: Int64

  /// Steps into which a span is cut, at least, where its unit allows it.
  static let steps: Int64 = 1_000_000

  /// The span from one quantity to another, both included.
  ///
  /// A unit may stand with either; where it stands with both, it must be the same. Values have as
  /// many digits as make a million steps, but never parts of a cent.
  ///
  /// - Throws: where there is no such span.
  public init(from first: String, to last: String) throws(QuantityRange.Problem) {
    var scale = try QuantityRange.Scale([first, last])
    guard scale.units[0] < scale.units[1] else {
      if scale.units[0] > scale.units[1] { throw .reversed }
      throw .tooFew
    }
    let finest = Self.finest(scale.unit)
    var digits = 0
    while scale.units[1] - scale.units[0] < Self.steps, scale.exponent > finest {
      digits += 1
      // Too many digits to be held: those that could be are enough.
      guard let finer = try? QuantityRange.Scale([first, last], moreDigits: digits) else { break }
      scale = finer
    }
    self.scale = scale
    low = scale.units[0]
    let (room, overflow) = scale.units[1].subtractingReportingOverflow(low)
    guard !overflow else { throw .tooMany }
    self.room = room
  }

  /// The value at a part of the way.
  ///
  /// - Parameter part: From 0 to 1.
  /// - Returns: The value, written with its unit.
  public func value(at part: Double) -> String {
    let offset = (part * Double(room)).rounded()
    return scale.text(low + min(room, max(0, Int64(offset))))
  }

  /// Power of ten below which no value of a unit is written.
  private static func finest(_ unit: String) -> Int {
    let amount = unit.prefix { $0 != "/" }.trimmingSpaces
    guard case .money(let money) = WrittenUnit(amount) else { return -12 }
    return -(money.exponent + 2)
  }
}

extension Substring {
  /// The text without spaces at its end.
  fileprivate var trimmingSpaces: String {
    String(reversed().drop { $0.isWhitespace }.reversed())
  }
}
