// SPDX-License-Identifier: GPL-3.0-or-later

/// What a cell of a workbook holds, as whoever wrote it sees it.
public enum ReadContent: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A number, with the look that says how it is meant.
  case number(Double, NumberLook)
  /// Yes or no.
  case flag(Bool)
  /// A fault of a formula, as the file names it: `#REF!`.
  case fault(String)
  /// A formula whose value the file does not hold.
  case formulaWithoutValue

  /// The text that says the same: numbers with all their digits and the unit that their look shows,
  /// dates as `2026-01-31`.
  public var text: String {
    switch self {
    case .text(let text), .fault(let text): text
    case .number(let value, let look): look.text(of: value)
    case .flag(let flag): flag ? "true" : "false"
    case .formulaWithoutValue: ""
    }
  }
}

/// One cell that holds something.
public struct ReadCell: Sendable, Hashable {
  /// Column, counted from 0.
  public var column: Int
  /// What it holds.
  public var content: ReadContent
}

/// One row that holds something.
public struct ReadRow: Sendable, Hashable {
  /// Row, counted from 1.
  public var number: Int
  /// Its cells, from left to right.
  public var cells: [ReadCell]
}

/// One sheet of a workbook that was read.
public struct ReadSheet: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its rows, from the top; hidden ones too.
  public var rows: [ReadRow]
  /// Cells that were joined into one.
  public var merges: [CellRange]
}
