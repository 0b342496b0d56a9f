// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A small table of an explanation: a label, then right-aligned cells.
struct ExplainTable {
  /// Rows: a label and its cells; an empty label in front of a head.
  var rows: [(label: String, cells: [String])] = []

  mutating func add(_ label: String, _ cells: [String]) { rows.append((label, cells)) }

  /// The lines; labels are cut so that no line is wider than `width`.
  func lines(width: Int) -> [String] {
    let columns = rows.map(\.cells.count).max() ?? 0
    let widths = (0..<columns).map { place in
      rows.map { $0.cells.indices.contains(place) ? TextLayout.columns($0.cells[place]) : 0 }
        .max() ?? 0
    }
    let numbers = widths.reduce(0) { $0 + $1 + 2 }
    let longest = rows.map { TextLayout.columns($0.label) }.max() ?? 0
    let label = max(12, min(longest, width - numbers))
    return rows.map { row in
      var line = TextLayout.left(TextLayout.cut(row.label, to: label), label)
      for (cell, width) in zip(row.cells, widths) { line += TextLayout.right(cell, width + 2) }
      return TextLayout.withoutTrailingSpaces(line)
    }
  }
}
