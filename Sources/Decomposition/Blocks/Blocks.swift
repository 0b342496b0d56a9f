// SPDX-License-Identifier: GPL-3.0-or-later

internal import LinearProgramming

/// A program taken apart: blocks that only coupling rows tie together, and what stays in the master.
///
/// Blocks are the connected components of columns over local rows. Rows with the role
/// ``LinearProgramming/RowRole/coupling`` stay in the master, and so do columns without any local
/// row.
struct Blocks: Sendable {
  /// The whole program.
  private(set) var program: LinearProgram
  /// The blocks, in the order of their first columns.
  let blocks: [Block]
  /// Rows of the master, as positions in the whole program, rising.
  let masterRows: [Int32]
  /// Columns of the master, as positions in the whole program, rising.
  let masterColumns: [Int32]
  /// Coefficients of the columns of the master in its rows.
  let masterCoefficients: SparseColumns
  /// Position of each column among those of its block; -1 for the master's own.
  private let places: [Int32]

  /// The same parts of a program that differs in bounds of rows and columns of the master only.
  func with(_ other: LinearProgram) -> Blocks {
    var result = self
    result.program = other
    return result
  }

  /// Columns and local rows of a block as a program of their own.
  func program(of block: Int) -> BlockProgram {
    let block = blocks[block]
    return BlockProgram(
      block, program.namelessPart(columns: block.columns, rows: block.rows, places: places))
  }

  /// Takes a program apart.
  ///
  /// - Complexity: One pass over the matrix for the components, one for the parts.
  init(_ program: LinearProgram) {
    self.program = program
    let components = LocalComponents(program)
    masterRows = (0..<program.rowCount).filter { program.rowRole[$0] == .coupling }.map {
      Int32($0)
    }
    masterColumns = components.ofColumn.indices.filter { components.ofColumn[$0] < 0 }.map {
      Int32($0)
    }
    let coupling = CouplingColumns(program, masterRows)
    masterCoefficients = coupling.columns(masterColumns)
    var columns = [[Int32]](repeating: [], count: components.count)
    for column in components.ofColumn.indices where components.ofColumn[column] >= 0 {
      columns[Int(components.ofColumn[column])].append(Int32(column))
    }
    var rows = [[Int32]](repeating: [], count: components.count)
    for row in 0..<program.rowCount where program.rowRole[row] == .local {
      // A row without columns holds or not whatever the block: it stands in the first.
      let first = program.entries(of: row).first.map { Int(program.columnIndex[$0]) }
      let component = first.map { Int(components.ofColumn[$0]) } ?? 0
      if component < rows.count { rows[component].append(Int32(row)) }
    }
    var local = [Int32](repeating: -1, count: program.columnCount)
    for columns in columns {
      for (position, column) in columns.enumerated() { local[Int(column)] = Int32(position) }
    }
    let places = local
    self.places = places
    blocks = zip(columns, rows).map { columns, rows in
      var own = coupling.columns(columns)
      let used = own.renumberRows()
      let part = program.namelessPart(columns: columns, rows: rows, places: places)
      return Block(
        columns: columns, rows: rows, program: part, masterRows: used, coupling: own)
    }
  }
}

/// The coupling rows turned into columns.
private struct CouplingColumns {
  private var start: [Int]
  private var row: [Int32]
  private var value: [Double]

  init(_ program: LinearProgram, _ masterRows: [Int32]) {
    start = [Int](repeating: 0, count: program.columnCount + 1)
    for masterRow in masterRows {
      for entry in program.entries(of: Int(masterRow)) {
        start[Int(program.columnIndex[entry]) + 1] += 1
      }
    }
    for column in 0..<program.columnCount { start[column + 1] += start[column] }
    row = [Int32](repeating: 0, count: start[program.columnCount])
    value = [Double](repeating: 0, count: start[program.columnCount])
    var next = start
    for (position, masterRow) in masterRows.enumerated() {
      for entry in program.entries(of: Int(masterRow)) {
        let column = Int(program.columnIndex[entry])
        row[next[column]] = Int32(position)
        value[next[column]] = program.coefficient[entry]
        next[column] += 1
      }
    }
  }

  func columns(_ chosen: [Int32]) -> SparseColumns {
    var result = SparseColumns()
    for column in chosen {
      result.append(
        (start[Int(column)]..<start[Int(column) + 1]).lazy.map { (row[$0], value[$0]) })
    }
    return result
  }
}
