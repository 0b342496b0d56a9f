// SPDX-License-Identifier: GPL-3.0-or-later

/// What the cells of a column hold.
public enum ColumnType: Sendable, Hashable {
  /// Any text.
  case text
  /// A name that other tables refer to. Kept letter for letter; a number that a spreadsheet has
  /// mangled (`2,6E+13`) is refused.
  case identifier
  /// One of these words, letter for letter.
  case choice([String])
  /// A whole number.
  case integer
  /// A number.
  case decimal
  /// A fraction of one: `2,5 %` and `0.025` are the same.
  case share
  /// An amount; a number without unit counts in the unit given, or is refused where there is none.
  case money(bare: MoneyUnit?)
  /// Yes or no: `true`, `false`, `yes`, `no`, `oui`, `non`, `vrai`, `faux`, `1`, `0`.
  case boolean
  /// A year from 1900 to 2200.
  case year
}

/// One column that a table may, or must, have.
public struct ColumnDeclaration: Sendable, Hashable {
  /// Name, as files write it.
  public var name: String
  /// What its cells hold.
  public var type: ColumnType
  /// Whether the file must have it.
  public var isRequired: Bool
  /// Whether its cells may be empty, which means "not declared".
  public var allowsEmpty: Bool
  /// Least value (euros for amounts, a fraction of one for shares), or `nil`.
  public var minimum: Double?
  /// Greatest value (euros for amounts, a fraction of one for shares), or `nil`.
  public var maximum: Double?
  /// Unit that may follow a number (`agents`), or `nil`.
  public var unit: String?

  /// Declares a column.
  public init(
    _ name: String, _ type: ColumnType, isRequired: Bool = true, allowsEmpty: Bool = false,
    minimum: Double? = nil, maximum: Double? = nil, unit: String? = nil
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.allowsEmpty = allowsEmpty
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
  }

  /// Declares a column that the file may leave out, and whose cells may be empty.
  public static func optional(
    _ name: String, _ type: ColumnType, minimum: Double? = nil, maximum: Double? = nil,
    unit: String? = nil
  ) -> ColumnDeclaration {
    ColumnDeclaration(
      name, type, isRequired: false, allowsEmpty: true, minimum: minimum, maximum: maximum,
      unit: unit)
  }
}
