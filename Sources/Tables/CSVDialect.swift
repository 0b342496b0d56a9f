// SPDX-License-Identifier: GPL-3.0-or-later

/// How quotes are understood when rows are read.
public enum CSVQuoting: Sendable, Hashable {
  /// As RFC 4180 says: a quoted field may hold separators and line ends; faults are errors.
  case standard
  /// As the registers write: a quoted field ends on its line, and a quote that is never closed
  /// properly is a letter like any other.
  case withinLine
  /// Quotes are letters.
  case none
}

/// Separators a table may use.
public enum CSVSeparator: UInt8, Sendable, Hashable, CaseIterable {
  /// `;`, as French spreadsheets write.
  case semicolon = 0x3B
  /// `,`.
  case comma = 0x2C
  /// A tab.
  case tab = 0x09
  /// `|`.
  case pipe = 0x7C

  /// The separator that cuts the first rows of a text most evenly; `nil` for a single column.
  ///
  /// Each candidate is tried on the first 20 rows: the one that gives the same number of fields,
  /// above one, on most of them wins; among equals the one with more fields, then the first in the
  /// order of this enumeration.
  public static func detected(in text: TextFile) -> CSVSeparator? {
    var best: (separator: CSVSeparator, even: Int, fields: Int)?
    for separator in allCases {
      var reader = CSVReader(text, separator: separator)
      var counts: [Int] = []
      while counts.count < 20, let record = reader.next() { counts.append(record.count) }
      guard let fields = counts.first, fields > 1 else { continue }
      let even = counts.reduce(into: 0) { total, count in total += count == fields ? 1 : 0 }
      if (even, fields) > (best?.even ?? 0, best?.fields ?? 0) { best = (separator, even, fields) }
    }
    return best?.separator
  }
}
