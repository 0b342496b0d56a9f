// SPDX-License-Identifier: GPL-3.0-or-later

/// The smallest and the greatest coefficient of a program's matrix.
///
/// A solver computes with some sixteen digits. Where coefficients differ by more than nine orders of
/// magnitude, what remains of the small ones beside the great ones is less than its tolerances.
public struct CoefficientSpread: Sendable, Hashable {
  /// A coefficient with its place.
  public struct Entry: Sendable, Hashable {
    /// Name of the row.
    public var row: String
    /// Name of the column.
    public var column: String
    /// Size of the coefficient, without its sign.
    public var size: Double
  }

  /// Ratio above which digits are lost.
  public static let greatestSafe = 1e9

  /// The smallest coefficient that is not 0.
  public let least: Entry
  /// The greatest coefficient.
  public let greatest: Entry

  /// Finds both; of several equal ones the first in the order of the rows.
  ///
  /// - Returns: `nil` for a program without coefficients.
  /// - Complexity: One pass over the matrix.
  public init?(_ program: LinearProgram) {
    var least: Int?
    var greatest = 0
    for entry in program.coefficient.indices where program.coefficient[entry] != 0 {
      let size = abs(program.coefficient[entry])
      guard let smallest = least else {
        (least, greatest) = (entry, entry)
        continue
      }
      if size < abs(program.coefficient[smallest]) { least = entry }
      if size > abs(program.coefficient[greatest]) { greatest = entry }
    }
    guard let least else { return nil }
    self.least = Entry(least, of: program)
    self.greatest = Entry(greatest, of: program)
  }

  /// The greatest divided by the smallest.
  public var ratio: Double { greatest.size / least.size }

  /// Whether digits are lost.
  public var isTooWide: Bool { ratio > Self.greatestSafe }
}

extension CoefficientSpread.Entry {
  fileprivate init(_ entry: Int, of program: LinearProgram) {
    // The last row that starts at or before the entry; empty rows before it start there as well.
    var low = 0
    var high = program.rowCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if program.rowStart[middle] <= entry { low = middle } else { high = middle - 1 }
    }
    row = program.rowNames[low]
    column = program.columnNames[Int(program.columnIndex[entry])]
    size = abs(program.coefficient[entry])
  }
}
