// SPDX-License-Identifier: GPL-3.0-or-later

import Workbook

/// How many letters a text has.
enum Letters {
  /// As many as `text.count`.
  ///
  /// Texts of European languages are counted by their bytes: below U+0300, and among the marks of
  /// punctuation and money, every character is a letter of its own, but for a line end of two.
  static func count(of text: String) -> Int {
    text.utf8.withContiguousStorageIfAvailable(simple).flatMap { $0 } ?? text.count
  }

  /// `nil` where a character may be a part of a letter.
  private static func simple(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (place, letters) = (0, 0)
    while place < bytes.count {
      switch bytes[place] {
      case 0x0D: return nil
      case ..<0x80: place += 1
      case 0xC2...0xCB: place += 2
      case 0xE2 where place + 2 < bytes.count:
        switch (bytes[place + 1], bytes[place + 2]) {
        // Dashes, quotes and dots; the narrow space; the euro; the minus sign.
        case (0x80, 0x90...0xA7), (0x80, 0xAF), (0x82, 0xAC), (0x88, 0x92): place += 3
        default: return nil
        }
      default: return nil
      }
      letters += 1
    }
    return letters
  }
}

/// Between which numbers those of each column lie that were measured already.
///
/// A number between two others, written with as many decimals, is no longer than the longer of them.
struct NumberWidths {
  private var columns: [(number: BookNumber, range: ClosedRange<Double>)?] = []

  /// Whether a cell is no longer than one that was measured before; where not, it is measured now.
  mutating func holds(_ cell: BookCell, in column: Int) -> Bool {
    guard let number = cell.number, let value = cell.value, abs(value) < 1e9 else { return false }
    while columns.count <= column { columns.append(nil) }
    guard let known = columns[column], known.number == number else {
      columns[column] = (number, value...value)
      return false
    }
    if known.range.contains(value) { return true }
    columns[column] = (
      number, min(known.range.lowerBound, value)...max(known.range.upperBound, value)
    )
    return false
  }
}

extension BookCell {
  /// What a cell's style depends on.
  struct Look: Hashable {
    let number: BookNumber?
    let isBold: Bool
    let isSum: Bool
    let isHead: Bool
    let isNumberHead: Bool
    let wraps: Bool
  }

  func look(wraps: Bool) -> Look {
    Look(
      number: number, isBold: isBold, isSum: isSum, isHead: isHead, isNumberHead: isNumberHead,
      wraps: wraps)
  }

  /// The number that it shows; `nil` where it shows none.
  fileprivate var value: Double? {
    switch content {
    case .number(let value), .formula(_, .number(let value)): value
    case .text, .formula(_, .text), .blank: nil
    }
  }
}
