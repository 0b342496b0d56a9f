// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A table as it was written: one dictionary per row, by name of column.
struct WrittenTable {
  let columns: [String]
  let rows: [[String: String]]

  init(_ path: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let lines = text.split(separator: "\n").map(Self.fields)
    columns = lines[0]
    let names = lines[0]
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
      } else if letter == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(letter)
      }
    }
    return fields
  }

  /// Sums of one column by the values of others, in whole numbers.
  func sums(of column: String, by keys: String...) -> [[String]: Int] {
    rows.reduce(into: [:]) { sums, row in
      sums[keys.map { row[$0] ?? "" }, default: 0] += Int(row[column] ?? "") ?? 0
    }
  }
}
