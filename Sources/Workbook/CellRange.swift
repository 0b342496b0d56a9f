// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell by its position, counted from 0.
public struct CellPlace: Sendable, Hashable {
  /// Row, from 0.
  public var row: Int
  /// Column, from 0.
  public var column: Int

  /// Creates a place.
  public init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }

  /// As formulas name it: `B7`.
  public var name: String { "\(Self.letters(column))\(row + 1)" }

  /// As formulas name it where it must not move when a formula is copied: `$B$7`.
  public var fixedName: String { "$\(Self.letters(column))$\(row + 1)" }

  /// As a formula of any sheet names it: `'Checks'!$B$7`.
  public func name(in sheet: String) -> String { "\(Self.quoted(sheet))!\(fixedName)" }

  /// Places in the order of rows, then columns, of which a sheet has 16,384.
  var order: Int { row << 14 | column }

  /// Letters of a column: `A`, `Z`, `AA`.
  static func letters(_ column: Int) -> String {
    var letters: [Character] = []
    var rest = column
    repeat {
      letters.append(Character(Unicode.Scalar(UInt8(65 + rest % 26))))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(letters.reversed())
  }

  /// A sheet's name as formulas write it.
  static func quoted(_ sheet: String) -> String {
    let doubled = sheet.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    return "'\(doubled)'"
  }
}

/// Cells between two corners, both included.
public struct CellRange: Sendable, Hashable {
  /// Upper left corner.
  public var first: CellPlace
  /// Lower right corner.
  public var last: CellPlace

  /// Creates a range.
  public init(_ first: CellPlace, _ last: CellPlace) {
    self.first = first
    self.last = last
  }

  /// Rows of one column.
  public static func column(_ column: Int, rows: Range<Int>) -> CellRange {
    CellRange(CellPlace(rows.lowerBound, column), CellPlace(rows.upperBound - 1, column))
  }

  /// Columns of one row.
  public static func row(_ row: Int, columns: Range<Int>) -> CellRange {
    CellRange(CellPlace(row, columns.lowerBound), CellPlace(row, columns.upperBound - 1))
  }

  /// As formulas of its own sheet name it: `B7:B90`.
  public var name: String { "\(first.name):\(last.name)" }

  /// As formulas of its own sheet name it where it must not move: `$B$7:$B$90`.
  public var fixedName: String { "\(first.fixedName):\(last.fixedName)" }

  /// As a formula of any sheet names it: `'Checks'!$B$7:$B$90`.
  public func name(in sheet: String) -> String { "\(CellPlace.quoted(sheet))!\(fixedName)" }

  /// Every place in it, row by row.
  var places: [CellPlace] {
    (first.row...last.row).flatMap { row in
      (first.column...last.column).map { CellPlace(row, $0) }
    }
  }
}
