// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import Tables

/// The columns that say what a rule is worth to either side of its bound, and how far that holds.
enum RangeColumns {
  private static let side = ["worth", "reach", "is_open", "worth_beyond"]

  /// Names of the columns, first those of the rule less strict.
  static let names = side.map { "looser_\($0)" } + side.map { "stricter_\($0)" }

  /// A column as it is read back; folders of earlier versions have none.
  static func declaration(_ name: String) -> ColumnDeclaration {
    .optional(name, name.hasSuffix("is_open") ? .boolean : .decimal)
  }

  /// The range that a row holds; `nil` where none was looked for.
  static func range(_ row: Table.Row) -> PriceRange? {
    let (looser, stricter) = (side(row, "looser"), side(row, "stricter"))
    guard looser != nil || stricter != nil else { return nil }
    return PriceRange(looser: looser, stricter: stricter)
  }

  private static func side(_ row: Table.Row, _ name: String) -> RuleMargin.Side? {
    guard let worth = row.decimal("\(name)_worth"), let reach = row.decimal("\(name)_reach")
    else { return nil }
    return RuleMargin.Side(
      worth: worth, reach: reach, isOpen: row.boolean("\(name)_is_open") ?? false,
      worthBeyond: row.decimal("\(name)_worth_beyond"))
  }

  /// The cells of one side; empty where there is none.
  static func cells(_ side: RuleMargin.Side?) -> [Cell] {
    guard let side else { return [.missing, .missing, .missing, .missing] }
    return [
      .decimal(side.worth), .decimal(side.reach), .boolean(side.isOpen),
      side.worthBeyond.map(Cell.decimal) ?? .missing,
    ]
  }
}
