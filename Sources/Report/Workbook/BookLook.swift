// SPDX-License-Identifier: GPL-3.0-or-later

import Workbook
import Wording

/// How numbers of a workbook are written; codes of the file, which each spreadsheet shows in its own
/// language.
enum BookNumber: Hashable {
  /// Euros, without cents.
  case euros
  /// Euros with cents.
  case cents
  /// A share of one, in percent.
  case share
  /// A share of one, in percent with one decimal.
  case fineShare
  /// Points, with their sign.
  case points
  /// How many.
  case count
  /// A figure of any size, as a person wrote it.
  case figure
  /// A computed figure of a size of its own.
  case tiny, fine, large
  /// A number as it is: a year, a position.
  case plain

  func code(_ language: Language) -> String {
    // As wide as a dash after each number, so that it stands apart from the text of the next column.
    self == .figure
      ? "General"
      : plainCode(language).split(separator: ";").map { $0 + "_-" }
        .joined(separator: ";")
  }

  private func plainCode(_ language: Language) -> String {
    let isFrench = language == .french
    return switch self {
    case .euros: isFrench ? "#,##0\\ \"€\"" : "\"€\"#,##0"
    case .cents: isFrench ? "#,##0.00\\ \"€\"" : "\"€\"#,##0.00"
    case .share: isFrench ? "0\\ %" : "0%"
    case .fineShare: isFrench ? "0.0\\ %" : "0.0%"
    case .points: "+0.0;-0.0;0.0"
    case .tiny: "0.00E+00"
    case .fine: "0.000000"
    case .large: "#,##0.00"
    case .count: "#,##0"
    case .figure: "General"
    case .plain: "0"
    }
  }

  /// Letters that a number takes, about.
  func length(of value: Double) -> Int {
    let style = NumberStyle(.french)
    return switch self {
    case .euros: style.euros(value).count + 1
    case .cents: style.euros(value).count + 4
    case .share, .fineShare, .points: 8
    case .tiny, .fine: 11
    case .large: style.decimal(value, places: 2).count + 1
    case .count: style.decimal(value).count + 1
    case .figure: min(16, style.decimal(value, places: 6).count + 1)
    case .plain: style.decimal(value).count
    }
  }
}

/// A cell before it has a place.
struct BookCell {
  var content: CellContent
  var number: BookNumber?
  var isBold = false
  /// Whether it is a sum of what stands above or below.
  var isSum = false
  var isHead = false
  var isNumberHead = false

  static let empty = BookCell(content: .blank)

  static func text(_ text: String) -> BookCell { BookCell(content: .text(text)) }

  static func number(_ value: Double, _ number: BookNumber) -> BookCell {
    BookCell(content: .number(value), number: number)
  }

  /// A computed figure, with as many digits as its size asks for; noise of arithmetic is nothing.
  static func figure(_ value: Double, noise: Double = 0) -> BookCell {
    let value = abs(value) <= noise ? 0 : value
    return switch abs(value) {
    case 0: .number(0, .plain)
    case ..<0.001: .number(value, .tiny)
    case ..<10: .number(value, .fine)
    default: .number(value, .large)
    }
  }

  /// A formula, without its `=`, and what it comes to.
  static func formula(_ formula: String, _ value: Double, _ number: BookNumber) -> BookCell {
    BookCell(content: .formula("=\(formula)", .number(value)), number: number)
  }

  /// A formula, without its `=`, that gives a word.
  static func formula(_ formula: String, word: String) -> BookCell {
    BookCell(content: .formula("=\(formula)", .text(word)))
  }

  var strong: BookCell {
    var cell = self
    cell.isBold = true
    return cell
  }

  /// A sum of what stands above or below.
  var sum: BookCell {
    var cell = strong
    cell.isSum = true
    return cell
  }

  /// A title of a column outside of a named table.
  var head: BookCell {
    var cell = self
    cell.isHead = true
    return cell
  }

  /// A title of a column of numbers outside of a named table.
  var numberHead: BookCell {
    var cell = head
    cell.isNumberHead = true
    return cell
  }

  /// Letters that it takes.
  var length: Int {
    switch content {
    case .text(let text), .formula(_, .text(let text)): Letters.count(of: text)
    case .number(let value), .formula(_, .number(let value)): number?.length(of: value) ?? 12
    case .blank: 0
    }
  }
}

/// Looks of a workbook: the colours of the page.
enum BookLook {
  static let title = CellStyle(isBold: true, size: 16, colour: 0x1F3A68)
  static let heading = CellStyle(isBold: true, size: 12, colour: 0x1F3A68)
  static let note = CellStyle(isItalic: true, colour: 0x444444)
  static let answer = CellStyle(wraps: true)
  static let head = CellStyle(
    isBold: true, colour: 0xFFFFFF, background: 0x1F3A68, wraps: true)
  static let fine = CellStyle(isBold: true, colour: 0x0B4F2A, background: 0xD9F2E3)
  static let wrong = CellStyle(isBold: true, colour: 0xFFFFFF, background: 0xB00020)

  static func cell(_ cell: BookCell, wraps: Bool, _ language: Language) -> CellStyle {
    if cell.isHead {
      var style = head
      style.alignment = cell.isNumberHead ? .right : nil
      return style
    }
    return CellStyle(
      numberFormat: cell.number?.code(language), isBold: cell.isBold,
      alignment: cell.number == nil ? .left : nil, wraps: wraps,
      hasLineAbove: cell.isSum)
  }
}
