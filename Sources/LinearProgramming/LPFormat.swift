// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes programs in the LP format (CPLEX dialect), as GLPK, HiGHS and CBC read it.
///
/// GLPK's own writer prints to standard output and renames rows; this one does neither. Names
/// are written as ``ProgramNames`` says. What the format cannot say is said by additions whose
/// names start or end with `@…`:
/// - the constant of the objective is a column `@constant` fixed at 1 (GLPK reads no constants);
/// - a row with two bounds is two rows, `name@lower` and `name@upper`;
/// - a row without bounds has the lower bound -1e30, which readers take for none;
/// - a program without columns has a column `@nothing` fixed at 0.
public enum LPFormat {
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
    var writer = try LPWriter(program, objective, emit)
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

/// Pieces of a text put together.
final class Pieces {
  var bytes: [UInt8] = []
}

private struct LPWriter {
  let program: LinearProgram
  let objective: Objective
  let columnNames: WrittenNames
  let rowNames: WrittenNames
  var text: ProgramText

  init(
    _ program: LinearProgram, _ objective: Objective, _ emit: @escaping ([UInt8]) throws -> Void
  ) throws {
    self.program = program
    self.objective = objective
    columnNames = try WrittenNames(program.columnNames, ProgramNames.lp)
    rowNames = try WrittenNames(program.rowNames, ProgramNames.lp)
    text = ProgramText(emit)
  }

  mutating func write() throws {
    text.add("\\ ")
    text.add(program.name.utf8.map { $0 == 10 || $0 == 13 ? 32 : $0 })
    try text.endLine()
    try writeObjective()
    try writeRows()
    try writeBounds()
    try writeDomains()
    text.add("End")
    try text.endLine()
    try text.flush()
  }

  private mutating func writeObjective() throws {
    text.add(objective.sense == .minimize ? "Minimize" : "Maximize")
    try text.endLine()
    text.add(" ")
    text.add(ProgramNames.lp(Array(objective.name.utf8)[...]))
    text.add(":")
    var isEmpty = true
    for column in 0..<program.columnCount where objective.coefficients[column] != 0 {
      try term(objective.coefficients[column], columnNames.utf8(at: column))
      isEmpty = false
    }
    if objective.constant != 0 {
      try term(objective.constant, LPNames.constant)
      isEmpty = false
    }
    if isEmpty { zeroTerm() }
    try text.endLine()
  }

  private mutating func writeRows() throws {
    text.add("Subject To")
    try text.endLine()
    for row in 0..<program.rowCount {
      let lower = program.rowLower[row]
      let upper = program.rowUpper[row]
      if lower == upper {
        try line(row, "", " = ", lower)
      } else if lower.isFinite, upper.isFinite {
        try line(row, "@lower", " >= ", lower)
        try line(row, "@upper", " <= ", upper)
      } else if upper.isFinite {
        try line(row, "", " <= ", upper)
      } else {
        try line(row, "", " >= ", lower.isFinite ? lower : -1e30)
      }
    }
    // The readers want a row; a program may have none.
    if program.rowCount == 0 {
      text.add(" @nothing:")
      zeroTerm()
      text.add(" <= 0")
      try text.endLine()
    }
  }

  private mutating func line(
    _ row: Int, _ suffix: StaticString, _ relation: StaticString, _ bound: Double
  ) throws {
    text.add(" ")
    text.add(rowNames.utf8(at: row))
    text.add(suffix)
    text.add(":")
    for entry in program.entries(of: row) {
      let column = Int(program.columnIndex[entry])
      try term(program.coefficient[entry], columnNames.utf8(at: column))
    }
    if program.entries(of: row).isEmpty { zeroTerm() }
    text.add(relation)
    text.add(bound)
    try text.endLine()
  }

  private mutating func term<Name: Collection<UInt8>>(_ value: Double, _ name: Name) throws {
    if text.column > 80 {
      try text.endLine()
      text.add("  ")
    }
    text.add(value < 0 ? " - " : " + ")
    if abs(value) != 1 {
      text.add(abs(value))
      text.add(" ")
    }
    text.add(name)
  }

  private mutating func zeroTerm() {
    text.add(" 0 ")
    if program.columnCount > 0 {
      text.add(columnNames.utf8(at: 0))
    } else {
      text.add("@nothing")
    }
  }

  private mutating func writeBounds() throws {
    text.add("Bounds")
    try text.endLine()
    for column in 0..<program.columnCount {
      try bound(program.columnLower[column], program.columnUpper[column], column)
    }
    if objective.constant != 0 {
      text.add(" @constant = 1")
      try text.endLine()
    }
    if program.columnCount == 0 {
      text.add(" @nothing = 0")
      try text.endLine()
    }
  }

  private mutating func bound(_ lower: Double, _ upper: Double, _ column: Int) throws {
    let name = columnNames.utf8(at: column)
    text.add(" ")
    if lower == upper {
      text.add(name)
      text.add(" = ")
      text.add(lower)
    } else if !lower.isFinite, !upper.isFinite {
      text.add(name)
      text.add(" free")
    } else if upper.isFinite {
      if lower.isFinite { text.add(lower) } else { text.add("-inf") }
      text.add(" <= ")
      text.add(name)
      text.add(" <= ")
      text.add(upper)
    } else {
      // Written even where it is zero: a column in no row would be lost without it.
      text.add(name)
      text.add(" >= ")
      text.add(lower)
    }
    try text.endLine()
  }

  private mutating func writeDomains() throws {
    guard program.columnDomain.contains(.integer) else { return }
    text.add("Generals")
    try text.endLine()
    for column in 0..<program.columnCount where program.columnDomain[column] == .integer {
      text.add(" ")
      text.add(columnNames.utf8(at: column))
      try text.endLine()
    }
  }
}

/// Names that the writers add.
enum LPNames {
  static let constant = Array("@constant".utf8)
  static let nothing = Array("@nothing".utf8)
}
