// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A table as it was written: one dictionary per row, by name of column.
public struct WrittenTable {
  /// Names of the columns, in order.
  public let columns: [String]
  /// The rows below the header.
  public let rows: [[String: String]]
  /// Whether every row has as many fields as there are columns.
  public let isRectangular: Bool

  /// Reads a table from its text.
  public init(text: String) {
    let lines = text.split(separator: "\n").map(Self.fields)
    let names = lines.first ?? []
    columns = names
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    isRectangular = lines.allSatisfy { $0.count == names.count }
  }

  /// Reads a table from its file.
  public init(_ path: String) throws {
    self.init(text: String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self))
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
  public func sums(of column: String, by keys: String...) -> [[String]: Int] {
    rows.reduce(into: [:]) { sums, row in
      sums[keys.map { row[$0] ?? "" }, default: 0] += Int(row[column] ?? "") ?? 0
    }
  }
}
