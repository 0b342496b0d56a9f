// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// The blocks of a program: columns that share local rows, directly or through others.
///
/// Written apart from the engine on purpose: a fault in how the search takes a program apart must
/// not be repeated by its proof.
struct BlockSplit: Sendable {
  /// Columns of each block, rising; blocks in the order of their first column.
  private(set) var columns: [[Int32]] = []
  /// Local rows of each block, rising.
  private(set) var rows: [[Int32]] = []
  /// Columns that stand in no local row.
  private(set) var freeColumns: [Int32] = []
  /// Position of each column in its block.
  private(set) var position: [Int32]

  init(_ program: LinearProgram) {
    var leader = (0..<program.columnCount).map { Int32($0) }
    func root(_ column: Int32) -> Int32 {
      var column = column
      while leader[Int(column)] != column {
        leader[Int(column)] = leader[Int(leader[Int(column)])]
        column = leader[Int(column)]
      }
      return column
    }
    var isLocal = [Bool](repeating: false, count: program.columnCount)
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      let entries = program.entries(of: row)
      guard let first = entries.first else { continue }
      for entry in entries {
        isLocal[Int(program.columnIndex[entry])] = true
        let (one, other) = (root(program.columnIndex[first]), root(program.columnIndex[entry]))
        // The smaller number leads, so that blocks come in the order of their first column.
        if one != other { leader[Int(max(one, other))] = min(one, other) }
      }
    }
    position = [Int32](repeating: 0, count: program.columnCount)
    var block = [Int32](repeating: -1, count: program.columnCount)
    for column in 0..<program.columnCount {
      guard isLocal[column] else {
        freeColumns.append(Int32(column))
        continue
      }
      let top = Int(root(Int32(column)))
      if block[top] < 0 {
        block[top] = Int32(columns.count)
        columns.append([])
      }
      block[column] = block[top]
      position[column] = Int32(columns[Int(block[column])].count)
      columns[Int(block[column])].append(Int32(column))
    }
    rows = [[Int32]](repeating: [], count: columns.count)
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      guard let first = program.entries(of: row).first else { continue }
      rows[Int(block[Int(program.columnIndex[first])])].append(Int32(row))
    }
  }
}
