// SPDX-License-Identifier: GPL-3.0-or-later

/// What a cell holds once it is checked against its column.
public enum Cell: Sendable, Hashable {
  /// Empty, or in a column that the file does not have: not declared, never zero.
  case missing
  /// A text, an identifier or a choice.
  case text(String)
  /// A whole number, or a year.
  case integer(Int64)
  /// A number.
  case decimal(Double)
  /// A fraction of one.
  case share(Double)
  /// An amount, in cents.
  case money(Int64)
  /// Yes or no.
  case boolean(Bool)
}
