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

  /// The columns of a table.
  struct Sides {
    private let looser: Side
    private let stricter: Side

    init(_ table: Table) {
      looser = Side(table, "looser")
      stricter = Side(table, "stricter")
    }

    /// The range that a row holds; `nil` where none was looked for.
    func range(_ row: Table.Row) -> PriceRange? {
      let (looser, stricter) = (looser.margin(row), stricter.margin(row))
      guard looser != nil || stricter != nil else { return nil }
      return PriceRange(looser: looser, stricter: stricter)
    }
  }

  private struct Side {
    let worth: Table.Column
    let reach: Table.Column
    let isOpen: Table.Column
    let worthBeyond: Table.Column

    init(_ table: Table, _ name: String) {
      worth = table.column("\(name)_worth")
      reach = table.column("\(name)_reach")
      isOpen = table.column("\(name)_is_open")
      worthBeyond = table.column("\(name)_worth_beyond")
    }

    func margin(_ row: Table.Row) -> RuleMargin.Side? {
      guard let worth = row.decimal(worth), let reach = row.decimal(reach) else { return nil }
      return RuleMargin.Side(
        worth: worth, reach: reach, isOpen: row.boolean(isOpen) ?? false,
        worthBeyond: row.decimal(worthBeyond))
    }
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
