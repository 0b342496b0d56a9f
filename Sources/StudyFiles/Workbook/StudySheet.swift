// SPDX-License-Identifier: GPL-3.0-or-later

public import Tables

/// A sheet of an input workbook: its columns with what they may hold, and the rows of a study.
public struct StudySheet: Sendable, Hashable {
  /// What stands in a cell.
  public enum Value: Sendable, Hashable {
    /// Nothing: not declared.
    case empty
    /// A text.
    case text(String)
    /// A number.
    case number(Double)
    /// A fraction of one.
    case share(Double)
    /// An amount in euros.
    case euros(Double)
    /// Yes or no.
    case flag(Bool)
  }

  /// One column.
  public struct Column: Sendable, Hashable {
    /// Name, type, unit and range, as reading checks them.
    public var declaration: ColumnDeclaration
    /// Keys of the study file that the name is made of; the name alone for tables.
    public var keys: [String]
    /// Whether several names may stand in a cell, separated by commas.
    public var isList: Bool
    /// Sheet in whose first column the names stand that a cell may hold; `nil`: none.
    public var namesIn: String?
    /// Names used so far that a cell may hold; empty where there is no such list.
    public var names: [String]
  }

  /// Name, as reading looks for it.
  public var name: String
  /// Whether a study cannot do without it.
  public var isRequired: Bool
  /// The columns.
  public var columns: [Column]
  /// Cells, as many in each row as there are columns.
  public var rows: [[Value]]
}
