// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import WebPage
import Wording

/// A cell of a table on a page.
struct PageCell {
  /// What is read.
  var text: String
  /// What the download has in its place, where that is not the text.
  var value: String?
  var isNumber = false
  /// Whether the value has no published source.
  var isAssumption = false

  static func text(_ text: String, isAssumption: Bool = false) -> PageCell {
    PageCell(text: text, isAssumption: isAssumption)
  }

  /// A number as it is told and as it is; not written twice where both are the same.
  static func number(_ text: String, _ value: Double) -> PageCell {
    PageCell(text: text, value: value.isFinite ? NumberText.shortest(value) : nil, isNumber: true)
  }

  /// A whole number of euros: the script reads it from its text.
  static func euros(_ euros: Int, _ style: NumberStyle) -> PageCell {
    PageCell(text: style.integer(euros), isNumber: true)
  }

  static let empty = PageCell(text: "")

  func assumed(_ isAssumption: Bool) -> PageCell {
    var cell = self
    cell.isAssumption = isAssumption
    return cell
  }
}

/// A table on a page: a caption, a head, rows whose first cell names them.
struct PageTable {
  let id: String
  let caption: String
  /// Titles of the columns.
  let columns: [String]
  var rows: [[PageCell]]
  /// How many of the last rows are sums.
  var totals = 0
  /// Whether rows can be searched and sorted.
  var isSearchable = false

  /// The table in HTML; its assumptions are marked by a word.
  func markup(mark: String) -> Markup {
    let numbers = rows.first.map { $0.map(\.isNumber) } ?? []
    let head = Markup.element(
      .tr, [],
      columns.enumerated().map { place, title in
        .element(.th, [Attribute(.scope, "col")] + attributes(numbers, place), title)
      })
    let body = rows.dropLast(totals).map { row($0, mark) }
    let foot = rows.suffix(totals).map { row($0, mark) }
    var parts = [
      Markup.element(.caption, [], caption), .element(.thead, [], [head]),
      .element(.tbody, [], body),
    ]
    if !foot.isEmpty { parts.append(.element(.tfoot, [], foot)) }
    let kind = isSearchable ? "search" : "plain"
    // What scrolls must be reached by keyboard, and have a name.
    return .element(
      .div,
      [
        Attribute(.class, "scroll"), Attribute(.role, "region"), Attribute(.tabindex, "0"),
        Attribute(.ariaLabel, caption),
      ],
      [.element(.table, [Attribute(.id, id), Attribute(.dataKind, kind)], parts)])
  }

  private func attributes(_ numbers: [Bool], _ place: Int) -> [Attribute] {
    numbers.indices.contains(place) && numbers[place] ? [Attribute(.class, "n")] : []
  }

  private func row(_ cells: [PageCell], _ mark: String) -> Markup {
    .element(.tr, [], cells.enumerated().map { cell($1, isFirst: $0 == 0, mark) })
  }

  private func cell(_ cell: PageCell, isFirst: Bool, _ mark: String) -> Markup {
    var attributes: [Attribute] = isFirst ? [Attribute(.scope, "row")] : []
    if cell.isNumber { attributes.append(Attribute(.class, "n")) }
    if let value = cell.value, value != cell.text {
      attributes.append(Attribute(.dataValue, value))
    }
    var content = [Markup.text(cell.text)]
    if cell.isAssumption {
      content += [.text(" "), .element(.span, [Attribute(.class, "mark")], mark)]
    }
    return .element(isFirst ? .th : .td, attributes, content)
  }
}
