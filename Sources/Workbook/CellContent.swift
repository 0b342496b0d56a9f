// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands in a cell.
public enum CellContent: Sendable, Hashable {
  /// A text, shown as it is: whatever it begins with, nothing of it is ever computed.
  case text(String)
  /// A number; it must be finite.
  case number(Double)
  /// A formula with the value it has now, for whoever does not compute it.
  ///
  /// Formulas are made of places and names of sheets alone, never of texts of a study.
  case formula(String, Result)
  /// Nothing, with the look of a cell.
  case blank

  /// The value of a formula.
  public enum Result: Sendable, Hashable {
    /// A number; it must be finite.
    case number(Double)
    /// A text.
    case text(String)
  }
}

/// How a cell looks.
///
/// Two cells of equal style share one format of the file.
public struct CellStyle: Sendable, Hashable {
  /// Where a text stands.
  public enum Alignment: Sendable, Hashable { case left, centre, right }

  /// How a number is written, in the code that files keep for every language; `nil`: as it is.
  public var numberFormat: String?
  /// Whether letters are bold.
  public var isBold = false
  /// Whether letters are slanted.
  public var isItalic = false
  /// Size of letters in points; `nil`: that of the file.
  public var size: Double?
  /// Colour of letters, as 0xRRGGBB; `nil`: that of the file.
  public var colour: UInt32?
  /// Colour behind them.
  public var background: UInt32?
  /// Where the content stands; `nil`: numbers at the right, texts at the left.
  public var alignment: Alignment?
  /// Whether long texts go on in a new line of the cell.
  public var wraps = false
  /// Whether a line stands above the cell.
  public var hasLineAbove = false
  /// Whether a line stands below the cell.
  public var hasLineBelow = false

  /// Creates a style.
  public init(
    numberFormat: String? = nil, isBold: Bool = false, isItalic: Bool = false,
    size: Double? = nil, colour: UInt32? = nil, background: UInt32? = nil,
    alignment: Alignment? = nil, wraps: Bool = false, hasLineAbove: Bool = false,
    hasLineBelow: Bool = false
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.isItalic = isItalic
    self.size = size
    self.colour = colour
    self.background = background
    self.alignment = alignment
    self.wraps = wraps
    self.hasLineAbove = hasLineAbove
    self.hasLineBelow = hasLineBelow
  }

  /// The look of the file.
  public static let plain = CellStyle()
}
