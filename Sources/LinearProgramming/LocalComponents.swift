// SPDX-License-Identifier: GPL-3.0-or-later

/// Connected components of columns over local rows.
public struct LocalComponents: Sendable {
  /// Component of each column, or -1 for columns without a local row; components come in the order
  /// of their first columns.
  public private(set) var ofColumn: [Int32]
  /// Number of components.
  public private(set) var count = 0

  /// Finds the components of a program.
  public init(_ program: LinearProgram) {
    var parent = (0..<program.columnCount).map { Int32($0) }
    var isLocal = [Bool](repeating: false, count: program.columnCount)
    func root(_ column: Int32) -> Int32 {
      var place = column
      while parent[Int(place)] != place {
        parent[Int(place)] = parent[Int(parent[Int(place)])]
        place = parent[Int(place)]
      }
      return place
    }
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      let entries = program.entries(of: row)
      guard let first = entries.first else { continue }
      var least = root(program.columnIndex[first])
      for entry in entries {
        let column = program.columnIndex[entry]
        isLocal[Int(column)] = true
        let other = root(column)
        // The least column leads, so that components come in the order of their first columns.
        parent[Int(max(least, other))] = min(least, other)
        least = min(least, other)
      }
    }
    ofColumn = [Int32](repeating: -1, count: program.columnCount)
    for column in ofColumn.indices where isLocal[column] {
      let leader = Int(root(Int32(column)))
      if leader == column {
        ofColumn[column] = Int32(count)
        count += 1
      } else {
        ofColumn[column] = ofColumn[leader]
      }
    }
  }
}
