// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes programs in the free MPS format.
///
/// The file always minimises, because readers disagree on how to say otherwise: of a maximisation
/// the costs are negated and a comment says so. They also disagree on the sign of a constant, so
/// it is a column `@constant` fixed at 1, as in ``LPFormat``. Rows without bounds are written
/// with the lower bound -1e30, because readers drop free rows. A row of two bounds is a row `L`
/// with a range, exact to the rounding of their difference.
public enum MPSFormat {
  /// Writes a program in pieces of about a megabyte.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - objective: Its objective.
  ///   - emit: Receives the text, piece by piece.
  /// - Throws: ``UnwritableProgram``, or what `emit` throws.
  public static func write(
    _ program: LinearProgram, _ objective: Objective, to emit: @escaping ([UInt8]) throws -> Void
  ) throws {
    var writer = try MPSWriter(program, objective, emit)
    try writer.write()
  }

  /// The whole text, for small programs.
  ///
  /// - Throws: ``UnwritableProgram``.
  public static func text(_ program: LinearProgram, _ objective: Objective) throws -> String {
    let pieces = Pieces()
    try write(program, objective) { pieces.bytes += $0 }
    return String(decoding: pieces.bytes, as: UTF8.self)
  }
}

private struct MPSWriter {
  let program: LinearProgram
  let objective: Objective
  let columnNames: WrittenNames
  let rowNames: WrittenNames
  let costName: [UInt8]
  var text: ProgramText

  init(
    _ program: LinearProgram, _ objective: Objective, _ emit: @escaping ([UInt8]) throws -> Void
  ) throws {
    self.program = program
    self.objective = objective
    columnNames = try WrittenNames(program.columnNames, ProgramNames.mps)
    rowNames = try WrittenNames(program.rowNames, ProgramNames.mps)
    costName = Array("@".utf8) + ProgramNames.mps(Array(objective.name.utf8)[...])
    text = ProgramText(emit)
  }

  mutating func write() throws {
    if objective.sense == .maximize {
      text.add("* The objective was maximised: its coefficients are negated here.")
      try text.endLine()
    }
    text.add("NAME ")
    text.add(ProgramNames.mps(Array(program.name.utf8)[...]))
    try text.endLine()
    try writeRows()
    try writeColumns()
    try writeRightSides()
    try writeBounds()
    text.add("ENDATA")
    try text.endLine()
    try text.flush()
  }

  private mutating func writeRows() throws {
    text.add("ROWS")
    try text.endLine()
    text.add(" N ")
    text.add(costName)
    try text.endLine()
    for row in 0..<program.rowCount {
      let isUpper = program.rowUpper[row].isFinite
      let isEqual = program.rowLower[row] == program.rowUpper[row]
      text.add(isEqual ? " E " : isUpper ? " L " : " G ")
      text.add(rowNames.utf8(at: row))
      try text.endLine()
    }
  }

  private mutating func writeColumns() throws {
    text.add("COLUMNS")
    try text.endLine()
    let transposed = Transposed(program)
    let sign = objective.sense == .minimize ? 1.0 : -1.0
    var marker = 0
    for column in 0..<program.columnCount {
      let isInteger = program.columnDomain[column] == .integer
      if isInteger != (marker % 2 == 1) { try mark(&marker) }
      // Written even where it is zero: a column in no row would be lost without it.
      let entries = transposed.start[column]..<transposed.start[column + 1]
      let cost = objective.coefficients[column]
      if cost != 0 || entries.isEmpty {
        try entry(columnNames.utf8(at: column), costName[...], sign * cost)
      }
      for position in entries {
        try entry(
          columnNames.utf8(at: column), rowNames.utf8(at: Int(transposed.row[position])),
          transposed.value[position])
      }
    }
    if marker % 2 == 1 { try mark(&marker) }
    if objective.constant != 0 {
      try entry(LPNames.constant[...], costName[...], sign * objective.constant)
    }
  }

  private mutating func mark(_ marker: inout Int) throws {
    text.add(marker % 2 == 0 ? " @mark 'MARKER' 'INTORG'" : " @mark 'MARKER' 'INTEND'")
    marker += 1
    try text.endLine()
  }

  private mutating func entry(
    _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, _ value: Double
  ) throws {
    text.add(" ")
    text.add(first)
    text.add(" ")
    text.add(second)
    text.add(" ")
    text.add(value)
    try text.endLine()
  }

  private mutating func writeRightSides() throws {
    text.add("RHS")
    try text.endLine()
    let set = Array("RHS".utf8)[...]
    for row in 0..<program.rowCount {
      let upper = program.rowUpper[row]
      let lower = program.rowLower[row]
      let bound = upper.isFinite ? upper : lower.isFinite ? lower : -1e30
      if bound != 0 { try entry(set, rowNames.utf8(at: row), bound) }
    }
    let ranged = (0..<program.rowCount).filter {
      program.rowLower[$0].isFinite && program.rowUpper[$0].isFinite
        && program.rowLower[$0] != program.rowUpper[$0]
    }
    if ranged.isEmpty { return }
    text.add("RANGES")
    try text.endLine()
    for row in ranged {
      let width = program.rowUpper[row] - program.rowLower[row]
      try entry(Array("RNG".utf8)[...], rowNames.utf8(at: row), width)
    }
  }

  private mutating func writeBounds() throws {
    text.add("BOUNDS")
    try text.endLine()
    for column in 0..<program.columnCount {
      let lower = program.columnLower[column]
      let upper = program.columnUpper[column]
      let name = columnNames.utf8(at: column)
      if lower == upper {
        try bound(" FX", name, lower)
      } else if !lower.isFinite, !upper.isFinite {
        try bound(" FR", name, nil)
      } else {
        if !lower.isFinite {
          try bound(" MI", name, nil)
        } else if lower != 0 {
          try bound(" LO", name, lower)
        }
        if upper.isFinite {
          try bound(" UP", name, upper)
        } else if program.columnDomain[column] == .integer {
          // Some readers give an integer column the upper bound 1 where none is written.
          try bound(" PL", name, nil)
        }
      }
    }
    if objective.constant != 0 { try bound(" FX", LPNames.constant[...], 1) }
  }

  private mutating func bound(
    _ kind: StaticString, _ name: ArraySlice<UInt8>, _ value: Double?
  ) throws {
    text.add(kind)
    text.add(" BND ")
    text.add(name)
    if let value {
      text.add(" ")
      text.add(value)
    }
    try text.endLine()
  }
}

/// The matrix column by column.
struct Transposed {
  var start: [Int]
  var row: [Int32]
  var value: [Double]

  init(_ program: LinearProgram) {
    start = [Int](repeating: 0, count: program.columnCount + 1)
    for column in program.columnIndex { start[Int(column) + 1] += 1 }
    for column in 0..<program.columnCount { start[column + 1] += start[column] }
    row = [Int32](repeating: 0, count: program.nonzeroCount)
    value = [Double](repeating: 0, count: program.nonzeroCount)
    var next = start
    for position in 0..<program.rowCount {
      for entry in program.entries(of: position) {
        let column = Int(program.columnIndex[entry])
        row[next[column]] = Int32(position)
        value[next[column]] = program.coefficient[entry]
        next[column] += 1
      }
    }
  }
}
